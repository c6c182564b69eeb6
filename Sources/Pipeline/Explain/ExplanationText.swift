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
    let what =
      switch correction.action {
      case .rename(let topic, let title): "\(topic) heet voortaan \"\(title)\""
      case .merge(let topic, let heir): "\(topic) hoort bij \(night.name(of: heir))"
      case .create(let topic, let title): "\(topic) is gemaakt: \"\(title)\""
      case .move(let post, let topic?): "\(post) hoort bij \(night.name(of: topic))"
      case .move(let post, nil): "\(post) hoort bij geen onderwerp"
      case .pin(let topic, let isOn): "\(topic) is \(isOn ? "vastgezet" : "losgemaakt")"
      case .mute(let topic, let isOn): "\(topic) is \(isOn ? "uit beeld gehaald" : "weer in beeld")"
      case .withdraw(let number): "regel \(number) geldt niet meer"
      }
    return "regel \(correction.number): \(what)"
  }
}

extension TopicCorrection {
  /// Whether it is about a post, or about one of some topics.
  func concerns(_ post: PostID?, _ topics: Set<TopicID>) -> Bool {
    switch action {
    case .rename(let topic, _), .create(let topic, _), .pin(let topic, _), .mute(let topic, _):
      topics.contains(topic)
    case .merge(let topic, let heir): topics.contains(topic) || topics.contains(heir)
    case .move(let moved, let topic): moved == post || (post == nil && topic.map(topics.contains) ?? false)
    case .withdraw: false
    }
  }
}
