// Which terms the ranking knows, how rare they are, and a text as a row of numbers over them.

import Discussion
import Foundation

/// The features of the ranking, by hash.
struct FeatureSpace: Hashable, Sendable {
  /// The hashes of the terms, ascending: a term's place is its column.
  let keys: [UInt64]
  /// How rare each is: the smoothed inverse document frequency, ln((1 + n) / (1 + df)) + 1.
  let rarity: [Float]
  /// A table by hash; a power of two long.
  private let slots: [Slot]

  /// A place of the table; open with a column of -1.
  private struct Slot: Hashable, Sendable {
    var key: UInt64
    var column: Int32
    var rarity: Float
  }

  /// A text over the features.
  struct Row: Hashable, Sendable {
    var columns: [Int32] = []
    var values: [Float] = []
  }

  /// From its parts.
  init(keys: [UInt64], rarity: [Float]) {
    self.keys = keys
    self.rarity = rarity
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var slots = [Slot](repeating: Slot(key: 0, column: -1, rarity: 0), count: size)
    for (column, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key) & (size - 1)
      while slots[slot].column >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(key: key, column: Int32(column), rarity: rarity[column])
    }
    self.slots = slots
  }

  /// The terms that enough examples have.
  init(_ texts: [TriageTerms.Hashes], fewest: Int) {
    var frequency: [UInt64: Int] = [:]
    for text in texts {
      for hash in Set(text.words).union(text.runs).union(text.marks).union(text.cues) {
        frequency[hash, default: 0] += 1
      }
    }
    let kept = frequency.filter { $0.value >= fewest }.sorted { $0.key < $1.key }
    self.init(
      keys: kept.map(\.key),
      rarity: kept.map { Float(log(Double(1 + texts.count) / Double(1 + $0.value)) + 1) })
  }

  /// The column of a hash; nil for a term that is not known.
  func column(of hash: UInt64) -> Int32? { slot(of: hash).map { slots[$0].column } }

  private func slot(of hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].column >= 0 {
      if slots[slot].key == hash { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// What a cue counts: enough to speak where the words are new, too little to silence them.
  private static let cueValue: Float = 0.25

  /// How often the terms of one text occur: memory that texts share, one after the other.
  struct Counts {
    fileprivate var byColumn: [Int32]

    /// For texts over some features.
    init(_ space: FeatureSpace) { byColumn = Array(repeating: 0, count: space.keys.count) }
  }

  /// A text as a row: words and runs each of length 1, sublinear in how often they occur; the marks and cues as they are.
  /// The columns stand in the order of the text.
  func row(of hashes: TriageTerms.Hashes, counts: inout Counts) -> Row {
    var row = Row()
    append(hashes.words, to: &row, counts: &counts)
    append(hashes.runs, to: &row, counts: &counts)
    for (hashes, value) in [(hashes.marks, 1), (hashes.cues, Self.cueValue)] {
      for column in hashes.compactMap(column) {
        row.columns.append(column)
        row.values.append(value)
      }
    }
    return row
  }

  private func append(_ hashes: [UInt64], to row: inout Row, counts: inout Counts) {
    let start = row.columns.count
    row.columns.reserveCapacity(start + hashes.count)
    row.values.reserveCapacity(start + hashes.count)
    for hash in hashes {
      guard let slot = slot(of: hash) else { continue }
      let column = slots[slot].column
      counts.byColumn[Int(column)] += 1
      guard counts.byColumn[Int(column)] == 1 else { continue }
      row.columns.append(column)
      row.values.append(slots[slot].rarity)
    }
    var squares: Float = 0
    for place in start..<row.columns.count {
      let column = Int(row.columns[place])
      let count = counts.byColumn[column]
      counts.byColumn[column] = 0
      if count > 1 { row.values[place] *= 1 + log(Float(count)) }
      squares += row.values[place] * row.values[place]
    }
    guard squares > 0 else { return }
    let length = squares.squareRoot()
    for place in start..<row.values.count { row.values[place] /= length }
  }
}
