// Cleaning and folding of text, held against the tables of Unicode.
import Foundation
import TestSupport
import Testing

@testable import Importers

@Suite("Plain text")
struct PlainTextTests {
  /// What the functions do, character by character.
  static func normalised(_ text: String) -> String {
    var scalars: [Unicode.Scalar] = []
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0D: scalars.append("\n")
      case 0x09, 0x0A: scalars.append(scalar)
      case 0..<0x20, 0x7F...0x9F, 0xFEFF: break
      default: scalars.append(scalar)
      }
      previous = scalar
    }
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).precomposedStringWithCanonicalMapping
  }

  static func folded(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }

  @Test("bytes and characters come to the same, for every white space and control that Unicode has")
  func likeCharacters() {
    var random = SeededGenerator(seed: 5)
    let spaces = (0...0xFFFF).compactMap { Unicode.Scalar(UInt32($0)) }.filter(\.properties.isWhitespace)
    let others =
      "abé€😀\u{301}\u{65}\u{AD}\u{200B}\u{200E}\u{FEFF}\u{7F}\u{9F}\u{0}\u{1B}ÂàŀĂ᚛\u{2010}\u{3001}"
      .unicodeScalars
    let alphabet = spaces + spaces + Array(others) + ["\r", "\n", "\r", "\n"]
    for _ in 0..<3000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if let scalar = alphabet.randomElement(using: &random) { view.append(scalar) }
      }
      let text = String(view)
      #expect(Array(PlainText.normalised(text).utf8) == Array(Self.normalised(text).utf8))
      #expect(Array(PlainText.folded(text).utf8) == Array(Self.folded(text).utf8))
    }
  }
}
