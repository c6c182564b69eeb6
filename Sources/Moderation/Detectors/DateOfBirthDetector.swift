// Dates of birth: a date behind or before a word that says so, or right beside a name.

import Discussion

/// Dates that the text says to be of birth.
struct DateOfBirthDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    var index = 0
    while index < text.count {
      guard text.isDigit(index), let (end, year) = text.date(at: index) else {
        index += 1
        continue
      }
      if isBirth(text, index..<end, hasYear: year != nil) || Self.follows(text, index, matches) {
        matches.add(.dateOfBirth, index..<end)
      }
      index = end
    }
  }

  private func isBirth(_ text: ScalarText, _ range: Range<Int>, hasYear: Bool) -> Bool {
    if Self.isCuedBefore(text, range.lowerBound) { return true }
    let next = text.firstWord(from: range.upperBound)
    guard next < text.words.count, text.words[next].start - range.upperBound <= 2 else { return false }
    return Self.bornWords.contains(text.words[next].hash) && text.scalar(range.upperBound) == 0x20
  }

  /// The second of "(11/08/2014 en 29/01/2017)", where the first is a date of birth.
  static func follows(_ text: ScalarText, _ start: Int, _ matches: Matches) -> Bool {
    guard let last = matches.all.last(where: { $0.kind == .dateOfBirth && $0.end <= start }),
      start - last.end <= 6
    else { return false }
    return text.has(" en ", at: last.end) || text.has(") en (", at: last.end) || text.has(", ", at: last.end)
  }

  /// A cue word to the left with nothing but filling between: "geboren te Utrecht op", "geb.dat.:".
  private static func isCuedBefore(_ text: ScalarText, _ start: Int) -> Bool {
    var index = text.firstWord(from: start) - 1
    var steps = 0
    var position = start
    while index >= 0, steps < 5 {
      let word = text.words[index]
      if text.holds([0x21, 0x3F, 0x0A, 0x3B], from: word.end, to: position) { return false }
      if cues.contains(word.hash) { return true }
      let named = word.isCapitalised && index > 0 && placeBefore.contains(text.words[index - 1].hash)
      guard filling.contains(word.hash) || named else { return false }
      position = word.start
      index -= 1
      steps += 1
    }
    return false
  }

  private static let cues = WordSet(
    """
    geboren geb geboortedatum geboortedata geboortedatums geboortedag gebdat gebdatum geb-datum geboorteklas
    gebooortedatum gebortedatum verjaardag born
    """)
  private static let filling = WordSet("op te in dat d datum d.d is was de van den zijn haar dd")
  private static let placeBefore = WordSet("te in")
  private static let bornWords = WordSet("geboren geb")
}

/// Dates with a year that stand right beside a name, a child or a citizen service number: "(Kyano Tuinfort,
/// 3-6-2013, …)". Looked for when the names are known.
struct AdjoiningDateDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    var index = 0
    while index < text.count {
      guard text.isDigit(index), let (end, year) = text.date(at: index), let year else {
        index += 1
        continue
      }
      if year < 100 || year >= 1930, matches.isFree(index..<end),
        adjoins(text, index, matches) || DateOfBirthDetector.follows(text, index, matches)
      {
        matches.add(.dateOfBirth, index..<end)
      }
      index = end
    }
  }

  private func adjoins(_ text: ScalarText, _ start: Int, _ matches: Matches) -> Bool {
    guard let opening = Self.openingPunctuation(text, before: start) else { return false }
    for match in matches.all where match.kind == .person || match.kind == .dateOfBirth || match.kind == .bsn {
      if match.end <= opening, opening - match.end <= 2 { return true }
      // A short remark may stand between: ", groep 7, ".
      if match.kind == .person, match.end <= opening, opening - match.end <= 14,
        text.scalar(match.end) == 0x2C
      {
        return !text.holds([0x2E, 0x21, 0x3F, 0x0A], from: match.end, to: opening)
      }
    }
    let index = text.firstWord(from: opening) - 1
    return index >= 0 && opening - text.words[index].end <= 1
      && Self.children.contains(text.words[index].hash)
  }

  /// The offset of the comma or bracket that the date stands behind.
  private static func openingPunctuation(_ text: ScalarText, before start: Int) -> Int? {
    let position = text.isSpace(start - 1) ? start - 2 : start - 1
    return [0x2C, 0x28, 0x2A].contains(text.scalar(position)) ? position : nil
  }

  private static let children = WordSet(
    "meisje jongen kind zusjes zusje broertje broertjes zoon dochter tweeling baby cliënt client pupil jongere"
  )
}
