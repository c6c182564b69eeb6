// Words become numbers: counts, weights, rows.

import Language
import Testing

@testable import Topics

@Suite struct FeatureTests {
  /// The weights that make_tfidf_golden.py prints.
  @Test func weightsEqualScikitLearns() {
    let posts: [[Int32]] = [[0, 1, 1, 2], [0, 2, 3], [1, 3, 3, 3], [4, 0]]
    var counts = TermCounts()
    counts.termCount = 5
    for post in posts {
      var terms = post
      counts.appendPost(&terms)
    }
    let weighted = TermWeighting(minimumDocuments: 2).weigh(counts)
    #expect(weighted.columnOfTerm == [0, 1, 2, 3, -1])
    let expected: [[Float]] = [
      [0.3807056, 0.7961977, 0.4702472, 0.0],
      [0.4968161, 0.0, 0.6136667, 0.6136667],
      [0.0, 0.4301653, 0.0, 0.9027501],
      [1.0, 0.0, 0.0, 0.0],
    ]
    for (row, values) in expected.enumerated() {
      var dense = [Float](repeating: 0, count: 4)
      for position in weighted.rows.positions(ofRow: row) {
        dense[Int(weighted.rows.columns[position])] = weighted.rows.values[position]
      }
      for (value, golden) in zip(dense, values) { #expect(abs(value - golden) < 1e-6) }
    }
  }

  @Test func termsInTooManyPostsAreDropped() {
    var counts = TermCounts()
    counts.termCount = 2
    for post in 0..<10 {
      var terms: [Int32] = post < 3 ? [0, 1] : [1]
      counts.appendPost(&terms)
    }
    let weighted = TermWeighting(minimumDocuments: 3, maximumShare: 0.3).weigh(counts)
    #expect(weighted.columnOfTerm == [0, -1])
    #expect(weighted.rows.isEmpty(row: 5))
  }

  @Test func stopWordsAreNoTermsAndFormsShareAStem() {
    let corpus = Corpus(
      texts: ["De wachtlijsten van het wijkteam", "een wachtlijst"], analyzer: TextAnalyzer(language: .dutch))
    #expect(corpus.words == ["wachtlijsten", "wijkteam", "wachtlijst"])
    #expect(corpus.stemOfWord[0] == corpus.stemOfWord[2])
  }

  @Test func compoundsShareRunsOfFourCharacters() {
    let corpus = Corpus(
      texts: ["jeugdhulp", "jeugdhulpverlening", "op"], analyzer: TextAnalyzer(language: .dutch))
    let counts = corpus.characterGramCounts()
    let first = Set(counts.terms[counts.starts[0]..<counts.starts[1]])
    let second = Set(counts.terms[counts.starts[1]..<counts.starts[2]])
    // ^jeu jeug eugd ugdh gdhu dhul hulp, but not ulp$.
    #expect(first.count == 8)
    #expect(first.intersection(second).count == 7)
  }

  @Test func namesAreToldFromWordsThatOnlyBeginASentence() {
    let corpus = Corpus(
      texts: ["Kevin wil naar school. Wachtlijst bij de GGZ.", "De wachtlijst van Kevin"],
      analyzer: TextAnalyzer(language: .dutch))
    let names = corpus.words.indices.filter { corpus.looksLikeName(Int32($0)) }.map { corpus.words[$0] }
    #expect(names == ["kevin"])
  }

  @Test func blocksCountByTheirWeightAndRowsHaveLengthOne() {
    var words = SparseRows(columnCount: 2)
    words.append(column: 1, value: 1)
    words.endRow()
    words.endRow()
    var other = SparseRows(columnCount: 1)
    other.append(column: 0, value: 1)
    other.endRow()
    other.endRow()
    let joined = FeatureBlock.beside([
      FeatureBlock(rows: words, weight: 3), FeatureBlock(rows: other, weight: 4),
    ])
    #expect(joined.columns == [1, 2])
    #expect(joined.values == [0.6, 0.8])
    #expect(joined.isEmpty(row: 1))
  }
}
