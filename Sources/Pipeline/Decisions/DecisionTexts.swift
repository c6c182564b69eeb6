// What people are told about decisions, in Dutch.
import Discussion

/// The Dutch words for decisions, refusals and remarks.
enum DecisionTexts {
  /// What a subject without a topic is called.
  static let untitled = "nieuw onderwerp, nog zonder naam"

  /// A line of the log as a sentence.
  static func sentence(_ line: Decision) -> String {
    let title = line.shown.map { " (\($0.title))" } ?? ""
    let signal = (line.signal?.description ?? "") + title
    return switch line.action {
    case .decide(let kind, let date): "\(signal): \(decision(kind, date))"
    case .rate(.useful): "\(signal): het signaal was nuttig"
    case .rate(.partly): "\(signal): het signaal was deels nuttig"
    case .rate(.notUseful): "\(signal): het signaal was niet nuttig"
    case .hold(let date): "\(signal): de themabijeenkomst was op \(date)"
    case .withdraw(let line): "regel \(line) geldt niet meer"
    }
  }

  /// A decision in a few words.
  static func decision(_ kind: DecisionKind, _ date: CalendarDay?) -> String {
    kind.rawValue + (date.map { " op \($0)" } ?? "")
  }

  /// Why a request was not taken.
  ///
  /// - Parameter quoting: whether words that a person typed may be repeated: at the keyboard they may, on a page they
  ///   may not, because they can hold anything.
  static func reason(_ refusal: DecisionRefusal, quoting: Bool) -> String {
    func quoted(_ text: String) -> String { quoting ? " “\(text)”" : "" }
    switch refusal {
    case .noSignals: return "er zijn nog geen signalen: er valt niets te besluiten"
    case .noSignal: return "er is geen signaal genoemd; het nummer ziet eruit als SIG-2026-W10-1"
    case .unknownSignal(let text, let nearest, let open):
      let known = "signaal\(quoted(text)) bestaat niet"
      if !nearest.isEmpty { return known + ". Bedoelde u \(list(nearest, "of"))?" }
      if open.isEmpty { return known + ". Er staat nu geen signaal open; het nummer lijkt op SIG-2026-W10-1" }
      return known + ". Nu open: \(list(open, "en"))"
    case .nothingAsked:
      return "er is niets om op te nemen: geef een besluit, of zeg of het signaal nuttig was"
    case .unknownDecision(let text, let nearest):
      return "het besluit\(quoted(text)) bestaat niet"
        + (nearest.map { "; bedoelde u “\($0)”?" }
          ?? ". Kies uit: \(DecisionKind.allCases.map(\.rawValue).joined(separator: ", "))")
    case .unknownUsefulness(let text):
      return "bij nuttig past\(quoted(text)) niet. Kies uit: ja, deels, nee"
    case .noDate(let text):
      return "\(quoting ? "“\(text)”" : "wat bij datum of gehouden staat,") is geen dag die bestaat. "
        + "Schrijf een dag als 2026-03-27 of 27-03-2026"
    case .dateWithout(let kind):
      return "bij het besluit “\(kind.rawValue)” hoort geen datum; alleen een themabijeenkomst heeft er een"
    case .dateAlone: return "er is een datum, maar geen besluit. Bij een themabijeenkomst hoort een datum"
    case .notDecided(let signal):
      return "over \(signal) is nog niets besloten. Neem eerst een besluit op, of geef het tegelijk"
    case .noMeeting(let signal):
      return "voor \(signal) is geen themabijeenkomst besloten, dus er kan er geen gehouden zijn"
    case .notYetHeld(let day): return "\(day) moet nog komen: een bijeenkomst kan dan nog niet gehouden zijn"
    case .noLines(let text):
      return "\(quoting ? "“\(text)”" : "dit") noemt geen regels van het logboek, zoals 4 of 4-7"
    case .unknownLine(let line): return "regel \(line) bestaat niet"
    case .withdrawnLine(let line): return "regel \(line) geldt al niet meer"
    case .overruledRow(let line):
      return
        "deze regel stond al in een ander bestand (regel \(line) van het logboek), en daarna is anders besloten. "
        + "Geldt hij opnieuw? Zet dan in de toelichting waarom. Anders kan hij weg"
    case .unreadableRow:
      return "de regel is niet te lezen: een aanhalingsteken is niet gesloten, of een cel is te lang"
    }
  }

  /// A stable code for a refusal, for the quarantine.
  static func code(_ refusal: DecisionRefusal) -> String {
    switch refusal {
    case .noSignals, .noSignal, .unknownSignal: "besluit-signaal"
    case .nothingAsked, .unknownDecision, .unknownUsefulness: "besluit-keuze"
    case .noDate, .dateWithout, .dateAlone, .notYetHeld: "besluit-datum"
    case .notDecided, .noMeeting, .overruledRow: "besluit-volgorde"
    case .noLines, .unknownLine, .withdrawnLine: "besluit-intrekken"
    case .unreadableRow: "besluit-rij"
    }
  }

  /// Something to know about a request that was taken.
  static func text(_ remark: DecisionRemark) -> String {
    switch remark {
    case .noDateYet: "Er is nog geen dag. Geef die later met --besluit themabijeenkomst --datum."
    case .weeksLeftOut(let weeks):
      "Deze weken tellen voor dit onderwerp niet meer mee in wat gewoon is: "
        + weeks.map(\.description).joined(separator: ", ") + "."
    case .questionsLeftOut(let count):
      count == 1
        ? "De vraag van dit signaal telt niet meer mee in wat gewoon is."
        : "De \(count) vragen van dit signaal tellen niet meer mee in wat gewoon is."
    case .noTopic:
      "Let op: dit signaal hoort nog bij geen onderwerp. Zolang dat zo is, kunnen we na de bijeenkomst niets tellen."
    case .dayHasCome(let day):
      "\(day) is geweest: de bijeenkomst telt als gehouden. Ging ze niet door? Neem dan een ander besluit op."
    case .replaces(let kind, let line): "Dit vervangt het besluit “\(kind.rawValue)” van regel \(line)."
    }
  }

  static func list(_ values: [SignalID], _ word: String) -> String {
    guard values.count > 1, let last = values.last else { return values.first?.description ?? "" }
    return values.dropLast().map(\.description).joined(separator: ", ") + " \(word) \(last)"
  }
}
