// themaradar decide: where people record what they decide about signals, and see what waits for them.
import Discussion
import Foundation
import Storage

/// Records what people decide about the signals of a community, and shows what there is to decide about.
///
/// What is recorded takes force in the next night; nothing that was published changes. Every answer is a Dutch sentence.
public struct DecisionDesk {
  private let path: String
  private let desk: TopicDesk

  /// The desk of the community in a pipeline file.
  public init(pipeline path: String) {
    self.path = path
    desk = TopicDesk(pipeline: path)
  }

  /// Takes a request into the log, or says why not.
  public func record(_ request: DecisionRequest, by: String?, isDryRun: Bool) -> ExitStatus {
    writing(isDryRun: isDryRun) { book in try book.take(request, by: Self.given(by)) }
  }

  /// Takes lines of the log back, by lines that say so.
  public func withdraw(_ lines: String, by: String?, note: String?, isDryRun: Bool) -> ExitStatus {
    writing(isDryRun: isDryRun) { book in
      (try book.withdraw(lines, by: Self.given(by), note: Self.given(note)), [])
    }
  }

  /// Lists the signals that wait for people, that they keep in sight, or that still stand.
  public func list(all: Bool) -> ExitStatus {
    telling {
      let book = try book(try Community(try PipelineFile.read(path)))
      let signals = all ? book.signals.signals : book.open
      guard !signals.isEmpty else {
        desk.output.write(
          book.signals.signals.isEmpty
            ? "Er zijn nog geen signalen.\n" : "Er staat geen signaal open (--alle toont ook oudere).\n")
        return .clean
      }
      let rows = signals.reversed().map { signal in
        [
          signal.id.description, Self.weeks(signal), Self.strength(signal.strength),
          Self.standing(signal, book.folded), Self.cut(book.signals.title(of: signal), to: 60),
        ]
      }
      desk.output.write(TextTable.text([["signaal", "weken", "sterkte", "besluit", "onderwerp"]] + rows))
      return .clean
    }
  }

  /// Shows the log of decisions, oldest first.
  public func log() -> ExitStatus {
    telling {
      let community = try Community(try PipelineFile.read(path))
      let lines = try community.store.decisionLog()
      let withdrawn = Decisions.withdrawn(in: lines)
      let text = lines.map { line in
        var text = "  \(line.number). \(DecisionTexts.sentence(line)) (\(line.recordedOn)"
        if let by = line.by { text += ", \(by)" }
        if case .row(let file, let row, _) = line.source { text += ", \(file) regel \(row)" }
        text += ")"
        if let note = line.note { text += ": \(note)" }
        return withdrawn.contains(line.number) ? text + " [ingetrokken]" : text
      }
      desk.output.write(text.isEmpty ? "Er zijn nog geen besluiten.\n" : text.joined(separator: "\n") + "\n")
      return .clean
    }
  }

  private func writing(
    isDryRun: Bool, _ decide: (inout DecisionBook) throws -> (lines: [Decision], remarks: [DecisionRemark])
  ) -> ExitStatus {
    telling {
      let file = try PipelineFile.read(path)
      try Community.requireStore(file)
      // A night reads the log once it has read the inbox: what came in between would be told and not be in force.
      let lock = isDryRun ? nil : try RunLock(besideStore: file.store)
      defer { withExtendedLifetime(lock) {} }
      let community = try Community(file)
      var book = try book(community)
      let (lines, remarks) = try decide(&book)
      if !isDryRun { try community.store.append(lines) }
      desk.output.write(answer(lines, remarks, isDryRun: isDryRun))
      return .clean
    }
  }

  private func book(_ community: Community) throws -> DecisionBook {
    DecisionBook(
      signals: try KnownSignals.published(community.store, community.file),
      log: try community.store.decisionLog(), today: community.file.zone.day(of: Clock.now))
  }

  private func answer(_ lines: [Decision], _ remarks: [DecisionRemark], isDryRun: Bool) -> String {
    var text = lines.map { line in
      "\(isDryRun ? "Zou opnemen als regel" : "Opgenomen als regel") \(line.number): "
        + DecisionTexts.sentence(line) + "."
    }
    text += remarks.map(DecisionTexts.text)
    if isDryRun {
      text.append("Er is niets opgenomen (--dry-run).")
    } else {
      text.append("Dit geldt vanaf de volgende nacht.")
      text.append(
        "Intrekken: themaradar decide \(path) --intrekken \(CorrectionTexts.ranges(lines.map(\.number)))")
    }
    return text.joined(separator: "\n") + "\n"
  }

  private func telling(_ body: () throws -> ExitStatus) -> ExitStatus {
    desk.telling {
      do {
        return try body()
      } catch let refusal as DecisionRefusal {
        desk.errors.write("themaradar: \(DecisionTexts.reason(refusal, quoting: true))\n")
        return .failed
      }
    }
  }

  private static func standing(_ signal: Signal, _ decisions: Decisions) -> String {
    guard let decision = decisions.bySignal[signal.id] else { return "nog geen" }
    let words = DecisionTexts.decision(decision.kind, decision.date)
    return decisions.standing(of: signal) == .toDecide ? words + ", daarna gestegen" : words
  }

  private static func weeks(_ signal: Signal) -> String {
    let end = signal.isOpen ? "nu" : "\(signal.latest)"
    return signal.opened == signal.latest && !signal.isOpen
      ? "\(signal.opened)" : "\(signal.opened) t/m \(end)"
  }

  private static func strength(_ strength: SignalStrength) -> String {
    switch strength {
    case .signal: "signaal"
    case .strong: "sterk"
    case .veryStrong: "zeer sterk"
    }
  }

  private static func cut(_ text: String, to length: Int) -> String {
    text.count <= length ? text : text.prefix(length - 1) + "…"
  }

  private static func given(_ text: String?) -> String? {
    let trimmed = CorrectionBook.trimmed(text ?? "")
    return trimmed.isEmpty ? nil : trimmed
  }
}
