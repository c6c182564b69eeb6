// Patterns of file names, with * and ?.

/// A pattern of names: `*` stands for any characters but `/`, `?` for one. Case does not matter.
enum NamePattern {
  /// Whether an entry's name fits. A pattern without `/` is compared with the last part of the name, one with `/`
  /// with as many parts at the end of the path as it has itself.
  static func matches(_ pattern: String, _ sample: EntrySample) -> Bool {
    matches(pattern, path: sample.fullPath)
  }

  /// Whether a whole path fits.
  static func matches(_ pattern: String, path: String) -> Bool {
    let wanted = pattern.lowercased().split(separator: "/")
    let parts = path.lowercased().split(separator: "/")
    guard parts.count >= wanted.count else { return false }
    return zip(wanted, parts.suffix(wanted.count)).allSatisfy { matches(Array($0.utf8), Array($1.utf8)) }
  }

  /// Whether a text fits a pattern, or is it.
  static func matches(_ pattern: String, text: String) -> Bool {
    pattern == text || matches(Array(pattern.lowercased().utf8), Array(text.lowercased().utf8))
  }

  /// Compares a part, going back to the last `*` where it fails.
  private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var at = (pattern: 0, name: 0)
    var star: (pattern: Int, name: Int)?
    while at.name < name.count {
      if at.pattern < pattern.count, pattern[at.pattern] == UInt8(ascii: "*") {
        star = (at.pattern + 1, at.name)
        at.pattern += 1
      } else if at.pattern < pattern.count,
        pattern[at.pattern] == UInt8(ascii: "?") || pattern[at.pattern] == name[at.name]
      {
        at = (at.pattern + 1, at.name + 1)
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        at = (last.pattern, last.name + 1)
      } else {
        return false
      }
    }
    return pattern[at.pattern...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
