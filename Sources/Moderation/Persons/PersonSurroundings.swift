// What stands around a capitalised word and makes it a name or something else.

import Discussion

extension PersonScore {
  var nextWord: Word? {
    guard index + 1 < text.words.count else { return nil }
    let next = text.words[index + 1]
    return text.skipSpaces(base.upperBound) == next.start ? next : nil
  }

  func isDirectlyBefore(_ index: Int) -> Bool {
    text.words[index].start - text.words[index - 1].end == 1 && text.isSpace(text.words[index].start - 1)
  }

  /// "… en haar broertje", "… en zijn moeder".
  var isJoinedToKin: Bool {
    let next = index + 1
    guard next + 2 < text.words.count, text.has(" en ", at: base.upperBound) else { return false }
    return NameCues.possessives.contains(text.words[next + 1].hash)
      && NameCues.kin.contains(text.words[next + 2].hash)
  }

  /// A kinship, role or greeting right before the word, or an @.
  static func isCued(_ text: ScalarText, _ index: Int) -> Bool {
    let word = text.words[index]
    if text.scalar(word.start - 1) == 0x40 { return true }
    guard index > 0, NameCues.leading.contains(text.words[index - 1].hash) else { return false }
    let previous = text.words[index - 1]
    var start = previous.end
    if text.scalar(start) == 0x2E, NameCues.dottedTitles.contains(previous.hash) || previous.length <= 3 {
      start += 1
    }
    return !text.holds([0x2E, 0x21, 0x3F, 0x0A, 0x3B], from: start, to: word.start)
  }

  static func isBehindDottedTitle(_ text: ScalarText, _ index: Int) -> Bool {
    guard index > 0, text.scalar(text.words[index - 1].end) == 0x2E else { return false }
    return NameCues.dottedTitles.contains(text.words[index - 1].hash)
      && text.words[index].start - text.words[index - 1].end <= 2
  }

  /// "(16", ", 12 jaar", "van 9", "is 14", "(geb", " 1979".
  var hasAge: Bool {
    var position = base.upperBound
    if text.isSpace(position), text.isCapital(position + 1), text.scalar(position + 2) == 0x2E {
      position += 3
    }
    if text.scalar(position) == 0x20 { position += 1 }
    for lead in ["(bijna ", "( ", "(", ", bijna ", ", ", "van ", "is nu ", "is ", "wordt ", "werd "]
      as [StaticString]
    where text.has(lead, at: position) || (position > base.upperBound && text.has(lead, at: position - 1)) {
      let start = text.has(lead, at: position) ? position : position - 1
      let after = start + lead.utf8CodeUnitCount
      if text.scalar(start) == 0x28,
        text.has("geb", at: after) || text.has("moeder", at: after) || text.has("vader", at: after)
      {
        return true
      }
      guard let (age, end) = text.number(at: after, digits: 2), age < 100, !text.isLetter(end) else {
        continue
      }
      let next = text.scalar(end)
      if text.scalar(start) == 0x28 {
        return next == 0x2C || next == 0x29 || text.has(" jaar", at: end) || text.has(" jr", at: end)
      }
      return next != 0x3A && next != 0x2E || !text.isDigit(end + 1)
    }
    if let (year, _) = text.number(at: position, digits: 4), (1930...2030).contains(year),
      position > base.upperBound
    {
      return true
    }
    return false
  }

  /// Midden-Brabant, Rotterdam-Zuid: a place with something before or behind it.
  var isOfPlace: Bool {
    !isFirstName
      && text.lower[base].split(separator: 0x2D).contains {
        lexicon.knowledge(WordHash.of($0)).contains(.place)
      }
  }

  /// Right behind an opening quotation mark, as titles are.
  var isQuoted: Bool { [0x22, 0x27, 0x2018, 0x201C, 0x201E].contains(text.scalar(word.start - 1)) }

