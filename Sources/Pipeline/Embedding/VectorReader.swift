// Reads vectors from NDJSON, from a file or a program.

import Discussion
import Records
import Topics

/// Reads vectors.
enum VectorReader {
  /// Why something is no vector.
  struct NoVector: Error { var reason: String }

  /// The most numbers a vector may have.
  static let largestDimension = 65_536

  /// The vector that a JSON array holds.
  /// - Parameter dimension: how many numbers it must have; nil where it is the first.
  static func vector(_ value: JSONValue?, dimension: Int?) throws(NoVector) -> [Float] {
    guard let value, value.kind == .array else {
      throw NoVector(reason: "\"vector\" ontbreekt of is geen lijst")
    }
    guard value.count > 0, value.count <= largestDimension else {
      throw NoVector(reason: "een vector heeft \(value.count) getallen")
    }
    if let dimension, value.count != dimension {
      throw NoVector(reason: "een vector heeft \(value.count) getallen, de eerdere hadden er \(dimension)")
    }
    var vector: [Float] = []
    vector.reserveCapacity(value.count)
    for element in value.elements {
      guard let number = element.double.map({ Float($0) }), number.isFinite else {
        throw NoVector(reason: "een vector heeft een waarde die geen eindig getal is")
      }
      vector.append(number)
    }
    return vector
  }

  /// The vectors in a file of NDJSON `{"id","vector"}`; nil where it holds none.
  static func vectors(inFile path: String) throws -> PostVectors? {
    var vectors: PostVectors?
    try JSONLines.forEach(of: path) { result, line in
      func wrong(_ reason: String) -> EmbeddingSourceError {
        EmbeddingSourceError(source: "\(path):\(line)", reason: reason)
      }
      guard let value = try? result.get(), value.kind == .object else {
        throw wrong("dit is geen JSON-object")
      }
      guard let id = value["id"]?.text, !id.isEmpty else { throw wrong("\"id\" ontbreekt") }
      guard vectors?[PostID(id)] == nil else { throw wrong("\"id\" \(id) staat hier twee keer") }
      let numbers: [Float]
      do throws(NoVector) { numbers = try vector(value["vector"], dimension: vectors?.dimension) } catch {
        throw wrong(error.reason)
      }
      var known = vectors ?? PostVectors(dimension: numbers.count)
      vectors = nil
      known.set(numbers, for: PostID(id))
      vectors = known
    }
    return vectors
  }
}
