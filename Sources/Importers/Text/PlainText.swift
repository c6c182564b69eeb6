// The one form that text is kept in: NFC, lines ended by LF, no control characters, no white space around it.
import Foundation

/// Brings text into the one form that it is kept in.
enum PlainText {
  /// The text in NFC with LF line ends; control characters other than tab and LF are dropped, a byte order mark
  /// too, and white space around the whole.
  static func normalised(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var needsComposition = false
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x300 { needsComposition = true }
      defer { previousWasReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A:
        if !previousWasReturn { scalars.append("\n") }
      case 0x0D: scalars.append("\n")
      case 0x09, 0x20...0x7E: scalars.append(scalar)
      case 0..<0x20, 0x7F...0x9F, 0xFEFF: continue
      default: scalars.append(scalar)
      }
    }
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    let trimmed = String(scalars[first...last])
    return needsComposition ? trimmed.precomposedStringWithCanonicalMapping : trimmed
  }

  /// One line: normalised, and every run of white space a single space.
  static func line(_ text: String) -> String { folded(normalised(text)) }

  /// The text with every run of white space as one space, and none around it.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !result.isEmpty
      } else {
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}
