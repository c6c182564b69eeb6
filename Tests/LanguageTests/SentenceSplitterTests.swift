// Tests of where sentences begin and end.
import Testing

@testable import Language

private func split(_ text: String, _ language: LanguageCode = .dutch) -> [String] {
  let scalars = Array(text.unicodeScalars)
  return SentenceSplitter(language: language).sentences(in: text).map {
    String(String.UnicodeScalarView(scalars[$0.range]))
  }
}

@Suite("Sentences")
struct SentenceSplitterTests {
  @Test(
    "a text is cut where its sentences end, and nowhere else",
    arguments: [
      ["Dat is klaar.", "Nu verder!"],
      ["Neem o.a. Utrecht mee, i.v.m. de reis.", "Goed?"],
      ["Volgens dr. Jansen en mevr. De Vries kan het.", "Bijv. morgen."],
      ["Koop brood, melk, etc. en kom terug.", "Neem e.d. mee."],
      ["Brood, melk, e.d.", "Daarna naar huis."],
      ["Vraag het aan A. de Boer of J.P. Smit.", "Hij weet het."],
      ["Het kost 1.250,50 euro om 13.30 uur.", "Duur!"],
      ["Tja...", "Dat weet ik niet… denk ik."],
      ["Hij zei: 'Kom binnen. Ga zitten.' en liep weg.", "Raar."],
      ["'Het geld is op.'", "Noem het dan zo."],
      ["Ik vraag: 'wat wilt u?'", "Dat helpt."],
      ["Dat kan (zie ook blz. 3, echt waar!) best.", "Ja."],
      ["Zwaar, tenzij (nieuwe relatie?).", "Check dat."],
      ["(Heeft hij dat gezegd?)", "Ja."],
      ["Moet over twee weken staan 😬", "Als iemand iets heeft: graag."],
      ["Mooi! 🎉", "Nu wij."],
      ["nachtdienst.", "half vier.", "niemand slaapt"],
      ["Kijk op www.voorbeeld.nl/a.html?x=1.", "Daar staat het."],
      ["Echt??", "Nee!!"],
      ["'s Avonds kan ook.", "'t Is zo."],
    ])
  func sentences(expected: [String]) {
    #expect(split(expected.joined(separator: " ")) == expected)
  }

  @Test("a question mark without a blank behind it ends a sentence when a capital follows")
  func missingBlank() {
    #expect(split("Echt waar?Ja hoor.") == ["Echt waar?", "Ja hoor."])
    #expect(split("wat?nee") == ["wat?nee"])
  }

  @Test("line ends and items of lists part sentences")
  func lines() {
    let text = "Beste allen,\n\nWij zoeken:\n- een zaal\n- twee stoelen\n1. Een begin. Dan meer\r\nGroet, Jan"
    #expect(
      split(text) == [
        "Beste allen,", "Wij zoeken:", "- een zaal", "- twee stoelen", "1. Een begin.", "Dan meer",
        "Groet, Jan",
      ])
  }

  @Test("lines that a mail program wrapped stay one sentence")
  func wrapped() {
    let text = """
      We have been working on this for quite a while now and it is
      virtually complete, except for the parts that nobody really
      needs. Does anyone know how to go on?
      """
    #expect(split(text, .english).count == 2)
  }

  @Test("earlier text that a post repeats is marked")
  func quoted() {
    let sentences = SentenceSplitter(language: .dutch).sentences(
      in: "> Hoe doen jullie dat?\n> Graag tips.\nMet een lijstje.\n\n> En dan?\nNiets.")
    #expect(sentences.map(\.isQuoted) == [true, true, false, true, false])
    let block = SentenceSplitter(language: .dutch).sentences(
      in: "[quote=\"jan, post:3\"]\nHoe dan?\n[/quote]\nZo. [quote] is geen begin.")
    #expect(block.map(\.isQuoted) == [true, true, true, false, false])
  }

  @Test(
    "hostile text takes time in proportion to its length",
    arguments: [
      "?,", "a.", "😀 ", "'a ", "(", "\n", "a\n", "> ", "[quote]\n", "[/quote]", "?a", "www.", "... ", "1.",
      "wie ",
    ])
  func hostile(piece: String) {
    let text = String(repeating: piece, count: 20_000) + "bcde"
    let clock = ContinuousClock()
    let time = clock.measure { _ = QuestionDetector(language: .dutch).verdict(body: text) }
    // Quadratic time would be minutes; linear time is under a second, also on a busy machine under this limit.
    #expect(time < .seconds(20))
  }

  @Test("every scalar that is no white space is in exactly one sentence, whatever the text")
  func coversTheText() {
    let pieces = [
      "Ja", "nee", " ", "  ", ".", "?", "!", "…", "\n", "\r\n", "'", "\"", "“", "”", "(", ")", ">", "- ",
      "o.a.",
      "dr.", "12", "3.5", ",", ":", ":)", "😬", "❤️", "é", "e\u{301}", "https://a.nl/b?c=d", "a@b.nl", "A.",
      "\u{a0}",
      "\u{200d}", "漢字", "Wie", "[", "]", "*", "\n[quote]", "[/quote]", "\t", "\u{feff}",
    ]
    var state: UInt64 = 42
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<Int.random(1, 24, &state) { text += pieces[Int.random(0, pieces.count - 1, &state)] }
      let scalars = Array(text.unicodeScalars)
      var covered = [Int](repeating: 0, count: scalars.count)
      var previous = 0
      for sentence in SentenceSplitter(language: .dutch).sentences(in: text) {
        #expect(sentence.range.lowerBound >= previous && !sentence.range.isEmpty, "\(text.debugDescription)")
        previous = sentence.range.upperBound
        for place in sentence.range { covered[place] += 1 }
        let bytes = Array(text.utf8)[sentence.byteRange]
        #expect(String(decoding: bytes, as: UTF8.self).unicodeScalars.elementsEqual(scalars[sentence.range]))
      }
      for (place, scalar) in scalars.enumerated() where !scalar.properties.isWhitespace {
        let isInvisible = scalar.value == 0xFEFF || scalar.value == 0x200B
        #expect(covered[place] == 1 || isInvisible, "\(text.debugDescription)")
      }
    }
  }
}

extension Int {
  /// A number from a fixed sequence (SplitMix64), so that every run tries the same texts.
  fileprivate static func random(_ low: Int, _ high: Int, _ state: inout UInt64) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return low + Int((mixed ^ (mixed >> 31)) % UInt64(high - low + 1))
  }
}
