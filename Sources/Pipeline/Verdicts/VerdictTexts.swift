// What people are told about verdicts, in Dutch.
import Discussion

/// The Dutch words for verdicts, refusals and remarks.
enum VerdictTexts {
  /// A line of the log as a sentence.
  static func sentence(_ line: Verdict) -> String {
    switch line.action {
    case .withdraw(let other): "regel \(other) geldt niet meer"
    case .quote(let quotation): "\(quotation.post): \(quotation.answer.rawValue)"
    case .judge(let judgement):
      "\(judgement.post): \(judgement.kind.rawValue)" + (judgement.until.map { " tot \($0)" } ?? "")
        + (judgement.told.isEmpty ? "" : " (\(words(judgement.told)))")
    }
  }

  /// Reasons by their words.
  static func words(_ reasons: [ReviewReason]) -> String {
    reasons.map(\.word).joined(separator: ", ")
  }

  /// Why a post is in the queue again.
  static func back(_ back: ReviewReturn) -> String {
    switch back {
    case .graver: "ernstiger reden"
    case .edited: "tekst gewijzigd"
    case .due: "uitstel voorbij"
    case .withdrawn: "oordeel ingetrokken"
    }
  }

  /// Why a request was not taken.
  ///
  /// - Parameter quoting: whether words that a person typed may be repeated: at the keyboard they may, on a page they
  ///   may not, because they can hold anything.
  static func reason(_ refusal: VerdictRefusal, quoting: Bool) -> String {
    func quoted(_ text: String) -> String { quoting ? " “\(text)”" : "" }
    func meant(_ nearest: String?, _ known: [String]) -> String {
      nearest.map { "; bedoelde u “\($0)”?" } ?? ". Kies uit: \(known.joined(separator: ", "))"
    }
    switch refusal {
    case .noPost:
      return "er is geen bericht genoemd; het nummer staat bij elk bericht in de wachtrij"
    case .unknownPost(let text): return "bericht\(quoted(text)) bestaat niet"
    case .ambiguousPost(let text, let posts):
      return "bericht\(quoted(text)) is niet één bericht"
        + (quoting ? ": \(posts.map(\.description).joined(separator: ", "))" : "")
        + ". Zet de naam van de bron ervoor"
    case .nothingAsked:
      return "er is geen oordeel gegeven. Kies uit: \(kinds.joined(separator: ", "))"
    case .unknownVerdict(let text, let nearest):
      return "het oordeel\(quoted(text)) bestaat niet" + meant(nearest, kinds)
    case .unknownReason(let text, let nearest):
      return "de reden\(quoted(text)) bestaat niet" + meant(nearest, ReviewReason.all.map(\.word))
    case .noDay(let text):
      return "\(quoting ? "“\(text)”" : "wat bij tot staat,") is geen dag die bestaat. "
        + "Schrijf een dag als 2026-03-27 of 27-03-2026"
    case .noUntil:
      return "bij “uitgesteld” hoort een dag (tot): dan komt het bericht terug in de wachtrij"
    case .pastDay(let day):
      return "\(day) is al geweest: kies bij “uitgesteld” een dag die nog komt"
    case .untilWithout(let kind):
      return "bij “\(kind.rawValue)” hoort geen dag (tot); alleen bij “uitgesteld” hoort er een"
    case .quoteWithMore(let answer):
      return
        "bij “\(answer.rawValue)” hoort geen reden en geen dag (tot): het gaat over de tekst van het bericht"
    case .unknownVersion:
      return
        "wat bij versie staat, is geen versie van een tekst. Neem de cel over uit het formulier, of laat hem leeg"
    case .noLines(let text):
      return "\(quoting ? "“\(text)”" : "dit") noemt geen regels van het logboek, zoals 4 of 4-7"
    case .unknownLine(let line): return "regel \(line) bestaat niet"
    case .withdrawnLine(let line): return "regel \(line) geldt al niet meer"
    case .overruledRow(let line):
      return
        "deze regel stond al in een ander bestand (regel \(line) van het logboek), en geldt niet meer voor het "
        + "bericht zoals het nu is. Geldt hij opnieuw? Zet dan in de toelichting waarom. Anders kan hij weg"
    case .unreadableRow:
      return
        "de regel is niet te lezen: een aanhalingsteken is niet gesloten, of een cel is te lang"
    }
  }

  /// All words that can be given.
  static var kinds: [String] { VerdictKind.allCases.map(\.rawValue) + QuoteAnswer.allCases.map(\.rawValue) }

  /// A stable code for a refusal, for the quarantine.
  static func code(_ refusal: VerdictRefusal) -> String {
    switch refusal {
    case .noPost, .unknownPost, .ambiguousPost: "oordeel-bericht"
    case .nothingAsked, .unknownVerdict: "oordeel-keuze"
    case .unknownReason, .quoteWithMore: "oordeel-reden"
    case .noDay, .noUntil, .pastDay, .untilWithout: "oordeel-tot"
    case .unknownVersion: "oordeel-versie"
    case .overruledRow: "oordeel-volgorde"
    case .noLines, .unknownLine, .withdrawnLine: "oordeel-intrekken"
    case .unreadableRow: "oordeel-rij"
    }
  }

  /// Something to know about a request that was taken.
  static func text(_ remark: VerdictRemark) -> String {
    switch remark {
    case .notInQueue:
      "Let op: dit bericht staat niet in de wachtrij. Het oordeel is bewaard, maar er wacht geen reden op."
    case .notShown(let reason): "Let op: het bericht staat niet in de wachtrij om “\(reason.word)”."
    case .stillWaiting(let reasons):
      "Het bericht blijft in de wachtrij staan om: \(words(reasons)). Zonder --reden geldt een oordeel voor alle redenen."
    case .olderText: "Let op: de tekst is sindsdien gewijzigd. Het bericht blijft in de wachtrij."
    case .replaces(let kind, let line):
      "Dit vervangt het oordeel “\(kind.rawValue)” van regel \(line)."
    case .olderQuote: "Let op: de tekst is sindsdien gewijzigd. Dit geldt niet voor de tekst van nu."
    case .replacesQuote(let answer, let line): "Dit vervangt “\(answer.rawValue)” van regel \(line)."
    case .leftOutBSN:
      "In de toelichting stond een nummer dat een BSN kan zijn. Dat bewaren we niet."
    }
  }
}
