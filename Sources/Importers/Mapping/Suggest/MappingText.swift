// Pieces of YAML, and sample values that do not say too much.

/// Pieces of a mapping's YAML.
enum MappingText {
  /// A text in double quotes.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// What a field's source is called in a format.
  static func key(_ format: MappedFile.Format) -> String { format.isTable ? "column" : "path" }

  /// A comment on one line.
  static func comment(_ text: String) -> String { PlainText.line(text) }
}

/// Sample values as a mapping shows them: enough to know a column by.
enum SampleValue {
  /// A value on one line, cut, with addresses and telephone numbers made unreadable.
  static func shown(_ value: String) -> String {
    let line = PlainText.line(value)
    let words = line.split(separator: " ").map { word -> String in
      isAddress(word) ? masked(address: word) : isTelephone(word) ? "06…" : String(word)
    }
    let text = isTelephone(line[...]) ? "06…" : words.joined(separator: " ")
    return text.count > 60 ? String(text.prefix(59)) + "…" : text
  }

  /// A name by the first letters of its words; numbers and codes of members stay.
  static func shortened(_ name: String) -> String {
    let line = PlainText.line(name)
    if isAddress(line[...]) { return masked(address: line[...]) }
    if line.utf8.contains(where: { (0x30...0x39).contains($0) }), !line.contains(" ") { return shown(line) }
    return line.split(separator: " ").prefix(6).map { word in
      word.count <= 1 ? String(word) : String(word.prefix(1)) + "…"
    }.joined(separator: " ")
  }

  private static func isAddress(_ word: Substring) -> Bool {
    guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return false }
    return word[at...].contains(".")
  }

  private static func masked(address: Substring) -> String {
    let name = address.drop { !$0.isLetter && !$0.isNumber }
    return "\(name.first.map(String.init) ?? "")…@…"
  }

  /// Ten or eleven digits with the marks that telephone numbers have, the first a 0 or after a plus.
  private static func isTelephone(_ text: Substring) -> Bool {
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    guard (10...13).contains(digits), text.utf8.count <= 18, text.hasPrefix("0") || text.hasPrefix("+") else {
      return false
    }
    return text.utf8.allSatisfy { (0x30...0x39).contains($0) || " +-().".utf8.contains($0) }
  }
}
