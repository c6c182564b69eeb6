// A tokenizer as `tokenizer.json` describes it: normalisation, words, tokens.

import Records

/// A tokenizer in the form of Hugging Face's `tokenizers` (`tokenizer.json`). What it asks for and is not understood is
/// an error when it is read, never a guess.
struct Tokenizer: Sendable {
  /// A token that is looked for in the text itself.
  private struct AddedToken: Sendable {
    var content: [Unicode.Scalar]
    var id: Int32
    var stripsLeft: Bool
    var stripsRight: Bool
  }

  private let normalizers: [Normalizer]
  private let preTokenizers: [PreTokenizer]
  private let model: TokenModel
  private let table: TokenTable
  private let rawTokens: [AddedToken]
  private let normalizedTokens: [AddedToken]

  /// The token that stands for what is unknown; nil where there is none.
  var unknown: Int32? { model.unknown }
  /// The highest number a token has.
  let highestID: Int
  /// How many tokens there are.
  let count: Int
  /// The middle one of the tokens' lengths in characters, rounded down.
  let medianTokenLength: Int

  /// Reads `tokenizer.json`.
  init(_ bytes: [UInt8], file: String) throws(EmbeddingError) {
    let value: JSONValue
    do {
      value = try JSONParser().parse(bytes)
    } catch {
      throw EmbeddingError(
        file: file, reason: "dit is geen JSON (\(error.reason.rawValue) bij byte \(error.byte))")
    }
    guard let description = value["model"], description.kind == .object else {
      throw EmbeddingError(file: file, reason: "\"model\" ontbreekt")
    }
    normalizers = try Normalizer.steps(value["normalizer"], file: file)
    preTokenizers = try PreTokenizer.steps(value["pre_tokenizer"], file: file)
    (model, table) = try TokenModelReader(file: file).read(description)
    var raw: [AddedToken] = []
    var normalized: [AddedToken] = []
    var lengths = table.scalarCounts()
    var highest = table.highestID
    for token in value["added_tokens"].map({ Array($0.elements) }) ?? [] {
      guard let content = token["content"]?.string, !content.isEmpty, let id = token["id"]?.integer,
        let number = Int32(exactly: id), number >= 0
      else { throw EmbeddingError(file: file, reason: "een van de \"added_tokens\" is niet volledig") }
      guard token["single_word"]?.boolean != true else {
        throw EmbeddingError(file: file, reason: "added_tokens: \"single_word\" wordt niet begrepen")
      }
      let isNormalized = token["normalized"]?.boolean ?? false
      let written =
        isNormalized
        ? normalizers.reduce(Array(content.unicodeScalars)) { $1.normalize($0) }
        : Array(content.unicodeScalars)
      let added = AddedToken(
        content: written, id: number, stripsLeft: token["lstrip"]?.boolean ?? false,
        stripsRight: token["rstrip"]?.boolean ?? false)
      if table.id(of: Array(content.utf8)[...]) == nil { lengths.append(content.unicodeScalars.count) }
      highest = max(highest, id)
      if isNormalized { normalized.append(added) } else { raw.append(added) }
    }
    // Of two tokens at one place the longest counts.
    rawTokens = raw.sorted { $0.content.count > $1.content.count }
    normalizedTokens = normalized.sorted { $0.content.count > $1.content.count }
    highestID = highest
    count = lengths.count
    lengths.sort()
    let middle = lengths.count / 2
    medianTokenLength =
      lengths.isEmpty
      ? 0 : lengths.count % 2 == 1 ? lengths[middle] : (lengths[middle - 1] + lengths[middle]) / 2
  }

  /// The numbers of a text's tokens, without the special ones that models want around a text.
  func tokens(of text: [Unicode.Scalar]) -> [Int32] {
    var result: [Int32] = []
    for (range, token) in Self.split(text, at: rawTokens) {
      if let token {
        result.append(token)
        continue
      }
      let normalized = normalizers.reduce(Array(text[range])) { $1.normalize($0) }
      for (part, token) in Self.split(normalized, at: normalizedTokens) {
        if let token {
          result.append(token)
          continue
        }
        let opensText = range.lowerBound == 0 && part.lowerBound == 0
        var pieces = [TextPiece(scalars: Array(normalized[part]), opensText: opensText)]
        for step in preTokenizers { pieces = pieces.flatMap(step.split) }
        for piece in pieces where !piece.scalars.isEmpty {
          result.append(contentsOf: model.tokens(of: piece.scalars, in: table))
        }
      }
    }
    return result
  }

  /// The stretches of a text between tokens that stand in it as they are, and those tokens.
  private static func split(_ text: [Unicode.Scalar], at tokens: [AddedToken]) -> [(Range<Int>, Int32?)] {
    guard !tokens.isEmpty else { return [(text.indices, nil)] }
    let beginnings = Set(tokens.compactMap(\.content.first))
    var parts: [(Range<Int>, Int32?)] = []
    var start = 0
    var place = 0
    while place < text.count {
      guard beginnings.contains(text[place]),
        let token = tokens.first(where: { !$0.content.isEmpty && text[place...].starts(with: $0.content) })
      else {
        place += 1
        continue
      }
      var before = place
      if token.stripsLeft { while before > start, text[before - 1].isSpace { before -= 1 } }
      place += token.content.count
      if token.stripsRight { while place < text.count, text[place].isSpace { place += 1 } }
      if before > start { parts.append((start..<before, nil)) }
      parts.append((before..<place, token.id))
      start = place
    }
    if start < text.count { parts.append((start..<text.count, nil)) }
    return parts
  }
}
