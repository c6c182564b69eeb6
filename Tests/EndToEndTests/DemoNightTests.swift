// The demo community's night: counts that add up, and nothing of anybody in the core group's folder.
import Foundation
import Testing

@Suite(.serialized) struct DemoNightTests {
  /// The published demo, made once: in a copy of the folders that its pipeline file names.
  private static let demo: (folder: String, result: Program.Result?) = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "themaradar-\(UUID().uuidString)")
      .path
    let files = FileManager.default
    do {
      try files.createDirectory(atPath: folder + "/fixtures/demo", withIntermediateDirectories: true)
      try files.copyItem(atPath: Program.root + "/pipelines", toPath: folder + "/pipelines")
      try files.copyItem(
        atPath: Program.root + "/fixtures/demo/inbox", toPath: folder + "/fixtures/demo/inbox")
      return (folder, try Program.run(["run", folder + "/pipelines/demo.yaml", "--progress", "silent"]))
    } catch { return (folder, nil) }
  }()

  private struct Labels: Decodable {
    struct Finding: Decodable { var text: String }
    var id: String
    var pii: [Finding]
  }

  private static func files(below folder: String) throws -> [String: String] {
    let root = demo.folder + "/demo-out/dashboards/2026-10-31/" + folder
    var texts: [String: String] = [:]
    for path in FileManager.default.subpaths(atPath: root) ?? [] {
      if let data = FileManager.default.contents(atPath: root + "/" + path) {
        texts[path] = String(decoding: data, as: UTF8.self)
      }
    }
    return texts
  }

  @Test func everyRecordIsAccountedFor() throws {
    let result = try #require(Self.demo.result)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("1801 regels gelezen, 1492 opgeslagen"), "\(result.output)")
    let page = try #require(try Self.files(below: "monitors")["inname.html"])
    #expect(page.contains("1.801 gelezen = 1.492 nieuw"))
  }

  @Test func theReportsToShareHoldSentencesForEverybodyAndNothingLabelled() throws {
    let files = try Self.files(below: "opbrengst")
    #expect(files.keys.filter { $0.hasPrefix("thema-") && $0.hasSuffix(".html") }.count >= 4)
    let quotes = try #require(files["data/citaten.csv"])
    #expect(quotes.contains(",vraag,") && quotes.contains(",verhaal,"))
    let lines = try String(
      contentsOfFile: Program.root + "/fixtures/community/labels.ndjson", encoding: .utf8)
    let labels = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Labels.self, from: Data($0.utf8))
    }
    for (path, text) in files {
      #expect(!text.contains("k1-") && !text.contains("alleen voor de kerngroep"), "\(path)")
      for string in Set(labels.flatMap(\.pii).map(\.text)).sorted() where text.contains(string) {
        Issue.record("\(path) holds a labelled string")
      }
    }
  }

  @Test func noLabelledPersonalDataStandsInTheCoreGroupsFolder() throws {
    let lines = try String(
      contentsOfFile: Program.root + "/fixtures/community/labels.ndjson", encoding: .utf8)
    let labels = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Labels.self, from: Data($0.utf8))
    }
    let strings = Set(labels.flatMap(\.pii).map(\.text)).sorted()
    #expect(strings.count > 80)
    let files = try Self.files(below: "kerngroep")
    #expect(files.count > 30)
    for (path, text) in files {
      for string in strings where text.contains(string) { Issue.record("\(path) holds a labelled string") }
    }
  }

  @Test func theDemoQuotesWhatItsMonitorApprovedAndNothingElse() throws {
    let files = try Self.files(below: "kerngroep")
    let quotes = files.values.reduce(0) { $0 + $1.components(separatedBy: "<blockquote>").count - 1 }
    #expect(quotes > 15)
    let page = try #require(try Self.files(below: "monitors")["citaten.html"])
    #expect(page.contains("zinnen uit berichten</h1>") && page.contains("citaat_geweigerd"))
    #expect(
      files.values.allSatisfy { !$0.contains("één van de twee gestoord") } && !page.contains("gestoord"))
  }

  @Test func nobodyIsNamedAndNoPseudonymIsShownToTheCoreGroup() throws {
    struct Author: Decodable { var author_name: String }
    let lines = try SmallCommunity.lines()
    let names = Set(try lines.map { try JSONDecoder().decode(Author.self, from: Data($0.utf8)).author_name })
    for (path, text) in try Self.files(below: "kerngroep") {
      #expect(!text.contains("k1-"), "\(path) holds a pseudonym")
      for name in names where text.contains(name) { Issue.record("\(path) holds a member's name") }
    }
  }

  @Test func theCoreGroupsPagesLeadNowhereElseButToListedMaterial() throws {
    let list = try String(contentsOfFile: Program.root + "/pipelines/resources/jeugd.csv", encoding: .utf8)
    let listed = Set(list.split(whereSeparator: { ";\n".contains($0) }).filter { $0.hasPrefix("https://") })
    var shown: Set<Substring> = []
    for (path, text) in try Self.files(below: "kerngroep") where path.hasSuffix(".html") {
      #expect(!text.contains("monitors/"), "\(path) links to the monitors")
      #expect(!text.contains("http://"), "\(path) links outside")
      for link in text.split(separator: "\"") where link.contains("https://") {
        #expect(listed.contains(link), "\(path) links outside: \(link.prefix(80))")
        shown.insert(link)
      }
    }
    #expect(shown.count > 2, "material on themes of the demo is shown")
  }

  @Test func schoolHolidaysAreMarkedInTheDemosCharts() throws {
    let pages = try Self.files(below: "kerngroep").filter { $0.key.hasPrefix("onderwerpen/OND") }
    let marked = pages.values.filter { $0.contains("class=\"holidaybar\"") }
    #expect(marked.count > 20 && marked.allSatisfy { $0.contains("Schoolvakantie was er in week") })
  }

  @Test func noCitizenServiceNumberIsWrittenAnywhere() throws {
    for folder in ["kerngroep", "monitors"] {
      for (path, text) in try Self.files(below: folder) where text.contains(where: \.isNumber) {
        for digits in Self.runsOfNineDigits(text) where Self.passesElevenTest(digits) {
          Issue.record("\(folder)/\(path) holds nine digits that pass the 11-test")
        }
      }
    }
  }

  private static func runsOfNineDigits(_ text: String) -> [[Int]] {
    var runs: [[Int]] = []
    var run: [Int] = []
    for byte in Array(text.utf8) + [0] {
      if byte >= 0x30, byte <= 0x39 {
        run.append(Int(byte) - 0x30)
      } else {
        let partOfHash = (byte >= 0x61 && byte <= 0x66)
        if run.count == 9, !partOfHash { runs.append(run) }
        run = partOfHash ? [-1] : []
      }
    }
    return runs.filter { !$0.contains(-1) }
  }

  private static func passesElevenTest(_ digits: [Int]) -> Bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
    return zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0 && digits.contains { $0 != 0 }
  }
}
