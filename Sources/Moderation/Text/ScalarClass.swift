// What a scalar is, and its lower case: tables for Latin by arithmetic, Unicode properties for the rest.

/// The classes that detectors ask for.
struct ScalarClass: OptionSet, Sendable {
  let rawValue: UInt8
  static let letter = ScalarClass(rawValue: 1)
  static let capital = ScalarClass(rawValue: 2)
  static let digit = ScalarClass(rawValue: 4)
  static let space = ScalarClass(rawValue: 8)
  static let newline = ScalarClass(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The classes of a scalar.
  init(_ value: UInt32) {
    switch value {
    case 0x61...0x7A: self = .letter
    case 0x41...0x5A: self = [.letter, .capital]
    case 0x30...0x39: self = .digit
    case 0x0A, 0x0D, 0x2028, 0x2029: self = [.space, .newline]
    case 0x20, 0x09, 0xA0, 0x2007, 0x2009, 0x202F: self = .space
    case 0x00..<0xAA: self = []
    case 0xC0...0x24F where value != 0xD7 && value != 0xF7:
      self = Self.lowercased(value) != value ? [.letter, .capital] : .letter
    case 0x300...0x36F: self = .letter  // Combining marks hold decomposed letters together.
    default:
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else {
        self = []
        return
      }
      self = scalar.properties.isUppercase ? [.letter, .capital] : .letter
    }
  }

  /// Simple lower case, one scalar for one scalar (U+0130 becomes a plain i, so that offsets stay as they are).
  static func lowercased(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A: value + 32
    case 0x00..<0xC0: value
    case 0xC0...0xDE where value != 0xD7: value + 32
    case 0xDF...0xFF, 0xD7: value
    case 0x130: 0x69
    case 0x178: 0xFF
    case 0x100...0x137, 0x14A...0x177: value | 1
    case 0x139...0x148, 0x179...0x17E: value % 2 == 1 ? value + 1 : value
    default: mapped(value)
    }
  }

  private static func mapped(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return value }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first.map(\.value) ?? value : value
  }
}
