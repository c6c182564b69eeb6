// The date that notes themselves say they are of.
import Discussion

/// Finds the date of notes behind a label, in front matter or first lines. Nothing is guessed: a date whose day and
/// month could change places is not taken unless the mapping says how it is written.
enum NotesDate {
  /// The labels that are looked for where a mapping names none.
  static let labels = ["datum", "date"]
  private static let patterns = ["iso8601", "d MMMM yyyy", "EEEE d MMMM yyyy", "EEEE, d MMMM yyyy"].compactMap
  {
    DatePattern($0)
  }

  /// What came of looking.
  enum Found: Hashable {
    case date(ReadDate)
    /// A date that is not understood.
    case unclear(String)
    case none
  }

  /// Whether a line says a date behind a label.
  static func isLabelled(_ line: String) -> Bool { labels.contains { value(of: $0, in: line) != nil } }

  /// The date in lines, behind one of the labels.
  static func find(in lines: [String], labels: [String], patterns: [DatePattern]) -> Found {
    for line in lines.prefix(60) {
      for label in labels {
        guard let text = value(of: label, in: line) else { continue }
        let known = patterns.isEmpty ? Self.patterns : patterns
        for pattern in known { if let date = pattern.read(text) { return .date(date) } }
        return .unclear(text)
      }
    }
    return .none
  }

  /// What stands behind `label:` on a line, without quotes and marks of bold.
  static func value(of label: String, in line: String) -> String? {
    let line = PlainText.line(line.replacing("**", with: "").replacing("*", with: ""))
    guard let colon = line.firstIndex(of: ":"),
      PlainText.line(String(line[..<colon])).lowercased() == label.lowercased()
    else { return nil }
    var text = PlainText.line(String(line[line.index(after: colon)...]))
    if text.count > 1, let quote = text.first, quote == "\"" || quote == "'", text.last == quote {
      text = String(text.dropFirst().dropLast())
    }
    return text.isEmpty ? nil : text
  }
}
