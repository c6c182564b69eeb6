// Account names on social media: @name_05, or a name with digits or dots behind the platform's name.

import Discussion

struct SocialHandleDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    for index in 0..<text.count where text.scalar(index) == 0x40 && !text.isWord(index - 1) {
      let (end, marks) = Self.account(text, from: index + 1)
      if marks, end - index >= 4 { matches.add(.socialHandle, index..<end) }
    }
    for index in text.words.indices where Self.platforms.contains(text.words[index].hash) {
      if let range = account(text, behind: index) { matches.add(.socialHandle, range) }
    }
  }

  /// An account name within the next words of the same sentence.
  private func account(_ text: ScalarText, behind platform: Int) -> Range<Int>? {
    var position = text.words[platform].end
    let limit = position + 26
    while position < min(limit, text.count) {
      if [0x2E, 0x21, 0x3F, 0x0A].contains(text.scalar(position)) { return nil }
      guard text.isWord(position), !text.isWord(position - 1), text.scalar(position - 1) != 0x40 else {
        position += 1
        continue
      }
      let (end, marks) = Self.account(text, from: position)
      let letters = (position..<end).contains { text.isLetter($0) }
      if marks, letters, end - position >= 6, !text.isDigit(position), text.scalar(end) != 0x40 {
        return position..<end
      }
      position = end
    }
    return nil
  }

  /// Where an account name ends, and whether it has a digit, dot or underscore inside.
  private static func account(_ text: ScalarText, from start: Int) -> (end: Int, marks: Bool) {
    var position = start
    var marks = false
    while text.isWord(position) || (text.scalar(position) == 0x2E && text.isWord(position + 1)) {
      if !text.isLetter(position) { marks = true }
      position += 1
    }
    return (position, marks)
  }

  private static let platforms = WordSet(
    "insta instagram snap snapchat tiktok discord telegram twitter roblox fortnite tinder facebook username accountnaam"
  )
}
