// How words become tokens: the models that tokenizers have been trained with.

/// Turns one word into tokens.
enum TokenModel: Sendable {
  case wordPiece(WordPiece)
  case unigram(Unigram)
  case bytePairs(BytePairs)
  case wordLevel(unknown: Int32?)

  /// The numbers of a word's tokens.
  func tokens(of word: [Unicode.Scalar], in table: TokenTable) -> [Int32] {
    switch self {
    case .wordPiece(let model): return model.tokens(of: word, in: table)
    case .unigram(let model): return model.tokens(of: word, in: table)
    case .bytePairs(let model): return model.tokens(of: word, in: table)
    case .wordLevel(let unknown): return (table.id(of: word.utf8[...]) ?? unknown).map { [$0] } ?? []
    }
  }

  /// The token that stands for what is unknown.
  var unknown: Int32? {
    switch self {
    case .wordPiece(let model): model.unknown
    case .unigram(let model): model.unknown
    case .bytePairs(let model): model.unknown
    case .wordLevel(let unknown): unknown
    }
  }
}

extension [Unicode.Scalar] {
  /// The text as UTF-8.
  var utf8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for scalar in self { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    return bytes
  }
}

/// WordPiece: the longest known beginning, again and again (Schuster & Nakajima, "Japanese and Korean voice search",
/// ICASSP 2012; as in BERT).
struct WordPiece: Sendable {
  /// What stands before a token that does not begin a word.
  var continuation: [UInt8]
  /// The token for what cannot be written with known ones.
  var unknown: Int32?
  /// Longer words are unknown as a whole, in characters.
  var longestWord: Int

  func tokens(of word: [Unicode.Scalar], in table: TokenTable) -> [Int32] {
    let unknownWord = unknown.map { [$0] } ?? []
    guard word.count <= longestWord else { return unknownWord }
    let bytes = word.utf8
    var tokens: [Int32] = []
    var start = 0
    while start < bytes.count {
      let prefix = start == 0 ? [] : continuation
      var end = min(bytes.count, start + table.longest)
      var found: Int32?
      while end > start {
        // Only whole characters are looked up.
        if end == bytes.count || bytes[end] & 0xC0 != 0x80 {
          found = table.id(of: (prefix + bytes[start..<end])[...])
          if found != nil { break }
        }
        end -= 1
      }
      guard let found else { return unknownWord }
      tokens.append(found)
      start = end
    }
    return tokens
  }
}

/// The unigram language model: of all ways to write a word with known tokens the most probable one, found with Viterbi's
/// algorithm (Kudo, "Subword regularization", ACL 2018).
struct Unigram: Sendable {
  /// For each token the logarithm of its probability.
  let scores: [Double]
  /// The token for what cannot be written with known ones.
  let unknown: Int32?
  private let unknownScore: Double

  init(scores: [Double], unknown: Int32?) {
    self.scores = scores
    self.unknown = unknown
    unknownScore = (scores.min() ?? 0) - 10
  }

  func tokens(of word: [Unicode.Scalar], in table: TokenTable) -> [Int32] {
    let bytes = word.utf8
    var best = [(score: Double, start: Int, token: Int32)](
      repeating: (0, -1, -1), count: bytes.count + 1)
    bytes.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        var characterEnd = start + 1
        while characterEnd < text.count, text[characterEnd] & 0xC0 == 0x80 { characterEnd += 1 }
        var hash = TokenTable.emptyHash
        var isKnown = false
        for end in start + 1..<min(text.count, start + table.longest) + 1 {
          hash = TokenTable.extend(hash, with: text[end - 1])
          if end < text.count, text[end] & 0xC0 == 0x80 { continue }
          guard let token = table.id(of: text, from: start, length: end - start, hash: hash),
            Int(token) < scores.count
          else { continue }
          if end == characterEnd { isKnown = true }
          let score = best[start].score + scores[Int(token)]
          if best[end].start < 0 || score > best[end].score { best[end] = (score, start, token) }
        }
        if !isKnown {
          let score = best[start].score + unknownScore
          if best[characterEnd].start < 0 || score > best[characterEnd].score {
            best[characterEnd] = (score, start, -1)
          }
        }
        start = characterEnd
      }
    }
    var tokens: [Int32] = []
    var end = bytes.count
    while end > 0 {
      let token = best[end].token
      // What is unknown in one stretch is one unknown token.
      if token >= 0 || tokens.last != -1 { tokens.append(token) }
      end = best[end].start
    }
    return tokens.reversed().compactMap { $0 < 0 ? unknown : $0 }
  }
}

/// Byte-pair encoding: the pair of tokens that was merged first in training is merged first (Sennrich, Haddow & Birch,
/// "Neural machine translation of rare words with subword units", ACL 2016).
struct BytePairs: Sendable {
  /// For two tokens next to each other (as the halves of a number) their rank and what they become.
  var merges: [UInt64: (rank: Int32, token: Int32)]
  /// The token for what is unknown; nil leaves it out.
  var unknown: Int32?
  /// Whether a word that is a token stays whole whatever the merges say.
  var keepsKnownWords: Bool

  func tokens(of word: [Unicode.Scalar], in table: TokenTable) -> [Int32] {
    if keepsKnownWords, let token = table.id(of: word.utf8[...]) { return [token] }
    var tokens = word.compactMap { table.id(of: [$0].utf8[...]) ?? unknown }
    while tokens.count > 1 {
      var best: (place: Int, rank: Int32, token: Int32)?
      for place in 0..<tokens.count - 1 {
        guard let merge = merges[Self.key(tokens[place], tokens[place + 1])] else { continue }
        if merge.rank < best?.rank ?? .max { best = (place, merge.rank, merge.token) }
      }
      guard let best else { break }
      tokens[best.place] = best.token
      tokens.remove(at: best.place + 1)
    }
    return tokens
  }

  /// Two tokens as one number.
  static func key(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }
}
