// Numbers of a case, a client or a court matter: known by their form or by the word before them.

import Discussion

struct CaseNumberDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    for index in 0..<text.count where text.isWord(index) && !text.isWord(index - 1) {
      if let end = courtNumber(text, at: index) { matches.add(.caseNumber, index..<end) }
    }
    for index in text.words.indices where Self.cues.contains(text.words[index].hash) {
      guard !Self.isPublic(text, text.words[index].start) else { continue }
      let weak = Self.weakCues.contains(text.words[index].hash)
      for range in identifiers(text, behindWord: index) where !weak || Self.isMarked(text, range) {
        matches.add(.caseNumber, range)
      }
    }
  }

  /// C/16/558214 / JE RK 23-1187, PL2300-2023198834, 09-187422-23, 200.123.456/01.
  private func courtNumber(_ text: ScalarText, at start: Int) -> Int? {
    if text.has("c/", at: start), let (_, year) = text.number(at: start + 2, digits: 2),
      text.scalar(year) == 0x2F,
      let (_, number) = text.number(at: year + 1, digits: 7), number - year >= 6
    {
      return Self.courtDivision(text, behind: number) ?? number
    }
    if text.has("pl", at: start), let (_, unit) = text.number(at: start + 2, digits: 4), text.isDash(unit),
      let (_, end) = text.number(at: unit + 1, digits: 11), end - unit >= 7
    {
      return end
    }
    if text.has("200.", at: start), let (_, first) = text.number(at: start + 4, digits: 3),
      text.scalar(first) == 0x2E,
      let (_, second) = text.number(at: first + 1, digits: 3), text.scalar(second) == 0x2F,
      let (_, end) = text.number(at: second + 1, digits: 2)
    {
      return end
    }
    if let (_, first) = text.number(at: start, digits: 2), first - start == 2, text.isDash(first),
      let (_, second) = text.number(at: first + 1, digits: 6), second - first == 7, text.isDash(second),
      let (_, end) = text.number(at: second + 1, digits: 2), end - second == 3, !text.isWord(end)
    {
      return end
    }
    return nil
  }

  /// " / JE RK 23-1187" behind a court number.
  private static func courtDivision(_ text: ScalarText, behind end: Int) -> Int? {
    var position = end
    while [0x20, 0x2F].contains(text.scalar(position)), position - end < 3 { position += 1 }
    for division in ["je", "fa", "jz", "kg", "ha", "es"] as [StaticString]
    where text.has(division, at: position) {
      position = text.skipSpaces(position + 2)
      for kind in ["rk", "za", "ots"] as [StaticString] where text.has(kind, at: position) {
        position = text.skipSpaces(position + kind.utf8CodeUnitCount)
      }
      guard let (_, year) = text.number(at: position, digits: 4),
        text.isDash(year) || text.scalar(year) == 0x2F,
        let (_, last) = text.number(at: year + 1, digits: 6)
      else { return nil }
      return last
    }
    return nil
  }

  /// The identifiers behind a cue, with filling words and a second one behind "en".
  private func identifiers(_ text: ScalarText, behindWord index: Int) -> [Range<Int>] {
    var position = text.words[index].end
    var steps = 0
    while steps < 6 {
      while [0x20, 0x3A, 0x2E, 0x28, 0x23, 0x2C, 0x27, 0xA0].contains(text.scalar(position)) { position += 1 }
      if text.isNewline(position) { return [] }
      if let range = Self.identifier(text, at: position) {
        guard text.has(" en ", at: range.upperBound),
          let second = Self.identifier(text, at: range.upperBound + 4)
        else { return [range] }
        return [range, second]
      }
      let next = text.firstWord(from: position)
      guard next < text.words.count, text.words[next].start == position,
        Self.filling.contains(text.words[next].hash)
      else { return [] }
      position = text.words[next].end
      steps += 1
    }
    return []
  }

  /// A run of capitals, digits and joints with at least three digits that is no year, date or BSN.
  private static func identifier(_ text: ScalarText, at start: Int) -> Range<Int>? {
    var end = start
    var digits: [UInt8] = []
    while text.isWord(end) || ([0x2E, 0x2F, 0x2D].contains(text.scalar(end)) && text.isWord(end + 1)) {
      if text.isDigit(end) { digits.append(UInt8(text.scalar(end) - 0x30)) }
      end += 1
    }
    guard digits.count >= 3, end - start >= 3, end - start <= 30, !text.has("ecli", at: start) else {
      return nil
    }
    if let (dateEnd, _) = text.date(at: start), dateEnd >= end { return nil }
    let onlyDigits = digits.count == end - start
    if onlyDigits, digits.count == 4, digits[0] == 1 && digits[1] == 9 || digits[0] == 2 && digits[1] == 0 {
      return nil
    }
    if onlyDigits, digits.count == 9, BSNDetector.passesElevenTest(digits) { return nil }
    if onlyDigits, digits.count == 3, text.isSpace(end), text.isDigit(end + 1) { return nil }
    // A telephone number.
    if digits[0] == 0, text.isDigit(start),
      digits.count == 10 || text.has("0800", at: start) || text.has("0900", at: start)
    {
      return nil
    }
    return start..<end
  }

  /// Whether an identifier can't be an amount: it has a letter, a dash or a slash.
  private static func isMarked(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    range.contains { text.isLetter($0) || text.scalar($0) == 0x2D || text.scalar($0) == 0x2F }
  }

  /// Decisions that were published are nobody's secret.
  private static func isPublic(_ text: ScalarText, _ start: Int) -> Bool {
    var low = start
    while low > 0, ![0x21, 0x3F, 0x0A].contains(text.scalar(low - 1)),
      !(text.scalar(low - 1) == 0x2E && text.isSpace(low))
    { low -= 1 }
    var high = start
    while high < text.count, ![0x21, 0x3F, 0x0A].contains(text.scalar(high)),
      !(text.scalar(high) == 0x2E && (text.isSpace(high + 1) || high + 1 == text.count))
    { high += 1 }
    return text.mentions(publication, in: low..<high)
  }

  private static let publication = WordSet(
    "openbaar openbare gepubliceerd publicatie staatscourant kamerbrief kamerstuk kamerstukken jurisprudentie nalezen site "
      + "website ecli inspectie debiteur factuur"
  )
  private static let cues = WordSet(
    """
    dossier dossiernr dossiernummer dossiernummers zaak zaaknr zaaknummer zaaknummers cliëntnr cliëntnrs cliëntnummer
    cliëntnummers clientnr clientnrs clientnummer clientnummers pupil pupilnr pupilnummer parketnr parketnummer
    rekestnr rekestnummer beschikking beschikkingsnr beschikkingsnummer beschikkingnummer v-nummer vnummer aangifte
    aangiftenummer kenmerk casusnr casusnummer registratienr meldingsnr meldingsnummer meldnummer
    incidentnummer mutatienummer pv-nummer proces-verbaalnummer procesverbaalnummer referentie referentienummer
    leerlingnr leerlingnummer patiëntnr patiëntnummer patientnummer cliënt client onder nummer cliëntcode zorgnummer
    toewijzingsnummer beschikkingsnr ids-nummer verzoeknummer bezwaarnummer rolnummer rekestnummers
    """)
  private static let weakCues = WordSet("onder nummer cliënt client referentie zaak")
  private static let filling = WordSet(
    """
    is nr nummer van onder loopt nu met het bij jullie rechtbank ons de id code registratie genoteerd bekend als
    """)
}
