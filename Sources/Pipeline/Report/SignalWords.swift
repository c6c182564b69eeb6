// The words that set a signal's questions apart: its title where no topic gives one.
import Discussion
import Language
import Moderation

/// Finds telling words under the rules of the titles of topics: enough different people use them, and they hold no
/// personal data.
struct SignalWords {
  /// So many other questions are enough to know how usual a word is.
  private static let sample = 2_000
  /// How many words are told.
  private static let limit = 3
  /// A word sets questions apart when they use it so many times as often as others do.
  private static let leastRatio = 2.0

  private let analyzer: TextAnalyzer
  private let redactor: Redactor
  private let fewest: Int
  /// In how many of the other questions each word stands.
  private let elsewhere: [String: Int]
  private let otherCount: Int

  /// A word must be used by so many different people.
  private static let leastUsers = 3

  /// - Parameters:
  ///   - fewest: so many different people must have asked before any word is told.
  ///   - others: other questions, by time.
  init(analyzer: TextAnalyzer, redactor: Redactor, fewest: Int, others: [Post]) {
    self.analyzer = analyzer
    self.redactor = redactor
    self.fewest = max(2, fewest)
    let step = max(1, others.count / Self.sample)
    let sample = stride(from: 0, to: others.count, by: step).map { others[$0] }
    var elsewhere: [String: Int] = [:]
    for post in sample {
      for word in Self.words(in: Self.text(of: post), analyzer) { elsewhere[word, default: 0] += 1 }
    }
    self.elsewhere = elsewhere
    otherCount = sample.count
  }

  /// The words of some questions, most telling first; none when fewer people asked than may be told about.
  func telling(in posts: [Post]) -> [String] {
    let askers = Set(posts.map(\.author))
    guard askers.count >= fewest else { return [] }
    var users: [String: Set<MemberID?>] = [:]
    var uses: [String: Int] = [:]
    for post in posts {
      // Only what is left after redaction can be a word: a name is none, however many people use it.
      let text = Self.withoutPlaceholders(redactor.redact(RawText(Self.text(of: post))))
      for word in Self.words(in: text, analyzer) {
        users[word, default: []].insert(post.author)
        uses[word, default: 0] += 1
      }
    }
    let shared = users.filter { $0.value.count >= Self.leastUsers }.keys
    let scored = shared.compactMap { word -> (word: String, score: Double)? in
      let share = Double(uses[word] ?? 0) / Double(posts.count)
      let usual = (Double(elsewhere[word] ?? 0) + 0.5) / Double(otherCount + 1)
      guard share >= Self.leastRatio * usual else { return nil }
      return (word, share * (share / usual).exponentOfTwo)
    }.sorted { ($1.score, $0.word) < ($0.score, $1.word) }
    return distinct(scored.map(\.word))
  }

  /// What stands for a name or number is no word of the askers.
  static func withoutPlaceholders(_ redacted: RedactedText) -> String {
    guard redacted.replacements > 0 else { return redacted.text }
    return FindingKind.allCases.reduce(redacted.text) {
      $0.replacing(Redactor.placeholder(for: $1), with: " ")
    }
  }

  private static func text(of post: Post) -> String {
    [post.title, post.body].compactMap(\.self).joined(separator: "\n")
  }

  /// The words of a text that could be told, each once.
  private static func words(in text: String, _ analyzer: TextAnalyzer) -> Set<String> {
    Set(
      analyzer.terms(in: text).filter {
        $0.unicodeScalars.count > 2 && !analyzer.isForumWord($0)
          && $0.unicodeScalars.contains(where: \.properties.isAlphabetic)
      })
  }

  /// Without forms of an earlier word, and without what holds personal data by itself.
  private func distinct(_ words: [String]) -> [String] {
    let stemmer = analyzer.makeStemmer()
    var stems: Set<String> = []
    var kept: [String] = []
    for word in words where kept.count < Self.limit {
      guard stems.insert(stemmer.stem(word)).inserted, redactor.redact(RawText(word)).replacements == 0 else {
        continue
      }
      kept.append(word)
    }
    return kept
  }
}

extension Double {
  /// About the logarithm to base two, the same on every machine: the exponent with the significand's share of the next.
  fileprivate var exponentOfTwo: Double {
    guard self > 0 else { return 0 }
    return Double(exponent) + significand - 1
  }
}
