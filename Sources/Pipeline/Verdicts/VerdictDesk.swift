// themaradar review: where monitors record what became of posts in their queue, and see what waits.
import Discussion
import Foundation
import Storage

/// Records what monitors decide about the posts of a community, and shows what there is to look at.
///
/// What is recorded takes force in the next night; nothing that was published changes. Every answer is a Dutch sentence.
public struct VerdictDesk {
  private let path: String
  private let desk: TopicDesk

  /// The desk of the community in a pipeline file.
  public init(pipeline path: String) {
    self.path = path
    desk = TopicDesk(pipeline: path)
  }

  /// Takes a request into the log, or says why not.
  public func record(_ request: VerdictRequest, by: String?, isDryRun: Bool) -> ExitStatus {
    writing(isDryRun: isDryRun) { book in try book.take(request, by: Self.given(by)) }
  }

  /// Takes lines of the log back, by lines that say so.
  public func withdraw(_ lines: String, by: String?, note: String?, isDryRun: Bool) -> ExitStatus {
    writing(isDryRun: isDryRun) { book in
      (try book.withdraw(lines, by: Self.given(by), note: Self.given(note)), [])
    }
  }

  /// Lists the queue of the last published night, without what was judged since.
  public func list() -> ExitStatus {
    telling {
      let community = try Community(try PipelineFile.read(path))
      let book = try VerdictBook(
        store: community.store, today: community.file.zone.day(of: Clock.now))
      let waiting = book.waiting
      let judged = book.queue.count - waiting.count
      var text = ""
      if waiting.isEmpty {
        text = "Er wacht geen bericht op een oordeel.\n"
      } else {
        let rows = waiting.map { item in
          [
            String(item.rank), item.post.description, VerdictTexts.words(item.reasons),
            item.back.map { "opnieuw: " + VerdictTexts.back($0) } ?? "",
          ]
        }
        text = TextTable.text([["nr", "bericht", "redenen", ""]] + rows)
      }
      if judged > 0 {
        text +=
          judged == 1
          ? "1 bericht is sinds de laatste nacht beoordeeld.\n"
          : "\(judged) berichten zijn sinds de laatste nacht beoordeeld.\n"
      }
      desk.output.write(text)
      return .clean
    }
  }

  /// Shows the log of verdicts, oldest first.
  public func log() -> ExitStatus {
    telling {
      let community = try Community(try PipelineFile.read(path))
      let lines = try community.store.verdictLog()
      let withdrawn = Verdicts.withdrawn(in: lines)
      let text = lines.map { line in
        var text = "  \(line.number). \(VerdictTexts.sentence(line)) (\(line.recordedOn)"
        if let by = line.by { text += ", \(by)" }
        if case .row(let file, let row, _) = line.source { text += ", \(file) regel \(row)" }
        text += ")"
        if let note = line.note { text += ": \(note)" }
        return withdrawn.contains(line.number) ? text + " [ingetrokken]" : text
      }
      desk.output.write(
        text.isEmpty ? "Er zijn nog geen oordelen.\n" : text.joined(separator: "\n") + "\n")
      return .clean
    }
  }

  private func writing(
    isDryRun: Bool,
    _ decide: (inout VerdictBook) throws -> (lines: [Verdict], remarks: [VerdictRemark])
  ) -> ExitStatus {
    telling {
      let file = try PipelineFile.read(path)
      try Community.requireStore(file)
      // A night reads the log once it has read the inbox: what came in between would be told and not be in force.
      let lock = isDryRun ? nil : try RunLock(besideStore: file.store)
      defer { withExtendedLifetime(lock) {} }
      let community = try Community(file)
      var book = try VerdictBook(store: community.store, today: file.zone.day(of: Clock.now))
      let (lines, remarks) = try decide(&book)
      if !isDryRun { try community.store.append(lines) }
      desk.output.write(answer(lines, remarks, isDryRun: isDryRun))
      return .clean
    }
  }

  private func answer(_ lines: [Verdict], _ remarks: [VerdictRemark], isDryRun: Bool) -> String {
    var text = lines.map { line in
      "\(isDryRun ? "Zou opnemen als regel" : "Opgenomen als regel") \(line.number): "
        + VerdictTexts.sentence(line) + "."
    }
    text += remarks.map(VerdictTexts.text)
    if isDryRun {
      text.append("Er is niets opgenomen (--dry-run).")
    } else {
      text.append("Dit geldt vanaf de volgende nacht.")
      text.append(
        "Intrekken: themaradar review \(path) --intrekken \(CorrectionTexts.ranges(lines.map(\.number)))"
      )
    }
    return text.joined(separator: "\n") + "\n"
  }

  private func telling(_ body: () throws -> ExitStatus) -> ExitStatus {
    desk.telling {
      do {
        return try body()
      } catch let refusal as VerdictRefusal {
        desk.errors.write("themaradar: \(VerdictTexts.reason(refusal, quoting: true))\n")
        return .failed
      }
    }
  }

  private static func given(_ text: String?) -> String? {
    let trimmed = CorrectionBook.trimmed(text ?? "")
    return trimmed.isEmpty ? nil : trimmed
  }
}
