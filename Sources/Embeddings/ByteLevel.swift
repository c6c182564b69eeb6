// Texts as GPT-2 sees them: words with the space before them, and a visible character for each byte.

/// Byte-level reading (Radford et al., "Language models are unsupervised multitask learners", 2019).
enum ByteLevel {
  /// Each byte as a character that can be seen.
  static func written(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    String(String.UnicodeScalarView(scalars)).utf8.map { characters[Int($0)] }
  }

  /// For each byte its character: itself where it can be seen, else one from U+0100 on.
  static let characters: [Unicode.Scalar] = {
    var next: UInt32 = 0x100
    return (0...255).map { (byte: UInt32) in
      switch byte {
      case 33...126, 161...172, 174...255: return Unicode.Scalar(UInt8(byte))
      default:
        defer { next += 1 }
        return Unicode.Scalar(next) ?? " "
      }
    }
  }()

  /// The words of GPT-2's pattern `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`.
  static func words(_ piece: TextPiece) -> [TextPiece] {
    let text = piece.scalars
    var pieces: [TextPiece] = []
    var start = 0
    while start < text.count {
      let end = wordEnd(text, from: start)
      pieces.append(PreTokenizer.part(piece, start..<end))
      start = end
    }
    return pieces
  }

  private enum Kind { case letter, number, space, other }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    if scalar.isLetter { return .letter }
    if scalar.isNumber { return .number }
    return scalar.isSpace ? .space : .other
  }

  private static let contractions: [[Unicode.Scalar]] = [
    ["'", "s"], ["'", "t"], ["'", "r", "e"], ["'", "v", "e"], ["'", "m"], ["'", "l", "l"], ["'", "d"],
  ]

  private static func wordEnd(_ text: [Unicode.Scalar], from start: Int) -> Int {
    if text[start] == "'" {
      for contraction in contractions where text[start...].starts(with: contraction) {
        return start + contraction.count
      }
    }
    let hasSpace = text[start] == " " && start + 1 < text.count
    let wordStart = hasSpace && kind(text[start + 1]) != .space ? start + 1 : start
    let kindOfWord = kind(text[wordStart])
    var end = wordStart + 1
    while end < text.count, kind(text[end]) == kindOfWord { end += 1 }
    // The last of several spaces goes with the word behind them.
    if kindOfWord == .space, end < text.count, end - start > 1 { return end - 1 }
    return end
  }
}
