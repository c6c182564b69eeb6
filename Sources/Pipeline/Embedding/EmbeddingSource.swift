// Where the vectors of texts come from, as people choose it.

import Foundation

/// Where the vectors of texts come from. Nothing is ever downloaded.
public enum EmbeddingSource: Sendable, Hashable {
  /// A folder in Model2Vec's layout: `model.safetensors`, `tokenizer.json`, and `config.json` where there is one.
  case model(folder: String)
  /// A file of NDJSON `{"id","vector"}` with a vector for each post's identity.
  case file(String)
  /// A program that turns texts into vectors. The texts leave Themaradar towards it.
  case command(EmbeddingCommand)

  /// The source that an option names: a folder is a model, anything else a file with vectors.
  public static func named(_ path: String) -> EmbeddingSource {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? .model(folder: path) : .file(path)
  }
}

/// Turns texts into vectors: a model in this process, or a program beside it.
protocol TextEmbedder {
  /// What makes this embedder's vectors different from those of another one: vectors are kept under it.
  var identity: String { get }

  /// Hands out each text's vector with its place, in any order, each place once; empty where the model has none.
  func embed(_ texts: [String], each: (_ place: Int, _ vector: [Float]) throws -> Void) throws
}

/// Why texts could not be turned into vectors. Holds no text.
public struct EmbeddingSourceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder, file or program.
  public var source: String
  /// What is wrong, and what to do.
  public var reason: String

  /// `embed.py: het programma eindigde met status 1`
  public var description: String { "\(source): \(reason)" }
}
