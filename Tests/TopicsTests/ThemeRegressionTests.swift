// What is learned from a catalogue's texts, against a solution by other means.

import Language
import Testing

@testable import Topics

@Suite("Regression of themes on words")
struct ThemeRegressionTests {
  private static func rows(_ dense: [[Float]]) -> SparseRows {
    var rows = SparseRows(columnCount: dense[0].count)
    for row in dense {
      for (column, value) in row.enumerated() where value != 0 {
        rows.append(column: Int32(column), value: value)
      }
      rows.endRow()
    }
    return rows
  }

  /// Solves a small system by elimination with pivots.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let count = rows.count
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        for place in column...count { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }

  @Test("The weights solve the normal equations")
  func normalEquations() {
    let dense: [[Float]] = [
      [0.8, 0.6, 0, 0, 0], [0.6, 0, 0.8, 0, 0], [0, 0.6, 0, 0.8, 0], [0, 0, 0.6, 0.8, 0],
      [0, 0, 0, 0.6, 0.8],
      [1, 0, 0, 0, 0],
    ]
    let themes: [Int32] = [0, 0, 1, 1, 18, 18]
    let weights: [Float] = [1, 2, 1, 0.3, 1, 1]
    // Nineteen themes take two blocks of sixteen.
    let regression = ThemeRegression(rows: Self.rows(dense), themes: themes, weights: weights, themeCount: 19)
    for theme in [Int32(0), 1, 5, 18] {
      var matrix = [[Double]](repeating: Array(repeating: 0, count: 5), count: 5)
      var right = [Double](repeating: 0, count: 5)
      for (text, row) in dense.enumerated() {
        for i in 0..<5 {
          if themes[text] == theme { right[i] += Double(weights[text] * row[i]) }
          for j in 0..<5 { matrix[i][j] += Double(weights[text] * row[i] * row[j]) }
        }
      }
      for i in 0..<5 { matrix[i][i] += Double(ThemeRegression.penalty) }
      for (column, expected) in Self.solve(matrix, right).enumerated() {
        let found = Double(regression.contribution(ofColumn: Int32(column), value: 1, to: theme))
        #expect(abs(found - expected) < 1e-4, "theme \(theme), column \(column)")
      }
    }
    let scores = regression.scores(of: Self.rows(dense), 1)
    #expect(scores.count == 19)
    #expect(scores.allSatisfy { $0 >= 0 })
    #expect(scores[0] > 0.5 && scores[1] < 0.2)
  }

  @Test("A text's row has length 1 and does not depend on other texts")
  func rows() {
    let analyzer = TextAnalyzer(language: .dutch)
    var vocabulary = ThemeVocabulary(
      texts: ["Pleegouders zoeken", "Het pleeggezin wacht", "Wachten op hulp"]
        + ["fiets", "boom", "huis", "vis", "roos", "maan", "zon"], analyzer: analyzer)
    let alone = vocabulary.rows(of: ["Wat wachten pleegouders lang"])
    let among = vocabulary.rows(of: ["Iets heel anders", "Wat wachten pleegouders lang", "zzz"])
    let squares = alone.values.reduce(0) { $0 + $1 * $1 }
    #expect(abs(squares - 1) < 1e-5)
    let range = among.positions(ofRow: 1)
    #expect(Array(among.columns[range]) == alone.columns)
    #expect(Array(among.values[range]) == alone.values)
    #expect(among.isEmpty(row: 2))
    // "pleeggezin" is not in the text, but half of it is.
    let gezin = Set(vocabulary.columns(ofTerm: "pleeggezin"))
    #expect(!gezin.isDisjoint(with: alone.columns))
  }

  @Test("A post that shares words with posts of a theme gets the theme from them, and no other")
  func smoothing() {
    let themes = Self.rows([[1, 0, 0], [1, 0, 0], [0, 0, 0], [0, 1, 0], [0, 1, 0]])
    let words = Self.rows([
      [1, 0, 0, 0], [0.8, 0.6, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0.6, 0.8],
    ])
    let smoothed = ThemeSmoothing(settings: TopicSettings(language: .dutch)).smoothed(themes, beside: words)
    let third = smoothed.positions(ofRow: 2)
    #expect(Array(smoothed.columns[third]) == [0])
    #expect(Array(smoothed.values[third]) == [1])
    #expect(Array(smoothed.columns[smoothed.positions(ofRow: 3)]) == [1])
  }

  @Test("Themes that are related share, in either direction")
  func related() {
    func theme(_ slug: String, _ words: String, related: [String] = []) -> Theme {
      Theme(
        slug: slug, title: words, task: "t", description: words, strongTerms: [words],
        exampleQuestions: [words], related: related)
    }
    let catalogue = ThemeCatalogue(
      themes: [theme("a", "appel", related: ["b"]), theme("b", "peren"), theme("c", "fiets")], tasks: [])
    let scores = ThemeScores(
      texts: ["appel", "peren", "fiets"],
      learned: LearnedThemes(catalogue, analyzer: TextAnalyzer(language: .dutch)),
      analyzer: TextAnalyzer(language: .dutch))
    let own = scores.block(themesPerPost: 1)
    let spread = scores.spreadBlock(themesPerPost: 1)
    #expect((0..<3).map { Array(own.columns[own.positions(ofRow: $0)]) } == [[0], [1], [2]])
    #expect((0..<3).map { Array(spread.columns[spread.positions(ofRow: $0)]) } == [[0, 1], [0, 1], [2]])
    #expect(scores.namedThemes == [[0], [1], [2]])
  }
}
