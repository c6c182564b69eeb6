// What tells a street and its number from other words with a number behind them.

enum AddressCues {
  /// Whether a word ends like a street: straat, laan, weg, hof … with `-Zuid` and the like behind it or not.
  static func hasStreetEnding(_ text: ScalarText, _ word: Word) -> Bool {
    var end = word.end
    for side in ["-noord", "-zuid", "-oost", "-west", "-n", "-z", "-o", "-w"] as [StaticString]
    where word.length > side.utf8CodeUnitCount + 3 && text.has(side, at: word.end - side.utf8CodeUnitCount) {
      end -= side.utf8CodeUnitCount
      break
    }
    return endings.contains { ending in
      end - word.start >= ending.utf8CodeUnitCount && text.has(ending, at: end - ending.utf8CodeUnitCount)
    }
  }

  /// Whether what stands behind a number makes it a quantity: 12 jaar, 5 kinderen, 3%, 10 juni.
  static func isQuantity(_ text: ScalarText, behind end: Int) -> Bool {
    let index = text.firstWord(from: end)
    guard index < text.words.count, text.words[index].start - end <= 1 else { return false }
    return quantities.contains(text.words[index].hash)
  }

  /// Whether the words before say that somebody lives there.
  static func isDwelling(_ text: ScalarText, before start: Int) -> Bool {
    text.mentions(dwelling, in: max(0, start - 36)..<start)
  }

  /// Offices may be named.
  static func isOffice(_ text: ScalarText, before start: Int) -> Bool {
    text.mentions(office, in: max(0, start - 42)..<start)
  }

  static func isSentenceStart(_ text: ScalarText, _ start: Int) -> Bool {
    var position = start - 1
    while position >= 0, text.isSpace(position), !text.isNewline(position) { position -= 1 }
    return position < 0 || [0x2E, 0x21, 0x3F, 0x0A].contains(text.scalar(position))
  }

  /// Whether a known town stands behind a house number: ", Assen", " in Helmond", "(Zwolle".
  static func isTown(_ text: ScalarText, behind end: Int, _ lexicon: NameLexicon, comma: Bool) -> Bool {
    guard !text.isNewline(end), let index = townWord(text, behind: end) else { return false }
    let word = text.words[index]
    if text.words[index].isCapitalised && lexicon.knowledge(word.hash).contains(.place) { return true }
    return !comma && lexicon.knowledge(word.hash).contains(.place)
  }

  /// Index of the word where a town may stand behind an address.
  static func townWord(_ text: ScalarText, behind end: Int) -> Int? {
    var index = text.firstWord(from: end)
    guard index < text.words.count, text.words[index].start - end <= 3 else { return nil }
    for gap in end..<text.words[index].start
    where ![0x20, 0x2C, 0x28, 0x5B, 0x0A, 0x7C, 0x2F].contains(text.scalar(gap)) { return nil }
    if townPrepositions.contains(text.words[index].hash) {
      index += 1
      guard index < text.words.count, text.words[index].start - text.words[index - 1].end == 1 else {
        return nil
      }
    }
    return index
  }

  private static let endings: [StaticString] = [
    "straat", "straatje", "str", "laan", "weg", "plein", "kade", "dijk", "gracht", "singel", "hof", "hofje",
    "pad", "dreef",
    "steeg", "park", "plantsoen", "markt", "ring", "baan", "burg", "stein", "lei", "sloot", "oord", "erf",
    "poort", "wal",
    "vest", "boulevard", "rak", "veld", "schoten", "meer", "plantage", "doorn", "meent", "berg", "brink",
    "loop", "hoek",
    "beer", "land", "horst", "kamp", "donk", "akker", "weide", "haven", "hage", "bos", "beek", "vaart",
    "brug", "terp",
    "wijk", "wei", "gaarde", "tuin", "allee", "dam", "diep", "kwartier", "zijde", "es", "enk", "wende",
    "stede", "ster",
    "kolk", "rede", "werf", "kant", "eind", "einde", "waard",
  ]
  static let townPrepositions = WordSet("in te")
  static let numberWords = WordSet("nummer huisnummer nr no")
  static let abbreviations = WordSet(
    "burg burgemeester dr prof mr ds st jhr gen pr pres past kard ir jac joh")
  static let inner = WordSet("van der den de het 't ten ter te v d la le du el")
  static let notBeforeStreet = WordSet(
    """
    in op aan bij ze zij hij woont huidige verblijf verblijft adres het de een moeder vader hun haar zijn mijn ons
    onze woonadres thuisadres bezoek ik wij ga kom en van der den te
    """)
  static let notStreets = WordSet(
    """
    postbus antwoordnummer aflevering artikel pagina hoofdstuk bijlage profiel perceel zaal groep versie onderweg weg opeens straks soms
    minstens slechts maximaal tegen rond ruim bijna circa klas schaal stap fase week kamerstuk leerjaar cijfer
    kamerstukken nummer punt deel lid cao euro module niveau graad werkweg samenwerkingsverband uitweg
    """)
  private static let quantities = WordSet(
    """
    jaar jr jarige uur weken week maanden maand dagen dag euro kinderen kind procent mei juni juli jan feb maart april
    januari februari augustus september oktober november december mensen gezinnen gezin posities keer sessies
    leden plekken plaatsen gemeenten leerlingen jongeren cliënten professionals minuten km meter gram kilo x
    punten vragen collega's medewerkers deelnemers organisaties scholen teams teamleden partijen locaties fte min
    sept okt nov dec aug
    """)
  private static let dwelling = WordSet(
    """
    woon woont wonen woonde woonden wonend wonende adres woonadres thuisadres huisadres huis woning camping
    ingeschreven verblijft verblijfadres opvangadres logeert logeeradres verhuisd flat appartement wooncomplex
    thuis buren adresgegevens gezin
    """)
  private static let office = WordSet(
    """
    kantoor kantooradres bezoekadres locatie balie vestiging hoofdkantoor zaal vergaderzaal stadhuis gemeentehuis
    congrescentrum bijeenkomst locaties inloopspreekuur
    """)
}
