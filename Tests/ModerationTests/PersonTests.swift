// Names: found by what they are and what stands around them, with a small dictionary instead of the real one.
import Discussion
import Testing

@testable import Moderation

@Suite struct PersonTests {
  static let lexicon: NameLexicon = {
    var lexicon = NameLexicon()
    let words = """
      0
      de\nhet\nbij\nis\nbelt\nelke\nmij\nen\nook\nroos\nwerk\nvraag\nover\nmethode\nboek\nminister\nkind\nopa\nwil\nmooi
      bloem\nstop\nweg\nvandaag\nwoord\nheeft\nvan\nin\nnaar\nschool\ngemeente\nwethouder\nbinnen\nwordt\ntraject
      Kuipers/PN\nHoekstra/PN\nSneek/PNPI\nWolthuis/PN\nKerkstraat/GL\nTurks/AaTl\nRooos/Fw\n
      """
    lexicon.add(hunspell: Array((words + String(repeating: "vulwoord\n", count: 120)).utf8))
    lexicon.add(names: "# commentaar\nWilhelmientje van den Oeverkant\nXanthippe\n")
    return lexicon
  }()

  private func names(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return PersonalDataScanner(lexicon: Self.lexicon).findings(in: text).filter { $0.kind == .person }.map {
      String(String.UnicodeScalarView(scalars[$0.range]))
    }
  }

  @Test(
    "A name is found with its particles, initials, double family names and diacritics",
    arguments: [
      ("ik sprak met Fatima el Bouazzaoui over school", ["Fatima el Bouazzaoui"]),
      ("Groet, A.J. van den Broek", ["A.J. van den Broek"]),
      ("vraag het mevrouw Van Nieuwenhuizen-Smit", ["Van Nieuwenhuizen-Smit"]),
      ("vader Ömer Şahin belt", ["Ömer Şahin"]),
      ("het kind Katarzyna Wójcik is vandaag", ["Katarzyna Wójcik"]),
      ("cliënt Remco v.d. Brink belt", ["Remco v.d. Brink"]), ("de heer Kuipers wil weg", ["Kuipers"]),
      ("jongere B.K., 16 jaar", ["B.K."]), ("bij ons is Anouk T. vandaag weg", ["Anouk T."]),
    ])
  func whole(text: String, expected: [String]) { #expect(names(in: text) == expected) }

  @Test func furtherMentionsAreFoundToo() {
    #expect(
      names(in: "moeder Fatima belt. Fatima's kind wil ook. Over Fatima: stop.") == [
        "Fatima", "Fatima", "Fatima",
      ])
  }

  @Test func namesInARowAreFound() {
    #expect(names(in: "opa en Tim, Tom en Daan") == ["Tim", "Tom", "Daan"])
  }

  @Test func smallLettersAreANameOnlyInItsCompany() {
    #expect(names(in: "vraag over tycho en zijn moeder manuela") == ["tycho", "manuela"])
    #expect(names(in: "tycho is mooi").isEmpty)
  }

  @Test func namesFromAListAreKnown() {
    #expect(names(in: "bij mij is Xanthippe vandaag") == ["Xanthippe"])
    #expect(names(in: "ik belde Wilhelmientje van den Oeverkant") == ["Wilhelmientje van den Oeverkant"])
  }

  @Test(
    "What only looks like a name is left alone",
    arguments: [
      "De methode van Gerald Patterson is mooi", "minister Hoekstra heeft het woord",
      "Het boek van Laura Batstra",
      "In Sneek is het mooi", "Veilig Thuis belt", "Binnen wordt het mooi", "Het Turkse kind",
      "Vandaag belt de gemeente",
      "Alink e.a. (2018)", "Van Aken (2013) is mooi", "het team van Jeugdzorg Nederland", "OTS en UHP",
    ])
  func notAName(text: String) { #expect(names(in: text).isEmpty) }

  @Test func withoutADictionaryUnknownWordsMeanNothing() {
    let scanner = PersonalDataScanner(lexicon: NameLexicon())
    #expect(scanner.findings(in: "Gisteren Plofkraak besproken met Zwamneus.").isEmpty)
    #expect(scanner.findings(in: "moeder Fatima belde").map(\.kind) == [.person])
  }

  @Test func misspellingsThatTheDictionaryRefusesAreNoWords() {
    #expect(!Self.lexicon.isOrdinary(WordHash.of("rooos")))
    #expect(Self.lexicon.isOrdinary(WordHash.of("roos")))
  }
}
