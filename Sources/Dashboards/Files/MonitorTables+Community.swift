// The monitors' table of the community list.
import Discussion
import Moderation

extension MonitorTables {
  /// All rows of the community list. Questions without an answer have a table of their own.
  static func community(_ view: MonitorView) -> Table {
    Table(
      name: "gemeenschap",
      columns: [
        Column(
          "soort", .choice,
          "aankondiging (met een vraag, telt niet als onbeantwoord), nieuwkomer, vaker geplaatst, overgenomen of verhit"
        ),
        post, thread, channel, Column("datum", .date, "Dag van het bericht, of van de drukste uren"),
        Column("werkdagen_open", .integer, "Hoe lang er geen reactie is", unit: "werkdagen"),
        Column("keer_geplaatst", .integer, "Hoe vaak de tekst er staat", unit: "berichten"),
        Column("eerste_datum", .date, "Dag waarop de tekst het eerst geplaatst is"),
        Column("andere_berichten", .text, "Nummers van de andere berichten met de tekst, met | ertussen"),
        Column("reacties_24_uur", .integer, "Reacties in de drukste 24 uur", unit: "reacties"),
        Column("gewoonlijk", .integer, "Wat gewoon is in 24 uur", unit: "reacties"),
        Column("vijandig", .integer, "Reacties die mogelijk vijandig zijn", unit: "reacties"),
        Column("mensen", .integer, "Verschillende mensen die plaatsten of reageerden", unit: "mensen"),
        Column("gezien", .text, "Wat we zagen, in gewone woorden"),
        Column("advies", .text, "Wat u kunt doen"),
        Column("begin", .text, "Begin van het bericht, zonder herkenbare gegevens"), link,
      ],
      rows: view.communityList.rows.map { row in
        let numbers = Numbers(row)
        return [
          .word(Texts.Community.kind(row)), .text(row.post.description), .text(row.thread.description),
          .text(row.channel ?? ""), .word(row.day.description), .optional(numbers.workingDays),
          .optional(numbers.placed), numbers.placed == nil ? .empty : .word(row.firstDay.description),
          .text(numbers.others.map(\.description).joined(separator: "|")), .optional(numbers.replies),
          .optional(numbers.usual), .optional(numbers.hostile), .optional(numbers.people),
          .text(Texts.Community.seen(row, view.communityList).joined(separator: ". ")),
          .text(Texts.Community.advice(row)), .text(row.excerpt.text), .text(row.link ?? ""),
        ]
      })
  }

  /// The numbers of a row; nil where they do not apply or are not known.
  private struct Numbers {
    var workingDays: Int?
    var placed: Int?
    var others: [PostID] = []
    var replies: Int?
    var usual: Int?
    var hostile: Int?
    var people: Int?

    init(_ row: CommunityRow) {
      switch row.finding {
      case .announcement(let days): workingDays = days
      case .newcomer(let newcomer): workingDays = newcomer.workingDays
      case .repeated(let text):
        placed = text.posts.count
        others = Array(text.posts.dropLast())
        people = text.people == 0 ? nil : text.people
      case .heated(let heat):
        replies = heat.replies
        usual = heat.usual
        hostile = heat.hostile
        people = heat.people == 0 ? nil : heat.people
      }
    }
  }
}
