// What a text looks like, whatever its words: signs, capitals, length, a person's age.

/// Features of a text's form.
enum TextShape: UInt32, CaseIterable {
  case exclamation = 1
  case exclamations, question, capitals, money, short, long, age

  /// A post of fewer scalars is short.
  private static let shortest = 120
  /// A post of more scalars is long.
  private static let longest = 500

  /// The features that a text has.
  /// - Parameters:
  ///   - scalars: the text in lower case.
  ///   - capitals: the length of its longest word in capitals.
  ///   - words: its words.
  static func features(of scalars: [UInt32], capitals: Int, words: [Range<Int>]) -> [TextShape] {
    var features: [TextShape] = []
    let exclamations = scalars.count { $0 == 0x21 }
    if exclamations > 0 { features.append(.exclamation) }
    if exclamations > 1 { features.append(.exclamations) }
    if scalars.contains(0x3F) { features.append(.question) }
    if capitals >= 4 { features.append(.capitals) }
    if namesMoney(scalars) { features.append(.money) }
    if scalars.count < shortest { features.append(.short) }
    if scalars.count > longest { features.append(.long) }
    if words.indices.contains(where: { isAge($0, of: words, in: scalars) }) { features.append(.age) }
    return features
  }

  /// A euro sign, or a number with a percent sign behind it.
  private static func namesMoney(_ scalars: [UInt32]) -> Bool {
    for (place, scalar) in scalars.enumerated() {
      if scalar == 0x20AC { return true }
      guard scalar == 0x25, place > 0 else { continue }
      let before = scalars[place - 1] == 0x20 && place > 1 ? scalars[place - 2] : scalars[place - 1]
      if (0x30...0x39).contains(before) { return true }
    }
    return false
  }

  /// A number of one or two digits behind ‘van’, before ‘jaar’ or the like, or between brackets.
  private static func isAge(_ index: Int, of words: [Range<Int>], in scalars: [UInt32]) -> Bool {
    let word = words[index]
    guard word.count <= 2, scalars[word].allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    if word.lowerBound > 0, word.upperBound < scalars.count, scalars[word.lowerBound - 1] == 0x28,
      scalars[word.upperBound] == 0x29
    {
      return true
    }
    if index > 0, isWord("van", words[index - 1], scalars) { return true }
    guard index + 1 < words.count else { return false }
    let next = words[index + 1]
    return ["jaar", "jr", "jarig", "jarige", "jaren"].contains { isWord($0, next, scalars) }
  }

  private static func isWord(_ word: StaticString, _ range: Range<Int>, _ scalars: [UInt32]) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { bytes in zip(bytes, scalars[range]).allSatisfy { UInt32($0) == $1 } }
  }
}
