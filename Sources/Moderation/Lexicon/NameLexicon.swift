// What is known about words: ordinary Dutch, proper names, first names, places, streets, members.

/// What the lexicon knows of a word.
struct WordKnowledge: OptionSet, Sendable {
  let rawValue: UInt16
  /// An ordinary word, written small.
  static let ordinary = WordKnowledge(rawValue: 1)
  /// A proper name of some sort: person, family or place.
  static let properName = WordKnowledge(rawValue: 2)
  /// A town, region or country.
  static let place = WordKnowledge(rawValue: 4)
  /// A street's name.
  static let street = WordKnowledge(rawValue: 8)
  /// A first name.
  static let firstName = WordKnowledge(rawValue: 16)
  /// A part of a family name.
  static let familyName = WordKnowledge(rawValue: 32)
  /// An organisation, a method, a language, a people: written with a capital, yet nobody's name.
  static let organisation = WordKnowledge(rawValue: 64)
  /// Some capitalised word of the dictionary.
  static let capitalised = WordKnowledge(rawValue: 128)
}

/// The words that tell names from ordinary language. A value: whoever builds it reads the files and passes their
/// contents in; without any it knows the names and places written into the program only.
public struct NameLexicon: Sendable {
  private var words = WordTable(capacity: 1 << 13)
  /// Whether an ordinary dictionary was given: only then an unknown word means something.
  public private(set) var hasDictionary = false

  /// The lexicon with the program's own names, places and organisations.
  public init() {
    WordHash.forEach(in: FirstNames.all) { insert($0, .firstName) }
    for line in Places.all.split(separator: "\n") {
      for place in line.split(separator: ",") {
        for part in place.split(whereSeparator: { $0 == " " }) where part.first?.isUppercase ?? false {
          if !NameCues.particles.contains(WordHash.of(part)) { note(part, .place) }
        }
      }
    }
    for word in ["nr", "nrs", "tel", "mob", "evt", "incl", "excl", "bv", "ca"] { note(word, .ordinary) }
    WordHash.forEach(in: Organisations.all) { insert($0, .organisation) }
  }

  mutating func note(_ word: some StringProtocol, _ knowledge: WordKnowledge) {
    insert(WordHash.of(word), knowledge)
  }

  mutating func insert(_ hash: UInt64, _ knowledge: WordKnowledge) {
    words.insert(knowledge.rawValue, for: hash)
  }

  /// Makes room for so many more words.
  mutating func reserve(_ words: Int) { self.words.reserve(words) }

  mutating func markDictionary() { hasDictionary = true }

  /// Adds first names and family names from a list with a name on each line. The first word of a line counts
  /// as a first name, the others as family name; small words (van, de, el) count as neither.
  public mutating func add(names text: String) {
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") { add(fullName: line) }
  }

  /// Adds a person's full name.
  public mutating func add(fullName: some StringProtocol) {
    let parts = fullName.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "." || $0 == "\"" })
    var isFirst = true
    for part in parts where part.unicodeScalars.count >= 2 {
      guard !NameCues.particles.contains(WordHash.of(part)), part.first?.isLetter ?? false else { continue }
      note(part, isFirst ? .firstName : .familyName)
      for piece in part.split(separator: "-") where piece.unicodeScalars.count >= 3 {
        note(piece, isFirst ? .firstName : .familyName)
      }
      isFirst = false
    }
  }

  /// What is known of the word with a hash; nothing when it is unknown.
  func knowledge(_ hash: UInt64) -> WordKnowledge { WordKnowledge(rawValue: words[hash]) }

  func isOrdinary(_ hash: UInt64) -> Bool { knowledge(hash).contains(.ordinary) }
}
