// Replies that only say to follow along: "Volg!", "Ook benieuwd", "Zelfde hier".

enum FollowerReply {
  /// Whether a short reply only says that its author wants to know too.
  static func isOne(_ body: String) -> Bool {
    guard body.utf8.count <= 120 else { return false }
    let text = ScalarText(body)
    let words = text.words.filter { !Self.filling.contains($0.hash) }
    guard !words.isEmpty else { return false }
    let telling = words.filter { Self.cues.contains($0.hash) }
    return !telling.isEmpty && words.count - telling.count <= 3
  }

  private static let cues = WordSet(
    "volg volgen volgend benieuwd meelezen meelees nieuwsgierig up upje bump zelfde herkenbaar volgt dito +1")
  private static let filling = WordSet(
    """
    ik ook hier ben ook naar de het een er dit deze draadje topic antwoorden reacties antwoord heel erg zeer we wij wil wel
    graag even mee met je jullie o ja interessant goede vraag over zit na te denken aan in van
    """)
}