  /// A hyphen before a small letter, or a capital inside the word: more often a project than a name.
  var isOddlyWritten: Bool {
    for position in base.dropFirst() {
      if text.isDash(position - 1), text.isLetter(position), !text.isCapital(position) { return true }
      if text.isCapital(position), text.isLetter(position - 1), !text.isCapital(position - 1),
        !word.isAllCapitals
      {
        return !(text.has("mc", at: base.lowerBound) && position == base.lowerBound + 2)
      }
    }
    return false
  }

  /// The last word of the text behind a comma, full stop or line end, or behind a farewell.
  var isSignature: Bool {
    if index == text.words.count - 1, text.scalar(word.end) != 0x3F,
      !(word.end..<text.count).contains(where: text.isWord),
      [0x21, 0x2E, 0x3F, 0x2C].contains(text.before(word.start)) || text.isNewline(word.start - 1)
    {
      if isFirstName { return true }
      return !lexicon.isCommon(text.lower[base])
        && (text.before(word.start) == 0x2C || text.isNewline(word.start - 1))
    }
    guard
      text.isNewline(word.start - 1) || text.scalar(word.start - 2) == 0x2C || text.isSpace(word.start - 1)
    else { return false }
    var candidate = index - 1
    var steps = 0
    while candidate >= 0, steps < 3, word.start - text.words[candidate].end < 24 {
      if NameCues.farewells.contains(text.words[candidate].hash) {
        return text.holds([0x2C, 0x0A, 0x21], from: text.words[candidate].end, to: word.start)
      }
      candidate -= 1
      steps += 1
    }
    return false
  }

  /// An e-mail address, phone number or link within three scalars.
  var isBesideContactDetails: Bool {
    (0...3).contains { matches.isTaken(base.upperBound + $0) && !text.isNewline(base.upperBound) }
  }

  /// "(2013)", "e.a.", "& Van Aken (2013)".
  var isCitation: Bool {
    if text.mentions(NameCues.kin, in: max(0, word.start - 50)..<(base.upperBound + 60)) { return false }
    let end = base.upperBound
    if text.has(" e.a.", at: end) || text.has(" et al", at: end) || text.has(" & ", at: end) {
      return hasYearAhead(60)
    }
    var position = end
    while position < min(end + 26, text.count) {
      if [0x2E, 0x21, 0x3F].contains(text.scalar(position)) { return false }
      if text.scalar(position) == 0x28 {
        if text.has("e.a.", at: position + 1) { return true }
        guard let (year, yearEnd) = text.number(at: position + 1, digits: 4) else { return false }
        return yearEnd - position == 5 && (1900...2099).contains(year) && !text.isDash(yearEnd)
      }
      position += 1
    }
    return false
  }

  func hasYearAhead(_ reach: Int) -> Bool {
    for position in base.upperBound..<(base.upperBound + reach) where text.isDigit(position) {
      return text.number(at: position, digits: 4).map { (1900...2099).contains($0.value) } ?? false
    }
    return text.has(" e.a.", at: base.upperBound) || text.has(" et al", at: base.upperBound)
  }

  /// SPV'ers, POH-GGZ: two capitals at the start, unless it is somebody's name in capitals (or IJsbrand).
  var isAbbreviation: Bool {
    guard text.isCapital(base.lowerBound + 1) else { return false }
    if text.has("ij", at: base.lowerBound) { return false }
    return !(word.isAllCapitals && isFirstName)
  }

  /// "Multidimensionale Familietherapie (MDFT)": what has an abbreviation is no person.
  var isSpelledOutAbbreviation: Bool {
    guard !isFirstName else { return false }
    var open = base.upperBound
    while open < base.upperBound + 40, text.isLetter(open) || text.scalar(open) == 0x20 { open += 1 }
    guard text.scalar(open) == 0x28, text.isCapital(open + 1), text.isCapital(open + 2) else { return false }
    var close = open + 1
    while text.isLetter(close) || text.isDash(close) { close += 1 }
    return text.scalar(close) == 0x29 && close - open >= 4
  }
}
