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
  private static let heading = Array("themaradar-triage-3\n".utf8)

  /// The ranking as bytes, the same on every machine: heading, fingerprint and the number of parts; of each part its classes (a
  /// bit for each), the number of terms, their hashes and rarities, and by class weights, the number of quantiles and
  /// these. Everything with the smallest byte first.
  public var bytes: [UInt8] {
    var bytes = Self.heading
    func add(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
    func add(_ values: [Float]) {
      for value in values {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    add(fingerprint)
    add(UInt64(parts.count))
    for part in parts {
      add(part.classes.reduce(0) { $0 | Self.bit(of: $1) })
      add(UInt64(part.space.keys.count))
      for key in part.space.keys { add(key) }
      add(part.space.rarity)
      for place in part.classes.indices {
        add(part.weights[place])
        add(UInt64(part.ordinary[place].count))
        add(part.ordinary[place])
      }
    }
    return bytes
  }

  private static func bit(of one: TriageClass) -> UInt64 {
    1 << UInt64(TriageClass.allCases.firstIndex(of: one) ?? 63)
  }

  /// Reads what ``bytes`` wrote.
  public init(bytes: [UInt8]) throws(TriageModelError) {
    var reader = Reader(bytes: bytes)
    guard try reader.take(Self.heading.count).elementsEqual(Self.heading) else {
      throw TriageModelError(description: "dit is geen rangschikking die dit programma kan lezen")
    }
    let fingerprint = try reader.number()
    var parts: [Part] = []
    for _ in 0..<(try reader.count(ofBytes: 16)) { parts.append(try reader.part()) }
    guard reader.isAtEnd, parts.flatMap(\.classes).sorted() == TriageClass.allCases else {
      throw TriageModelError(description: "deze rangschikking is beschadigd")
    }
    self.init(parts: parts, fingerprint: fingerprint)
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

    mutating func part() throws(TriageModelError) -> Part {
      let bits = try number()
      let classes = TriageClass.allCases.filter { bits & TriageModel.bit(of: $0) != 0 }
      let count = try count(ofBytes: 12)
      let keys = try (0..<count).map { _ throws(TriageModelError) in try number() }
      guard zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw TriageModelError(description: "deze rangschikking is beschadigd")
      }
      let rarity = try floats(count)
      var (weights, ordinary): ([[Float]], [[Float]]) = ([], [])
      for _ in classes {
        weights.append(try floats(count + 1))
        ordinary.append(try floats(try self.count(ofBytes: 4)))
      }
      return Part(
        classes: classes, space: FeatureSpace(keys: keys, rarity: rarity), weights: weights,
        ordinary: ordinary)
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
