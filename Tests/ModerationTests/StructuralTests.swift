// Numbers, addresses and links: what is found, exactly where, and what is left alone.
import Discussion
import Testing

@testable import Moderation

@Suite struct StructuralTests {
  static let scanner = PersonalDataScanner(lexicon: NameLexicon())

  private func found(_ kind: FindingKind, in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return Self.scanner.findings(in: text).filter { $0.kind == kind }.map { finding in
      String(String.UnicodeScalarView(scalars[finding.range]))
    }
  }

  @Test(
    "A number of nine digits, or eight behind the word, that passes the 11-test is a BSN however it is grouped",
    arguments: [
      ("Het bsn is 111222333.", "111222333"), ("BSN: 1112.22.333", "1112.22.333"),
      ("burgerservicenummer 111 222 333 staat erin", "111 222 333"), ("bsn 10000008 klopt", "10000008"),
      ("Kind 123456782 graag koppelen", "123456782"),
    ])
  func bsn(text: String, expected: String) { #expect(found(.bsn, in: text) == [expected]) }

  @Test(
    "Other numbers are no BSN",
    arguments: [
      "bsn 111222334 komt niet door de elfproef", "Artikelnummer 123456782 bij de uitgever",
      "factuur 111222333",
      "123456789", "tel. 1234567821", "000000000",
    ])
  func noBSN(text: String) { #expect(found(.bsn, in: text).isEmpty) }

  @Test func theTextOfABSNIsNeverHandedOut() {
    let findings = Self.scanner.findings(in: "bsn 111222333")
    #expect(findings.map(\.kind) == [.bsn])
    #expect(findings.allSatisfy { $0.text.isEmpty })
  }

  @Test(
    "An IBAN of the right length that passes mod 97 is found with or without spaces, in any case",
    arguments: [
      ("op NL91ABNA0417164300 graag", "NL91ABNA0417164300"),
      ("rekening nl91 abna 0417 1643 00.", "nl91 abna 0417 1643 00"),
      ("BE68 5390 0754 7034", "BE68 5390 0754 7034"), ("DE89370400440532013000", "DE89370400440532013000"),
    ])
  func iban(text: String, expected: String) { #expect(found(.iban, in: text) == [expected]) }

  @Test(arguments: ["NL91ABNA0417164301", "NL00 is de code", "nlxx", "ANL91ABNA0417164300"])
  func noIBAN(text: String) { #expect(found(.iban, in: text).isEmpty) }

  @Test(
    "A telephone number is found in the ways people write it",
    arguments: [
      ("bel 06-12345678", "06-12345678"), ("bel 06 12 34 56 78!", "06 12 34 56 78"),
      ("+31 6 12345678", "+31 6 12345678"),
      ("0031612345678", "0031612345678"), ("+31 (0)6 12 34 56 78", "+31 (0)6 12 34 56 78"),
      ("(038) 337 01 94", "(038) 337 01 94"), ("020-1234567", "020-1234567"),
      ("0343 - 12 34 56", "0343 - 12 34 56"),
      ("nul zes 12 34 56 78", "nul zes 12 34 56 78"), ("+32 475 12 34 56", "+32 475 12 34 56"),
    ])
  func phone(text: String, expected: String) { #expect(found(.phone, in: text) == [expected]) }

  @Test(
    "Public help lines and general numbers are nobody's",
    arguments: [
      "Bel 112, 113 of 0800-0113", "Veilig Thuis 0800-2000, dag en nacht", "0900-1234567", "14 020",
      "het algemene nummer 030 123 45 67", "van 06-03-2024 tot 06-05-2024", "€ 1.250.000,00 per jaar",
    ])
  func noPhone(text: String) { #expect(found(.phone, in: text).isEmpty) }

  @Test(
    "An e-mail address is found, also when it is spelled out",
    arguments: [
      ("mail naar j.jansen@zorg.nl.", "j.jansen@zorg.nl"),
      ("jan (at) zorg (dot) nl", "jan (at) zorg (dot) nl"),
      ("jan.de.wit apenstaartje zorg punt nl, graag", "jan.de.wit apenstaartje zorg punt nl"),
      ("jan[at]zorg.com", "jan[at]zorg.com"), ("jan at zorg punt nl", "jan at zorg punt nl"),
      ("jan_78+werk@post.example", "jan_78+werk@post.example"),
    ])
  func email(text: String, expected: String) { #expect(found(.email, in: text) == [expected]) }

  @Test(arguments: [
    "info@zorg.nl", "Kijk op zorg.nl", "@allen graag reageren", "hij zat at random te kijken",
  ])
  func noEmail(text: String) { #expect(found(.email, in: text).isEmpty) }

  @Test(
    "A postcode is found with and without a space, in small letters only beside an address",
    arguments: [
      ("in 7411 BC wonen", "7411 BC"), ("5017GG", "5017GG"), ("Boslaan 7, 8167 lh Oene", "8167 lh"),
      ("postcode 1234ab graag", "1234ab"),
    ])
  func postcode(text: String, expected: String) { #expect(found(.postcode, in: text) == [expected]) }

  @Test(
    "Years and quantities are no postcode",
    arguments: [
      "De plannen voor 2026 EU zijn klaar", "in 2024 is er", "een bestand van 1500 MB", "€ 1250 PM",
      "1940 SS",
    ])
  func noPostcode(text: String) { #expect(found(.postcode, in: text).isEmpty) }

  @Test(
    "An address is a street with a house number and its addition",
    arguments: [
      ("Ze wonen Grote Beerstraat 27b, 1318 LM Almere.", "Grote Beerstraat 27b"),
      ("in de Frans Halsstraat 31 in Zaandam", "Frans Halsstraat 31"),
      ("Kerkpad 2a te Nijkerk", "Kerkpad 2a"),
      ("aan de Burg. Colijnstraat 101, Boskoop", "Burg. Colijnstraat 101"),
      ("Woont Turfsteker 23, Assen", "Turfsteker 23"),
      ("Studentenlaan 88-14, 6525 AB Nijmegen", "Studentenlaan 88-14"),
    ])
  func address(text: String, expected: String) { #expect(found(.address, in: text) == [expected]) }

  @Test(
    "A word with a number behind it is no address by that alone",
    arguments: [
      "Zie artikel 12 van de wet", "Postbus 12, Middelharnis", "Ons kantoor: Stationsplein 3 in Deventer",
      "In Utrecht 12 plekken", "Groep 8 gaat", "Aflevering 14", "Bijlage 3, Utrecht",
      "onderweg 3 kinderen gezien",
    ])
  func noAddress(text: String) { #expect(found(.address, in: text).isEmpty) }

  @Test func aTownCountsOnlyWithAnAddress() {
    #expect(found(.place, in: "Kerkpad 2a te Nijkerk") == ["Nijkerk"])
    #expect(found(.place, in: "Uit Sneek, Leeuwarderkade 16.") == ["Sneek"])
    #expect(found(.place, in: "Wij werken in Nijkerk en Sneek.").isEmpty)
  }

  @Test(
    "A date is one of birth where the text says so",
    arguments: [
      ("geboren op 14-03-2011 in", "14-03-2011"), ("(geb. 19-10-2007)", "19-10-2007"),
      ("Geboortedatum: 3 februari 2019", "3 februari 2019"), ("geboren te Utrecht op 1/2/2010", "1/2/2010"),
      ("is op 3-3-23 geboren", "3-3-23"), ("geb.dat. 1999-06-02", "1999-06-02"),
    ])
  func birth(text: String, expected: String) { #expect(found(.dateOfBirth, in: text) == [expected]) }

  @Test(arguments: [
    "op 23-05-2024 is er een leerkring", "Geboren worden in 2021", "voor 1 april 2025 binnen", "2-6-1999",
  ])
  func noBirth(text: String) { #expect(found(.dateOfBirth, in: text).isEmpty) }

  @Test(
    "Licence plates of every Dutch sidecode are found; others behind a word for a vehicle",
    arguments: [
      ("kenteken 8-VKJ-63", "8-VKJ-63"), ("GT-482-K stond er", "GT-482-K"),
      ("een scooter, DXK-91-N", "DXK-91-N"),
      ("auto gt482k", "gt482k"), ("kenteken WX 51832", "WX 51832"), ("12-ABC-3", "12-ABC-3"),
    ])
  func plate(text: String, expected: String) { #expect(found(.licencePlate, in: text) == [expected]) }

  @Test(arguments: ["groep 12-18 jaar", "A-1-B", "de auto's van 2024", "Covid-19-jaar", "ABCD-12-EF"])
  func noPlate(text: String) { #expect(found(.licencePlate, in: text).isEmpty) }

  @Test(
    "Case numbers are found by their form or by the word before them",
    arguments: [
      ("zaaknummer C/16/558214 / JE RK 23-1187.", "C/16/558214 / JE RK 23-1187"),
      ("dossier 2023-JB-004417 loopt", "2023-JB-004417"),
      ("Cliëntnummer 104882 staat open", "104882"), ("proces-verbaal PL2300-2023198834", "PL2300-2023198834"),
      ("onder nummer U-2024/6617", "U-2024/6617"),
    ])
  func caseNumber(text: String, expected: String) { #expect(found(.caseNumber, in: text) == [expected]) }

  @Test(
    arguments: [
      "ECLI:NL:RBMNE:2023:1187", "dossier uit 2023", "Het rapport (kenmerk 2023-2418876) is openbaar",
      "het nummer 0800-2000", "onder 12.500 euro", "zaak 3 van de 5",
    ])
  func noCaseNumber(text: String) { #expect(found(.caseNumber, in: text).isEmpty) }

  @Test func profilesAndHandlesAreFound() {
    #expect(
      found(.profileURL, in: "zie (https://www.linkedin.com/in/jan-jansen-12).") == [
        "https://www.linkedin.com/in/jan-jansen-12"
      ])
    #expect(found(.profileURL, in: "www.facebook.com/jan.jansen.7 dus") == ["www.facebook.com/jan.jansen.7"])
    #expect(found(.profileURL, in: "https://www.nji.nl/cijfers en linkedin.com/company/nji").isEmpty)
    #expect(found(.socialHandle, in: "volg @mama_van_5 maar") == ["@mama_van_5"])
    #expect(found(.socialHandle, in: "op snapchat heet ze xx.noa.2008 daar") == ["xx.noa.2008"])
    #expect(found(.socialHandle, in: "@moderators en @allen").isEmpty)
  }

  @Test func offsetsCountUnicodeScalars() {
    let findings = Self.scanner.findings(in: "👨‍👩‍👧 é e\u{301}: bel 06-12345678")
    #expect(findings.map(\.range) == [16..<27])
  }
}
