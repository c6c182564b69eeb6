// What erased posts gave to texts that were made out of many: titles, words and profiles of topics.
import Discussion
import Language
import Storage

/// Tells what only the erased posts said.
struct ErasedWords {
  /// The shortest title that can be somebody's own sentence, in Unicode scalars: titles that are sentences are longer,
  /// and those of themes are shorter.
  private static let shortestSentence = 25
  private static let untitled = "zonder titel"

  private let texts: [String]
  private let posts: Set<String>
  private let words: Set<String>
  private let stems: Set<String>

  /// - Parameters:
  ///   - erased: the erased posts with their texts.
  ///   - eachOther: gives the texts of every other post, title and text by themselves.
  init(
    _ erased: ErasableTexts, language: LanguageCode, eachOther: (_ body: (String) -> Void) throws -> Void
  ) throws {
    let analyzer = TextAnalyzer(language: language)
    let stemmer = analyzer.makeStemmer()
    texts = erased.texts.map(Self.folded)
    posts = Set(erased.posts.map(\.description))
    var words: Set<String> = []
    var stems: Set<String> = []
    for text in erased.texts {
      let found = analyzer.tokenize(text).words
      words.formUnion(found)
      stems.formUnion(found)
      stems.formUnion(found.map(stemmer.stem))
    }
    // A stem says as much as its word: it goes when no other post has any word of it.
    try eachOther { text in
      guard !words.isEmpty || !stems.isEmpty else { return }
      for word in analyzer.tokenize(text).words {
        words.remove(word)
        stems.remove(word)
        stems.remove(stemmer.stem(word))
      }
    }
    self.words = words
    self.stems = stems
  }

  /// The wording for the store.
  var wording: ErasedWording {
    ErasedWording(
      title: { title, words in self.title(title, words) }, isErased: { self.words.contains($0.lowercased()) },
      state: { self.state($0) })
  }

  /// A title without what was theirs; nil when nothing was.
  func title(_ title: String, _ words: [String]) -> String? {
    let kept = words.filter { !self.words.contains($0.lowercased()) }
    let folded = Self.folded(title)
    if folded.unicodeScalars.count >= Self.shortestSentence, texts.contains(where: { $0.contains(folded) }) {
      return kept.isEmpty ? Self.untitled : kept.prefix(3).joined(separator: ", ")
    }
    let erased = Set(words).subtracting(kept)
    guard !erased.isEmpty else { return nil }
    // "Theme: word, word", or words alone.
    let parts = title.split(separator: ": ", maxSplits: 1).map(String.init)
    let listed = (parts.last ?? "").components(separatedBy: ", ")
    guard listed.contains(where: erased.contains) else { return nil }
    let remaining = listed.filter { !erased.contains($0) }.joined(separator: ", ")
    let whole = (parts.count > 1 ? [parts[0], remaining] : [remaining]).filter { !$0.isEmpty }
    return whole.isEmpty ? Self.untitled : whole.joined(separator: ": ")
  }

  /// What the next night's topics start from, as ``TopicStateCoding`` writes it, without their words and posts.
  func state(_ data: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(data.count)
    for line in data.split(separator: UInt8(ascii: "\n")) {
      let columns = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      if columns.count == 2, columns[0] == "since", posts.contains(columns[1]) { continue }
      if columns.count == 3, columns[0] != "fit", stems.contains(columns[1]) { continue }
      kept += line
      kept.append(UInt8(ascii: "\n"))
    }
    return kept
  }

  private static func folded(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }
}
