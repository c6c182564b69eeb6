// What readers read, in Dutch on level B1: words that all pages share, and sentences about signals.
import Discussion

/// The texts of the pages. One type per language; the pages only know this name.
typealias Texts = DutchTexts

/// A sentence of which a part stands out.
struct Sentence: Hashable, Sendable {
  /// What stands before the part that stands out.
  var start = ""
  let strong: String
  let rest: String

  /// The whole sentence without marking.
  var plain: String { start + strong + rest }
}

/// The texts in Dutch. Soft hyphens (U+00AD) stand in long compounds only, where phones would overflow.
enum DutchTexts {
  static let language = "nl"
  static let product = "Themaradar"
  static let skip = "Naar de inhoud"
  static let mainMenu = "Hoofdmenu"
  static let attention = "Let op"
  static let demo = Sentence(
    strong: "Voorbeeld.", rest: " Deze groep bestaat niet. Alle mensen, vragen en aantallen zijn verzonnen.")
  static let thisWeek = "Deze week"
  static let topics = "Onderwerpen"
  static let method = "Werkwijze"
  static let other = "Andere"

  /// A page's title in the browser's tab.
  static func pageTitle(_ title: String) -> String { "\(title) – \(product)" }

  static func axisMonth(_ month: Int) -> String {
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"][month - 1]
  }

  // Footers.

  static func coreFooter(_ view: CoreView) -> [String] {
    [
      "\(view.community). Rapport over \(DutchFormat.weekOfYear(view.week)), met de gegevens van "
        + "\(DutchFormat.longDate(view.facts.asOf)). Vertrouwelijk: alleen voor de kerngroep en de monitors.",
      "We laten geen namen zien. Een groep laten we pas zien vanaf \(view.rule.questions) vragen en "
        + "\(view.rule.people) verschillende mensen.",
    ]
  }
  static let howWeCount = "Zo werkt de Themaradar"

  // Amounts.

  static func questions(_ count: Int) -> String {
    count == 1 ? "1 vraag" : "\(DutchFormat.number(count)) vragen"
  }
  static func questionsOrNone(_ count: Int) -> String { count == 0 ? "geen vragen" : questions(count) }
  static func topics(_ count: Int) -> String {
    count == 1 ? "1 onderwerp" : "\(DutchFormat.number(count)) onderwerpen"
  }
  static func posts(_ count: Int) -> String {
    count == 1 ? "1 bericht" : "\(DutchFormat.number(count)) berichten"
  }
  static func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(DutchFormat.number(count)) weken" }
  static func people(_ count: PeopleCount) -> String {
    switch count {
    case .exactly(1): "1 persoon"
    case .exactly(let number): "\(DutchFormat.number(number)) mensen"
    case .fewerThan(let threshold): "minder dan \(DutchFormat.number(threshold)) mensen"
    case .hidden: "een aantal mensen"
    }
  }
  static func organisations(_ count: Int) -> String {
    count == 1 ? "1 organisatie" : "\(DutchFormat.number(count)) organisaties"
  }
  static func regions(_ count: Int) -> String {
    count == 1 ? "1 regio" : "\(DutchFormat.number(count)) regio’s"
  }

  /// What was to be expected, for a table: "0 t/m 3", "6 t/m 19", "0".
  static func range(_ band: ClosedRange<Int>?) -> String {
    guard let band else { return "–" }
    return band.lowerBound == band.upperBound
      ? DutchFormat.number(band.upperBound)
      : "\(DutchFormat.number(band.lowerBound)) t/m \(DutchFormat.number(band.upperBound))"
  }

  /// What was to be expected, in a sentence behind "we verwachtten er".
  static func expected(_ band: ClosedRange<Int>) -> String {
    if band.upperBound == 0 { return "geen" }
    if band.lowerBound == 0 { return "hoogstens \(DutchFormat.number(band.upperBound))" }
    return band.lowerBound == band.upperBound
      ? DutchFormat.number(band.upperBound)
      : "\(DutchFormat.number(band.lowerBound)) tot en met \(DutchFormat.number(band.upperBound))"
  }

  // Signals.

  /// The mark of a topic that was born in the last weeks.
  static let new = "Nieuw"

  static func strength(_ strength: SignalStrength) -> String {
    switch strength {
    case .signal: "Signaal"
    case .strong: "Sterk signaal"
    case .veryStrong: "Zeer sterk signaal"
    }
  }

  // The chart.

  static let keyLine = "aantal vragen"
  static let keyBand = "wat we verwachten"
  static let keyFlag = "week met een signaal"
  static let keyOpen = "signaal loopt nog"
  static let keyMeeting = "themabijeenkomst"
  static func chartCaption(weeks: Int) -> String { "Vragen per week, laatste \(weeks) weken" }
  static func chartTitle(_ topic: TopicView, weeks: Int) -> String {
    "Vragen per week over \(topic.title), laatste \(weeks) weken"
  }

  /// The chart in words, for those who cannot see it.
  static func chartDescription(_ points: [WeekPoint]) -> String {
    guard let last = points.last else { return "Er zijn nog geen weken om te laten zien." }
    let known = points.filter { $0.questions != nil }
    var sentences = ["In \(DutchFormat.week(last.week)): \(questionsOrNone(last.questions ?? 0))."]
    if let band = last.band { sentences.append("We verwachtten er \(expected(band)).") }
    if let busiest = known.max(by: { ($0.questions ?? 0) < ($1.questions ?? 0) }),
      let most = busiest.questions, most > 0
    {
      sentences.append("De drukste week was \(DutchFormat.weekOfYear(busiest.week)): \(questions(most)).")
    } else {
      sentences.append("In al deze weken kwamen er geen vragen.")
    }
    let flagged = points.filter { $0.mark == .flagged }.map { "\($0.week.yearAndWeek.week)" }
    sentences.append(
      flagged.isEmpty ? "Er was geen week met een signaal." : "Signaal in week \(DutchFormat.list(flagged)).")
    let meetings = points.compactMap(\.meeting)
    if !meetings.isEmpty {
      sentences.append("Themabijeenkomst op \(DutchFormat.list(meetings.map(DutchFormat.date))).")
    }
    if let holidays = Holidays.sentence(points) { sentences.append(holidays) }
    return sentences.joined(separator: " ")
  }

  /// A week's numbers, for the mouse that rests on it.
  static func hint(_ point: WeekPoint) -> String {
    guard let count = point.questions else {
      return "\(DutchFormat.weekOfYear(point.week)): nog geen gegevens"
    }
    let band = point.band.map { ", verwacht \(range($0))" } ?? ""
    let holiday = point.holiday.map { ", \(Holidays.name($0))" } ?? ""
    let meeting = point.meeting.map { ", \(Topic.meeting($0))" } ?? ""
    return "\(DutchFormat.weekOfYear(point.week)): \(questionsOrNone(count))\(band)\(holiday)\(meeting)"
  }
}
