// Term frequency times inverse document frequency: rare terms that a post repeats say most about it.

/// How often each post uses each term.
struct TermCounts: Sendable {
  /// Where each post's terms start, and at the end where the last one's stop.
  var starts: [Int] = [0]
  /// The terms of each post, ascending, each once.
  var terms: [Int32] = []
  /// How often the post uses the term.
  var counts: [Int32] = []
  /// How many terms there are.
  var termCount = 0

  /// Counts one post's terms and adds the post. The list is sorted in place.
  mutating func appendPost(_ postTerms: inout [Int32]) {
    postTerms.sort()
    var index = 0
    while index < postTerms.count {
      let term = postTerms[index]
      var end = index + 1
      while end < postTerms.count, postTerms[end] == term { end += 1 }
      terms.append(term)
      counts.append(Int32(end - index))
      index = end
    }
    starts.append(terms.count)
  }

  /// In how many posts each term occurs.
  func documentFrequencies() -> [Int32] {
    var frequencies = [Int32](repeating: 0, count: termCount)
    for term in terms { frequencies[Int(term)] += 1 }
    return frequencies
  }
}

/// Sublinear TF-IDF: `(1 + ln tf) · (ln((1 + n) / (1 + df)) + 1)`, rows of length 1 (Salton & Buckley, "Term-weighting
/// approaches in automatic text retrieval", 1988; the smoothing is scikit-learn's).
struct TermWeighting: Sendable {
  /// Terms in fewer posts than this say nothing about what posts share.
  var minimumDocuments: Int
  /// Terms in a larger share of the posts than this are dropped.
  var maximumShare = 1.0

  /// Weighted terms.
  struct Weighted {
    /// A row of length 1 for each post.
    var rows: SparseRows
    /// For each term its column; -1 where it was dropped.
    var columnOfTerm: [Int32]
    /// For each column the inverse document frequency.
    var inverseFrequencies: [Double]
    /// For each post how much of it other posts speak of too: the length of its row over what the length would be with
    /// the dropped terms, 0 to 1.
    var familiarities: [Double]
  }

  /// Weighs the terms of posts.
  func weigh(_ counts: TermCounts) -> Weighted {
    let postCount = counts.starts.count - 1
    let frequencies = counts.documentFrequencies()
    var columnOfTerm = [Int32](repeating: -1, count: counts.termCount)
    var inverseFrequencies: [Double] = []
    let highest = maximumShare * Double(postCount)
    for (term, frequency) in frequencies.enumerated() {
      guard Int(frequency) >= minimumDocuments, Double(frequency) <= highest else { continue }
      columnOfTerm[term] = Int32(inverseFrequencies.count)
      inverseFrequencies.append(naturalLogarithm(Double(1 + postCount) / Double(1 + frequency)) + 1)
    }
    var rows = SparseRows(columnCount: inverseFrequencies.count)
    rows.reserve(rows: postCount, numbers: counts.terms.count)
    var familiarities: [Double] = []
    for post in 0..<postCount {
      var squares = (kept: 0.0, all: 0.0)
      for position in counts.starts[post]..<counts.starts[post + 1] {
        let term = Int(counts.terms[position])
        let column = columnOfTerm[term]
        let count = counts.counts[position]
        let frequency = count == 1 ? 1 : 1 + naturalLogarithm(Double(count))
        let rarity =
          column >= 0
          ? inverseFrequencies[Int(column)]
          : naturalLogarithm(Double(1 + postCount) / Double(1 + frequencies[term])) + 1
        let weight = frequency * rarity
        squares.all += weight * weight
        guard column >= 0 else { continue }
        squares.kept += weight * weight
        rows.append(column: column, value: Float(weight))
      }
      rows.endRow()
      familiarities.append(squares.all > 0 ? (squares.kept / squares.all).squareRoot() : 0)
    }
    rows.normalizeRows()
    return Weighted(
      rows: rows, columnOfTerm: columnOfTerm, inverseFrequencies: inverseFrequencies,
      familiarities: familiarities)
  }
}
