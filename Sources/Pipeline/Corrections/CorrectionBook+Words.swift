// How the words of a correction are read: numbers of topics, lines of the log, blanks.
import Discussion

/// Reading of numbers, lines and blanks.
extension CorrectionBook {
  /// The topic that a text such as `OND-0012`, `ond-12` or `OND 12` names; nil when it is no number of a topic.
  static func identity(_ text: String) -> TopicID? {
    let lower = text.lowercased()
    guard lower.hasPrefix("ond") else { return nil }
    let digits = lower.dropFirst(3).drop { $0 == "-" || $0 == " " }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits),
      number > 0
    else { return nil }
    return TopicID(number: number)
  }

  /// Whether a text says that posts belong to no topic.
  static func namesNone(_ text: String) -> Bool { ["geen", "none"].contains(text.lowercased()) }

  /// A text without blanks around it, with single blanks within it, and without control characters.
  static func trimmed(_ text: String) -> String {
    text.split { character in
      character.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.value < 32 }
    }
    .joined(separator: " ")
  }

  /// The numbers in `4`, `regel 4`, `4-7` or `4, 6`.
  static func lines(_ text: String) throws(CorrectionRefusal) -> [Int] {
    var numbers: [Int] = []
    for part in text.lowercased().split(whereSeparator: { $0 == " " || $0 == "," }) where part != "regel" {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], first > 0, last >= first,
        last - first < 100_000
      else { throw .noLines(text) }
      numbers += first...last
    }
    guard !numbers.isEmpty else { throw .noLines(text) }
    return Set(numbers).sorted()
  }
}

extension TopicCorrection.Action {
  /// Whether it makes a topic part of another one.
  func merges(_ topic: TopicID) -> Bool {
    if case .merge(topic, into: _) = self { return true }
    return false
  }

  /// Whether it is about a topic, beside the line that made it.
  func names(_ topic: TopicID) -> Bool {
    switch self {
    case .rename(let named, _), .pin(let named, _), .mute(let named, _): named == topic
    case .merge(let named, let heir): named == topic || heir == topic
    case .move(_, let named): named == topic
    case .keep(let named, .apart(let other)): named == topic || other == topic
    case .keep(let named, _): named == topic
    case .create, .withdraw: false
    }
  }
}
