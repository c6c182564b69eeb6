// Theme catalogues read from folders: what is right, what is wrong and where.

import Foundation
import Testing
import Topics

@testable import Pipeline

private let tasks = """
  - slug: hulp
    titel: Kennis van hulp
    omschrijving: Hulp.
  """

private func theme(
  slug: String = "rouw", extra: String = "", task: String = "hulp", related: String = "[]",
  strong: String = "rouwen"
) -> String {
  """
  - slug: \(slug)
    titel: Rouw en verlies
    opgave: \(task)
    omschrijving: Een dierbare die sterft.
    afbakening: Niets.
    sterk: [\(strong), uitvaart, begrafenis, rouwproces, sterfgeval, nabestaande]
    zwak: []
    afkortingen: []
    voorbeeldvragen: [Hoe vertel je het een kleuter?]
    verwant: \(related)
  \(extra)
  """
}

@Suite("Theme catalogues in a folder")
struct ThemesTests {
  private func folder(_ files: [String: String]) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/themes-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
    }
    return path
  }

  @Test("A folder of themes and tasks is a catalogue")
  func reads() throws {
    let path = try folder(["opgaven.yaml": tasks, "a.yaml": theme(), "LEESMIJ.md": "- geen yaml: ["])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let catalogue = try ThemeCatalogueReader.catalogue(folder: path)
    #expect(catalogue.themes.map(\.slug) == ["rouw"])
    #expect(catalogue.taskTitle(of: catalogue.themes[0]) == "Kennis van hulp")
    var lines: [String] = []
    #expect(ThemesFilter(folder: path).check { lines.append($0) } == .clean)
    #expect(lines == ["1 thema's, 1 opgaven, 0 fouten, 0 opmerkingen"])
  }

  @Test(
    "A mistake is told with its file, line and column",
    arguments: [
      (theme(extra: "  zwaak: []"), "a.yaml:11:3: onbekende sleutel \"zwaak\""),
      (theme(task: "hulpp"), "a.yaml:3:11: de opgave \"hulpp\" bestaat niet"),
      (theme(related: "[verdriet]"), "a.yaml:10:13: het thema \"verdriet\" bestaat niet"),
      (theme(slug: "Rouw Verlies"), "a.yaml:1:9: een slug bestaat uit kleine letters"),
      (theme() + "\n" + theme(), "de slug \"rouw\" staat ook al in"),
      ("- slug: [", "geen geldige YAML"),
    ])
  func mistakes(text: String, message: String) throws {
    let path = try folder(["opgaven.yaml": tasks, "a.yaml": text])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let problems = ThemeCatalogueReader(folder: path).problems.map(\.description)
    #expect(problems.contains { $0.contains(message) }, "\(problems)")
    #expect(ThemesFilter(folder: path).check { _ in } == .failed)
    #expect(throws: (any Error).self) { try ThemeCatalogueReader.catalogue(folder: path) }
  }

  @Test("A term that is strong in three themes deserves a look")
  func sharedTerm() throws {
    let text = ["a", "b", "c"].map { theme(slug: $0) }.joined(separator: "\n")
    let path = try folder(["opgaven.yaml": tasks, "a.yaml": text])
    defer { try? FileManager.default.removeItem(atPath: path) }
    var lines: [String] = []
    #expect(ThemesFilter(folder: path).check { lines.append($0) } == .incomplete)
    #expect(lines.contains { $0.contains("\"rouwen\" is sterk in 3 thema's, ook in b, c") })
  }

  @Test("A folder that is not there cannot be used")
  func absent() { #expect(ThemesFilter(folder: "/nonexistent").check { _ in } == .failed) }

  @Test("Coverage counts the posts that name a theme, and lists the themes that none names")
  func coverage() throws {
    let posts =
      "{\"id\":\"1\",\"text\":\"Zij rouwt; hoe help je bij rouwen?\"}\n{\"id\":\"2\",\"text\":\"Mooi weer\"}\n"
    let path = try folder([
      "opgaven.yaml": tasks, "a.yaml": theme() + "\n" + theme(slug: "stil", strong: "stilte"),
      "posts.ndjson": posts,
    ])
    defer { try? FileManager.default.removeItem(atPath: path) }
    var lines: [String] = []
    let status = try ThemesFilter(folder: path).coverage(
      ofPosts: path + "/posts.ndjson", write: { lines.append($0) }, report: { _ in })
    #expect(status == .clean)
    #expect(
      lines == [
        "2 berichten, 1 met een sterk woord van een thema (50 %)", "1  rouw",
        "nooit geraakt: 1 van 2 thema's", "0  stil",
      ])
    #expect(try ThemesFilter(folder: path).test("Hoe help je bij rouwen?") { _ in } == .clean)
  }

  @Test("The youth-care catalogue in the repository has no mistakes")
  func repository() {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let reader = ThemeCatalogueReader(folder: package.appending(path: "pipelines/themes/jeugd").path)
    #expect(reader.problems.isEmpty)
    #expect(reader.themes.count >= 200)
  }
}
