// The pipeline file: everything one community's night needs to know, in one strict YAML file.
import Configuration
import Discussion
import Foundation
import Importers
import Language
import Moderation
import Spikes
import Topics

/// One community's settings, as read from its pipeline file. Paths are absolute.
public struct PipelineFile: Sendable {
  /// Where the posts of one platform come from.
  public struct Source: Sendable {
    /// Stable name; part of every post's identity.
    public var name: String
    /// Which files of the inbox belong to it: a shell pattern such as `*.zip`.
    public var files: String
    /// The mapping for CSV and JSONL exports; nil where the formats speak for themselves.
    public var mapping: String?
    /// Whether each export holds everything that still stands, so that what is missing was withdrawn.
    public var isComplete: Bool
    /// Whether direct messages and private groups among an export's public conversations are read too.
    public var includesPrivate = false
    /// The formats that are read, such as `mbox` or `slack`; nil reads all.
    public var formats: [String]?
    /// An export comes about every so many days; nil where nobody said.
    public var everyDays: Int?
  }

  /// How topics are made.
  public struct TopicSection: Sendable, Hashable {
    /// Finer above 1, coarser below.
    public var granularity: Double
    /// Least cosine similarity to a topic's centroid, 0 to 1.
    public var minimumSimilarity: Double
    /// Fewest questions a topic may have.
    public var minimumQuestions: Int
  }

  /// How spikes are found.
  public struct SpikeSection: Sendable, Hashable {
    /// For a community of years, or for a long archive with steady series.
    public var profile: DetectorProfile
    /// Nominal false discovery rate, 0 to 1.
    public var falseDiscoveryRate: Double
    /// Chance alone may open a signal once in so many weeks.
    public var recurrenceWeeks: Double
  }

  /// What monitors are shown.
  public struct ModerationSection: Sendable, Hashable {
    /// Working days without an answer by someone else after which a question is listed.
    public var unansweredAfterWorkingDays: Int
    /// Public holidays, which are no working days; nil where none are known.
    public var holidays: String?
    /// Hunspell dictionary of ordinary words and names, without its ending (`.dic`, `.aff`).
    public var dictionary: String?
    /// Whether the file says that there is no such dictionary (`none`).
    public var doesWithoutDictionary: Bool
    /// So many rows of the queue are for one day; crisis and identifiers come on top.
    public var queueBudget: Int
    /// Posts of so many days may join the queue for what the ranking says of them.
    public var triageDays: Int
    /// Who and what is on the community list.
    public var community = CommunitySection()
  }

  /// What the core group may see.
  public struct PrivacySection: Sendable, Hashable {
    /// Groups of fewer different people than this are not shown by themselves.
    public var suppressBelow: Int
  }

  /// The pipeline file itself.
  public var path: String
  /// Its bytes, for the fingerprint of a run.
  public var bytes: [UInt8]
  /// The community's name on the pages.
  public var community: String
  /// Whether everything is invented; the pages say so.
  public var isDemo: Bool
  /// The language of the posts.
  public var language: LanguageCode
  /// The zone in which days and weeks are counted.
  public var zone: LocalZone
  /// The day to report on; nil means today.
  public var asOf: CalendarDay?
  /// The folder with exports.
  public var inbox: String
  /// How the inbox is read.
  public var importing: ImportSection
  /// The store's file.
  public var store: String
  /// The file with the key for pseudonyms.
  public var key: String
  /// The folder in which dashboards are published.
  public var dashboards: String
  /// The platforms.
  public var sources: [Source]
  /// The theme catalogue; nil does without.
  public var themes: ThemeSection?
  /// Where vectors of questions come from, beside their words; nil does without.
  public var embeddings: EmbeddingSection?
  /// How topics are made.
  public var topics: TopicSection
  /// How spikes are found.
  public var spikes: SpikeSection
  /// School holidays and public holidays.
  public var calendar: CalendarSection
  /// A list of existing material on topics and themes; nil leaves it to lists in the inbox.
  public var resources: String?
  /// What monitors are shown.
  public var moderation: ModerationSection
  /// What the core group may see.
  public var privacy: PrivacySection
  /// How long texts are kept.
  public var retention: RetentionSection
  /// Of so many weeks before the last one the reports are among the pages.
  public var archiveWeeks: Int

  /// Where Debian keeps the Dutch dictionary (package hunspell-nl).
  public static let systemDictionary = "/usr/share/hunspell/nl_NL"
}

