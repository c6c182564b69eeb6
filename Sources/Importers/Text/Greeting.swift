// Recognises the greeting that closes a letter.

/// Lines such as `Met vriendelijke groet,`, `Groetjes, Anna` and `Kind regards`.
enum Greeting {
  private static let openers: Set<String> = [
    "met", "vriendelijke", "vriendelijk", "hartelijke", "hartelijk", "collegiale", "warme", "zonnige",
    "sportieve", "lieve", "beste", "goede", "vele", "en", "alvast", "bedankt", "dank", "veel", "v", "m", "vr",
    "vrindelijke", "oprechte",
  ]
  private static let greetings: Set<String> = [
    "groet", "groeten", "groetjes", "groetje", "groetend", "grtz", "gr", "grt", "grtjs",
  ]
  private static let wholes: [[String]] = [
    ["mvg"], ["m", "v", "g"], ["mvrgr"], ["hoogachtend"], ["hartelijks"], ["liefs"], ["regards"],
    ["kind", "regards"], ["kindest", "regards"], ["best", "regards"], ["warm", "regards"],
    ["with", "kind", "regards"], ["with", "best", "regards"], ["best", "wishes"], ["all", "the", "best"],
    ["sincerely"], ["yours", "sincerely"], ["yours", "faithfully"], ["yours", "truly"], ["cheers"], ["rgds"],
    ["mit", "freundlichen", "grüßen"], ["freundliche", "grüße"], ["viele", "grüße"], ["cordialement"],
    ["saludos"], ["greetings"],
  ]
  private static let joiners: Set<String> = ["van", "uit", "namens"]

  /// Whether a line is such a greeting, with a name behind it or alone. A greeting in a sentence is none.
  static func isClosing(_ line: String) -> Bool {
    guard line.utf8.count <= 80, !line.utf8.contains(UInt8(ascii: "?")),
      !line.utf8.contains(UInt8(ascii: ":")),
      mayBegin(line)
    else { return false }
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    guard let length = greetingLength(words.map { $0.lowercased() }), words.count <= length + 5 else {
      return false
    }
    guard words.count > length else { return true }
    let rest = words[length...]
    guard let first = rest.first else { return true }
    if joiners.contains(first.lowercased()) { return rest.count <= 5 }
    // A name: all but particles have a capital.
    let particles: Set<String> = [
      "de", "van", "der", "den", "het", "ten", "ter", "el", "en", "uit", "te", "in", "'t", "of", "and",
    ]
    return first.first?.isUppercase == true
      && rest.allSatisfy { $0.first?.isUppercase == true || particles.contains($0) }
  }

  private static let firstWords = openers.union(greetings).union(wholes.compactMap(\.first))

  /// Whether the first word is one with which greetings start: most lines are done with that.
  private static func mayBegin(_ line: String) -> Bool {
    var word: [UInt8] = []
    for byte in line.utf8 {
      switch byte | 0x20 {
      case 0x61...0x7A: word.append(byte | 0x20)
      case 0x80...: return true
      default:
        if !word.isEmpty { return firstWords.contains(String(decoding: word, as: UTF8.self)) }
        // A digit or an apostrophe is part of a word too.
        if (0x30...0x39).contains(byte) || byte == UInt8(ascii: "'") { return false }
      }
    }
    return firstWords.contains(String(decoding: word, as: UTF8.self))
  }

  /// Number of words of the greeting at the start; nil when there is none.
  private static func greetingLength(_ words: [String]) -> Int? {
    for whole in wholes where words.starts(with: whole) { return whole.count }
    var count = 0
    while count < words.count, count < 5, openers.contains(words[count]) { count += 1 }
    guard count < words.count, greetings.contains(words[count]) else { return nil }
    return count + 1
  }
}
