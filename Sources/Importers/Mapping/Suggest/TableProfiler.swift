// Looks through a file for tables and lists of records.
import Archives
import Records

/// Looks through an entry and says what tables or lists are in it, with their columns.
enum TableProfiler {
  /// The tables of an entry; none where it is no table, JSON or workbook.
  static func profiles(_ entry: ArchiveEntry, _ sample: EntrySample) throws -> [TableProfile] {
    if sample.document == .workbook { return try sheets(entry, sample) }
    guard sample.document == nil else { return [] }
    let encoding = encoding(sample)
    let start = (encoding == sample.encoding ? sample.head : encoding.decode(sample.head)[...]).drop {
      $0 == 0x20 || (0x09...0x0D).contains($0)
    }
    switch start.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if start.first == UInt8(ascii: "{"), isLines(start, sample) { return [try lines(entry, sample)] }
      return try document(entry, sample).map { [$0] } ?? []
    case UInt8(ascii: "<"), nil: return []
    default: return try table(entry, sample, encoding).map { [$0] } ?? []
    }
  }

  /// The encoding by mark or by its bytes: every other byte zero is UTF-16 that lost its mark.
  private static func encoding(_ sample: EntrySample) -> TextEncoding {
    if sample.hasByteOrderMark { return sample.encoding }
    let head = Array(sample.head.prefix(4096))
    let zeros = (even: stride(from: 0, to: head.count, by: 2), odd: stride(from: 1, to: head.count, by: 2))
    let counts = (zeros.even.count { head[$0] == 0 }, zeros.odd.count { head[$0] == 0 })
    if head.count > 8, counts.1 * 10 > head.count * 3, counts.0 * 10 < head.count {
      return .utf16LittleEndian
    }
    if head.count > 8, counts.0 * 10 > head.count * 3, counts.1 * 10 < head.count { return .utf16BigEndian }
    return isMostlyLatin(sample.head) ? .windows1252 : .utf8
  }

  /// Whether more characters beyond ASCII are no UTF-8 than are. A proposal may be bolder than a run, which reads
  /// bytes as Windows-1252 unasked only where they cannot be anything else.
  private static func isMostlyLatin(_ head: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: head.dropLast(min(3, head.count)), as: UTF8.self)
    var characters = 0
    var replaced = 0
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { replaced += 1 } else { characters += 1 }
    }
    return replaced > characters
  }

  private static func isLines(_ start: ArraySlice<UInt8>, _ sample: EntrySample) -> Bool {
    let name = sample.leafName.lowercased()
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return true }
    let parser = JSONParser()
    let lines = start.split(separator: 0x0A).prefix(3)
    return lines.count > 1 && lines.prefix(2).allSatisfy { (try? parser.parse(Array($0)))?.kind == .object }
  }

  // MARK: CSV

  private static func table(
    _ entry: ArchiveEntry, _ sample: EntrySample, _ encoding: TextEncoding
  ) throws -> TableProfile? {
    let head = sample.hasByteOrderMark || encoding == .utf8 ? sample.head : encoding.decode(sample.head)[...]
    guard !head.contains(0), let delimiter = CSVFormat.delimiter(ofFirstLineIn: head) else { return nil }
    var profile = TableProfile(name: sample.fullPath, format: .csv)
    profile.delimiter = delimiter
    profile.encoding = encoding
    let backslashed = head.indices.dropLast().count {
      head[$0] == UInt8(ascii: "\\") && head[$0 + 1] == UInt8(ascii: "\"")
    }
    let doubled = head.indices.dropLast().count {
      head[$0] == UInt8(ascii: "\"") && head[$0 + 1] == UInt8(ascii: "\"")
    }
    profile.isBackslashQuoted = backslashed > 2 && backslashed > doubled
    var reader = TableRows(profile)
    var parser = CSVParser(
      format: CSVFormat(delimiter: delimiter, quote: profile.isBackslashQuoted ? .backslash : .double))
    var text = TextStream(encoding: encoding)
    var marker = ByteOrderMarkRemover()
    do {
      try entry.forEachBlock { block in
        try marker.pass(block) { block in
          try text.decode(block) { try parser.feed($0) { try reader.take($0.strings.map { ($0, false) }) } }
        }
      }
      try marker.finish { block in
        try text.decode(block) { try parser.feed($0) { try reader.take($0.strings.map { ($0, false) }) } }
      }
      try parser.finish { try reader.take($0.strings.map { ($0, false) }) }
    } catch is TableRows.Enough {}
    return reader.finish()
  }

  // MARK: Excel

  private static func sheets(_ entry: ArchiveEntry, _ sample: EntrySample) throws -> [TableProfile] {
    let workbook = try Workbook(entry)
    let first = workbook.sheet(nil)
    return try workbook.sheets.filter { !$0.isHidden }.prefix(20).compactMap { sheet in
      var profile = TableProfile(name: sample.fullPath, format: .xlsx)
      if sheet != first { profile.sheet = sheet.name }
      var reader = TableRows(profile)
      let rows = sample.workbook?.rows(of: sheet.name) ?? []
      // The header is the first of the widest rows: a title above it stands in one cell.
      let width = rows.map(\.cells.count).max() ?? 0
      let header = rows.first { $0.cells.count * 10 >= width * 7 }?.number ?? 1
      if header > (rows.first?.number ?? 1) {
        reader.profile.remarks.append(
          "de kolomnamen staan op rij \(header); wat erboven staat, wordt overgeslagen")
      }
      do {
        try workbook.forEachRow(of: sheet, in: entry) { row in
          guard row.number >= header else { return }
          try reader.take(
            (0..<row.width).map { column in
              if case .date = row.cells[column] { return (row.cells[column]?.text ?? "", true) }
              return (row.cells[column]?.text ?? "", false)
            })
        }
      } catch is TableRows.Enough {}
      return reader.finish()
    }
  }

  // MARK: JSON

  private static func lines(_ entry: ArchiveEntry, _ sample: EntrySample) throws -> TableProfile {
    var profile = TableProfile(name: sample.fullPath, format: .jsonl)
    if sample.hasByteOrderMark { profile.encoding = sample.encoding }
    let parser = JSONParser()
    var splitter = LineSplitter()
    var text = TextStream(encoding: sample.encoding)
    var marker = ByteOrderMarkRemover()
    var bad = 0
    func take(_ line: Line) throws {
      guard line.bytes.contains(where: { !JSONLines.isSpace($0) }) else { return }
      if profile.rows >= TableProfile.rowLimit {
        profile.isCut = true
        throw TableRows.Enough()
      }
      guard let value = try? parser.parse(line.bytes), value.kind == .object else {
        bad += 1
        return
      }
      profile.take(JSONColumns.flat(value))
    }
    do {
      try entry.forEachBlock { try marker.pass($0) { try text.decode($0) { try splitter.feed($0, take) } } }
      try marker.finish { try text.decode($0) { try splitter.feed($0, take) } }
      try splitter.finish(take)
    } catch is TableRows.Enough {}
    if bad > 0 { profile.remarks.append("\(bad) regels zijn geen JSON-object") }
    return profile
  }

  private static func document(_ entry: ArchiveEntry, _ sample: EntrySample) throws -> TableProfile? {
    let document = try JSONDocumentReading.read(entry, sample)
    guard let (path, records) = JSONColumns.records(in: document) else { return nil }
    var profile = TableProfile(name: sample.fullPath, format: .json)
    profile.records = path
    profile.replies = JSONColumns.replies(in: records)
    func take(_ value: JSONValue) {
      guard profile.rows < TableProfile.rowLimit else { return profile.isCut = true }
      profile.take(JSONColumns.flat(value))
      guard let replies = profile.replies else { return }
      for reply in value[path: replies.split(separator: ".").map(String.init)]?.elements.map({ $0 }) ?? [] {
        if reply.kind == .object { take(reply) }
      }
    }
    for record in records { take(record) }
    return profile
  }
}

