// Pipeline files: what is right is read whole, what is wrong is named with its place.
import Configuration
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct PipelineFileTests {
  private let folder = TemporaryFolder()

  private func file(_ yaml: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/inbox", withIntermediateDirectories: true)
    try "id\n".write(toFile: folder.path + "/m.yaml", atomically: true, encoding: .utf8)
    let path = folder.path + "/p.yaml"
    try yaml.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private static let smallest = """
    version: 1
    community: Proef
    inbox: inbox
    store: out/store.sqlite
    key: out/key
    dashboards: out/pages
    sources: [{name: jeugd}]

    """

  @Test func theSmallestFileGetsDefaults() throws {
    let pipeline = try PipelineFile.read(try file(Self.smallest))
    #expect(pipeline.community == "Proef")
    #expect(pipeline.language == .dutch)
    #expect(pipeline.zone.identifier == "Europe/Amsterdam")
    #expect(pipeline.asOf == nil && !pipeline.isDemo)
    #expect(pipeline.inbox == folder.path + "/inbox")
    #expect(pipeline.store == folder.path + "/out/store.sqlite")
    #expect(pipeline.sources.map(\.files) == ["*"])
    #expect(pipeline.privacy.suppressBelow == 5)
    #expect(pipeline.moderation.unansweredAfterWorkingDays == 3)
    #expect(pipeline.moderation.community == CommunitySection())
  }

  @Test func themesAreAFolderOrAFolderWithPillars() throws {
    let plain = try PipelineFile.read(try file(Self.smallest + "themes: inbox\n"))
    #expect(plain.themes == ThemeSection(folder: folder.path + "/inbox"))
    let pillars = try PipelineFile.read(
      try file(Self.smallest + "themes: {folder: inbox, pillars: m.yaml}\n"))
    #expect(pillars.themes == ThemeSection(folder: folder.path + "/inbox", pillars: folder.path + "/m.yaml"))
    #expect(try PipelineFile.read(try file(Self.smallest)).themes == nil)
    #expect(throws: ConfigurationError.self) {
      try PipelineFile.read(try file(Self.smallest + "themes: {folder: inbox, pilars: m.yaml}\n"))
    }
    // Other pillars give other pages: they are part of what a night is made from.
    let before = try SettingsHash.of(pillars)
    try "- andere\n".write(toFile: folder.path + "/m.yaml", atomically: true, encoding: .utf8)
    #expect(try SettingsHash.of(pillars) != before)
  }

  @Test func everyKeyIsRead() throws {
    let yaml =
      Self.smallest.replacingOccurrences(
        of: "[{name: jeugd}]", with: "[{name: a, files: '*.zip', mapping: m.yaml}]")
        + """
        demo: true
        language: en
        timezone: UTC
        as_of: 2026-10-31
        topics: {granularity: 1.5, minimum_similarity: 0.25, minimum_questions: 4}
        spikes: {profile: archive, q: 0.2, recurrence_weeks: 260}
        moderation:
          unanswered_after_working_days: 5
          holidays: m.yaml
          newcomers_after_working_days: 3
          newcomers_within_days: 90
          duplicates_within_days: 7
          duplicates_look_back_days: 20
          heat_look_back_days: 5
          heat_least_replies: 8
        privacy: {suppress_below: 10}
        """
    let pipeline = try PipelineFile.read(try file(yaml))
    #expect(pipeline.isDemo && pipeline.language == .english && pipeline.zone == .utc)
    #expect(pipeline.asOf?.description == "2026-10-31")
    #expect(pipeline.sources.first?.mapping == folder.path + "/m.yaml")
    #expect(pipeline.topics == .init(granularity: 1.5, minimumSimilarity: 0.25, minimumQuestions: 4))
    #expect(pipeline.spikes == .init(profile: .archive, falseDiscoveryRate: 0.2, recurrenceWeeks: 260))
    #expect(pipeline.privacy.suppressBelow == 10)
    #expect(
      pipeline.moderation.community
        == CommunitySection(
          newcomersAfterWorkingDays: 3, newcomersWithinDays: 90, duplicatesWithinDays: 7,
          duplicatesLookBackDays: 20, heatLookBackDays: 5, heatLeastReplies: 8))
  }

  @Test(arguments: [
    ("topics: {granularty: 2}", ":8:10:", "bedoelt u \"granularity\"?"),
    ("topcs: {granularity: 2}", ":8:1:", "bedoelt u \"topics\"?"),
    ("spikes: {q: high}", ":8:13:", "een getal"),
    ("spikes: {q: 7}", ":8:13:", "tussen"),
    ("spikes: {profile: comunity}", ":8:19:", "community, archive"),
    ("as_of: 31-10-2026", ":8:8:", "2026-10-31"),
    ("timezone: Europe/Amsterdm", ":8:11:", "tijdzone"),
    ("moderation: {holidays: nergens.csv}", ":8:24:", "nergens.csv"),
    ("moderation: {newcomers_after_workingdays: 2}", ":8:14:", "newcomers_after_working_days"),
    ("moderation: {heat_least_replies: 2}", ":8:34:", "tussen 3 en 1000"),
    ("moderation: {duplicates_look_back_days: lang}", ":8:41:", "geheel getal"),
    ("demo: yes", ":8:7:", "true of false"),
    ("privacy: {suppress_below: 1}", ":8:27:", "tussen 3 en 100"),
    ("version: 1", ":", "staat er twee keer"),
    ("embeddings: minilm", ":8:13:", "none"),
    ("embeddings: {weight: 2}", ":8:13:", "\"model\""),
    ("embeddings: {model: nergens}", ":8:21:", "nergens"),
    ("embeddings: {model: inbox, name: x}", ":8:13:", "geen \"command\""),
    ("embeddings: {modl: inbox}", ":8:14:", "bedoelt u \"model\"?"),
    ("embeddings: {command: python3 embed.py}", ":8:23:", "lijst"),
    ("embeddings: {command: []}", ":8:23:", "geen programma"),
    ("embeddings: {command: [./embed]}", ":8:23:", "./embed"),
    ("embeddings: {command: [sh], weight: 0}", ":8:37:", "tussen"),
  ])
  func aMistakeIsNamedWithLineColumnAndRemedy(line: String, place: String, remedy: String) throws {
    let path = try file(Self.smallest + line + "\n")
    let error = #expect(throws: ConfigurationError.self) { try PipelineFile.read(path) }
    let message = try #require(error).description
    #expect(message.hasPrefix(path + place), "\(message)")
    #expect(message.contains(remedy), "\(message)")
  }

  @Test func aLanguageModelIsOffUntilItIsAskedFor() throws {
    #expect(try PipelineFile.read(try file(Self.smallest)).embeddings == nil)
    #expect(try PipelineFile.read(try file(Self.smallest + "embeddings: none\n")).embeddings == nil)
    let model = try PipelineFile.read(try file(Self.smallest + "embeddings: {model: inbox, weight: 0.5}\n"))
    #expect(model.embeddings == EmbeddingSection(model: .folder(folder.path + "/inbox"), weight: 0.5))
    #expect(model.topics.minimumSimilarity == 0.25)
    let yaml = "embeddings: {command: [sh, -c, 'cat \"$0\"'], name: m2, timeout_seconds: 60}\n"
    let program = try PipelineFile.read(
      try file(Self.smallest + yaml + "topics: {minimum_similarity: 0.3}\n"))
    let command = EmbeddingCommand(
      arguments: ["sh", "-c", "cat \"$0\""], name: "m2", folder: folder.path + "/", timeout: 60)
    #expect(program.embeddings == EmbeddingSection(model: .command(command), weight: 1))
    #expect(program.topics.minimumSimilarity == 0.3)
    #expect(
      PipelineCheck.explanation(of: program, contents: Inbox.Contents(files: [], passed: [])).contains(
        "sh krijgt"))
  }

  @Test func aMissingInboxAndAMissingFileAreErrors() throws {
    let elsewhere = Self.smallest.replacingOccurrences(of: "inbox: inbox", with: "inbox: nergens")
    let path = try file(elsewhere)
    #expect(throws: ConfigurationError.self) { try PipelineFile.read(path) }
    #expect(throws: ConfigurationError.self) { try PipelineFile.read(folder.path + "/none.yaml") }
  }

  @Test func theWordListOfTheFileIsReadAndAMissingOneLeavesTheLexiconWithout() throws {
    let words = (["600"] + Array(repeating: "woord", count: 400)).joined(separator: "\n")
    try words.write(toFile: folder.path + "/eigen.dic", atomically: true, encoding: .utf8)
    let own = try PipelineFile.read(try file(Self.smallest + "moderation: {dictionary: eigen}\n"))
    #expect(own.wordList == folder.path + "/eigen.dic" && own.nameLexicon().hasDictionary)
    let missing = try PipelineFile.read(try file(Self.smallest + "moderation: {dictionary: nergens}\n"))
    #expect(!missing.nameLexicon().hasDictionary)
    #expect(try PipelineFile.read(try file(Self.smallest)).wordList == RedactFilter.usualDictionary)
  }

  @Test func twoSourcesOfOneNameAreRefused() throws {
    let twice = Self.smallest.replacingOccurrences(of: "[{name: jeugd}]", with: "[{name: a}, {name: a}]")
    let path = try file(twice)
    #expect(throws: ConfigurationError.self) { try PipelineFile.read(path) }
  }
}
