// Names of persons: by initials, by title, by what stands around a capital, in small letters, and repeated.

import Discussion

struct PersonDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    var finder = PersonFinder(text: text, lexicon: lexicon, matches: matches)
    finder.findInitials()
    finder.findTitled()
    finder.findByContext()
    finder.findSmall()
    finder.findRepeated()
    for range in finder.names { matches.add(.person, range) }
  }
}

/// Collects the names of one text; names that touch become one.
struct PersonFinder {
  let text: ScalarText
  let lexicon: NameLexicon
  let matches: Matches
  private(set) var names: [Range<Int>] = []

  init(text: ScalarText, lexicon: NameLexicon, matches: Matches) {
    self.text = text
    self.lexicon = lexicon
    self.matches = matches
  }

  func isFound(_ range: Range<Int>) -> Bool { names.contains { $0.overlaps(range) } }

  mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty, matches.isFree(range) else { return }
    if let index = names.firstIndex(where: { $0.overlaps(range) }) {
      let old = names[index]
      names[index] = min(old.lowerBound, range.lowerBound)..<max(old.upperBound, range.upperBound)
    } else {
      names.append(range)
    }
  }

  // MARK: Initials and titles

  /// "A.J. van den Broek", "J. Breukers", and "B.K." alone.
  mutating func findInitials() {
    for start in 0..<text.count where text.isCapital(start) && text.scalar(start + 1) == 0x2E {
      guard let (end, count) = text.initials(at: start), !isPublic(start) else { continue }
      let first = text.isSpace(end) && !text.isNewline(end) ? text.skipSpaces(end) : end
      let word = text.particles(at: first)
      if let nameEnd = text.capitalisedWord(at: word),
        isFamilyName(word..<nameEnd, sure: count > 1 || word > first || isCued(start))
      {
        add(start..<nameEnd)
      } else if (2...3).contains(count), [0x2C, 0x20, 0x29].contains(text.scalar(end)),
        !Self.abbreviations.contains(WordHash.of(text.lower[start..<end]))
      {
        add(start..<end)
      } else if count == 1, isCued(start) || text.isCapital(particleInitialsEnd(end)) {
        let last = particleInitialsEnd(end)
        add(start..<(text.isCapital(last) ? last + 2 : end))
      }
    }
    findSmallInitials()
  }

  /// Whether a kinship or role stands right before an initial: "moeder M.", "cliënt J.".
  private func isCued(_ start: Int) -> Bool {
    let index = text.firstWord(from: start) - 1
    guard index >= 0, NameCues.leading.contains(text.words[index].hash) else { return false }
    let gap = text.words[index].end
    return start - gap == 1 || (start - gap == 2 && NameCues.dottedTitles.contains(text.words[index].hash))
  }

  /// Behind the first of "R.v.d.B.": the offset of the last initial, else of what stands there.
  private func particleInitialsEnd(_ end: Int) -> Int {
    var position = end
    while text.isLetter(position), !text.isCapital(position), text.scalar(position + 1) == 0x2E,
      position - end < 8
    {
      position += 2
    }
    return position > end && text.scalar(position + 1) == 0x2E ? position : end + text.count
  }

  /// "m. oudshoorn": a small initial before a known family name.
  private mutating func findSmallInitials() {
    for word in text.words where word.length == 1 && !word.isCapitalised && text.scalar(word.end) == 0x2E {
      guard text.isSpace(word.end + 1), !text.isWord(word.start - 1), text.scalar(word.start - 1) != 0x2E
      else { continue }
      let start = text.particles(at: word.end + 2)
      let index = text.firstWord(from: start)
      guard index < text.words.count, text.words[index].start == start, text.words[index].length >= 4 else {
        continue
      }
      let known = lexicon.knowledge(text.words[index].hash)
      if !known.isDisjoint(with: [.properName, .familyName]), !known.contains(.ordinary) {
        add(word.start..<text.words[index].end)
      }
    }
  }

  private func isFamilyName(_ range: Range<Int>, sure: Bool) -> Bool {
    let hash = WordHash.of(text.lower[range])
    let known = lexicon.knowledge(hash)
    if known.contains(.organisation) || NameCues.openers.contains(hash) { return false }
    if sure { return true }
    return !known.isDisjoint(with: [.properName, .firstName, .familyName])
      || !(lexicon.isCommon(text.lower[range]) || lexicon.isCompound(text.lower[range]))
  }

  /// "mevrouw Van Nieuwenhuizen-Smit", "familie El Amrani", "dhr. jansen".
  mutating func findTitled() {
    for (index, title) in text.words.enumerated() where NameCues.titles.contains(title.hash) {
      var first = title.end
      if text.scalar(first) == 0x2E { first += 1 }
      guard text.isSpace(first), !text.isNewline(first), !isPublic(title.start) else { continue }
      first = text.skipSpaces(first)
      let start = text.particles(at: first)
      if let end = text.capitalisedWord(at: start) {
        let hash = WordHash.of(text.lower[start..<end])
        guard !lexicon.knowledge(hash).contains(.organisation), !NameCues.leading.contains(hash),
          !(NameCues.openers.contains(hash) && start == first)
        else { continue }
        let family = text.familyName(behind: end).flatMap { isPlausible($0) ? $0.end : nil }
        add(first..<(family ?? end))
      } else if index + 1 < text.words.count, text.words[index + 1].start == first {
        let last = text.words[text.firstWord(from: start)].range
        let isSmallName =
          last.lowerBound == start && last.count >= 3 && lexicon.hasDictionary
          && !lexicon.isCommon(text.lower[last])
          && !lexicon.isCompound(text.lower[last]) && !lexicon.isInflected(text.lower[last])
        if isSmallName, text.isLetter(last.lowerBound), !text.isCapital(last.lowerBound) {
          add(first..<last.upperBound)
        }
      }
    }
  }

  // MARK: Context

  mutating func findByContext() {
    var index = 0
    while index < text.words.count {
      let word = text.words[index]
      guard word.isCapitalised, !isFound(word.range), matches.isFree(word.range),
        let name = PersonScore(text: text, lexicon: lexicon, matches: matches, wordAt: index).name(
          isPublic: isPublic)
      else {
        index += 1
        continue
      }
      add(name)
      addCompanions(behind: name.upperBound)
      index = max(index + 1, text.firstWord(from: name.upperBound))
    }
  }

  /// "Tim, Tom en Daan", "Rob & Thea": names that stand in a row with one that is known.
  private mutating func addCompanions(behind end: Int) {
    var position = end
    for _ in 0..<4 {
      guard let start = companionStart(position), let wordEnd = text.capitalisedWord(at: start) else {
        return
      }
      let range = start..<wordEnd
      let known = lexicon.knowledge(WordHash.of(text.lower[range]))
      let isName =
        known.contains(.firstName)
        || (!lexicon.isCommon(text.lower[range]) && known.isDisjoint(with: [.organisation, .place])
          && !lexicon.isCompound(text.lower[range]) && !lexicon.isInflected(text.lower[range]))
      guard isName, matches.isFree(range) else { return }
      let family = text.familyName(behind: wordEnd).flatMap { isPlausible($0) ? $0.end : nil }
      add(start..<(family ?? wordEnd))
      position = family ?? wordEnd
    }
  }

  private func companionStart(_ end: Int) -> Int? {
    for link in [", ", " en ", " & ", " + ", "/", " of ", ", en "] as [StaticString]
    where text.has(link, at: end) {
      let start = end + link.utf8CodeUnitCount
      if text.isCapital(start) { return start }
    }
    return nil
  }

  /// Whether a capitalised word behind a name is its family name.
  func isPlausible(_ family: FamilyName) -> Bool {
    let hash = WordHash.of(text.lower[family.last])
    return !lexicon.knowledge(hash).contains(.organisation) && !NameCues.openers.contains(hash)
  }

  // MARK: Public figures

  /// Whether the words before an offset say that a public person follows: "de methode van", "minister".
  func isPublic(_ start: Int) -> Bool {
    let index = text.firstWord(from: start)
    var steps = 0
    var candidate = index - 1
    while candidate >= 0, steps < 4, start - text.words[candidate].end < 50 {
      let word = text.words[candidate]
      if NameCues.publicRoles.contains(word.hash) { return true }
      if text.holds([0x21, 0x3F, 0x0A, 0x3B], from: word.end, to: start) { return false }
      if text.scalar(word.end) == 0x2E, !NameCues.dottedTitles.contains(word.hash), word.length > 1 {
        return false
      }
      candidate -= 1
      steps += 1
    }
    return false
  }

  private static let abbreviations = WordSet(
    "n.b. p.s. b.v. n.v. g.z. i.o. a.s. d.d. p.m. m.a. b.a. v.v. s.v. a.b. n.a. t.a. c.s.")
}
