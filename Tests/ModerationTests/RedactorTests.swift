// What a reader sees in place of personal data.
import Testing

@testable import Moderation

@Suite struct RedactorTests {
  @Test func everyFindingBecomesADutchPlaceholder() {
    let redacted = Redactor(lexicon: NameLexicon()).redact(
      RawText(
        "Moeder Fatima (bsn 111222333, Kerklaan 7b, 8167 LH Oene) is te bereiken op 06-12345678 of f@post.nl."
      ))
    #expect(
      redacted.text
        == "Moeder [naam] (bsn [bsn], [adres], [postcode] [plaats]) is te bereiken op [telefoonnummer] of [e-mailadres]."
    )
    #expect(redacted.replacements == 7)
  }

  @Test func textWithoutPersonalDataStaysAsItIs() {
    let text = "Wie heeft ervaring met 0800-2000?\r\n  Ik niet 👍\u{FE0F}"
    #expect(Redactor(lexicon: NameLexicon()).redact(RawText(text)).text == text)
  }

  @Test func publicationModeAlsoTakesWhatItCannotExplain() {
    let raw = RawText("toen zei Plofkraak dat het staat op www.site.nl/kind en is dossier 12 34 56 van 2024")
    #expect(Redactor(lexicon: NameLexicon()).redact(raw).text == raw.text)
    let published = Redactor(lexicon: NameLexicon(), mode: .publication).redact(raw).text
    #expect(published == "toen zei [naam] dat het staat op [link] en is dossier [nummer] van 2024")
  }

  @Test func aSentenceIsRedactedWithTheWholeTextInView() {
    let text = "Moeder Plofje wil niet. Wie belt Plofje op 06-12345678? Groet"
    let redactor = Redactor(lexicon: Self.lexicon)
    #expect(redactor.redact(RawText(text), only: 24..<55).text == "Wie belt [naam] op [telefoonnummer]?")
    // A finding that sticks out of the stretch is taken out whole.
    #expect(redactor.redact(RawText(text), only: 24..<46).text == "Wie belt [naam] op [telefoonnummer]")
    #expect(redactor.redact(RawText(text), only: 50..<900).text == "[telefoonnummer]? Groet")
    #expect(redactor.redact(RawText(text), only: 900..<901).text.isEmpty)
  }

  static let lexicon: NameLexicon = {
    var lexicon = NameLexicon()
    lexicon.add(names: "Plofje")
    return lexicon
  }()
}
