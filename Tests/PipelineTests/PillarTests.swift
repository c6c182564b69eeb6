// Another set of pillars: which themes fall under which, and what is wrong in the file.
import Configuration
import Foundation
import TestSupport
import Testing
import Topics

@testable import Pipeline

@Suite struct PillarTests {
  private let folder = TemporaryFolder()

  private static let catalogue = ThemeCatalogue(
    themes: [("rouw", "hulp"), ("pleegzorg", "hulp"), ("wachten", "stelsel"), ("ai", "werk")].map {
      Theme(slug: $0.0, title: $0.0, task: $0.1, description: "", strongTerms: [])
    },
    tasks: ["hulp", "stelsel", "werk"].map { DevelopmentTask(slug: $0, title: $0, description: "") })

  private func arranged(_ yaml: String) throws -> ThemeCatalogue {
    try PillarFile.read(try folder.write(yaml, to: "pijlers.yaml"), for: Self.catalogue)
      .arranged(Self.catalogue)
  }

  @Test func aThemeGoesBeforeItsTaskAndWhatNobodyNamesFallsUnderNothing() throws {
    let catalogue = try arranged(
      """
      - {slug: een, titel: De eerste, omschrijving: x, omvat: [hulp]}
      - {slug: twee, titel: De tweede, omschrijving: x, omvat: [rouw, stelsel]}
      - {slug: drie, titel: De derde, omschrijving: x, omvat: []}
      """)
    let titles = Dictionary(
      uniqueKeysWithValues: catalogue.themes.map { ($0.slug, catalogue.taskTitle(of: $0)) })
    #expect(titles == ["rouw": "De tweede", "pleegzorg": "De eerste", "wachten": "De tweede", "ai": nil])
    #expect(catalogue.tasks.map(\.slug) == ["een", "twee", "drie"])
  }

  @Test(
    arguments: [
      (
        "- {slug: a, titel: A, omschrijving: x, omvat: [hulb]}",
        "1:48: \"hulb\" is geen opgave en geen thema van de catalogus; bedoelt u \"hulp\"?"
      ),
      ("- {slug: a, titel: A, omschrijving: x}", "de sleutel \"omvat\" ontbreekt"),
      (
        "- {slug: a, titel: A, omschrijving: x, omvat: [hulp]}\n- {slug: b, titel: B, omschrijving: x, omvat: [hulp]}",
        "\"hulp\" valt al onder \"a\""
      ),
      (
        "- {slug: a, titel: A, omschrijving: x, omvat: []}\n- {slug: a, titel: B, omschrijving: x, omvat: []}",
        "de pijler \"a\" staat er twee keer"
      ),
    ])
  func aMistakeIsToldWithItsPlace(yaml: String, message: String) {
    #expect {
      try arranged(yaml)
    } throws: { error in
      "\(error)".contains(message) && "\(error)".contains("pijlers.yaml:")
    }
  }

  @Test func theExampleOfSamenCoversTheCatalogueInTheRepository() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let section = ThemeSection(
      folder: root + "/pipelines/themes/jeugd", pillars: root + "/pipelines/themes/samen/opgaven.yaml")
    let catalogue = try section.catalogue()
    #expect(catalogue.tasks.count == 4)
    #expect(catalogue.themes.allSatisfy { catalogue.taskTitle(of: $0) != nil })
  }

  @Test func theExamplePipelineOfSamenIsRight() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    try FileManager.default.copyItem(atPath: root + "/pipelines/themes", toPath: folder.path("themes"))
    let text = try String(contentsOfFile: root + "/pipelines/examples/samen.yaml", encoding: .utf8)
    let path = try folder.write(text, to: "examples/samen.yaml")
    try folder.write("", to: "examples/inbox/leeg.mbox")
    let file = try PipelineFile.read(path)
    #expect(file.themes?.pillars == folder.path("themes/samen/opgaven.yaml"))
    #expect(
      try file.topicSettings().catalogue?.tasks.map(\.title) == [
        "Pijler 1", "Pijler 2", "Pijler 3", "Pijler 4",
      ])
  }
}
