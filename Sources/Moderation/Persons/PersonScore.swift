// How likely a capitalised word is somebody's name: points for the word itself and for what stands around it.

import Discussion

struct PersonScore {
  let text: ScalarText
  let lexicon: NameLexicon
  let matches: Matches
  let word: Word
  /// The word without a possessive 's.
  let base: Range<Int>
  private let index: Int
  private let known: WordKnowledge
  private let isStart: Bool
  private let isCued: Bool
  private let isFirstName: Bool

  init(text: ScalarText, lexicon: NameLexicon, matches: Matches, wordAt index: Int) {
    self.text = text
    self.lexicon = lexicon
    self.matches = matches
    self.index = index
    word = text.words[index]
    base = Self.withoutPossessive(text, word)
    var known = lexicon.knowledge(WordHash.of(text.lower[base]))
    if known.isEmpty || known == .capitalised, let hyphen = base.first(where: { text.isDash($0) }) {
      let part = lexicon.knowledge(WordHash.of(text.lower[base.lowerBound..<hyphen]))
      if part.contains(.firstName) { known.insert(.firstName) }
    }
    if known.isDisjoint(with: [.ordinary, .firstName]),
      Self.isDiminutiveOfFirstName(text.lower[base], lexicon)
    {
      known.insert(.firstName)
    }
    self.known = known
    isFirstName = known.contains(.firstName)
    isCued = Self.isCued(text, index)
    isStart = text.isSentenceStart(word.start) && !Self.isBehindDottedTitle(text, index)
  }

  /// The stretch of the name that starts at this word; nil when it is not likely to be one.
  func name(isPublic: (Int) -> Bool) -> Range<Int>? {
    guard isCandidate else { return nil }
    let family = plausibleFamilyName()
    if (isPublic(word.start) || isCitation) && !isCued { return nil }
    guard points(family: family) >= 2 else { return nil }
    var end = base.upperBound
    if let family {
      end = family.end
      if !family.hasParticles, let second = text.familyName(behind: end), !second.hasParticles,
        isFamilyName(second)
      {
        end = second.end
      }
    }
    if text.scalar(end) == 0x2F, let second = text.capitalisedWord(at: end + 1),
      !lexicon.isCommon(text.lower[(end + 1)..<second])
    {
      end = second
    }
    return start()..<end
  }

  private var isCandidate: Bool {
    let hash = WordHash.of(text.lower[base])
    if base.count < 2 || (word.isAllCapitals && word.length <= 6) { return false }
    if known.contains(.organisation) || lexicon.knowledge(word.hash).contains(.organisation) { return false }
    if NameCues.openers.contains(hash) || NameCues.particles.contains(hash) { return false }
    if [0x2E, 0x28].contains(text.scalar(word.end)), text.isLetter(word.end + 1) { return false }
    return !isOrganisationAhead
  }

  /// "… College", "… Stichting" behind the word.
  private var isOrganisationAhead: Bool {
    guard index + 1 < text.words.count, text.words[index + 1].start - word.end == 1 else { return false }
    return Self.organisationWords.contains(text.words[index + 1].hash)
  }

  // MARK: Points

  private func points(family: FamilyName?) -> Double {
    let lower = text.lower[base]
    var common = lexicon.isCommon(lower)
    let isName = known.contains(.properName) || known.contains(.familyName)
    let inflected = !isName && lexicon.isInflected(lower)
    if isStart && (common || inflected) { common = true }
    if !isFirstName, !isName, !common, lexicon.isCompound(lower) { common = true }
    let place = known.contains(.place) || isOfPlace

    var points = 0.0
    if isFirstName { points += 2 }
    // A capital inside a sentence before an age is a name, even when the word is an ordinary one.
    if common { points -= isFirstName && !isStart ? 0 : (hasAge && !isStart ? 1 : 2) }
    if isName, !isFirstName { points += common ? -0.5 : (place ? 0 : (isStart ? 1 : 1.5)) }
    if place, !isFirstName { points -= 1.2 }
    if !isFirstName, !isName, !common, !place, lexicon.hasDictionary {
      points += inflected ? 0.2 : (isStart ? 1.2 : 1.7)
    }
    points += contextPoints(common: common, place: place)
    points += familyPoints(family, common: common)
    return points
  }

  private func contextPoints(common: Bool, place: Bool) -> Double {
    var points = 0.0
    let previous = index > 0 ? text.words[index - 1].hash : 0
    if NameCues.titles.contains(previous), isCued { points += 3 }
    if isCued { points += 2 }
    if hasAge { points += 2 }
    if let verb = nextWord, NameCues.verbs.contains(verb.hash) { points += common ? 1 : 1.2 }
    if isStart, !isFirstName { points -= 0.5 }
    if isOddlyWritten { points -= 1.5 }
    if NameCues.establishments.contains(previous), isDirectlyBefore(index), !isCued { points -= 2 }
    if isQuoted, !isCued, !isFirstName { points -= 1 }
    if !isStart, NameCues.weak.contains(previous), !place { points += 0.5 }
    if NameCues.placePrepositions.contains(previous), isDirectlyBefore(index), !isCued, !isFirstName {
      points -= 1.5
    }
    if NameCues.articles.contains(previous), isDirectlyBefore(index), !isCued, !hasAge { points -= 1.5 }
    if isSignature { points += common && !isFirstName ? 1.5 : 2 }
    if isBesideContactDetails { points += 1.5 }
    return points
  }

