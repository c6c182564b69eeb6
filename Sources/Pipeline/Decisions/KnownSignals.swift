// The signals that people can decide about, with the titles under which they know them.
import Discussion
import Storage

/// The signals of a run.
struct KnownSignals {
  /// All signals, by identity.
  let signals: [Signal]
  /// What topics are called, as people may see it.
  let titles: [TopicID: String]

  private let byID: [SignalID: Signal]

  /// Signals in any order.
  init(_ signals: [Signal], titles: [TopicID: String] = [:]) {
    self.signals = signals.sorted { $0.id < $1.id }
    self.titles = titles
    byID = Dictionary(signals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The signals of a run of the store.
  init(store: CommunityStore, run: Int?, titles: [TopicID: String] = [:]) throws {
    self.init(try run.map { try store.signals(run: $0) } ?? [], titles: titles)
  }

  /// The signals of the last published night, with titles that may be shown.
  static func published(_ store: CommunityStore, _ file: PipelineFile) throws -> KnownSignals {
    guard let run = try store.lastPublishedRun()?.id else { return KnownSignals([]) }
    let scanner = TitleScanner(file: file)
    let given = try store.topicCorrections().titles
    let topics = try store.topicState(run: run)?.topics ?? []
    let titles = Dictionary(
      topics.map { ($0.id, given[$0.id] ?? scanner.harmless($0).title) },
      uniquingKeysWith: { first, _ in first })
    return try KnownSignals(store: store, run: run, titles: titles)
  }

  /// A signal; nil when nobody knows it.
  subscript(id: SignalID) -> Signal? { byID[id] }

  /// The newest week in which any stands.
  var newest: ISOWeek? { signals.map(\.latest).max() }

  /// What people call a signal.
  func title(of signal: Signal) -> String {
    signal.topic.flatMap { titles[$0] } ?? DecisionTexts.untitled
  }
}
