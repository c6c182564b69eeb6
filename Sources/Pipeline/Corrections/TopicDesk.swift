// themaradar topic: where monitors look at topics and say what is wrong with them.
import Discussion
import Foundation
import Language
import Storage

/// Records what people decide about the topics of a community, and shows what there is to decide about.
///
/// What is recorded takes force in the next night; nothing that was published changes. Every answer is a Dutch sentence
/// for the monitor.
public struct TopicDesk {
  /// The posts that a topic is split off with.
  public enum Selection: Hashable, Sendable {
    /// These posts.
    case posts([String])
    /// All posts of the topic that use a word.
    case using(word: String)
  }

  /// Who decides, why, and whether it is only tried.
  public struct Entry: Hashable, Sendable {
    /// The person, in their own words.
    public var by: String?
    /// Why, in their own words.
    public var note: String?
    /// Whether to say only what would be recorded.
    public var isDryRun: Bool

    /// An entry from its parts.
    public init(by: String? = nil, note: String? = nil, isDryRun: Bool = false) {
      self.by = by
      self.note = note
      self.isDryRun = isDryRun
    }
  }

  let path: String
  let output: Console
  let errors: Console

  /// The desk of the community in a pipeline file.
  public init(pipeline path: String) {
    self.path = path
    output = .standardOutput
    errors = .standardError
  }

  /// Takes a request into the log, or says why not.
  public func record(_ request: CorrectionRequest, _ entry: Entry) -> ExitStatus {
    writing(entry) { _, book in try book.take(request) }
  }

  /// Splits posts off a topic.
  public func split(_ topic: String, title: String, _ selection: Selection, _ entry: Entry) -> ExitStatus {
    writing(entry) { community, book in
      let posts =
        switch selection {
        case .posts(let posts): posts
        case .using(let word): try Self.posts(of: topic, using: word, community, book)
        }
      return try book.take(.split(topic: topic, title: title, posts: posts))
    }
  }

  /// The posts of a topic that use a word, in whatever inflection.
  private static func posts(
    of text: String, using word: String, _ community: Community, _ book: CorrectionBook
  ) throws -> [String] {
    let topic = try book.topic(text)
    let analyzer = TextAnalyzer(language: community.file.language)
    let stemmer = analyzer.makeStemmer()
    let wanted = Set(analyzer.tokenize(word).words.map(stemmer.stem))
    let posts = try book.posts(of: topic.id).filter { id in
      guard let post = try community.store.post(id) else { return false }
      let text = [post.title, post.body].compactMap { $0 }.joined(separator: "\n")
      return !wanted.isEmpty && wanted.isSubset(of: analyzer.tokenize(text).words.map(stemmer.stem))
    }
    guard !posts.isEmpty else { throw CorrectionRefusal.unusedWord(word, topic.id) }
    return posts.map(\.description)
  }

  private func writing(
    _ entry: Entry,
    _ decide: (Community, inout CorrectionBook) throws -> (
      lines: [TopicCorrection], remarks: [CorrectionRemark]
    )
  ) -> ExitStatus {
    telling {
      let file = try PipelineFile.read(path)
      try Community.requireStore(file)
      // A night reads the log once it has read the inbox: what came in between would be told and not be in force.
      let lock = entry.isDryRun ? nil : try RunLock(besideStore: file.store)
      defer { withExtendedLifetime(lock) {} }
      let community = try Community(file)
      var book = try CorrectionBook(store: community.store, file: file)
      let titles = book.titles
      let (lines, remarks) = try decide(community, &book)
      if !entry.isDryRun {
        try community.store.append(
          lines.map {
            RecordedCorrection(
              correction: $0, recordedOn: file.zone.day(of: Clock.now), by: Self.given(entry.by),
              note: Self.given(entry.note))
          })
      }
      output.write(answer(lines, remarks, titles: titles.merging(book.titles) { old, _ in old }, entry))
      return .clean
    }
  }

  private func answer(
    _ lines: [TopicCorrection], _ remarks: [CorrectionRemark], titles: [TopicID: String], _ entry: Entry
  ) -> String {
    var text: [String] = []
    for line in lines {
      text.append(
        "\(entry.isDryRun ? "Zou opnemen als regel" : "Opgenomen als regel") \(line.number): "
          + CorrectionTexts.sentence(line.action, titles: titles) + ".")
    }
    text += remarks.compactMap(CorrectionTexts.text)
    if entry.isDryRun {
      text.append("Er is niets opgenomen (--dry-run).")
    } else {
      let numbers = CorrectionTexts.ranges(lines.map(\.number))
      text.append("Dit geldt vanaf de volgende nacht.")
      text.append("Ongedaan maken: themaradar topic undo \(path) \(numbers)")
    }
    return text.joined(separator: "\n") + "\n"
  }

  private static func given(_ text: String?) -> String? {
    let trimmed = CorrectionBook.trimmed(text ?? "")
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Runs a command; what it throws is told, and ends with status 2.
  func telling(_ body: () throws -> ExitStatus) -> ExitStatus {
    do {
      return try body()
    } catch let refusal as CorrectionRefusal {
      errors.write("themaradar: \(CorrectionTexts.reason(refusal, quoting: true))\n")
    } catch {
      errors.write("themaradar: \(error)\n")
    }
    return .failed
  }
}

/// A community whose first night was.
struct Community {
  let file: PipelineFile
  let store: CommunityStore

  init(_ file: PipelineFile) throws {
    self.file = file
    try Self.requireStore(file)
    store = try CommunityStore(path: file.store)
  }

  static func requireStore(_ file: PipelineFile) throws(NightError) {
    guard FileManager.default.fileExists(atPath: file.store) else {
      throw .cannotRun("er is nog geen nacht geweest: de opslag \(file.store) is er niet")
    }
  }
}

extension CorrectionBook {
  /// The titles of all topics.
  var titles: [TopicID: String] {
    Dictionary(topics.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }
}