  private func familyPoints(_ family: FamilyName?, common: Bool) -> Double {
    guard let family else { return 0 }
    if !isStart { return 1 }
    let lastIsUncommon = family.hasParticles || !lexicon.isCommon(text.lower[family.last])
    if isFirstName, common { return lastIsUncommon ? 2.5 : 1 }
    return isFirstName || !common ? 1 : 0
  }

  // MARK: What stands around

  private var nextWord: Word? {
    guard index + 1 < text.words.count else { return nil }
    let next = text.words[index + 1]
    return text.skipSpaces(base.upperBound) == next.start ? next : nil
  }

  private func isDirectlyBefore(_ index: Int) -> Bool {
    text.words[index].start - text.words[index - 1].end == 1 && text.isSpace(text.words[index].start - 1)
  }

  /// A kinship, role or greeting right before the word, or an @.
  private static func isCued(_ text: ScalarText, _ index: Int) -> Bool {
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

  private static func isBehindDottedTitle(_ text: ScalarText, _ index: Int) -> Bool {
    guard index > 0, text.scalar(text.words[index - 1].end) == 0x2E else { return false }
    return NameCues.dottedTitles.contains(text.words[index - 1].hash)
      && text.words[index].start - text.words[index - 1].end <= 2
  }

  /// "(16", ", 12 jaar", "van 9", "is 14", "(geb", " 1979".
  private var hasAge: Bool {
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
  private var isOfPlace: Bool {
    !isFirstName
      && text.lower[base].split(separator: 0x2D).contains {
        lexicon.knowledge(WordHash.of($0)).contains(.place)
      }
  }

  /// Right behind an opening quotation mark, as titles are.
  private var isQuoted: Bool { [0x22, 0x27, 0x2018, 0x201C, 0x201E].contains(text.scalar(word.start - 1)) }

  /// A hyphen before a small letter, or a capital inside the word: more often a project than a name.
  private var isOddlyWritten: Bool {
    for position in base.dropFirst() {
      if text.isDigit(position) { return true }
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
  private var isSignature: Bool {
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
  private var isBesideContactDetails: Bool {
    (0...3).contains { matches.isTaken(base.upperBound + $0) && !text.isNewline(base.upperBound) }
  }

  /// "(2013)", "e.a.", "& Van Aken (2013)".
  private var isCitation: Bool {
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

  private func hasYearAhead(_ reach: Int) -> Bool {
    for position in base.upperBound..<(base.upperBound + reach) where text.isDigit(position) {
      return text.number(at: position, digits: 4).map { (1900...2099).contains($0.value) } ?? false
    }
    return text.has(" e.a.", at: base.upperBound) || text.has(" et al", at: base.upperBound)
  }

  // MARK: The whole name

  private func plausibleFamilyName() -> FamilyName? {
    guard base.upperBound == word.end, let family = text.familyName(behind: word.end) else { return nil }
    let hash = WordHash.of(text.lower[family.last])
    if lexicon.knowledge(hash).contains(.organisation) || NameCues.openers.contains(hash) { return nil }
    if NameCues.leading.contains(hash) { return nil }
    return matches.isFree(family.last) ? family : nil
  }

  private func isFamilyName(_ family: FamilyName) -> Bool {
    let hash = WordHash.of(text.lower[family.last])
    return !lexicon.knowledge(hash).contains(.organisation) && !NameCues.openers.contains(hash)
      && !lexicon.isCommon(text.lower[family.last]) && matches.isFree(family.last)
  }

  /// Where the name starts: particles before a family name belong to it ("moeder De Wit").
  private func start() -> Int {
    guard !isFirstName else { return word.start }
    var first = index
    while first > 0, index - first < 3, NameCues.particles.contains(text.words[first - 1].hash),
      isDirectlyBefore(first)
    {
      first -= 1
    }
    guard first < index, first > 0, NameCues.leading.contains(text.words[first - 1].hash) else {
      return word.start
    }
    return text.words[first].start
  }

  /// Jantje, Fleurtje: a known first name made small.
  private static func isDiminutiveOfFirstName(_ word: ArraySlice<UInt32>, _ lexicon: NameLexicon) -> Bool {
    for ending in diminutives
    where word.count >= ending.count + 3 && word.suffix(ending.count).elementsEqual(ending) {
      if lexicon.knowledge(WordHash.of(word.dropLast(ending.count))).contains(.firstName) { return true }
    }
    return false
  }

  private static let diminutives = ["tje", "je"].map { $0.unicodeScalars.map(\.value) }

  private static func withoutPossessive(_ text: ScalarText, _ word: Word) -> Range<Int> {
    let apostrophe = text.scalar(word.end - 2)
    let isPossessive =
      word.length > 3 && text.small(word.end - 1) == 0x73 && (apostrophe == 0x27 || apostrophe == 0x2019)
    return word.start..<(isPossessive ? word.end - 2 : word.end)
  }

  private static let organisationWords = WordSet(
    "college lyceum stichting zorg foundation academie methode school jeugd thuis huis kliniek groep zorggroep ziekenhuis bv nv"
  )
}
