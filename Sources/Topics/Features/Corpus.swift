// Posts as numbers: which words they use, each distinct word analysed once.

import Language

/// The terms of all posts. Words are numbered in the order in which they first occur, so the numbers depend on the
/// order of the posts and on nothing else.
struct Corpus {
  /// The distinct words that carry meaning, in lower case, unstemmed.
  private(set) var words: [String] = []
  /// The stem of each word.
  private(set) var stemOfWord: [Int32] = []
  /// How often each word occurs.
  private var occurrences: [Int32] = []
  /// How often each word occurs with a capital in front and none behind it.
  private var capitalised: [Int32] = []
  /// The distinct stems.
  private(set) var stems: [String] = []
  /// Where each post's words start, and at the end where the last one's stop.
  private(set) var starts: [Int] = [0]
  /// The words of each post in its order, repeated as often as they occur.
  private(set) var tokens: [Int32] = []

  var postCount: Int { starts.count - 1 }

  /// Analyses texts.
  init(texts: some Sequence<String>, analyzer: TextAnalyzer) {
    let stemmer = analyzer.makeStemmer()
    var numberOfWord: [String: Int32] = [:]
    var numberOfStem: [String: Int32] = [:]
    for text in texts {
      let tokenized = analyzer.tokenize(text)
      let original = Array(text.utf8)
      for token in tokenized.tokens {
        let word = tokenized.word(token)
        if let number = numberOfWord[word] {
          guard number >= 0 else { continue }
          tokens.append(number)
          count(Int(number), original[token.byteRange], lowercased: tokenized.bytes(token))
          continue
        }
        guard analyzer.isTerm(word) else {
          numberOfWord[word] = -1
          continue
        }
        let number = Int32(words.count)
        numberOfWord[word] = number
        words.append(word)
        let stem = stemmer.stem(word)
        let stemNumber = numberOfStem[stem] ?? Int32(stems.count)
        if Int(stemNumber) == stems.count {
          numberOfStem[stem] = stemNumber
          stems.append(stem)
        }
        stemOfWord.append(stemNumber)
        tokens.append(number)
        occurrences.append(0)
        capitalised.append(0)
        count(Int(number), original[token.byteRange], lowercased: tokenized.bytes(token))
      }
      starts.append(tokens.count)
    }
  }

  private mutating func count(_ word: Int, _ original: ArraySlice<UInt8>, lowercased: ArraySlice<UInt8>) {
    occurrences[word] += 1
    // The first scalar ends where the next byte is no continuation byte.
    let originalTail = original.dropFirst().drop { $0 & 0xC0 == 0x80 }
    let tail = lowercased.dropFirst().drop { $0 & 0xC0 == 0x80 }
    if !original.elementsEqual(lowercased), originalTail.elementsEqual(tail) { capitalised[word] += 1 }
  }

  /// Whether a word may be somebody's name: it is hardly ever written without a capital. Acronyms are not.
  func looksLikeName(_ word: Int32) -> Bool {
    Int(capitalised[Int(word)]) * 5 > Int(occurrences[Int(word)]) * 4
  }

  /// How often each post uses each stem.
  func stemCounts() -> TermCounts {
    var counts = TermCounts()
    counts.termCount = stems.count
    var terms: [Int32] = []
    for post in 0..<postCount {
      terms.removeAll(keepingCapacity: true)
      for token in tokens[starts[post]..<starts[post + 1]] { terms.append(stemOfWord[Int(token)]) }
      counts.appendPost(&terms)
    }
    return counts
  }

  /// How often each post uses each word.
  func wordCounts() -> TermCounts {
    var counts = TermCounts()
    counts.termCount = words.count
    for post in 0..<postCount {
      var terms = Array(tokens[starts[post]..<starts[post + 1]])
      counts.appendPost(&terms)
    }
    return counts
  }

  /// How often each post uses each run of four characters within a word, with `^` before and `$` after it. They stand
  /// in for splitting compounds: `jeugdhulp` and `jeugdhulpverlening` share six of them.
  func characterGramCounts() -> TermCounts {
    var numberOfGram: [UInt64: Int32] = [:]
    var gramStarts = [0]
    var grams: [Int32] = []
    for word in words {
      for gram in CharacterGrams.keys(of: word) {
        let number = numberOfGram[gram] ?? Int32(numberOfGram.count)
        numberOfGram[gram] = number
        grams.append(number)
      }
      gramStarts.append(grams.count)
    }
    var counts = TermCounts()
    counts.termCount = numberOfGram.count
    var terms: [Int32] = []
    for post in 0..<postCount {
      terms.removeAll(keepingCapacity: true)
      for token in tokens[starts[post]..<starts[post + 1]] {
        terms.append(contentsOf: grams[gramStarts[Int(token)]..<gramStarts[Int(token) + 1]])
      }
      counts.appendPost(&terms)
    }
    return counts
  }
}
