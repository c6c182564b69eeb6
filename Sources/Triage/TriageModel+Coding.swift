// A ranking as bytes: made once, read in a moment by the search for crises.

import Discussion
import Foundation

/// Why bytes are no ranking that this program can use.
public struct TriageModelError: Error, CustomStringConvertible {
  /// What is wrong.
  public var description: String
}

extension TriageModel {
  /// The first bytes: name and version of the form.
  private static let heading = Array("themaradar-triage-1\n".utf8)

  /// The ranking as bytes, the same on every machine: heading, fingerprint, numbers of classes, features and quantiles, then keys,
  /// rarities, and by class weights and quantiles; everything with the smallest byte first.
  public var bytes: [UInt8] {
    var bytes = Self.heading
    func add(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
    func add(_ values: [Float]) {
      for value in values {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    add(fingerprint)
    add(UInt64(weights.count))
    add(UInt64(space.keys.count))
    for key in space.keys { add(key) }
    add(space.rarity)
    for place in weights.indices {
      add(weights[place])
      add(UInt64(ordinary[place].count))
      add(ordinary[place])
    }
    return bytes
  }

  /// Reads what ``bytes`` wrote.
  public init(bytes: [UInt8]) throws(TriageModelError) {
    var reader = Reader(bytes: bytes)
    guard try reader.take(Self.heading.count).elementsEqual(Self.heading) else {
      throw TriageModelError(description: "dit is geen rangschikking die dit programma kan lezen")
    }
    let fingerprint = try reader.number()
    guard try reader.number() == UInt64(TriageClass.allCases.count) else {
      throw TriageModelError(description: "deze rangschikking is van een andere versie")
    }
    let count = try reader.count(ofBytes: 12)
    let keys = try (0..<count).map { _ throws(TriageModelError) in try reader.number() }
    guard zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw TriageModelError(description: "deze rangschikking is beschadigd")
    }
    let rarity = try reader.floats(count)
    var (weights, ordinary): ([[Float]], [[Float]]) = ([], [])
    for _ in TriageClass.allCases {
      weights.append(try reader.floats(count + 1))
      ordinary.append(try reader.floats(try reader.count(ofBytes: 4)))
    }
    guard reader.isAtEnd else { throw TriageModelError(description: "deze rangschikking is beschadigd") }
    self.init(
      space: FeatureSpace(keys: keys, rarity: rarity), weights: weights, ordinary: ordinary,
      fingerprint: fingerprint)
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    var isAtEnd: Bool { place == bytes.count }

    mutating func take(_ count: Int) throws(TriageModelError) -> ArraySlice<UInt8> {
      guard count >= 0, count <= bytes.count - place else {
        throw TriageModelError(description: "deze rangschikking is afgebroken")
      }
      defer { place += count }
      return bytes[place..<(place + count)]
    }

    mutating func number() throws(TriageModelError) -> UInt64 {
      try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A number of things of at least so many bytes: never more than there can be.
    mutating func count(ofBytes size: Int) throws(TriageModelError) -> Int {
      let count = try number()
      guard count <= UInt64((bytes.count - place) / size) else {
        throw TriageModelError(description: "deze rangschikking is afgebroken")
      }
      return Int(count)
    }

    mutating func floats(_ count: Int) throws(TriageModelError) -> [Float] {
      let slice = Array(try take(count * 4))
      return (0..<count).map { index in
        let bits = (0..<4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32(slice[index * 4 + $1]) }
        return Float(bitPattern: bits)
      }
    }
  }
}
