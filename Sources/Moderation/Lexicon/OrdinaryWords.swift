// Whether a word is ordinary Dutch, also inflected or put together from two words.

extension NameLexicon {
  /// Whether a word in lower case is in the dictionary, or is so but for a usual ending, and is not a known name.
  func isCommon(_ word: ArraySlice<UInt32>) -> Bool {
    let known = knowledge(WordHash.of(word))
    if known.contains(.ordinary) { return true }
    if !known.isDisjoint(with: [.firstName, .properName, .familyName]) { return false }
    return hasCommonStem(word, endings: Self.endings)
  }

  /// Whether a word in lower case is in the dictionary but for an ending, diminutives included.
  func isInflected(_ word: ArraySlice<UInt32>) -> Bool {
    hasCommonStem(word, endings: Self.endings) || hasCommonStem(word, endings: Self.diminutives)
  }

  /// Whether a word in lower case falls into two ordinary words, with or without an s between them.
  func isCompound(_ word: ArraySlice<UInt32>) -> Bool {
    guard word.count >= 6 else { return false }
    var hash = WordHash.seed
    var before = hash
    for (offset, scalar) in word.enumerated() {
      if offset >= 3, offset <= word.count - 3, Self.canEndPart(word[word.startIndex + offset - 1]) {
        let left =
          isOrdinary(hash)
          || (word[word.startIndex + offset - 1] == 0x73 && offset >= 4 && isOrdinary(before))
        if left {
          let rest = word[(word.startIndex + offset)...]
          if isOrdinary(WordHash.of(rest)) || isInflected(rest) { return true }
        }
      }
      before = hash
      hash = WordHash.step(hash, scalar)
    }
    return false
  }

  private static func canEndPart(_ scalar: UInt32) -> Bool { ScalarClass(scalar).contains(.letter) }

  private func hasCommonStem(_ word: ArraySlice<UInt32>, endings: [[UInt32]]) -> Bool {
    for ending in endings
    where word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending) {
      if isOrdinary(WordHash.of(word.dropLast(ending.count))) { return true }
    }
    return false
  }

  private static let endings = ["s", "en", "e", "t", "n", "ste", "ën", "'s"].map {
    $0.unicodeScalars.map(\.value)
  }
  private static let diminutives = [
    "je", "jes", "tje", "tjes", "pje", "pjes", "etje", "etjes", "kje", "kjes",
  ].map { $0.unicodeScalars.map(\.value) }
}
