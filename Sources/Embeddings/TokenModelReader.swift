// Reads the model of a tokenizer and its tokens from `tokenizer.json`.

import Records

/// Reads the part `model` of `tokenizer.json`.
struct TokenModelReader {
  let file: String

  private func wrong(_ reason: String) -> EmbeddingError {
    EmbeddingError(file: file, reason: "model: \(reason)")
  }

  /// The model and the table of its tokens.
  func read(_ value: JSONValue) throws(EmbeddingError) -> (TokenModel, TokenTable) {
    let type = value["type"]?.string ?? Self.impliedType(value)
    switch type {
    case "Unigram": return try unigram(value)
    case "WordPiece":
      let table = try vocabulary(value)
      let longest = value["max_input_chars_per_word"]?.integer ?? 100
      let continuation = value["continuing_subword_prefix"]?.string ?? "##"
      let model = WordPiece(
        continuation: Array(continuation.utf8), unknown: try unknown(value, in: table), longestWord: longest)
      return (.wordPiece(model), table)
    case "WordLevel":
      let table = try vocabulary(value)
      return (.wordLevel(unknown: try unknown(value, in: table)), table)
    case "BPE": return try bytePairs(value)
    default: throw wrong("het type \"\(type)\" wordt niet begrepen")
    }
  }

  /// Older files do not name the type; what else they hold tells it.
  private static func impliedType(_ value: JSONValue) -> String {
    if value["merges"] != nil { return "BPE" }
    return value["vocab"]?.kind == .array ? "Unigram" : "WordPiece"
  }

  private func vocabulary(_ value: JSONValue) throws(EmbeddingError) -> TokenTable {
    guard let vocabulary = value["vocab"], vocabulary.kind == .object else {
      throw wrong("\"vocab\" ontbreekt")
    }
    var table = TokenTable(capacity: vocabulary.count)
    for (token, id) in vocabulary.members {
      guard let number = id.integer.flatMap({ Int32(exactly: $0) }), number >= 0 else {
        throw wrong("een woord in \"vocab\" heeft geen nummer")
      }
      table.insert(token.utf8, id: number)
    }
    return table
  }

  private func unknown(_ value: JSONValue, in table: TokenTable) throws(EmbeddingError) -> Int32? {
    guard let token = value["unk_token"]?.string else { return nil }
    return table.id(of: Array(token.utf8)[...])
  }

  private func unigram(_ value: JSONValue) throws(EmbeddingError) -> (TokenModel, TokenTable) {
    guard let vocabulary = value["vocab"], vocabulary.kind == .array else {
      throw wrong("\"vocab\" ontbreekt")
    }
    guard value["byte_fallback"]?.boolean != true else {
      throw wrong("\"byte_fallback\" wordt niet begrepen")
    }
    var table = TokenTable(capacity: vocabulary.count)
    var scores: [Double] = []
    for entry in vocabulary.elements {
      var parts = entry.elements
      guard let token = parts.next()?.string, let score = parts.next()?.double, score.isFinite else {
        throw wrong("een woord in \"vocab\" heeft geen kans")
      }
      table.insert(token.utf8, id: Int32(scores.count))
      scores.append(score)
    }
    let unknown = value["unk_id"]?.integer
    guard unknown.map({ scores.indices.contains($0) }) ?? true else { throw wrong("\"unk_id\" bestaat niet") }
    return (.unigram(Unigram(scores: scores, unknown: unknown.map { Int32($0) })), table)
  }

  private func bytePairs(_ value: JSONValue) throws(EmbeddingError) -> (TokenModel, TokenTable) {
    for key in ["continuing_subword_prefix", "end_of_word_suffix"] {
      if let text = value[key]?.string, !text.isEmpty { throw wrong("\"\(key)\" wordt niet begrepen") }
    }
    guard value["byte_fallback"]?.boolean != true else {
      throw wrong("\"byte_fallback\" wordt niet begrepen")
    }
    guard value["fuse_unk"]?.boolean != true else { throw wrong("\"fuse_unk\" wordt niet begrepen") }
    let table = try vocabulary(value)
    guard let list = value["merges"], list.kind == .array else { throw wrong("\"merges\" ontbreekt") }
    var merges: [UInt64: (rank: Int32, token: Int32)] = [:]
    merges.reserveCapacity(list.count)
    for (rank, entry) in list.elements.enumerated() {
      let parts: [[UInt8]] =
        entry.kind == .array
        ? entry.elements.map { Array($0.utf8) }
        : entry.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map { Array($0) }
      guard parts.count == 2, let left = table.id(of: parts[0][...]), let right = table.id(of: parts[1][...]),
        let token = table.id(of: (parts[0] + parts[1])[...])
      else { throw wrong("regel \(rank + 1) van \"merges\" noemt een onbekend woord") }
      merges[BytePairs.key(left, right)] = (Int32(rank), token)
    }
    let model = BytePairs(
      merges: merges, unknown: try unknown(value, in: table),
      keepsKnownWords: value["ignore_merges"]?.boolean ?? false)
    return (.bytePairs(model), table)
  }
}
