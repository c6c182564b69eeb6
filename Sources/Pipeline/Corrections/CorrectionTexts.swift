// What people are told about corrections, in Dutch.
import Discussion

/// The Dutch words for corrections, refusals and remarks.
enum CorrectionTexts {
  /// A line of the log as a sentence.
  static func sentence(_ action: TopicCorrection.Action, titles: [TopicID: String]) -> String {
    func name(_ topic: TopicID) -> String { titles[topic].map { "\(topic) “\($0)”" } ?? "\(topic)" }
    switch action {
    case .rename(let topic, let title): return "\(topic) heet voortaan “\(title)”"
    case .merge(let topic, let heir): return "\(name(topic)) is voortaan deel van \(name(heir))"
    case .create(let topic, let title): return "nieuw onderwerp \(topic) “\(title)”"
    case .move(let post, let topic?): return "bericht \(post) hoort bij \(name(topic))"
    case .move(let post, nil): return "bericht \(post) hoort bij geen onderwerp"
    case .pin(let topic, true): return "\(name(topic)) staat vast: het houdt zijn vragen en zijn nummer"
    case .pin(let topic, false): return "\(name(topic)) staat niet meer vast"
    case .mute(let topic, true):
      return "\(name(topic)) is verborgen: geen signalen, en niet op de pagina’s van de kerngroep"
    case .mute(let topic, false): return "\(name(topic)) is weer te zien voor de kerngroep"
    case .keep(let topic, .whole):
      return "\(name(topic)) blijft één onderwerp: geen voorstel meer om het te splitsen"
    case .keep(let topic, .title):
      return "\(name(topic)) houdt zijn titel: geen voorstel meer voor een andere"
    case .keep(let topic, .apart(let other)):
      return "\(name(topic)) en \(name(other)) blijven apart: geen voorstel meer om ze samen te voegen"
    case .withdraw(let line): return "regel \(line) geldt niet meer"
    }
  }

  /// Why a request was not taken.
  ///
  /// - Parameter quoting: whether words that a person typed may be repeated: at the keyboard they may, on a page they
  ///   may not, because they can hold anything.
  static func reason(_ refusal: CorrectionRefusal, quoting: Bool) -> String {
    func quoted(_ text: String) -> String { quoting ? " “\(text)”" : "" }
    switch refusal {
    case .noTopics: return "er zijn nog geen onderwerpen: draai eerst een nacht"
    case .unknownTopic(let text, let nearest):
      let known = CorrectionBook.identity(text).map { "onderwerp \($0) bestaat niet" }
      return (known ?? "er is geen onderwerp dat\(quoted(text)) heet; noem het nummer, zoals OND-0012")
        + (nearest.map { ". Bedoelde u \($0.id)\(quoting ? " (“\($0.title)”)" : "")?" } ?? "")
    case .ambiguousTitle(let text, let topics):
      return "meer dan één onderwerp heet\(quoted(text)) zo: noem het nummer (\(list(topics)))"
    case .partOf(let topic, let heir): return "\(topic) is opgegaan in \(heir): noem \(heir)"
    case .mergedIntoItself(let topic): return "\(topic) kan niet in zichzelf opgaan"
    case .sameTopic(let topic): return "\(topic) is twee keer genoemd: noem twee onderwerpen"
    case .emptyTitle: return "de titel is leeg: er moet minstens één woord in staan"
    case .longTitle(let count):
      return "de titel heeft \(count) tekens; er passen er \(CorrectionBook.longestTitle)"
    case .reservedTitle: return "zo kan een onderwerp niet heten: dit leest als een nummer, of als “geen”"
    case .personalTitle(let redacted):
      return
        "de titel bevat persoonsgegevens, en de kerngroep krijgt hem te zien: “\(redacted)”. Schrijf hem anders"
    case .takenTitle(let topic):
      return "\(topic) heet al zo. Voeg de onderwerpen samen, of verplaats berichten naar \(topic)"
    case .unknownPost(let text):
      return "bericht\(quoted(text)) is niet bekend; het nummer staat bij het bericht, zoals jeugd:p01204"
    case .ambiguousPost(let text, let posts):
      return "bericht\(quoted(text)) komt in meer bronnen voor: noem \(list(posts, "of"))"
    case .noPosts: return "er is geen bericht genoemd"
    case .notInTopic(let post, let topic, let actual):
      return
        "bericht \(post) hoort niet bij \(topic) maar bij \(actual.map(\.description) ?? "geen onderwerp"); "
        + "gebruik verplaatsen (move)"
    case .wholeTopic(let topic):
      return "dit zijn alle vragen van \(topic): geef het onderwerp liever een andere titel"
    case .unusedWord(let word, let topic): return "geen vraag van \(topic) gebruikt het woord\(quoted(word))"
    case .noLines(let text):
      return "\(quoting ? "“\(text)”" : "dit") noemt geen regels van het logboek, zoals 4 of 4-7"
    case .unknownLine(let line): return "regel \(line) bestaat niet"
    case .withdrawnLine(let line): return "regel \(line) geldt al niet meer"
    case .neededLine(let line, let by):
      return
        "regel \(line) maakte een onderwerp dat nog nodig is voor \(by.count == 1 ? "regel" : "de regels") "
        + "\(ranges(by)): neem die tegelijk terug"
    case .unknownAction(let text, let nearest):
      return "de actie\(quoted(text)) bestaat niet"
        + (nearest.map { "; bedoelde u “\($0)”?" }
          ?? ". De acties zijn: \(CorrectionSheet.Row.actions.joined(separator: ", "))")
    case .emptyColumn(let column): return "de kolom “\(column)” is leeg"
    case .unreadableRow:
      return "de regel is niet te lezen: een aanhalingsteken is niet gesloten, of een cel is te lang"
    }
  }

  /// A stable code for a refusal, for the quarantine.
  static func code(_ refusal: CorrectionRefusal) -> String {
    switch refusal {
    case .noTopics, .unknownTopic, .ambiguousTitle, .partOf, .mergedIntoItself, .sameTopic:
      "correctie-onderwerp"
    case .emptyTitle, .longTitle, .reservedTitle, .personalTitle, .takenTitle: "correctie-titel"
    case .unknownPost, .ambiguousPost, .noPosts, .notInTopic, .wholeTopic, .unusedWord: "correctie-bericht"
    case .noLines, .unknownLine, .withdrawnLine, .neededLine: "correctie-herroep"
    case .unknownAction, .emptyColumn, .unreadableRow: "correctie-rij"
    }
  }

  /// Something to know about a request that was taken; nil for what the line itself says.
  static func text(_ remark: CorrectionRemark) -> String? {
    switch remark {
    case .made: nil
    case .resembles(let topic, let title):
      "Let op: dit maakt een nieuw onderwerp, maar er is al \(topic) “\(title)”."
    case .hidden(let topic):
      "Let op: \(topic) is verborgen voor de kerngroep. Weer tonen: themaradar topic mute … \(topic) --off"
    case .asksNothing(let post):
      "Let op: bericht \(post) stelde in de laatste nacht geen vraag. Het telt pas mee als dat verandert."
    }
  }

  /// Numbers as `4-7, 9`.
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in Set(numbers).sorted() {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }

  private static func list(_ values: [some CustomStringConvertible], _ word: String = "of") -> String {
    values.map(\.description).joined(separator: " \(word) ")
  }
}
