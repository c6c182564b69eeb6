// Vectors of texts, kept from night to night: a text is turned into a vector once.
import Crypto
import Discussion
import GRDB

/// A text as the cache of vectors knows it: by the SHA-256 of its UTF-8. The text itself is not kept there.
public struct TextHash: Hashable, Sendable {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// The hash of a text.
  public init(of text: String) { bytes = Array(SHA256.hash(data: Array(text.utf8))) }
}

extension CommunityStore {
  /// The vectors that are kept of texts under a model's name. An empty vector says that the model has none for a text.
  public func vectors(model: String, of texts: [TextHash]) throws(StoreError) -> [TextHash: [Float]] {
    try read { database in
      let statement = try Statement(
        database,
        """
        SELECT vector FROM embedding
        WHERE model = (SELECT id FROM embedding_model WHERE name = ?) AND text_sha256 = ?
        """)
      statement.bind(1, model)
      var vectors: [TextHash: [Float]] = [:]
      for text in texts where vectors[text] == nil {
        statement.bind(2, text.bytes)
        if try statement.step() { vectors[text] = Self.numbers(statement.blob(0)) }
        statement.reset()
      }
      return vectors
    }
  }

  /// Keeps vectors of texts under a model's name; one kept before is replaced.
  public func addVectors(_ vectors: [(hash: TextHash, vector: [Float])], model: String) throws(StoreError) {
    guard !vectors.isEmpty else { return }
    try write { database in
      try database.execute(
        sql: "INSERT INTO embedding_model (name) VALUES (?) ON CONFLICT (name) DO NOTHING", arguments: [model]
      )
      let statement = try Statement(
        database,
        """
        INSERT OR REPLACE INTO embedding (model, text_sha256, vector)
        VALUES ((SELECT id FROM embedding_model WHERE name = ?), ?, ?)
        """)
      statement.bind(1, model)
      for (hash, vector) in vectors {
        statement.bind(2, hash.bytes)
        statement.bind(3, Self.bytes(vector))
        try statement.run()
      }
    }
  }

  /// Drops the vectors of other models, and of texts that are not among those given: what was erased or edited, and
  /// models that are no longer used, leave nothing behind.
  /// - Parameter model: the model in use; nil where none is.
  /// - Returns: how many vectors were dropped.
  @discardableResult
  public func keepVectors(model: String?, of texts: Set<TextHash>) throws(StoreError) -> Int {
    let known = try read { database in
      let statement = try Statement(
        database,
        """
        SELECT model, name, text_sha256 FROM embedding JOIN embedding_model ON id = model
        ORDER BY model, text_sha256
        """)
      var known: [(model: Int64, name: String, hash: [UInt8])] = []
      while try statement.step() {
        known.append((statement.integer(0), statement.text(1), statement.blob(2)))
      }
      return known
    }
    let kept = Set(texts.map(\.bytes))
    let gone = known.filter { $0.name != model || !kept.contains($0.hash) }
    guard !gone.isEmpty else { return 0 }
    try write { database in
      let statement = try Statement(database, "DELETE FROM embedding WHERE model = ? AND text_sha256 = ?")
      for row in gone {
        statement.bind(1, row.model)
        statement.bind(2, row.hash)
        try statement.run()
      }
      try database.execute(
        sql: "DELETE FROM embedding_model WHERE id NOT IN (SELECT model FROM embedding)")
    }
    return gone.count
  }

  private static func bytes(_ vector: [Float]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(vector.count * 4)
    for number in vector {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  private static func numbers(_ bytes: [UInt8]) -> [Float] {
    bytes.withUnsafeBytes { buffer in
      (0..<buffer.count / 4).map {
        Float(bitPattern: UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
      }
    }
  }
}
