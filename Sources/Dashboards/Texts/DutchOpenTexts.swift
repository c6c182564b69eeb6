// The Dutch texts of the page on questions without an answer.
import Discussion

extension DutchTexts {
  /// Questions that nobody answered yet.
  enum Open {
    static let menu = "Vragen zonder antwoord"
    static let link = "Vragen die nog wachten op een antwoord"
    static let caption = "Vragen die nog open staan, per onderwerp"
    static let columns = (
      topic: "Onderwerp", open: "Nog open", long: "Langer dan \(OpenTally.longWeeks) weken",
      oldest: "Oudste vraag",
      answer: "Misschien het antwoord"
    )
    static let file = "Vragen zonder antwoord, voor Excel"

    private static func waiting(_ count: Int) -> String { count == 1 ? "wacht" : "wachten" }

    static func heading(_ view: CoreView) -> String {
      let count = view.figures.unanswered
      return count == 0
        ? "Elke vraag kreeg een antwoord"
        : "\(capitalised(questions(count))) \(waiting(count)) op een antwoord"
    }

    static func intro(_ view: CoreView) -> String {
      let days = view.method.unansweredAfterWorkingDays
      let rows = OpenQuestionsPage.rows(view)
      let long = rows.reduce(0) { $0 + $1.tally.long }
      if view.figures.unanswered == 0 {
        return "Er staat geen vraag langer dan \(days) \(days == 1 ? "werkdag" : "werkdagen") open."
      }
      let start =
        "Op deze vragen kwam na \(days) \(days == 1 ? "werkdag" : "werkdagen") nog geen antwoord van iemand anders."
      if long == 0 { return start }
      return start
        + " \(capitalised(DutchFormat.word(long))) daarvan \(long == 1 ? "staat" : "staan") langer dan "
        + "\(OpenTally.longWeeks) weken open."
    }

    /// One line for the agenda.
    static func sentence(_ view: CoreView) -> String {
      let count = view.figures.unanswered
      return count == 0
        ? "Er wacht geen vraag op een antwoord."
        : "\(capitalised(questions(count))) \(waiting(count)) op een antwoord."
    }

    static func name(_ kind: String, _ view: CoreView) -> String {
      kind == "kleine_onderwerpen"
        ? "Onderwerpen waar minder dan \(view.rule.people) mensen naar vroegen, samen"
        : "Vragen zonder onderwerp"
    }

    static let note =
      "De vragen zelf staan hier niet: daar kan iemand in te herkennen zijn. De monitors zien ze wel, en vragen "
      + "mensen om te antwoorden. Kent u het antwoord op een onderwerp? Zoek de vraag dan op het platform op."

    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
  }
}