extension PipelineFile {
  /// Reads a pipeline file. Throws an error with line and column for an unknown key, a wrong type, a value out of
  /// bounds or a file that is not there.
  public static func read(_ path: String) throws(ConfigurationError) -> PipelineFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError(file: path, message: "het pipelinebestand is er niet of is niet te lezen")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ConfigurationError(file: path, message: "het pipelinebestand is geen tekst in UTF-8")
    }
    let folder = URL(filePath: path).standardizedFileURL.deletingLastPathComponent()
    var map = try SettingsNode.read(text, file: path).mapping()
    let version = try map.required("version")
    guard try version.integer() == 1 else {
      throw version.error("dit programma leest versie 1 van pipelinebestanden")
    }
    let language = map.optional("language")
    let themes = try map.optional("themes").map { node throws(ConfigurationError) in
      try Self.themes(node, in: folder)
    }
    let embeddings = try EmbeddingSection.read(map.optional("embeddings"), in: folder)
    let calendar = try CalendarSection.read(map.optional("calendar"), in: folder)
    let resources = try map.optional("resources").map { node throws(ConfigurationError) in
      try existingFile(node, in: folder)
    }
    let inbox = try existingFolder(map.required("inbox"), in: folder)
    let file = PipelineFile(
      path: path, bytes: Array(data),
      community: try map.required("community").string(),
      isDemo: try map.optional("demo")?.boolean() ?? false,
      language: try language?.choice(of: LanguageCode.self) ?? .dutch,
      zone: try zone(map.optional("timezone")),
      asOf: try day(map.optional("as_of")),
      inbox: inbox, importing: try importing(map.optional("import"), inbox: inbox, in: folder),
      store: try absolute(map.required("store"), in: folder),
      key: try absolute(map.required("key"), in: folder),
      dashboards: try absolute(map.required("dashboards"), in: folder),
      sources: try sources(map.required("sources"), in: folder),
      themes: themes,
      embeddings: embeddings,
      topics: try topics(map.optional("topics"), withThemes: themes != nil, withVectors: embeddings != nil),
      spikes: try spikes(map.optional("spikes")),
      calendar: calendar, resources: resources,
      moderation: try moderation(map.optional("moderation"), in: folder, calendar: calendar),
      privacy: try privacy(map.optional("privacy")), retention: try retention(map.optional("retention")),
      archiveWeeks: try map.optional("archive_weeks")?.integer(in: 0...520) ?? 52
    )
    try map.finish()
    return file
  }

  private static func zone(_ node: SettingsNode?) throws(ConfigurationError) -> LocalZone {
    let name = try node?.string() ?? "Europe/Amsterdam"
    if let zone = LocalZone(identifier: name) { return zone }
    let message = "\"\(name)\" is geen tijdzone die deze machine kent (is het pakket tzdata er?)"
    throw node?.error(message) ?? ConfigurationError(file: name, message: message)
  }

  private static func day(_ node: SettingsNode?) throws(ConfigurationError) -> CalendarDay? {
    guard let node else { return nil }
    if let day = CalendarDay(iso8601: try node.string()) { return day }
    throw node.error("\"as_of\" moet een dag zijn zoals 2026-10-31")
  }

  static func absolute(_ node: SettingsNode, in folder: URL) throws(ConfigurationError) -> String {
    URL(filePath: try node.string(), relativeTo: folder).standardizedFileURL.path(percentEncoded: false)
  }

  static func existingFolder(_ node: SettingsNode, in folder: URL) throws(ConfigurationError)
    -> String
  {
    let path = try absolute(node, in: folder)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw node.error("de map \"\(path)\" is er niet")
    }
    return path
  }

  static func existingFile(_ node: SettingsNode, in folder: URL) throws(ConfigurationError) -> String {
    let path = try absolute(node, in: folder)
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw node.error("het bestand \"\(path)\" is er niet of is niet te lezen")
    }
    return path
  }

  private static func sources(_ node: SettingsNode, in folder: URL) throws(ConfigurationError) -> [Source] {
    var sources: [Source] = []
    for item in try node.sequence() {
      var map = try item.mapping()
      let name = try map.required("name")
      let text = try name.string()
      guard text.utf8.allSatisfy(isNameByte) else {
        throw name.error("de naam van een bron mag alleen a-z, 0-9, \"-\" en \"_\" hebben, niet \"\(text)\"")
      }
      guard !sources.contains(where: { $0.name == text }) else {
        throw name.error("de bron \"\(text)\" staat hier twee keer")
      }
      var mapping: String?
      if let node = map.optional("mapping") { mapping = try existingFile(node, in: folder) }
      var source = Source(
        name: text, files: try map.optional("files")?.string() ?? "*", mapping: mapping,
        isComplete: try map.optional("complete")?.boolean() ?? false)
      source.includesPrivate = try map.optional("private")?.boolean() ?? false
      source.formats = try map.optional("formats").map { node throws(ConfigurationError) in try formats(node)
      }
      source.everyDays = try map.optional("every_days")?.integer(in: 1...1000)
      sources.append(source)
      try map.finish()
    }
    guard !sources.isEmpty else { throw node.error("er is minstens één bron nodig") }
    return sources
  }

  /// Names of formats, each of them one that exists, or the first part of some.
  private static func formats(_ node: SettingsNode) throws(ConfigurationError) -> [String] {
    let known = FileImporter.formatNames
    return try node.oneOrMore().map { node throws(ConfigurationError) in
      let name = try node.string()
      guard known.contains(where: { $0 == name || $0.hasPrefix(name + ".") }) else {
        let families = Set(known.map { String($0.prefix { $0 != "." }) }).sorted().joined(separator: ", ")
        throw node.error("het formaat \"\(name)\" bestaat niet; wel: \(families)")
      }
      return name
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// A folder by itself, or a group of keys with the folder and a file of pillars.
  private static func themes(_ node: SettingsNode, in folder: URL) throws(ConfigurationError) -> ThemeSection
  {
    guard node.isMapping else { return ThemeSection(folder: try existingFolder(node, in: folder)) }
    var map = try node.mapping()
    var section = ThemeSection(folder: try existingFolder(map.required("folder"), in: folder))
    if let node = map.optional("pillars") { section.pillars = try existingFile(node, in: folder) }
    try map.finish()
    return section
  }

  private static func topics(_ node: SettingsNode?, withThemes: Bool, withVectors: Bool)
    throws(ConfigurationError) -> TopicSection
  {
    var map = try node?.mapping()
    let section = TopicSection(
      granularity: try map?.optional("granularity")?.number(in: 0.1...20) ?? (withThemes ? 1 : 2),
      minimumSimilarity: try map?.optional("minimum_similarity")?.number(in: 0...1)
        ?? TopicSettings.usualLeastSimilarity(withThemes: withThemes, withVectors: withVectors),
      minimumQuestions: try map?.optional("minimum_questions")?.integer(in: 2...1000) ?? 3)
    try map?.finish()
    return section
  }

  private static func spikes(_ node: SettingsNode?) throws(ConfigurationError) -> SpikeSection {
    var map = try node?.mapping()
    let section = SpikeSection(
      profile: try map?.optional("profile")?.choice(of: DetectorProfile.self) ?? .community,
      falseDiscoveryRate: try map?.optional("q")?.number(in: 0.001...1) ?? 0.35,
      recurrenceWeeks: try map?.optional("recurrence_weeks")?.number(in: 4...1040)
        ?? SignalSettings().recurrenceWeeks)
    try map?.finish()
    return section
  }

  private static func moderation(_ node: SettingsNode?, in folder: URL, calendar: CalendarSection)
    throws(ConfigurationError) -> ModerationSection
  {
    var map = try node?.mapping()
    var holidays: String?
    if let node = map?.optional("holidays") {
      guard calendar.publicHolidays == nil else {
        throw node.error("noem de feestdagen één keer: hier, of als \"public_holidays\" onder \"calendar\"")
      }
      holidays = try existingFile(node, in: folder)
    }
    var dictionary: String?
    var isNone = false
    if let node = map?.optional("dictionary") {
      dictionary = try absolute(node, in: folder)
      isNone = try node.string() == "none"
    }
    let section = ModerationSection(
      unansweredAfterWorkingDays: try map?.optional("unanswered_after_working_days")?.integer(in: 1...60)
        ?? 3,
      holidays: holidays, dictionary: dictionary, doesWithoutDictionary: isNone,
      queueBudget: try map?.optional("queue_budget")?.integer(in: 1...10_000) ?? ReviewBudget.usual,
      triageDays: try map?.optional("triage_days")?.integer(in: 1...36_500) ?? 90,
      community: try CommunitySection.read(&map))
    try map?.finish()
    return section
  }

  private static func privacy(_ node: SettingsNode?) throws(ConfigurationError) -> PrivacySection {
    var map = try node?.mapping()
    let section = PrivacySection(
      suppressBelow: try map?.optional("suppress_below")?.integer(in: 3...100) ?? 5)
    try map?.finish()
    return section
  }
}
