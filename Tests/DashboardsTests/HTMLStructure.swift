// A strict reading of the pages' own kind of HTML: every tag closed in order, ids once, one h1, nothing forbidden.

/// What is wrong with a page's structure.
enum HTMLStructure {
  private static let void: Set<String> = ["meta", "br", "input", "link"]

  /// The faults of a page; empty when there are none.
  static func problems(in page: String) -> [String] {
    var problems: [String] = []
    var open: [String] = []
    var ids: [String: Int] = [:]
    var h1 = 0
    let raw = withoutRawText(page)
    for part in raw.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: ">") else {
        problems.append("unclosed tag: \(part.prefix(30))")
        continue
      }
      let tag = part[..<end]
      if tag.hasPrefix("!doctype") { continue }
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.last == name {
          open.removeLast()
        } else {
          problems.append("</\(name)> closes <\(open.last ?? "nothing")>")
        }
        continue
      }
      let name = String(tag.prefix { $0 != " " && $0 != "/" })
      if name == "h1" { h1 += 1 }
      for id in String(tag).between(" id=\"", "\"") { ids[id, default: 0] += 1 }
      if tag.contains(" style=") { problems.append("style= on <\(name)>") }
      if tag.contains(" on") && tag.contains("=\"")
        && String(tag).between(" on", "=").contains(where: {
          $0.count < 12 && !$0.contains(" ") && !$0.contains("\"")
        })
      {
        problems.append("event handler on <\(name)>")
      }
      if tag.contains("javascript:") { problems.append("javascript: on <\(name)>") }
      if !void.contains(name), !tag.hasSuffix("/") { open.append(name) }
    }
    if !open.isEmpty { problems.append("never closed: \(open)") }
    if h1 != 1 { problems.append("\(h1) h1 headings") }
    problems += ids.filter { $0.value > 1 }.keys.sorted().map { "id \($0) stands more than once" }
    if !page.hasPrefix("<!doctype html>\n<html lang=\"nl\">") { problems.append("no doctype with lang=nl") }
    if page.contains("{{") { problems.append("an unfilled place: \(page.between("{{", "}}"))") }
    if page.contains("Optional(") { problems.append("an unwrapped optional") }
    return problems
  }

  /// The page without what stands inside style and script.
  private static func withoutRawText(_ page: String) -> String {
    var page = page
    for name in ["style", "script"] {
      for text in page.between("<\(name)>", "</\(name)>") {
        page = page.split(separator: text, maxSplits: 1, omittingEmptySubsequences: false).joined()
      }
    }
    return page
  }
}
