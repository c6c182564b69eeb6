// Where others speak of somebody: a person has to look at those posts, no program can tell who is meant.
import Discussion
import Foundation

/// Looks for a person's name and words in other people's texts.
struct PersonMentions {
  /// Why a post should be looked at.
  enum Reason: String, CaseIterable {
    case wholeName = "hele naam"
    case partOfName = "deel van de naam"
    case quote = "citaat"
  }

  /// So many words after each other are no chance.
  private static let quotedWords = 8
  /// Parts of names that are ordinary words.
  private static let particles: Set<String> = [
    "van", "der", "den", "het", "ten", "ter", "von", "del", "dos", "des", "las", "los", "the", "and",
    "mevrouw",
    "meneer",
  ]

  private let names: [[String]]
  private let parts: Set<String>
  private let quotes: Set<String>

  /// - Parameters:
  ///   - names: what the person is called, each as a whole.
  ///   - texts: what the person wrote.
  init(names: [String], texts: [String]) {
    self.names = names.map(Self.words).filter { !$0.isEmpty }
    parts = Set(self.names.flatMap(\.self)).filter { $0.count >= 3 && !Self.particles.contains($0) }
    quotes = Set(texts.flatMap { Self.runs(Self.words($0)) })
  }

  /// Why a post should be looked at; nil when it need not.
  func reason(in post: Post) -> Reason? {
    let words = Self.words([post.title, post.body].compactMap(\.self).joined(separator: "\n"))
    if names.contains(where: { Self.holds(words, $0) }) { return .wholeName }
    if !quotes.isEmpty, Self.runs(words).contains(where: quotes.contains) { return .quote }
    return words.contains(where: parts.contains) ? .partOfName : nil
  }

  /// Whether a text that people typed holds a whole name.
  func isNamed(in text: String) -> Bool {
    let words = Self.words(text)
    return names.contains { Self.holds(words, $0) }
  }

  private static func holds(_ words: [String], _ name: [String]) -> Bool {
    guard words.count >= name.count else { return false }
    return (0...(words.count - name.count)).contains { start in
      words[start] == name[0] && words[start..<(start + name.count)].elementsEqual(name)
    }
  }

  private static func runs(_ words: [String]) -> [String] {
    guard words.count >= quotedWords else { return [] }
    return (0...(words.count - quotedWords)).map {
      words[$0..<($0 + quotedWords)].joined(separator: " ")
    }
  }

  /// The words of a text in lower case and without accents: names are written carelessly.
  private static func words(_ text: String) -> [String] {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).unicodeScalars
      .split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }.map { String($0) }
  }
}
