// Names in small letters, and further mentions of names that were found.

extension PersonFinder {
  /// "tycho" behind "over", "hans verkuylen": known first names in small letters, in a name's company only.
  mutating func findSmall() {
    for (index, word) in text.words.enumerated() where !word.isCapitalised && word.length >= 3 && index > 0 {
      guard matches.isFree(word.range), !isFound(word.range) else { continue }
      let known = lexicon.knowledge(word.hash)
      if known.contains(.firstName), !NameCues.particles.contains(word.hash), hasSureFamilyName(behind: index)
      {
        add(word.start..<smallFamilyName(behind: index))
        continue
      }
      guard !known.contains(.ordinary), !known.contains(.organisation) else { continue }
      let previous = text.words[index - 1]
      guard text.isSpace(word.start - 1), word.start - previous.end <= 2 else { continue }
      let cued = NameCues.leading.contains(previous.hash) && !Self.isClosed(text, previous.end)
      let accompanied = cued || NameCues.lowerCaseCompany.contains(previous.hash)
      let isName =
        (known.contains(.firstName) && accompanied)
        || (known.contains(.properName) && !known.contains(.place) && cued
          && !lexicon.isInflected(text.lower[word.range]))
      guard isName, !lexicon.isInflected(text.lower[word.range]) else { continue }
      add(word.start..<smallFamilyName(behind: index))
    }
  }

  private static func isClosed(_ text: ScalarText, _ end: Int) -> Bool {
    [0x2E, 0x21, 0x3F, 0x3B].contains(text.scalar(end))
  }

  /// Whether a family name that the lexicon knows, and that is no ordinary word, stands behind a word.
  private func hasSureFamilyName(behind index: Int) -> Bool {
    let word = text.words[index]
    guard text.isSpace(word.end), !text.isNewline(word.end) else { return false }
    let start = text.particles(at: word.end + 1)
    let next = text.firstWord(from: start)
    guard next < text.words.count, text.words[next].start == start, text.words[next].length >= 4 else {
      return false
    }
    let known = lexicon.knowledge(text.words[next].hash)
    let lower = text.lower[text.words[next].range]
    if known.isEmpty, lexicon.hasDictionary, text.words[next].length >= 6, !lexicon.isOrdinary(word.hash) {
      return !lexicon.isCommon(lower) && !lexicon.isInflected(lower) && !lexicon.isCompound(lower)
    }
    return !known.isDisjoint(with: [.properName, .familyName])
      && known.isDisjoint(with: [.ordinary, .place, .organisation])
      && !lexicon.isInflected(text.lower[text.words[next].range])
  }

  /// The end of the name at a word: with a family name in small letters when the dictionary has no such word.
  private func smallFamilyName(behind index: Int) -> Int {
    let word = text.words[index]
    guard text.isSpace(word.end), !text.isNewline(word.end) else { return word.end }
    let start = text.particles(at: word.end + 1)
    let next = text.firstWord(from: start)
    guard next < text.words.count, text.words[next].start == start, text.words[next].length >= 4,
      lexicon.hasDictionary, !lexicon.isCommon(text.lower[text.words[next].range]),
      !lexicon.isInflected(text.lower[text.words[next].range]),
      !lexicon.isCompound(text.lower[text.words[next].range]),
      matches.isFree(text.words[next].range)
    else { return word.end }
    return text.words[next].end
  }

  /// Marks every other mention of a found name's words, also with a possessive s.
  mutating func findRepeated() {
    var parts: Set<UInt64> = []
    for name in names {
      var index = text.firstWord(from: name.lowerBound)
      while index < text.words.count, text.words[index].start < name.upperBound {
        let word = text.words[index]
        index += 1
        guard word.isCapitalised, word.length >= 3, !NameCues.particles.contains(word.hash) else { continue }
        let known = lexicon.knowledge(word.hash)
        if known.contains(.ordinary), !known.contains(.firstName), word.start != name.lowerBound { continue }
        parts.insert(word.hash)
        for piece in text.lower[word.range].split(separator: 0x2D) where piece.count >= 3 {
          if !lexicon.isCommon(piece) { parts.insert(WordHash.of(piece)) }
        }
      }
    }
    guard !parts.isEmpty else { return }
    for word in text.words where word.isCapitalised && !isFound(word.range) {
      let known = lexicon.knowledge(word.hash)
      if known.contains(.ordinary), !known.contains(.firstName), text.isSentenceStart(word.start) { continue }
      if parts.contains(word.hash) {
        add(word.range)
      } else if word.length > 4, text.small(word.end - 1) == 0x73 {
        let joint = Word.isJoint(text.scalar(word.end - 2)) ? 2 : 1
        let base = word.start..<(word.end - joint)
        if base.count >= 3, parts.contains(WordHash.of(text.lower[base])) { add(base) }
      }
    }
  }
}
