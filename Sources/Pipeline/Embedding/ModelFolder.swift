// A static embedding in a folder, and what tells it apart from every other.

import Crypto
import Discussion
import Embeddings
import Glibc
import Records

/// A Model2Vec folder as a source of vectors.
struct ModelFolder: TextEmbedder {
  let identity: String
  private let embedding: StaticEmbedding

  static let files = ["model.safetensors", "tokenizer.json", "config.json"]

  /// Reads the folder's files.
  init(_ folder: String) throws(EmbeddingSourceError) {
    var contents: [[UInt8]?] = []
    var hash = SHA256()
    for file in Self.files {
      let bytes = try Self.bytes(folder, file)
      hash.update(data: Array("\(file) \(bytes?.count ?? -1)\n".utf8))
      if let bytes { hash.update(data: bytes) }
      contents.append(bytes)
    }
    guard let vectors = contents[0], let tokenizer = contents[1] else {
      let missing = contents[0] == nil ? Self.files[0] : Self.files[1]
      throw EmbeddingSourceError(source: folder, reason: "het bestand \(missing) ontbreekt")
    }
    do {
      embedding = try StaticEmbedding(vectors: vectors, tokenizer: tokenizer, configuration: contents[2])
    } catch {
      throw EmbeddingSourceError(source: folder, reason: "\(error)")
    }
    identity = "model2vec sha256 " + Hexadecimal.text(hash.finalize())
  }

  /// A file's bytes; nil where the folder has none of that name.
  private static func bytes(_ folder: String, _ file: String) throws(EmbeddingSourceError) -> [UInt8]? {
    do {
      return try ByteReader.contents(of: folder + "/" + file)
    } catch let error as FileError where error.code == ENOENT {
      return nil
    } catch {
      throw EmbeddingSourceError(source: folder, reason: "\(error)")
    }
  }

  func embed(_ texts: [String], each: (Int, [Float]) throws -> Void) throws {
    let embedding = embedding
    // A batch at a time, so that progress can be kept and memory stays small.
    for start in stride(from: 0, to: texts.count, by: 1024) {
      for place in start..<min(start + 1024, texts.count) {
        try each(place, embedding.vector(of: texts[place]) ?? [])
      }
    }
  }
}
