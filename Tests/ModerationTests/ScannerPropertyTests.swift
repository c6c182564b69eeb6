// Whatever is thrown at the scanner: it does not crash, and its findings are sorted and do not overlap.
import TestSupport
import Testing

@testable import Moderation

@Suite struct ScannerPropertyTests {
  static let pieces = [
    "moeder ", "Fatima ", "van der ", "J.", "A.B. ", "Jansen", "'s", " ", "\n", "\r\n", ".", ",", "(", ")",
    "06", "-", "12", "2011",
    "/", "NL", "91", "ABNA", "@", "(at)", " punt ", "nl", "bsn ", "111222333", "straat ", "Kerklaan ", "7",
    "b", " 8167 ", "lh ",
    "geb. ", "op ", "mei ", "dossier ", "C/16/", "facebook.com/", "école ", "İzmir ", "ß", "e\u{301}", "👨‍👩‍👧",
    "\u{0}", "\u{FFFD}",
    "Ö", "kenteken ", "GT", "+31", "00", "v.d. ", "’", "school (", "St. ", "insta ", "C", "&", "e.a.",
    "groet,", "&nbsp;", "\u{202E}",
  ]

  @Test func findingsAreSortedAndApartForAnyText() {
    var generator = SeededGenerator(seed: 20_261_121)
    let lexicon = NameLexicon()
    let scanner = PersonalDataScanner(lexicon: lexicon)
    let redactor = Redactor(lexicon: lexicon, mode: .publication)
    for _ in 0..<1000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
      }
      let findings = scanner.findings(in: text)
      var end = 0
      for finding in findings {
        #expect(finding.range.lowerBound >= end)
        #expect(!finding.range.isEmpty)
        end = finding.range.upperBound
      }
      #expect(end <= text.unicodeScalars.count)
      _ = redactor.redact(RawText(text))
    }
  }
}