/// The rows of a table: the first says what the columns are called, if it looks like names.
struct TableRows {
  var profile: TableProfile
  private var names: [String]?
  private var uneven = 0

  /// Says that enough was seen.
  struct Enough: Error {}

  init(_ profile: TableProfile) { self.profile = profile }

  mutating func take(_ cells: [(text: String, isDate: Bool)]) throws {
    guard let names else {
      let texts = cells.map { PlainText.line($0.text) }
      let filled = texts.filter { !$0.isEmpty }
      profile.hasHeader =
        Set(filled).count == filled.count && filled.count * 2 > texts.count
        && !filled.contains { Double($0) != nil || $0.utf8.count > 300 } && !cells.contains(where: \.isDate)
      self.names = profile.hasHeader ? texts : texts.indices.map { String($0 + 1) }
      for name in self.names ?? [] where !name.isEmpty && profile.columns.count < 1000 {
        profile.columns.append(ColumnProfile(name: name))
      }
      if !profile.hasHeader { try take(cells) }
      return
    }
    if profile.rows >= TableProfile.rowLimit {
      profile.isCut = true
      throw Enough()
    }
    if profile.format == .csv, cells.count != names.count { uneven += 1 }
    profile.take(
      zip(names, cells).compactMap { name, cell in name.isEmpty ? nil : (name, cell.text, cell.isDate) })
  }

