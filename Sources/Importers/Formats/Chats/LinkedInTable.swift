// The tables of a LinkedIn member export, told by their headers.
import Archives
import Discussion
import Records

/// One table of a member export: which it is, and where its columns stand.
struct LinkedInTable: Sendable {
  /// The tables that are known.
  enum Kind: Hashable, Sendable {
    case shares, comments, messages
    /// Says who the export is of.
    case profile
    /// No discussion: connections, reactions and the like.
    case other
  }

  let kind: Kind
  /// Positions of the columns under their names in lower case.
  let columns: [String: Int]
  let format: CSVFormat
  /// The number of the record that is the header; `Connections.csv` has a note above it.
  let headerRecord: Int
  /// Whether the bytes are Windows-1252 rather than UTF-8, as after a program for spreadsheets.
  let isWindows1252: Bool

  /// The table of a sample; nil where it is none of the export.
  init?(_ sample: EntrySample) {
    guard let first = sample.start.first,
      ![UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<")].contains(first),
      Self.mayHoldHeader(sample.head.prefix(Self.top))
    else { return nil }
    isWindows1252 =
      sample.encoding == .utf8 && !sample.hasByteOrderMark && EncodingGuess.isWindows1252(sample.head)
    let hasNotes = sample.start.starts(with: "Notes:".utf8)
    let delimiter =
      hasNotes ? UInt8(ascii: ",") : CSVFormat.delimiter(ofFirstLineIn: sample.start) ?? UInt8(ascii: ",")
    var parser = CSVParser(format: CSVFormat(delimiter: delimiter))
    var headers: [CSVRecord] = []
    let limit = hasNotes ? 8 : 1
    sample.head.prefix(Self.top).withUnsafeBytes {
      parser.feed($0) { if headers.count < limit { headers.append($0) } }
    }
    if sample.isWhole { parser.finish { if headers.count < limit { headers.append($0) } } }
    for header in headers {
      let names = header.strings.map { PlainText.line($0).lowercased() }
      guard let kind = Self.kind(of: names) else { continue }
      self.kind = kind
      columns = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      // Comments escape quotes with a backslash, the other tables double them.
      format = CSVFormat(delimiter: delimiter, quote: kind == .comments ? .backslash : .double)
      headerRecord = header.number
      return
    }
    return nil
  }

  /// Bytes in which the header stands.
  private static let top = 1 << 14

  /// Whether `date` or `first name` stands anywhere, which every header has: told before anything is cut into cells, as all
  /// other texts are asked too.
  private static func mayHoldHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let words = [Array("date".utf8), Array("first name".utf8)]
      return bytes.indices.contains { start in
        let letter = bytes[start] | 0x20
        guard letter == words[0][0] || letter == words[1][0] else { return false }
        return words.contains { word in
          start + word.count <= bytes.count
            && word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] }
        }
      }
    }
  }

  private static func kind(of names: [String]) -> Kind? {
    let set = Set(names)
    if names == ["date", "link", "message"] { return .comments }
    if names.starts(with: ["date", "sharelink", "sharecommentary"]) { return .shares }
    if set.isSuperset(of: ["conversation id", "from", "date", "content"]) { return .messages }
    if set.isSuperset(of: ["first name", "last name", "headline", "summary"]) { return .profile }
    if set.isSuperset(of: ["first name", "last name", "connected on"]) { return .other }
    return names == ["date", "type", "link"] ? .other : nil
  }

  /// Hands out the records behind the header.
  func forEachRecord(
    _ entry: ArchiveEntry, _ sample: EntrySample, _ body: (CSVRecord) throws -> Void
  ) throws {
    var parser = CSVParser(format: format)
    func take(_ record: CSVRecord) throws {
      if record.number > headerRecord { try body(record) }
    }
    try EntryText.forEachBlock(entry, isWindows1252 ? .windows1252 : sample.encoding) {
      try parser.feed($0, take)
    }
    try parser.finish(take)
  }

  /// A cell; empty where the record or the table does not have it.
  func cell(_ name: String, _ record: CSVRecord) -> ArraySlice<UInt8> {
    columns[name].map { record[$0] } ?? []
  }

  /// A cell as one line.
  func line(_ name: String, _ record: CSVRecord) -> String {
    PlainText.line(String(decoding: cell(name, record), as: UTF8.self))
  }

  /// Words with which programs fill cells that are empty.
  private static let emptyWords: Set<String> = [
    "", "#n/a", "#n/a n/a", "#na", "-1.#ind", "-1.#qnan", "-nan", "1.#ind", "1.#qnan", "n/a", "na", "null",
    "nan", "none", "<na>",
  ]

  /// Whether a text says nothing.
  static func isEmpty(_ text: String) -> Bool {
    text.utf8.count < 10 && emptyWords.contains(PlainText.folded(text).lowercased())
  }

  /// The time in `2026-01-05 10:00:00`, with or without `UTC`, which it always is.
  static func time(_ text: String) -> Timestamp? {
    var text = text
    if text.uppercased().hasSuffix(" UTC") { text = PlainText.folded(String(text.dropLast(4))) }
    let bytes = Array(text.utf8)
    guard bytes.count == 19, bytes[10] == 0x20, !bytes[17...].elementsEqual("60".utf8) else { return nil }
    return LocalTime(iso8601: text)?.asUTC
  }

  /// What tells a post of LinkedIn from others: its URN, however the address around it is written.
  static func thread(_ link: String) -> String {
    let plain = link.replacing("%3A", with: ":").replacing("%3a", with: ":")
    guard let start = plain.firstRange(of: "urn:li:") else { return link }
    let urn = plain[start.lowerBound...].prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || ":-_".contains($0))
    }
    return String(urn)
  }
}
