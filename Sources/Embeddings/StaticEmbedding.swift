// A static embedding: a vector for each token, looked up and averaged.

import Records

/// A static embedding in the layout of Model2Vec: a vector for each token of a tokenizer; a text's vector is the mean of
/// its tokens' vectors (Tulkens & van Dongen, "Model2Vec: fast state-of-the-art static embeddings", 2024).
///
/// It gives what `StaticModel.encode` of the Python package `model2vec` gives: tokens that are unknown do not count, a text
/// is read up to the model's greatest length, and newer models' weights and mapping of tokens to shared vectors are
/// followed. A pure value: bytes in, vectors out.
public struct StaticEmbedding: Sendable {
  /// How many numbers a vector has.
  public let dimension: Int
  private let tokenizer: Tokenizer
  private let vectors: SafeTensors.Tensor
  private let weights: SafeTensors.Tensor?
  private let mapping: [Int32]?
  private let normalizes: Bool
  private let maximumLength: Int?

  private static let vectorFile = "model.safetensors"
  private static let tokenizerFile = "tokenizer.json"
  private static let configurationFile = "config.json"

  /// A model from the bytes of its files.
  /// - Parameters:
  ///   - vectors: `model.safetensors`.
  ///   - tokenizer: `tokenizer.json`.
  ///   - configuration: `config.json`; nil where there is none.
  public init(vectors: [UInt8], tokenizer: [UInt8], configuration: [UInt8]? = nil) throws(EmbeddingError) {
    let tensors = try SafeTensors(vectors, file: Self.vectorFile)
    // Model2Vec's own name, and that of sentence-transformers.
    var named = try tensors.tensor("embeddings")
    if named == nil { named = try tensors.tensor("embedding.weight") }
    guard let table = named else {
      throw EmbeddingError(
        file: Self.vectorFile,
        reason: "er is geen tabel \"embeddings\"; wel: \(tensors.names.joined(separator: ", "))")
    }
    guard table.shape.count == 2, table.shape[0] > 0, table.shape[1] > 0 else {
      throw EmbeddingError(
        file: Self.vectorFile, reason: "\"embeddings\" is geen tabel van rijen en kolommen: \(table.shape)")
    }
    self.vectors = table
    dimension = table.shape[1]
    self.tokenizer = try Tokenizer(tokenizer, file: Self.tokenizerFile)
    weights = try tensors.tensor("weights")
    mapping = try Self.mapping(tensors, rows: table.shape[0])
    (normalizes, maximumLength) = try Self.configuration(configuration)
    if mapping == nil, self.tokenizer.count != table.shape[0] {
      throw EmbeddingError(
        file: Self.vectorFile,
        reason:
          "er zijn \(table.shape[0]) vectoren voor de \(self.tokenizer.count) woorden van \(Self.tokenizerFile)"
      )
    }
    let room = mapping?.count ?? table.shape[0]
    guard self.tokenizer.highestID < room, weights.map({ self.tokenizer.highestID < $0.count }) ?? true else {
      throw EmbeddingError(
        file: Self.vectorFile,
        reason: "woord \(self.tokenizer.highestID) van \(Self.tokenizerFile) heeft geen vector")
    }
  }

  private static func mapping(_ tensors: SafeTensors, rows: Int) throws(EmbeddingError) -> [Int32]? {
    guard let tensor = try tensors.tensor("mapping") else { return nil }
    var mapping: [Int32] = []
    mapping.reserveCapacity(tensor.count)
    for place in 0..<tensor.count {
      let row = tensor.number(at: place)
      guard row >= 0, row < Double(rows), row == row.rounded() else {
        throw EmbeddingError(file: vectorFile, reason: "\"mapping\" wijst naar vector \(row), die er niet is")
      }
      mapping.append(Int32(row))
    }
    return mapping
  }

  private static func configuration(_ bytes: [UInt8]?) throws(EmbeddingError) -> (Bool, Int?) {
    let usualLength = 512
    guard let bytes else { return (false, usualLength) }
    let value: JSONValue
    do {
      value = try JSONParser().parse(bytes)
    } catch {
      throw EmbeddingError(
        file: configurationFile, reason: "dit is geen JSON (\(error.reason.rawValue) bij byte \(error.byte))")
    }
    guard let length = value["max_length"] else { return (value["normalize"]?.boolean ?? false, usualLength) }
    guard length.isNull || (length.integer ?? 0) > 0 else {
      throw EmbeddingError(file: configurationFile, reason: "\"max_length\" moet een aantal zijn")
    }
    return (value["normalize"]?.boolean ?? false, length.integer)
  }

  /// The vector of a text; nil where the model knows none of its words.
  public func vector(of text: String) -> [Float]? {
    var scalars = Array(text.unicodeScalars)
    if let maximumLength {
      let (limit, overflow) = maximumLength.multipliedReportingOverflow(by: tokenizer.medianTokenLength)
      if !overflow, scalars.count > limit { scalars.removeSubrange(limit...) }
    }
    var tokens = tokenizer.tokens(of: scalars)[...]
    if let maximumLength { tokens = tokens.prefix(maximumLength) }
    let known = tokens.filter { $0 != tokenizer.unknown }
    guard !known.isEmpty else { return nil }
    var sums = [Double](repeating: 0, count: dimension)
    for token in known {
      let row = mapping.map { Int($0[Int(token)]) } ?? Int(token)
      let weight = weights?.number(at: Int(token)) ?? 1
      vectors.add(row: row, times: weight, to: &sums)
    }
    var scale = 1 / Double(known.count)
    if normalizes {
      let length = sums.reduce(0) { $0 + $1 * $1 }.squareRoot() * scale
      scale /= length + 1e-32
    }
    let vector = sums.map { Float($0 * scale) }
    return vector.allSatisfy(\.isFinite) ? vector : nil
  }
}