  /// What was found; nil for text that is no table after all.
  func finish() -> TableProfile? {
    guard let names, names.count > 1, profile.rows > 0 || profile.hasHeader else { return nil }
    if profile.format == .csv, uneven * 2 > profile.rows { return nil }
    var profile = profile
    if uneven > 0 { profile.remarks.append("\(uneven) rijen hebben een ander aantal kolommen dan de kop") }
    return profile
  }
}

/// Paths and lists in JSON.
enum JSONColumns {
  /// The values of a record by path; lists are left out.
  static func flat(_ record: JSONValue) -> [(name: String, value: String, isDate: Bool)] {
    var result: [(name: String, value: String, isDate: Bool)] = []
    func walk(_ value: JSONValue, _ path: String, _ depth: Int) {
      for member in value.members where !member.key.contains(".") {
        let name = path.isEmpty ? member.key : "\(path).\(member.key)"
        if member.value.kind == .object, depth < 5 {
          walk(member.value, name, depth + 1)
        } else if member.value.kind != .array {
          result.append((name, member.value.text ?? "", false))
        }
      }
    }
    walk(record, "", 0)
    return result
  }

  /// The list with the most objects, at most three keys deep.
  static func records(in document: JSONValue) -> (path: [String], records: [JSONValue])? {
    var best: (path: [String], records: [JSONValue])?
    func look(_ value: JSONValue, _ path: [String]) {
      if value.kind == .array {
        let objects = value.elements.filter { $0.kind == .object }
        if objects.count > best?.records.count ?? 0 { best = (path, objects) }
      } else if value.kind == .object, path.count < 3 {
        for member in value.members where !member.key.contains(".") {
          look(member.value, path + [member.key])
        }
      }
    }
    look(document, [])
    return best
  }

  /// The key of a list within records that holds records like them.
  static func replies(in records: [JSONValue]) -> String? {
    for record in records.prefix(200) {
      let keys = Set(record.members.map(\.key))
      for member in record.members where member.value.kind == .array && !member.key.contains(".") {
        guard let first = member.value.elements.first(where: { $0.kind == .object }) else { continue }
        let shared = first.members.count { keys.contains($0.key) }
        if shared >= 2, shared * 2 >= first.members.map({ $0 }).count { return member.key }
      }
    }
    return nil
  }
}
