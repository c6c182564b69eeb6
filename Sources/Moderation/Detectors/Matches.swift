// The stretches found so far: what is taken stays taken, so that findings never overlap.
import Discussion

/// A stretch found by a detector.
struct Match: Sendable {
  var kind: FindingKind
  var start: Int
  var end: Int

  var range: Range<Int> { start..<end }
}

/// Stretches found in one text. The graver kinds are looked for first and keep what they took.
struct Matches: Sendable {
  private(set) var all: [Match] = []
  private var taken: [Bool]

  init(count: Int) { taken = Array(repeating: false, count: count) }

  func isFree(_ range: Range<Int>) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= taken.count && !taken[range].contains(true)
  }

  func isTaken(_ index: Int) -> Bool { index >= 0 && index < taken.count && taken[index] }

  /// Adds a stretch unless it is empty or touches an earlier one.
  @discardableResult
  mutating func add(_ kind: FindingKind, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, isFree(range) else { return false }
    for index in range { taken[index] = true }
    all.append(Match(kind: kind, start: range.lowerBound, end: range.upperBound))
    return true
  }

  func of(_ kinds: FindingKind...) -> [Match] { all.filter { kinds.contains($0.kind) } }
}

/// Looks for one kind of personal data.
protocol Detector: Sendable {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches)
}
