// Tells what Mattermost itself wrote into a channel from what people wrote.

/// System messages of Mattermost.
enum MattermostEvents {
  /// Whether a post is a system message. Newer exports give a type; older ones only the sentence, in English, which is
  /// compared as a whole and with the author's name in it, so that nobody's own words are taken for one.
  static func isEvent(type: String?, message: String, user: String) -> Bool {
    if let type, !type.isEmpty { return type.hasPrefix("system_") && type != "system_generic" }
    let words = message.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count >= 3, words.count < 12 || message.contains(" updated the channel ") else {
      return false
    }
    let rest = words.dropFirst().joined(separator: " ")
    let first = words[0].hasPrefix("@") ? String(words[0].dropFirst()) : words[0]
    if first == user {
      if ofAuthor.contains(rest) { return true }
      return headers.contains { rest.hasPrefix($0) }
    }
    guard isUsername(first) else { return false }
    // Somebody whom the author added or took out.
    if ofOther.contains(rest) { return true }
    return added.contains { rest == $0 + user + "." || rest == $0 + "@" + user + "." }
  }

  private static let ofAuthor: Set<String> = {
    var sentences: Set<String> = [
      "archived the channel.", "has archived the channel.", "unarchived the channel.",
      "has unarchived the channel.", "joined the channel as guest.", "joined the channel as a guest.",
      "joined the team as guest.", "joined the team as a guest.",
    ]
    for place in ["channel", "team"] {
      for verb in ["joined", "has joined", "left", "has left", "was removed from", "removed from"] {
        sentences.insert("\(verb) the \(place).")
      }
    }
    return sentences
  }()

  private static let ofOther: Set<String> = [
    "removed from the channel.", "was removed from the channel.", "removed from the team.",
    "was removed from the team.",
  ]

  private static let added = [
    "added to the channel by ", "added to the team by ", "was added to the channel by ",
    "was added to the team by ", "added to the channel as guest by ", "added to the channel as a guest by ",
    "added to the team as a guest by ",
  ]

  private static let headers = [
    "updated the channel display name from: ", "updated the channel header from: ",
    "updated the channel header to: ", "updated the channel purpose from: ",
    "updated the channel purpose to: ",
    "removed the channel header (was: ", "removed the channel purpose (was: ",
  ]

  /// Whether a word can be the name of a member: small letters, digits, dots, hyphens and underscores.
  private static func isUsername(_ word: String) -> Bool {
    !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
  }
}
