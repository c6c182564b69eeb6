// Named schools and nurseries: with a child's case they point at the child.

import Discussion

struct SchoolDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    for index in text.words.indices {
      if let range = behindKind(text, index) ?? byEnding(text, index, lexicon) ?? bracketed(text, index) {
        matches.add(.school, range)
      }
    }
  }

  /// "basisschool De Klimop", "OBS De Wereldboom", "kinderdagverblijf Pippeloentje".
  private func behindKind(_ text: ScalarText, _ index: Int) -> Range<Int>? {
    let word = text.words[index]
    guard Self.kinds.contains(word.hash) else { return nil }
    var last = index
    var named = false
    while last + 1 < text.words.count, last - index < 4 {
      let next = text.words[last + 1]
      guard next.start - text.words[last].end == 1 || text.has(". ", at: text.words[last].end),
        !text.isNewline(next.start - 1)
      else { break }
      let article = Self.articles.contains(next.hash)
      guard next.isCapitalised || (article && !named) else { break }
      if !article { named = true }
      last += 1
    }
    guard named, !(last == index + 1 && text.words[last].isAllCapitals && text.words[last].length <= 4) else {
      return nil
    }
    return word.start..<text.words[last].end
  }

  /// "het Cobbenhagen College", "Rietveld Lyceum", "St. Jozefschool", "Augustinianum".
  private func byEnding(_ text: ScalarText, _ index: Int, _ lexicon: NameLexicon) -> Range<Int>? {
    let word = text.words[index]
    guard word.isCapitalised else { return nil }
    if Self.types.contains(word.hash) {
      var first = index
      while first > 0, index - first < 3, text.words[first - 1].isCapitalised,
        text.words[first].start - text.words[first - 1].end == 1,
        !AddressCues.isSentenceStart(text, text.words[first - 1].start) || first == index
      { first -= 1 }
      guard first < index, !Self.articles.contains(text.words[first].hash) || first < index - 1 else {
        return nil
      }
      if Self.articles.contains(text.words[first].hash) { first += 1 }
      return text.words[first].start..<word.end
    }
    for ending in ["school", "lyceum", "college", "gymnasium"] as [StaticString]
    where word.length > ending.utf8CodeUnitCount + 3
      && text.has(ending, at: word.end - ending.utf8CodeUnitCount)
    {
      guard !lexicon.isOrdinary(word.hash) else { return nil }
      var start = word.start
      for saint in ["st. ", "sint ", "dr. ", "st ", "prins ", "prinses "] as [StaticString]
      where text.has(saint, at: start - saint.utf8CodeUnitCount) { start -= saint.utf8CodeUnitCount }
      // At a sentence's start a compound is an ordinary word with a capital.
      guard start < word.start || !text.isSentenceStart(start) || !lexicon.isCompound(text.lower[word.range])
      else { return nil }
      return start..<word.end
    }
    return nil
  }

  /// "op school (De Regenboog)".
  private func bracketed(_ text: ScalarText, _ index: Int) -> Range<Int>? {
    let word = text.words[index]
    guard Self.schoolWords.contains(word.hash) else { return nil }
    if text.has(": de ", at: word.end) || text.has(": het ", at: word.end) {
      let name = text.firstWord(from: word.end + 4)
      if name < text.words.count, text.words[name].isCapitalised {
        return text.words[name - 1].start..<text.words[name].end
      }
    }
    guard text.scalar(word.end) == 0x20,
      text.scalar(word.end + 1) == 0x28,
      text.isCapital(word.end + 2)
    else { return nil }
    var end = word.end + 2
    while end < text.count, text.scalar(end) != 0x29, end - word.end < 40 { end += 1 }
    guard text.scalar(end) == 0x29, end > word.end + 3,
      !(word.end + 2..<end).contains(where: { text.isDigit($0) || text.scalar($0) == 0x2C })
    else { return nil }
    let abbreviated = (word.end + 2..<end).allSatisfy { text.isCapital($0) }
    return abbreviated ? nil : word.end + 2..<end
  }

  private static let kinds = WordSet(
    """
    basisschool obs cbs ibs pcbs rkbs pcb vso csg rsg osg kdc kdv bso peuterspeelzaal kinderdagverblijf
    kinderopvang montessorischool daltonschool jenaplanschool vrijeschool nutsschool sbo kindcentrum ikc
    scholengemeenschap crèche peuteropvang
    """)
  private static let articles = WordSet("de het el st sint 't al an laan van")
  private static let types = WordSet(
    "college lyceum gymnasium mavo havo vmbo praktijkschool mytylschool tyltylschool")
  private static let schoolWords = WordSet(
    "school basisschool klas kleuterschool middelbare peuterspeelzaal kinderopvang")
}
