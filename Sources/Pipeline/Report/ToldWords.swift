// Which of a topic's words may be told: those that enough people use outside of anything that points to somebody.
import Discussion
import Language
import Moderation

/// Looks at the words of topics as they stand in the questions: a name is no word, however many people use it, and by itself,
/// in small letters, it cannot be told from one.
struct ToldWords {
  /// So many different people must use a word: one that only one uses could point to them.
  static let leastUsers = 2

  private let analyzer: TextAnalyzer
  private let redactor: Redactor
  private let leastUsers: Int

  init(analyzer: TextAnalyzer, redactor: Redactor, leastUsers: Int = ToldWords.leastUsers) {
    self.analyzer = analyzer
    self.redactor = redactor
    self.leastUsers = leastUsers
  }

  /// The words that may be told, in their order.
  func told(_ words: [String], in asked: [NightFacts.AskedQuestion]) -> [String] {
    let stemmer = analyzer.makeStemmer()
    let candidates = words.filter { redactor.redact(RawText($0)).replacements == 0 }
    var waiting = Set(candidates.map { stemmer.stem($0) })
    var users: [String: Set<MemberID?>] = [:]
    var told: Set<String> = []
    for question in asked where !waiting.isEmpty {
      let post = question.post
      let text = [post.title, post.body].compactMap(\.self).joined(separator: "\n")
      guard !waiting.isDisjoint(with: analyzer.stems(in: text, stemmer: stemmer)) else { continue }
      let left = SignalWords.withoutPlaceholders(redactor.redact(RawText(text)))
      for stem in waiting.intersection(analyzer.stems(in: left, stemmer: stemmer)) {
        users[stem, default: []].insert(post.author)
        guard users[stem, default: []].count >= leastUsers else { continue }
        told.insert(stem)
        waiting.remove(stem)
      }
    }
    return candidates.filter { told.contains(stemmer.stem($0)) }
  }
}
