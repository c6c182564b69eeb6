// A page as plain lines: what a reader reads, with where links lead; for comparing with golden pages.

/// The text of a page.
enum PageText {
  private static let inline: Set<String> = ["a", "strong", "span", "em", "code", "abbr", "br", "button"]
  private static let skipped = ["style", "script", "svg", "head"]

  /// The lines of a page: each block on a line of its own, links as `[text](target)`.
  static func lines(of page: String) -> [String] {
    var text = ""
    var target: String?
    var skipping: String?
    for part in page.split(separator: "<", omittingEmptySubsequences: false) {
      guard let end = part.firstIndex(of: ">") else {
        if skipping == nil { text += part }
        continue
      }
      let tag = part[..<end]
      let after = part[part.index(after: end)...]
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" })
      if let current = skipping {
        if tag.hasPrefix("/"), name == current {
          skipping = nil
          text += after
        }
        continue
      }
      if skipped.contains(name), !tag.hasPrefix("/") {
        skipping = name
        continue
      }
      if name == "a" {
        if tag.hasPrefix("/") {
          text += target.map { "](\($0))" } ?? ""
          target = nil
        } else {
          target = String(tag).between("href=\"", "\"").first
          text += "["
        }
      }
      if !inline.contains(name) { text += "\n" }
      text += after
    }
    return text.split(separator: "\n").map { unescaped(trimmed(String($0))) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ line: String) -> String {
    line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  private static func unescaped(_ line: String) -> String {
    var line = line
    for (from, to) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      line = line.replacing(from, with: to)
    }
    return line
  }
}
