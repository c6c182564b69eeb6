// Words that several people use side by side: what a topic could be called when the program has no better name for it.

import Discussion
import Language

/// Finds phrases of two or three words in questions.
public struct TitlePhrases {
  /// A question's text without personal data, and who asked it.
  public struct Asked: Hashable, Sendable {
    /// The text.
    public var text: String
    /// Who asked; nil when the source does not say.
    public var author: MemberID?

    /// A question from its parts.
    public init(text: String, author: MemberID?) {
      self.text = text
      self.author = author
    }
  }

  /// A phrase.
  public struct Phrase: Hashable, Sendable {
    /// Its words in small letters.
    public var text: String
    /// How many different people use it.
    public var people: Int
    /// How many questions use it.
    public var questions: Int
  }

  /// A phrase sets questions apart when they use it so many times as often as others do.
  static let leastRatio = 3.0

  private let analyzer: TextAnalyzer
  /// In how many other texts a phrase stands, and how many of these there are.
  private var elsewhere: [String: Int] = [:]
  private let others: Int

  /// Phrases of texts in a language.
  /// - Parameter others: texts that show what is usual; read once.
  public init(analyzer: TextAnalyzer, others: [String] = []) {
    self.analyzer = analyzer
    self.others = others.count
    for text in others {
      for phrase in phrases(in: text) { elsewhere[phrase, default: 0] += 1 }
    }
  }

  /// The phrase that most people use, among those that so many people use and that hardly stand in other questions; nil
  /// when there is none.
  public func best(in asked: [Asked], leastPeople: Int) -> Phrase? {
    var users: [String: Set<MemberID?>] = [:]
    var uses: [String: Int] = [:]
    for question in asked {
      for phrase in phrases(in: question.text) {
        users[phrase, default: []].insert(question.author)
        uses[phrase, default: 0] += 1
      }
    }
    // Where no author is known questions stand for people.
    let isAnonymous = asked.allSatisfy { $0.author == nil }
    func people(_ phrase: String) -> Int { isAnonymous ? uses[phrase] ?? 0 : users[phrase]?.count ?? 0 }
    let shared = users.keys.filter { people($0) >= leastPeople }
    guard !shared.isEmpty else { return nil }
    let telling = shared.filter { phrase in
      let share = Double(uses[phrase] ?? 0) / Double(asked.count)
      let usual = (Double(elsewhere[phrase] ?? 0) + 0.5) / Double(others + 1)
      return share >= Self.leastRatio * usual
    }
    // Of two that are used as much the longer one says more.
    let best = telling.max {
      (people($0), $0.utf8.count, $1) < (people($1), $1.utf8.count, $0)
    }
    return best.map { Phrase(text: $0, people: people($0), questions: uses[$0] ?? 0) }
  }

  /// The phrases of a text, each once: words side by side with nothing but a blank between them, that begin and end with a
  /// word that says something.
  func phrases(in text: String) -> Set<String> {
    let tokenized = analyzer.tokenize(text)
    let bytes = Array(text.utf8)
    let words = tokenized.words
    let tells = words.map {
      analyzer.isTerm($0) && !analyzer.isForumWord($0) && $0.unicodeScalars.count > 2
    }
    var found: Set<String> = []
    for start in words.indices where tells[start] {
      for end in (start + 1)..<max(start + 2, min(words.count, start + 3)) where end < words.count {
        let gap = tokenized.tokens[end - 1].byteRange.upperBound..<tokenized.tokens[end].byteRange.lowerBound
        guard gap.count == 1, bytes[gap.lowerBound] == UInt8(ascii: " ") else { break }
        if tells[end] { found.insert(words[start...end].joined(separator: " ")) }
      }
    }
    return found
  }
}

extension TitlePhrases {
  /// How many questions use a word of a title, by their stems.
  public func uses(of title: String, in texts: [String]) -> Int {
    let stemmer = analyzer.makeStemmer()
    let wanted = Set(
      analyzer.terms(in: title).filter { !analyzer.isForumWord($0) }.map(stemmer.stem))
    guard !wanted.isEmpty else { return texts.count }
    return texts.count { !wanted.isDisjoint(with: analyzer.stems(in: $0, stemmer: stemmer)) }
  }
}
