// Marks the lines of earlier posts: with > in front, below a line that announces them, or in Outlook's blocks.

/// Finds quoted lines.
enum QuotedLines {
  static func mark(_ lines: inout [SplitLine], _ style: QuoteSplitter.Style) {
    markCited(&lines)
    markRest(&lines)
    markAngled(&lines, style)
    markAnnouncements(&lines)
  }

  // MARK: - Blocks for quotes

  /// A block with which an answer starts is an earlier post, and so is one that is announced, with those below it. Behind
  /// "According to this study:" it is a source, which belongs to what the author says.
  private static func markCited(_ lines: inout [SplitLine]) {
    guard let first = lines.firstIndex(where: { $0.mark == .cited && !$0.isBlank }) else { return }
    let before = lines[..<first].filter(\.isOwnText)
    let isAddressed = before.count == 1 && before[0].key.hasSuffix(",") && before[0].key.utf8.count <= 60
    var isQuoted = before.isEmpty || isAddressed
    for index in lines.indices where lines[index].mark == .cited {
      let isStart = index == 0 || lines[index - 1].mark != .cited
      if !isQuoted, isStart || lines[index - 1].isBlank, !lines[index].isBlank {
        isQuoted = announcement(lines, above: index) != nil
      }
      lines[index].mark = isQuoted ? .quoted : .own
    }
  }

  // MARK: - What is quoted to its end

  /// Marks everything from the first separator, block of mail headers or announcement on, where nothing sets the
  /// quote apart line by line.
  private static func markRest(_ lines: inout [SplitLine]) {
    for index in lines.indices where lines[index].isOwnText {
      guard var end = startOfRest(lines, index) else { continue }
      var start = index
      while start > 0, lines[start - 1].isBlank || isRule(lines[start - 1].key) { start -= 1 }
      while end < lines.count, lines[end].isBlank { end += 1 }
      // Below it `>` says itself what is quoted, and answers may stand in between.
      let isAngled = end < lines.count && lines[end].isAngled
      for quoted in start..<(isAngled ? end : lines.count) where lines[quoted].mark == .own {
        lines[quoted].mark = .quoted
      }
      return
    }
  }

  /// Where the lines that announce the rest end; nil when none starts here.
  private static func startOfRest(_ lines: [SplitLine], _ index: Int) -> Int? {
    if isSeparator(lines[index].key) {
      var next = index + 1
      while next < lines.count, lines[next].isBlank { next += 1 }
      return next < lines.count ? headerBlock(lines, next) ?? next : next
    }
    if let end = headerBlock(lines, index) { return end }
    for count in stride(from: 3, through: 1, by: -1) where index + count <= lines.count {
      let announcing = lines[index..<(index + count)]
      guard announcing.allSatisfy(\.isOwnText) else { continue }
      if Announcement.isSure(announcing.map(\.key).joined(separator: " ")) { return index + count }
    }
    return nil
  }

  private static let separators: Set<String> = [
    "oorspronkelijk bericht", "origineel bericht", "original message", "oorspronkelijke afspraak",
    "original appointment", "doorgestuurd bericht", "doorgezonden bericht", "forwarded message",
    "ursprüngliche nachricht",
    "weitergeleitete nachricht", "message d'origine", "message original", "message transféré",
  ]

  /// `-----Oorspronkelijk bericht-----`, `Begin doorgestuurd bericht:` and the like.
  private static func isSeparator(_ key: String) -> Bool {
    for begin in ["begin doorgestuurd bericht", "begin forwarded message"] where key.hasPrefix(begin) {
      return key.utf8.count <= begin.utf8.count + 1
    }
    guard key.hasPrefix("--") || key.hasPrefix("__"), key.utf8.count < 100 else { return false }
    let core = key.drop { $0 == "-" || $0 == "_" || $0 == " " }
    let end = core.firstIndex { $0 == "-" || $0 == "_" } ?? core.endIndex
    return separators.contains(PlainText.folded(String(core[..<end]).filter { $0 != ":" }))
  }

  /// A line of ten or more underscores, hyphens or the like.
  static func isRule(_ key: String) -> Bool {
    guard let first = key.utf8.first, "_-=#".utf8.contains(first), key.utf8.count >= 10 else { return false }
    return key.utf8.allSatisfy { $0 == first }
  }

  // MARK: - Mail headers

  private enum Header { case from, date, to, subject }

  private static let headers: [(name: String, header: Header)] = [
    ("van", .from), ("from", .from), ("von", .from), ("de", .from), ("verzonden", .date), ("sent", .date),
    ("datum", .date), ("date", .date), ("gesendet", .date), ("envoyé", .date), ("aan", .to), ("to", .to),
    ("an", .to),
    ("à", .to), ("cc", .to), ("kopie", .to), ("bcc", .to), ("onderwerp", .subject), ("subject", .subject),
    ("betreff", .subject), ("objet", .subject),
  ]

  private static func header(_ key: String) -> (Header, value: Substring)? {
    guard let colon = key.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var name = key[..<colon]
    while name.last == " " { name.removeLast() }
    guard let known = headers.first(where: { $0.name == name }) else { return nil }
    return (known.header, key[colon...].dropFirst())
  }

