// The monitors' table of proposals about topics, with the lines that record them.
import Discussion

extension MonitorTables {
  /// All proposals, the strongest first.
  static func proposals(_ view: MonitorView) -> Table {
    Table(
      name: "voorstellen",
      columns: [
        Column("volgorde", .integer, "Hoeveelste voorstel, het sterkste eerst"),
        Column("soort", .choice, "samenvoegen, splitsen of hernoemen"),
        Column("onderwerp_id", .text, "Vast nummer van het onderwerp"),
        Column("onderwerp", .text, "Naam van het onderwerp"),
        Column("naar_id", .text, "Bij samenvoegen: het onderwerp dat verder gaat"),
        Column("naar", .text, "Naam van dat onderwerp"),
        Column("titel", .text, "Voorgestelde titel; leeg als u er zelf een moet bedenken"),
        Column("berichten", .text, "Bij splitsen: de berichten die gaan, met | ertussen"),
        Column("paren", .integer, "Paren vragen die over en weer op elkaar lijken", unit: "paren"),
        Column("paren_als_een", .integer, "Zoveel paren als het één onderwerp was", unit: "paren"),
        Column(
          "procent", .integer, "De gelijkenis van die paren, gedeeld door die van één onderwerp",
          unit: "procent"),
        Column("procent_toeval", .integer, "Het laagste dat door toeval voorkomt", unit: "procent"),
        Column("vragen", .integer, "Vragen van het onderwerp of deel dat gaat", unit: "vragen"),
        Column("mensen", .integer, "Mensen die deze stelden", unit: "mensen"),
        Column("vragen_blijft", .integer, "Vragen van het onderwerp of deel dat blijft", unit: "vragen"),
        Column("mensen_blijft", .integer, "Mensen die deze stelden", unit: "mensen"),
        Column("waarom", .text, "De reden, in gewone woorden"),
        Column("woorden", .text, "Kenmerkende woorden, met | ertussen"),
        Column("voorbeelden", .text, "Vragen van wat gaat, zonder herkenbare gegevens, met | ertussen"),
        Column(
          "voorbeelden_blijft", .text, "Vragen van wat blijft, zonder herkenbare gegevens, met | ertussen"),
        Column("regel", .text, "De regel of regels voor correcties.csv"),
        Column("opdracht", .text, "De opdracht die hetzelfde doet"),
        Column("regel_laat_zo", .text, "De regel die zegt dat het goed is zoals het is"),
        Column("opdracht_laat_zo", .text, "De opdracht die hetzelfde zegt"),
      ],
      rows: view.proposals.rows.enumerated().map { place, row in
        let pipeline = view.verdicts.pipeline
        var contact: ProposalRow.Contact?
        if case .contact(let known) = row.reason { contact = known }
        var (title, posts): (String?, [PostID]) = (nil, [])
        switch row.change {
        case .merge: break
        case .split(_, let leaving, let name): (title, posts) = (name, leaving)
        case .rename(_, let name): title = name
        }
        func join(_ examples: [ProposalRow.Example]) -> String {
          examples.map(\.text.text).joined(separator: " | ")
        }
        return [
          .integer(place + 1), .word(Texts.Proposals.word(row)), .word(row.topic.description),
          .text(view.titles[row.topic] ?? ""), .word(row.heir?.description ?? ""),
          .text(row.heir.flatMap { view.titles[$0] } ?? ""), .text(title ?? ""),
          .text(posts.map(\.description).joined(separator: "|")), .optional(contact?.pairs),
          .optional(contact?.expectedPairs), .optional(contact?.percent), .optional(contact?.chancePercent),
          .optional(contact?.going.questions), .optional(contact?.going.people),
          .optional(contact?.staying.questions), .optional(contact?.staying.people),
          .text(Texts.Proposals.why(row).joined(separator: " ")),
          .text(row.words.joined(separator: "|")), .text(join(row.examples)), .text(join(row.others)),
          .text(ProposalForm.rows(row).joined(separator: "\n")),
          .text(ProposalForm.command(row, pipeline: pipeline)), .text(ProposalForm.leavingRow(row)),
          .text(ProposalForm.leavingCommand(row, pipeline: pipeline)),
        ]
      })
  }
}
