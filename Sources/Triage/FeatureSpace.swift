// Which terms the ranking knows, how rare they are, and a text as a row of numbers over them.

import Discussion
import Foundation

/// The features of the ranking, by hash.
struct FeatureSpace: Hashable, Sendable {
  /// The hashes of the terms, ascending: a term's place is its column.
  let keys: [UInt64]
  /// How rare each is: the smoothed inverse document frequency, ln((1 + n) / (1 + df)) + 1.
  let rarity: [Float]
  /// A table of columns by hash, with open places of -1; a power of two long.
  private let slots: [Int32]

  /// A text over the features.
  struct Row: Hashable, Sendable {
    var columns: [Int32]
    var values: [Float]
  }

  /// From its parts.
  init(keys: [UInt64], rarity: [Float]) {
    self.keys = keys
    self.rarity = rarity
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (column, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(column)
    }
    self.slots = slots
  }

  /// The terms that enough examples have.
  init(_ texts: [TriageTerms.Hashes], fewest: Int) {
    var frequency: [UInt64: Int] = [:]
    for text in texts {
      for hash in Set(text.words).union(text.runs).union(text.marks) { frequency[hash, default: 0] += 1 }
    }
    let kept = frequency.filter { $0.value >= fewest }.sorted { $0.key < $1.key }
    self.init(
      keys: kept.map(\.key),
      rarity: kept.map { Float(log(Double(1 + texts.count) / Double(1 + $0.value)) + 1) })
  }

  /// The column of a hash; nil for a term that is not known.
  func column(of hash: UInt64) -> Int32? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == hash { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// A text as a row: words and runs each of length 1, sublinear in how often they occur; the marks as they are.
  func row(of hashes: TriageTerms.Hashes) -> Row {
    var row = Row(columns: [], values: [])
    append(hashes.words, to: &row)
    append(hashes.runs, to: &row)
    for column in hashes.marks.compactMap(column).sorted() {
      row.columns.append(column)
      row.values.append(1)
    }
    return row
  }

  private func append(_ hashes: [UInt64], to row: inout Row) {
    let columns = hashes.compactMap(column).sorted()
    let start = row.values.count
    var squares: Float = 0
    var place = 0
    while place < columns.count {
      var end = place + 1
      while end < columns.count, columns[end] == columns[place] { end += 1 }
      let value = (1 + log(Float(end - place))) * rarity[Int(columns[place])]
      row.columns.append(columns[place])
      row.values.append(value)
      squares += value * value
      place = end
    }
    guard squares > 0 else { return }
    let length = squares.squareRoot()
    for index in start..<row.values.count { row.values[index] /= length }
  }
}
