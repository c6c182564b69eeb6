// A text laid out for scanning: its Unicode scalars, their lower case and their classes side by side.

/// A text as arrays with one element per Unicode scalar, so that every index is an offset of the contract.
/// Reading outside the text gives zero, which belongs to no class: detectors need no bounds checks of their own.
struct ScalarText: Sendable {
  /// The scalars.
  let scalars: [UInt32]
  /// The scalars in simple lower case, one for one.
  let lower: [UInt32]
  /// What each scalar is.
  let classes: [ScalarClass]
  /// The words, in order.
  private(set) var words: [Word] = []

  init(_ text: String) {
    let count = text.utf8.count
    var scalars: [UInt32] = []
    var lower: [UInt32] = []
    var classes: [ScalarClass] = []
    scalars.reserveCapacity(count)
    lower.reserveCapacity(count)
    classes.reserveCapacity(count)
    for scalar in text.unicodeScalars {
      scalars.append(scalar.value)
      lower.append(ScalarClass.lowercased(scalar.value))
      classes.append(ScalarClass(scalar.value))
    }
    self.scalars = scalars
    self.lower = lower
    self.classes = classes
    self.words = Word.split(self)
  }

  var count: Int { scalars.count }

  /// The scalar at an offset; zero outside the text.
  func scalar(_ index: Int) -> UInt32 { index >= 0 && index < scalars.count ? scalars[index] : 0 }

  /// The lower-case scalar at an offset; zero outside the text.
  func small(_ index: Int) -> UInt32 { index >= 0 && index < lower.count ? lower[index] : 0 }

  private func kind(_ index: Int) -> ScalarClass {
    index >= 0 && index < classes.count ? classes[index] : []
  }

  func isLetter(_ index: Int) -> Bool { kind(index).contains(.letter) }
  func isCapital(_ index: Int) -> Bool { kind(index).contains(.capital) }
  func isDigit(_ index: Int) -> Bool { kind(index).contains(.digit) }
  func isSpace(_ index: Int) -> Bool { kind(index).contains(.space) }
  func isNewline(_ index: Int) -> Bool { kind(index).contains(.newline) }
  /// A letter, digit or underscore.
  func isWord(_ index: Int) -> Bool {
    !kind(index).isDisjoint(with: [.letter, .digit]) || scalar(index) == 0x5F
  }

  /// Whether a lower-case literal stands at an offset, whatever its case in the text.
  func has(_ literal: StaticString, at index: Int) -> Bool {
    var position = index
    var same = true
    literal.withUTF8Buffer { bytes in
      for byte in bytes {
        if small(position) != UInt32(byte) {
          same = false
          return
        }
        position += 1
      }
    }
    return same
  }

  /// The first offset at or after an index that holds no space.
  func skipSpaces(_ index: Int) -> Int {
    var position = index
    while isSpace(position) && !isNewline(position) { position += 1 }
    return position
  }

  /// Whether one of some scalars stands between two offsets; never when the second comes before the first.
  func holds(_ wanted: Set<UInt32>, from start: Int, to end: Int) -> Bool {
    var position = start
    while position < end {
      if wanted.contains(scalar(position)) { return true }
      position += 1
    }
    return false
  }

  /// A stretch of the text.
  func string(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count + 8)
    append(range, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds a stretch of the text to bytes in UTF-8.
  func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    for index in range {
      let value = scalars[index]
      if value < 0x80 {
        bytes.append(UInt8(value))
      } else if let scalar = Unicode.Scalar(value) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Index of the first word that starts at or after an offset.
  func firstWord(from offset: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether one of the words that touch a stretch is in a list.
  func mentions(_ list: WordSet, in range: Range<Int>) -> Bool {
    var index = firstWord(from: range.lowerBound)
    if index > 0, words[index - 1].end > range.lowerBound { index -= 1 }
    while index < words.count, words[index].start < range.upperBound {
      if list.contains(words[index].hash) { return true }
      index += 1
    }
    return false
  }
}
