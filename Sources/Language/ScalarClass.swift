// What a Unicode scalar is within text: letter, digit or something else, and its lower case.

/// The classes of scalars that words are made of, with a table for Latin and the Unicode database for the rest.
enum ScalarClass {
  /// Letters with and without diacritics up to the end of Latin Extended-B: nearly all that Dutch text holds.
  private static let tableEnd: UInt32 = 0x250

  private static let letters: [Bool] = (0..<tableEnd).map { value in
    Unicode.Scalar(value).map(isLetterByDatabase) ?? false
  }

  private static let lower: [UInt32] = (0..<tableEnd).map { value in
    Unicode.Scalar(value).map(lowerByDatabase) ?? value
  }

  /// Whether a word can begin with the scalar: letters, and numbers that are no decimal digits (`²`).
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      let folded = scalar | 0x20
      return folded >= 0x61 && folded <= 0x7A
    }
    if scalar < tableEnd { return letters[Int(scalar)] }
    return Unicode.Scalar(scalar).map(isLetterByDatabase) ?? false
  }

  /// Whether the scalar is a decimal digit of any script.
  static func isDigit(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
    if scalar < tableEnd { return false }
    return Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
  }

  /// Whether the scalar is an upper-case or title-case letter.
  static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    return lowercased(scalar) != scalar
  }

  /// The lower-case form; the scalar itself when it has none, or one of several scalars.
  static func lowercased(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar }
    if scalar < tableEnd { return lower[Int(scalar)] }
    return Unicode.Scalar(scalar).map(lowerByDatabase) ?? scalar
  }

  private static func isLetterByDatabase(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber,
      .otherNumber:
      true
    default: false
    }
  }

  private static func lowerByDatabase(_ scalar: Unicode.Scalar) -> UInt32 {
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    guard mapping.count == 1, let first = mapping.first else { return scalar.value }
    return first.value
  }
}

/// Reads and writes scalars as UTF-8. Input is the storage of a String, so always well formed.
enum UTF8Coding {
  /// The scalar at a byte offset and how many bytes it takes.
  @inline(__always)
  static func scalar(in bytes: Span<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2) }
    if first < 0xF0 {
      return (
        (first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6
          | UInt32(bytes[offset + 2] & 0x3F), 3
      )
    }
    let high = (first & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
    return (high | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
  }

  /// Appends a scalar.
  @inline(__always)
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      if scalar < 0x10000 {
        bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      } else {
        bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      }
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
