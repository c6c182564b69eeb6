// Marks signatures, and what mail programs and mailing lists put below a text.

/// Finds the lines of signatures.
enum SignatureLines {
  private static let longest = 10

  static func mark(_ lines: inout [SplitLine]) {
    giveBackQuestions(&lines)
    markFooters(&lines)
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end].mark == .own { end += 1 }
      if end > start { markRegion(&lines, start..<end) }
      start = end + 1
    }
  }

  /// Some mail programs put what is typed inside the element of the signature.
  private static func giveBackQuestions(_ lines: inout [SplitLine]) {
    guard lines.contains(where: { $0.mark == .signature && $0.asks }) else { return }
    for index in lines.indices where lines[index].mark == .signature { lines[index].mark = .own }
  }

  // MARK: - Footers

  private static let footerWords = [
    "mailing list", "mailinglist", "mailinglijst", "listinfo", "unsubscribe", "afmelden", "af te melden",
    "uitschrijven", "groups.io",
  ]
  private static let footerStarts = [
    "you received this message because you are subscribed", "je ontvangt dit bericht omdat je",
    "u ontvangt dit bericht omdat u", "je hebt dit bericht ontvangen omdat je je hebt",
    "to unsubscribe from this group", "to unsubscribe from the", "to unsubscribe, e-mail",
  ]
  private static let disclaimers = [
    "dit e-mailbericht is uitsluitend bestemd", "dit e-mailbericht is alleen bestemd",
    "dit bericht is uitsluitend bestemd", "deze e-mail is uitsluitend bestemd",
    "dit e-mailbericht en eventuele bijlagen",
    "de informatie in dit bericht is", "de informatie in deze e-mail is",
    "de informatie in dit e-mailbericht is",
    "de inhoud van dit bericht is", "de inhoud van deze e-mail is",
    "aan dit bericht kunnen geen rechten", "aan deze e-mail kunnen geen rechten",
    "denk aan het milieu voordat", "this e-mail and any", "this email and any",
    "this e-mail may contain confidential",
    "this email may contain confidential", "this message may contain confidential",
    "the information contained in this message",
    "this message contains confidential", "this e-mail message is intended",
  ]

  /// Lines that a footer has at most.
  private static let longestFooter = 40

  private static func markFooters(_ lines: inout [SplitLine]) {
    // Whether a line above is somebody's own. What is marked stands at or below the line that is looked at.
    var hasOwnAbove = false
    let lastCryptographic = lines.lastIndex { $0.key == "-----end pgp signature-----" } ?? -1
    for index in lines.indices where lines[index].isOwnText {
      defer { if lines[index].isOwnText { hasOwnAbove = true } }
      let key = lines[index].key
      if isMobile(key) {
        lines[index].mark = .signature
      } else if key == "-----begin pgp signature-----" {
        if index < lastCryptographic {
          markCryptographic(&lines, index)
        } else {
          lines[index].mark = .signature
        }
      } else if isScrubbed(lines, index) {
        markScrubbed(&lines, index)
      } else if isFooter(lines, index) || (hasOwnAbove && isDisclaimer(key)) {
        var end = index
        while end < lines.count, end - index <= longestFooter, lines[end].mark == .own { end += 1 }
        // A question below it is somebody's, not a list's.
        let rest = lines[index..<end]
        if rest.count <= longestFooter, !rest.contains(where: { $0.text.hasSuffix("?") }) {
          for below in index..<end { lines[below].mark = .signature }
        }
      }
    }
  }

  private static func isFooter(_ lines: [SplitLine], _ index: Int) -> Bool {
    let key = lines[index].key
    if footerStarts.contains(where: key.hasPrefix) { return true }
    guard QuotedLines.isRule(key) || key.hasPrefix("-=-=-=") else { return false }
    let next = lines[(index + 1)...].prefix(5).filter(\.isOwnText).prefix(3)
    return next.contains { line in footerWords.contains { line.key.holds($0) } }
  }

  private static func isDisclaimer(_ key: String) -> Bool {
    key == "disclaimer" || key == "disclaimer:" || disclaimers.contains { key.hasPrefix($0) }
  }

  private static let senders = [
    "verzonden vanaf", "verzonden vanuit", "verzonden met", "verzonden via", "verstuurd vanaf",
    "verstuurd vanuit", "verstuurd met", "verstuurd via", "sent from", "sent via", "sent with", "get outlook",
    "download outlook", "outlook voor", "outlook for", "von meinem", "gesendet von", "envoyé de mon",
    "enviado desde mi",
  ]
  private static let devices = [
    "iphone", "ipad", "samsung", "android", "galaxy", "outlook", "mail voor", "mail for", "windows",
    "telefoon",
    "mobiel", "huawei", "smartphone", "yahoo", "gmail", "blackberry", "ios", "proton", "tablet", "mobile",
    "device",
  ]

  /// `Verzonden vanaf mijn iPhone`.
  private static func isMobile(_ key: String) -> Bool {
    guard key.utf8.count <= 90, !key.holds("?"), senders.contains(where: key.hasPrefix) else {
      return false
    }
    return key.spacedWordCount <= 9 && devices.contains { key.holds($0) }
  }

  /// What Mailman says in the place of an attachment.
  private static func isScrubbed(_ lines: [SplitLine], _ index: Int) -> Bool {
    lines[index].key.hasPrefix("-------------- next part") && index + 1 < lines.count
      && lines[index + 1].key.holds("was scrubbed")
  }

  private static func markCryptographic(_ lines: inout [SplitLine], _ index: Int) {
    let end = lines[index...].firstIndex { $0.key == "-----end pgp signature-----" } ?? index
    for below in index...end where lines[below].mark == .own { lines[below].mark = .signature }
  }

  private static func markScrubbed(_ lines: inout [SplitLine], _ index: Int) {
    let fields = ["name:", "type:", "size:", "desc:", "url:", "skipped content of type"]
    for below in index..<min(index + 8, lines.count) {
      let key = lines[below].key
      guard below <= index + 1 || fields.contains(where: key.hasPrefix) else { return }
      lines[below].mark = .signature
    }
  }

  // MARK: - Signatures

  private static func markRegion(_ lines: inout [SplitLine], _ region: Range<Int>) {
    if let dashes = delimiter(lines, region) {
      for index in dashes..<region.upperBound { lines[index].mark = .signature }
      return markClosing(&lines, region.lowerBound..<dashes)
    }
    markClosing(&lines, region)
  }

  /// The line `-- ` of RFC 3676 (4.3), or `--` above a few lines that look like a signature.
  private static func delimiter(_ lines: [SplitLine], _ region: Range<Int>) -> Int? {
    guard let index = region.last(where: { lines[$0].key == "--" }) else { return nil }
    let below = lines[(index + 1)..<region.upperBound].filter { !$0.isBlank }
    guard !below.isEmpty, below.count <= 15 else { return nil }
    if lines[index].text == "-- " { return index }
    return below.count <= longest && below.allSatisfy({ isSignature($0) }) ? index : nil
  }

  /// Marks a closing greeting, and the lines below it that look like a signature.
  private static func markClosing(_ lines: inout [SplitLine], _ region: Range<Int>) {
    guard let closing = region.last(where: { Greeting.isClosing(lines[$0].text) }) else { return }
    var index = closing + 1
    var taken = closing + 1
    var count = 0
    // The lines directly below.
    while index < region.upperBound, !lines[index].isBlank, count < longest, isSignature(lines[index]) {
      count += 1
      index += 1
      taken = index
    }
    let isWhole = index == region.upperBound || lines[index].isBlank
    let hasName = taken > closing + 1
    // Paragraphs below that; when something else follows in the end, only the name below a bare greeting.
    var ends: [Int] = [taken]
    while isWhole, index < region.upperBound {
      while index < region.upperBound, lines[index].isBlank { index += 1 }
      let start = index
      while index < region.upperBound, !lines[index].isBlank { index += 1 }
      guard start < index else { break }
      count += index - start
      guard count <= longest,
        lines[start..<index].allSatisfy({ isSignature($0, isFar: hasName || ends.count > 1) })
      else {
        index = region.upperBound + 1
        break
      }
      ends.append(index)
    }
    let isAtEnd = isWhole && index <= region.upperBound
    let isBare = ends[0] == closing + 1
    let name = ends.count > 1 && isBare && ends[1] - ends[0] <= 4 ? ends[1] : ends[0]
    for line in closing..<(isAtEnd ? ends[ends.count - 1] : name) { lines[line].mark = .signature }
  }

  private static let ownStarts = [
    "ps", "p.s", "pps", "nb", "n.b", "edit", "update", "@", "- ", "• ", "> ", "bijlage", "let op", "wie ",
    "hoe ", "wat ", "waar ", "kan ", "kunnen ", "heeft ", "hebben ", "is er", "weet ", "ik ", "wij ", "we ",
  ]

  private static let farStarts = [
    "werkdagen", "werkdag", "aanwezig", "bereikbaar", "ik werk", "postbus", "postadres", "bezoekadres",
    "telefoon", "mobiel",
  ]

  /// Whether a line below a greeting looks like a name, a function, an organisation or how to reach somebody. A line in
  /// a paragraph below the name has to do so more clearly.
  private static func isSignature(_ line: SplitLine, isFar: Bool = false) -> Bool {
    let key = line.key
    guard !line.isBlank, key.utf8.count <= 110, !line.asks else { return false }
    if isFar, farStarts.contains(where: key.hasPrefix) { return true }
    if ownStarts.contains(where: key.hasPrefix) { return false }
    let digits = key.utf8.filter { (0x30...0x39).contains($0) }.count
    let isContact = ["@", "www.", "http", "|", "tel", "+31"].contains { key.holds($0) } || digits >= 8
    let words = key.spacedWordCount
    if isContact { return words <= 14 }
    guard words <= (isFar ? 5 : 8), !key.hasSuffix(":") else { return false }
    if isFar {
      let first = line.text.first { !$0.isWhitespace && $0 != "*" }
      return first?.isUppercase == true && !key.hasSuffix(".") && !key.hasSuffix("!")
    }
    return !((key.hasSuffix(".") || key.hasSuffix("!")) && words > 4)
  }
}
