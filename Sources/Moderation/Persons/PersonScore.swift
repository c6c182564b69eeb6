// How likely a capitalised word is somebody's name: points for the word itself and for what stands around it.

import Discussion

struct PersonScore {
  let text: ScalarText
  let lexicon: NameLexicon
  let matches: Matches
  let word: Word
  /// The word without a possessive 's.
  let base: Range<Int>
  let index: Int
  let known: WordKnowledge
  let isStart: Bool
  let isCued: Bool
  let isFirstName: Bool

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
    if base.contains(where: text.isDigit) || isAbbreviation || isSpelledOutAbbreviation { return false }
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
    if isJoinedToKin { points += 1.5 }
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
    guard first < index, first > 0 else { return word.start }
    let cue = text.words[first - 1].hash
    guard NameCues.leading.contains(cue) else { return word.start }
    // "gezinsvoogd van Kimberley" is somebody of somebody; "mevrouw van Dam" is a name.
    let isOf = !text.words[first].isCapitalised && NameCues.publicLinks.contains(text.words[first].hash)
    return isOf && !NameCues.titles.contains(cue) ? word.start : text.words[first].start
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