  /// Where a block of three or more headers of a mail ends: a sender, a time, and whom or what it is about.
  private static func headerBlock(_ lines: [SplitLine], _ start: Int) -> Int? {
    guard let first = header(lines[start].key) else { return nil }
    var found: Set<Header> = []
    var sender = first.value
    var count = 0
    var end = start
    var index = start
    var strangers = 0
    // No mail has more lines of headers than this; without a bound a text of headers only would be read again from each.
    while index < min(lines.count, start + 40), strangers < 3 {
      if let (header, value) = header(lines[index].key) {
        if header == .from { sender = value }
        found.insert(header)
        count += 1
        end = index + 1
        strangers = 0
      } else if lines[index].isBlank || lines[index].key.holds("@") || lines[index].key.holds(";") {
        // Headers go on over several lines, and some programs put empty lines between them.
        strangers += 1
      } else {
        break
      }
      index += 1
    }
    guard count >= 3, found.contains(.from), found.contains(.date),
      found.contains(.to) || found.contains(.subject)
    else { return nil }
    // An invitation has "Datum:" and "Van: 10.00 uur" too.
    let name = sender.drop { $0 == " " }
    guard let letter = name.unicodeScalars.first, !("0"..."9").contains(letter) else { return nil }
    return first.0 == .from || name.holds("@") ? end : nil
  }

  // MARK: - Lines with >

  private static func markAngled(_ lines: inout [SplitLine], _ style: QuoteSplitter.Style) {
    var runs: [Range<Int>] = []
    var index = 0
    while index < lines.count {
      var end = index
      while end < lines.count, lines[end].mark == .own, lines[end].isAngled { end += 1 }
      if end > index { runs.append(index..<end) }
      index = max(end, index + 1)
    }
    // Below a block of headers, which is marked already, nothing else has to announce it.
    let announced = runs.map { run in
      announcement(lines, above: run.lowerBound)
        ?? (isBelowQuoted(lines, run.lowerBound) ? run.lowerBound : nil)
    }
    let hasAnnounced = announced.contains { $0 != nil }
    for (run, announcement) in zip(runs, announced) {
      let isQuoted = announcement != nil || isQuote(lines, run, style, hasAnnounced)
      guard isQuoted else { continue }
      for quoted in (announcement ?? run.lowerBound)..<run.upperBound { lines[quoted].mark = .quoted }
    }
  }

  private static func isBelowQuoted(_ lines: [SplitLine], _ start: Int) -> Bool {
    lines[..<start].last { !$0.isBlank }?.mark == .quoted
  }

  private static func isQuote(
    _ lines: [SplitLine], _ run: Range<Int>, _ style: QuoteSplitter.Style, _ hasAnnounced: Bool
  ) -> Bool {
    let keys = lines[run].map(\.key)
    if !hasAnnounced, lines[run].contains(where: \.hasNamedAngle) { return false }
    // The prompt of Python.
    if keys.allSatisfy({ $0 == ">>>" || $0.hasPrefix(">>> ") }) { return false }
    if keys.count < 3, keys.allSatisfy(isComparison) { return false }
    if hasAnnounced || style == .mail { return true }
    if style == .markup { return false }
    // Arrows as bullets below "Wat wij doen:".
    if run.lowerBound > 0, lines[run.lowerBound - 1].isOwnText, lines[run.lowerBound - 1].key.hasSuffix(":") {
      return false
    }
    if keys.count > 1 { return !keys.allSatisfy { $0.spacedWordCount <= 4 } }
    let isApart = run.upperBound == lines.count || lines[run.upperBound].isBlank
    let words = keys[0].dropFirst().spacedWordCount
    return isApart && keys[0].hasPrefix("> ") && words >= 3
  }

  /// `> 18 jaar`, `>= 3`: more than.
  private static func isComparison(_ key: String) -> Bool {
    let rest = key.unicodeScalars.dropFirst().drop { $0 == " " || $0 == "=" || $0 == "€" }
    return rest.first.map { ("0"..."9").contains($0) } ?? false
  }

  /// Where the lines start that announce what begins at a line; nil when none do.
  private static func announcement(_ lines: [SplitLine], above start: Int) -> Int? {
    var last = start - 1
    while last >= 0, lines[last].isBlank, start - last <= 2 { last -= 1 }
    guard last >= 0, lines[last].isOwnText else { return nil }
    for count in stride(from: 3, through: 1, by: -1) where last - count + 1 >= 0 {
      let announcing = lines[(last - count + 1)...last]
      guard announcing.allSatisfy(\.isOwnText) else { continue }
      if Announcement.isPossible(announcing.map(\.key).joined(separator: " "), lines: count) {
        return last - count + 1
      }
    }
    return nil
  }

  /// Marks the lines that announce what markup marks as quoted.
  private static func markAnnouncements(_ lines: inout [SplitLine]) {
    for index in lines.indices.dropFirst() where lines[index].mark == .quoted && !lines[index].isBlank {
      guard let start = announcement(lines, above: index) else { continue }
      for announcing in start..<index where lines[announcing].mark == .own {
        lines[announcing].mark = .quoted
      }
    }
  }
}
