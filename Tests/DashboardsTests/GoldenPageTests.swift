// Pages of the situations that are easily forgotten, word for word: a change of what readers read shows in a diff.
import Foundation
import TestSupport
import Testing

@testable import Dashboards

@Suite("Golden pages")
struct GoldenPageTests {
  /// The pages that are compared, of those that a situation has.
  private static let pages = [
    "index.html", "agenda.html", "onderwerpen.html", "onbeantwoord.html", "kwaliteit.html",
    "onderwerpen/OND-0001.html",
  ]

  /// The golden texts lie in `Tests/Golden/pages`. `THEMARADAR_GOLDEN=write` writes them anew: read the diff.
  @Test("every situation reads as it was approved", arguments: SituationTests.situations)
  func reads(situation: SituationTests.Situation) throws {
    let files = try Dashboards.render(situation.report())
    var text = ""
    for page in Self.pages where files.contains(where: { $0.path == "kerngroep/" + page }) {
      text += "=== \(page)\n"
      text += PageText.lines(of: files.text("kerngroep/" + page)).joined(separator: "\n") + "\n"
    }
    let name = situation.testDescription.replacing(" ", with: "-") + ".txt"
    let golden = Repository.root.appending(path: "Tests/Golden/pages/" + name)
    if ProcessInfo.processInfo.environment["THEMARADAR_GOLDEN"] == "write" {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: golden)
    }
    let approved = try String(contentsOf: golden, encoding: .utf8)
    let (lines, expected) = (text.split(separator: "\n"), approved.split(separator: "\n"))
    for (number, (line, wanted)) in zip(lines, expected).enumerated() where line != wanted {
      Issue.record("\(name), line \(number + 1): ‘\(line)’ instead of ‘\(wanted)’")
      return
    }
    #expect(lines.count == expected.count, "\(name)")
  }
}
