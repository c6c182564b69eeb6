// The grammar of a written name: capitals, particles (tussenvoegsels), initials, double-barrelled family names.

/// A family name behind a first name.
struct FamilyName {
  /// Offset behind it.
  var end: Int
  /// Whether particles (van, de, el) stand in it.
  var hasParticles: Bool
  /// Its last word; for an initial the letter.
  var last: Range<Int>
}

extension ScalarText {
  /// The offset behind a capitalised word at an offset: a capital, a small letter, then letters, apostrophes and
  /// hyphens between letters. Nil for words in capitals.
  func capitalisedWord(at start: Int) -> Int? {
    guard isCapital(start), !isWord(start - 1) else { return nil }
    var end = start
    var small = false
    while isLetter(end) || (Word.isJoint(scalar(end)) && isLetter(end + 1) && end > start) {
      if isLetter(end), !isCapital(end) { small = true }
      end += 1
    }
    return small && !isDigit(end) && end - start >= 2 ? end : nil
  }

  /// The offset behind up to three particles and the spaces after each: "van der ", "v.d. ", "el ".
  func particles(at start: Int) -> Int {
    var position = start
    for _ in 0..<3 {
      guard let end = particle(at: position), isSpace(end), !isNewline(end) else { break }
      position = skipSpaces(end)
    }
    return position
  }

  private func particle(at start: Int) -> Int? {
    // A capital V with a full stop is an initial.
    for literal in ["v.d.", "v/d", "v.d", "v.", "'t"] as [StaticString]
    where has(literal, at: start) && !(literal.utf8CodeUnitCount == 2 && isCapital(start)) {
      return start + literal.utf8CodeUnitCount
    }
    if scalar(start) == 0x2019 || scalar(start) == 0x2018, small(start + 1) == 0x74 { return start + 2 }
    var end = start
    while isLetter(end) || (scalar(end) == 0x27 && isLetter(end + 1)) { end += 1 }
    guard end > start, end - start <= 6, NameCues.particles.contains(WordHash.of(lower[start..<end])) else {
      return nil
    }
    return end
  }

  /// A family name behind an offset: a space, particles, a capitalised word (or several joined by a slash), or
  /// an initial such as "T.".
  func familyName(behind end: Int) -> FamilyName? {
    guard isSpace(end), !isNewline(end) else { return nil }
    let first = skipSpaces(end)
    let start = particles(at: first)
    if let wordEnd = capitalisedWord(at: start) {
      guard scalar(wordEnd) == 0x2F, let second = capitalisedWord(at: wordEnd + 1) else {
        return FamilyName(end: wordEnd, hasParticles: start > first, last: start..<wordEnd)
      }
      return FamilyName(end: second, hasParticles: start > first, last: start..<second)
    }
    if isCapital(start), scalar(start + 1) == 0x2E, !isWord(start + 2) {
      return FamilyName(end: start + 2, hasParticles: start > first, last: start..<(start + 1))
    }
    return nil
  }

  /// The offset behind initials at an offset ("A.J. ", "C.M.E. ", "J. ") and how many there are.
  func initials(at start: Int) -> (end: Int, count: Int)? {
    guard !isWord(start - 1), scalar(start - 1) != 0x2E else { return nil }
    var position = start
    var count = 0
    while isCapital(position), count < 6 {
      // Ch., Th., IJ. count as one.
      let digraph =
        !isCapital(position + 1) && isLetter(position + 1) && scalar(position + 2) == 0x2E && count > 0
      let dot = digraph ? position + 2 : position + 1
      guard scalar(dot) == 0x2E else { break }
      count += 1
      position = dot + 1
      if scalar(position) == 0x2D { position += 1 }
      if isSpace(position), isCapital(position + 1), scalar(position + 2) == 0x2E { position += 1 }
    }
    return count > 0 ? (position, count) : nil
  }

  /// Whether a sentence starts at an offset, or a line.
  func isSentenceStart(_ start: Int) -> Bool {
    var position = start - 1
    while position >= 0, isSpace(position) || Self.quotes.contains(scalar(position)) {
      if isNewline(position) { return true }
      position -= 1
    }
    return position < 0 || [0x2E, 0x21, 0x3F, 0x3A, 0x2026].contains(scalar(position))
  }

  /// The last scalar before an offset that is no space.
  func before(_ start: Int) -> UInt32 {
    var position = start - 1
    while isSpace(position) { position -= 1 }
    return scalar(position)
  }

  private static let quotes: Set<UInt32> = [
    0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D, 0x29, 0x28, 0x2D, 0x2022, 0x3E,
  ]
}
