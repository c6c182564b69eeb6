// Finds what stands in quotation marks and between brackets.

/// Pairs quotation marks and brackets. A mark without a partner in the same paragraph, or with one too far away
/// to be meant, counts for nothing.
enum Quotations {
  /// The longest stretch that is taken for one quotation or one pair of brackets, in bytes.
  private static let longest: Int32 = 600

  /// Sets ``Lexeme/inQuote`` and ``Lexeme/inBracket``, the marks themselves included.
  static func mark(_ lexemes: inout [Lexeme]) {
    var quote: Int?
    var bracket: Int?
    for index in lexemes.indices {
      switch lexemes[index].kind {
      case .newline:
        if index + 1 < lexemes.count, lexemes[index + 1].kind == .newline { (quote, bracket) = (nil, nil) }
      case .openQuote:
        if quote == nil || !near(lexemes, quote, index) { quote = index }
      case .closeQuote:
        guard let start = quote else { continue }
        if near(lexemes, start, index) {
          for inside in start...index { lexemes[inside].inQuote = true }
        }
        quote = nil
      case .openBracket:
        if bracket == nil || !near(lexemes, bracket, index) { bracket = index }
      case .closeBracket:
        guard let start = bracket else { continue }
        if near(lexemes, start, index) {
          for inside in start...index { lexemes[inside].inBracket = true }
        }
        bracket = nil
      default: continue
      }
    }
  }

  private static func near(_ lexemes: [Lexeme], _ start: Int?, _ end: Int) -> Bool {
    guard let start else { return false }
    return lexemes[end].byteEnd - lexemes[start].byteStart <= longest
  }
}
