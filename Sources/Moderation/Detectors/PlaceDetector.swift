// Towns, but only those that complete an address: elsewhere a town gives nobody away.

import Discussion

struct PlaceDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    for anchor in matches.of(.address, .postcode).sorted(by: { $0.start < $1.start }) {
      if let range = Self.town(text, behind: anchor.end, lexicon) {
        matches.add(.place, range)
      } else if anchor.kind == .address, !hasNeighbour(anchor, matches) {
        if let range = town(text, before: anchor.start, lexicon) { matches.add(.place, range) }
      }
    }
  }

  /// Whether a postcode or town already stands right behind an address.
  private func hasNeighbour(_ anchor: Match, _ matches: Matches) -> Bool {
    matches.all.contains { $0.kind == .place && $0.start >= anchor.end && $0.start - anchor.end < 16 }
  }

  private static func town(_ text: ScalarText, behind end: Int, _ lexicon: NameLexicon) -> Range<Int>? {
    guard let first = AddressCues.townWord(text, behind: end) else { return nil }
    let word = text.words[first]
    let preposed = first > 0 && AddressCues.townPrepositions.contains(text.words[first - 1].hash)
    let known = lexicon.knowledge(word.hash)
    guard word.isCapitalised || known.contains(.place) || text.scalar(word.start - 1) == 0x27 else {
      return nil
    }
    let start = text.scalar(word.start - 1) == 0x27 ? word.start - 1 : word.start
    if known.contains(.place) { return start..<extended(text, first, lexicon) }
    if prefixes.contains(word.hash), first + 1 < text.words.count, text.words[first + 1].isCapitalised {
      return start..<text.words[first + 1].end
    }
    guard word.isCapitalised, word.length >= 3, !known.contains(.ordinary) || preposed else { return nil }
    return start..<extended(text, first, lexicon)
  }

  /// Alphen aan den Rijn, Bergen op Zoom, Capelle a/d IJssel.
  private static func extended(_ text: ScalarText, _ first: Int, _ lexicon: NameLexicon) -> Int {
    var last = first
    var index = first + 1
    while index < text.words.count, index - first <= 3,
      text.words[index].start - text.words[index - 1].end <= 1
    {
      if text.words[index].isCapitalised {
        if index > first + 1 { last = index }
        break
      }
      guard inner.contains(text.words[index].hash) else { break }
      index += 1
    }
    return text.words[last].end
  }

  /// The nearest town before an address: "in Leerdam, Lingestraat 44", "uit Sneek, …".
  private func town(_ text: ScalarText, before start: Int, _ lexicon: NameLexicon) -> Range<Int>? {
    var index = text.firstWord(from: start) - 1
    while index > 0, start - text.words[index].end < 90 {
      let (word, before) = (text.words[index], text.words[index - 1])
      if Self.prepositions.contains(before.hash), word.start - before.end == 1, word.length >= 3 {
        let known = lexicon.knowledge(word.hash)
        if known.contains(.place), word.isCapitalised || !known.contains(.ordinary) {
          return word.start..<Self.extended(text, index, lexicon)
        }
      }
      index -= 1
    }
    return nil
  }

  private static let prefixes = WordSet("den ter de sint st s-gravenhage nieuw oud bad")
  private static let inner = WordSet("aan op den de bij in het a/d a d der")
  private static let prepositions = WordSet("in te uit")
}
