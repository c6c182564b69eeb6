// The Dutch texts of earlier reports, and of what came in after a report was fixed.
import Discussion

extension DutchTexts {
  /// Earlier weeks.
  enum Archive {
    static let menu = "Eerdere weken"
    static let link = "Rapporten van eerdere weken"
    static let newest = "Naar het nieuwste rapport"
    static let caption = "Rapporten, het nieuwste eerst"
    static let columns = (week: "Week", report: "Wat het rapport zei", questions: "Vragen")
    static let file = "De lijst van rapporten voor Excel"

    static func heading(_ count: Int) -> String {
      switch count {
      case 0: "Er zijn nog geen eerdere rapporten"
      case 1: "Eén eerder rapport"
      default: "\(Open.capitalised(DutchFormat.word(count))) eerdere rapporten"
      }
    }
    static func intro(_ count: Int) -> String {
      count == 0
        ? "Is de week voorbij, dan komt dit rapport hier te staan, op een adres dat niet verandert."
        : "Van elke week staan hier de cijfers zoals het rapport ze gaf. Namen en besluiten zijn die van nu."
    }

    /// What an earlier report came down to.
    static func summary(_ view: CoreView) -> String {
      let incomplete = view.completeness == .complete ? "" : " (gemaakt voordat alle gegevens binnen waren)"
      switch view.signals.count {
      case 0: return "Geen signalen\(incomplete)"
      case 1: return "Eén signaal\(incomplete)"
      case let count: return "\(Open.capitalised(DutchFormat.word(count))) signalen\(incomplete)"
      }
    }

    /// The note above a report; nil for the newest as it should be.
    static func note(_ view: CoreView) -> Sentence? {
      switch view.edition.kind {
      case .archived, .rebuilt:
        return Sentence(
          strong: "Dit is een eerder rapport.",
          rest:
            " De cijfers zijn zoals ze waren op \(DutchFormat.longDate(view.facts.asOf)). Namen en besluiten zijn die "
            + "van nu.")
      case .afterwards:
        return Sentence(
          strong: "Dit rapport is achteraf gemaakt.",
          rest:
            " Het telt wat we nu weten van berichten tot en met \(DutchFormat.date(view.week.sunday)), met de onderwerpen "
            + "van nu. Toen kon het er anders uitzien.")
      case .current: return view.edition.late.map(late)
      }
    }

    private static func late(_ late: LateData) -> Sentence {
      var parts: [String] = []
      if late.questions > 0 {
        parts.append(
          "\(late.questions == 1 ? "kwam" : "kwamen") er nog \(questions(late.questions)) over deze week bij")
      } else if late.questions < 0 {
        parts.append(
          "\(late.questions == -1 ? "verviel" : "vervielen") er \(questions(-late.questions)) van deze week")
      }
      if late.newSignals > 0 {
        parts.append(
          "zou er \(late.newSignals == 1 ? "één signaal" : "\(DutchFormat.word(late.newSignals)) signalen") bij komen"
        )
      }
      if late.goneSignals > 0 {
        parts.append(
          "\(late.goneSignals == 1 ? "zou één signaal" : "zouden \(DutchFormat.word(late.goneSignals)) signalen") vervallen"
        )
      }
      return Sentence(
        strong: "Er kwamen later nog gegevens.",
        rest:
          " Dit rapport is vastgesteld op \(DutchFormat.longDate(late.fixedOn)). Daarna \(DutchFormat.list(parts)). De "
          + "cijfers hieronder zijn niet veranderd. In het volgende rapport telt alles mee.")
    }
  }
}
