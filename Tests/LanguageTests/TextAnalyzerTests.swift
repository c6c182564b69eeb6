// Tests of words, stop words, stems and the guess of the language.
import Foundation
import Testing

@testable import Language

@Suite("Words")
struct TextAnalyzerTests {
  @Test("words and their places equal those of Python's regular expression")
  func tokensEqualGolden() throws {
    let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Resources/tokens.tsv")
    let lines = try String(contentsOf: golden, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    var compared = 0
    for line in lines where !line.isEmpty {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let text = String(fields[0]).replacing("\\n", with: "\n").replacing("\\t", with: "\t")
        .replacing(
          "\\r", with: "\r")
      let tokenized = TextAnalyzer(language: .dutch).tokenize(String(text))
      let found = tokenized.tokens.map {
        "\(tokenized.word($0)):\($0.scalarRange.lowerBound):\($0.scalarRange.upperBound)"
      }
      #expect(found == fields[1].split(separator: " ").map(String.init), "\(text)")
      for token in tokenized.tokens {
        let scalars = Array(text.unicodeScalars)[token.scalarRange]
        let bytes = Array(text.utf8)[token.byteRange]
        #expect(
          String(String.UnicodeScalarView(scalars)) == String(decoding: bytes, as: UTF8.self))
      }
      compared += 1
    }
    #expect(compared == 12)
  }

  @Test("terms leave out stop words and single letters, but for the languages R and C")
  func terms() {
    let analyzer = TextAnalyzer(language: .dutch)
    #expect(
      analyzer.terms(in: "Hoe praat u met ouders over r, c en é in maart?") == [
        "praat", "ouders", "r", "c",
      ])
    #expect(analyzer.isForumWord("alvast"))
    #expect(!analyzer.isStopWord("minister"))
    let parliamentary = TextAnalyzer(language: .dutch, extraStopWords: StopWords.dutchParliamentary)
    #expect(parliamentary.isStopWord("minister"))
  }

  @Test(
    "stems are those of Snowball",
    arguments: [
      (LanguageCode.dutch, "lichamelijkheden", "licham"), (.dutch, "opgroeiende", "opgroei"),
      (.dutch, "gezinnen", "gezinn"), (.english, "consistently", "consist"),
      (.english, "knights", "knight"),
    ])
  func stems(language: LanguageCode, word: String, stem: String) {
    let stemmer = Stemmer(language: language)
    #expect(stemmer.stem(word) == stem)
    #expect(stemmer.stem(word) == stem)
  }

  @Test(
    "the language of a text is told by its function words, and left open where they are too few")
  func identifiesLanguage() {
    #expect(
      LanguageIdentifier.language(of: "Hoe doen jullie dit als een kind niet meer wil?") == .dutch)
    #expect(
      LanguageIdentifier.language(of: "How do you do this when the child will not?") == .english)
    #expect(LanguageIdentifier.language(of: "Kind Haaglanden 2024") == nil)
    #expect(LanguageIdentifier.language(of: "") == nil)
  }
}
