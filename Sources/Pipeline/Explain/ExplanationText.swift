// How explanations write numbers, parts and corrections, in Dutch.
import Discussion
import Topics

/// Pieces of text that explanations of posts and topics share.
enum ExplanationText {
  /// `0,41`.
  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// `34 %`, set right in four places.
  static func percentage(_ share: Double) -> String {
    let text = "\(Int((share * 100).rounded())) %"
    return String(repeating: " ", count: max(0, 5 - text.utf8.count)) + text
  }

  /// A heading with its lines below it; nothing without lines.
  static func section(_ heading: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", heading] + lines.map { "  " + $0 }
  }

  /// What is shared, a line for each part.
  static func lines(_ shares: [FeatureShare]) -> [String] {
    shares.map { share in
      switch (share.kind, share.text.isEmpty) {
      case (.word, false): "\(percentage(share.share))  \(share.text)"
      case (.word, true): "\(percentage(share.share))  andere woorden"
      case (.wordParts, _): "\(percentage(share.share))  delen van woorden"
      case (.theme, false): "\(percentage(share.share))  thema: \(share.text)"
      case (.theme, true): "\(percentage(share.share))  andere thema's"
      case (.other, _): "\(percentage(share.share))  betekenis volgens het taalmodel"
      }
    }
  }

  /// A line of the log of corrections.
  static func line(_ correction: TopicCorrection, _ night: ExplainedNight) -> String {
    let what = CorrectionTexts.sentence(correction.action, titles: night.topics.mapValues(\.title))
    return "regel \(correction.number): \(what)"
  }
}
