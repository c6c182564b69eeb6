// Decides over a whole chat in which order its dates have day, month and year.
import Archives
import Discussion
import Records

/// In which order the numbers of a date stand.
enum ChatDateOrder: Hashable, Sendable {
  case dayFirst, monthFirst, yearFirst
}

/// What the dates of a chat have in common and who write in it, gathered line by line.
struct ChatDates<Dialect: ChatDialect>: Sendable {
  /// What is gathered of the lines with dates in one layout.
  private struct Use: Sendable {
    /// How many dated lines stood above its first.
    var above = 0
    var lines = 0
    var people = ChatPeople()

    mutating func take(_ header: ChatLineHeader, _ bytes: [UInt8], _ marks: [Int]) {
      lines += 1
      let content = bytes[header.content...]
      if let line = Dialect.programLine(content, marked: marks) {
        people.take(line)
      } else if let colon = Dialect.nameEnd(content) {
        people.take(sender: content[..<colon])
      }
    }
  }

  private var layouts: [ChatLineHeader.Layout: Use] = [:]
  private var undecided = 0
  private var firstOverTwelve = 0
  private var secondOverTwelve = 0
  private var previous: ChatLineHeader.Numbers?
  private var changes = [0, 0, 0]
  private var canStartWithYear = true

  /// Dated lines seen.
  private(set) var count = 0

  /// Takes a line of the chat.
  mutating func take(_ line: Line) {
    let (bytes, marks) = DirectionMarks.removed(from: line.bytes)
    guard let header = ChatLineHeader(bytes) else { return }
    count += 1
    layouts[header.layout, default: Use(above: count - 1)].take(header, bytes, marks)
    if header.layout.yearStands == .first { return }
    undecided += 1
    let numbers = header.numbers
    if numbers.first > 12 { firstOverTwelve += 1 }
    if numbers.second > 12 { secondOverTwelve += 1 }
    // Phones have had WhatsApp since 2009.
    if header.layout.yearStands == .last || !(9...60).contains(numbers.first) { canStartWithYear = false }
    if let previous {
      if previous.first != numbers.first { changes[0] += 1 }
      if previous.second != numbers.second { changes[1] += 1 }
      if previous.third != numbers.third { changes[2] += 1 }
    }
    previous = numbers
  }

  /// The order, and whether nothing in the file tells it: then the day comes first, as in the Netherlands.
  var order: (order: ChatDateOrder, isAssumed: Bool) {
    if undecided == 0 { return (.yearFirst, false) }
    // Years change least and days most: 24/11/05, 24/11/06, 24/11/09 start with the year.
    if canStartWithYear, secondOverTwelve == 0, changes[2] >= 3, changes[2] > changes[1],
      changes[1] >= changes[0]
    {
      return (.yearFirst, false)
    }
    if secondOverTwelve > firstOverTwelve { return (.monthFirst, false) }
    return (.dayFirst, firstOverTwelve == secondOverTwelve)
  }

  /// Who write in the chat: those of the lines with dates as nearly all have them. What has another layout was pasted. Of two
  /// layouts with as many lines the one counts that comes first.
  var people: ChatPeople {
    layouts.values.max { ($0.lines, $1.above) < ($1.lines, $0.above) }?.people ?? ChatPeople()
  }

  /// The layouts of the file's own headers. A date in another layout than nearly all others, within a message, was written
  /// by somebody.
  var ownLayouts: Set<ChatLineHeader.Layout> {
    let most = layouts.values.map(\.lines).max() ?? 0
    return Set(layouts.filter { $0.value.lines * 20 >= most }.keys)
  }
}

/// The dates of each chat of a file and who write in it, gathered before the first is read.
final class ChatSurvey<Dialect: ChatDialect>: ImportSurvey {
  private(set) var dates: [String: ChatDates<Dialect>] = [:]

  func look(at entry: ArchiveEntry) throws {
    let sample = try EntrySample(file: "", entry: entry)
    var found = ChatDates<Dialect>()
    try ChatLines.forEach(entry, sample.encoding) { found.take($0) }
    dates[entry.name] = found
  }
}

/// The lines of a chat.
enum ChatLines {
  /// Bytes of a line, and of a whole message, that are kept.
  static let limit = 1 << 20

  /// Hands out the lines of an entry as UTF-8.
  static func forEach(
    _ entry: ArchiveEntry, _ encoding: TextEncoding, _ body: (Line) throws -> Void
  ) throws {
    var splitter = LineSplitter(limit: limit)
    try EntryText.forEachBlock(entry, encoding) { try splitter.feed($0, body) }
    try splitter.finish(body)
  }

  /// Hands out the lines at the start of an entry.
  static func forEach(in sample: EntrySample, _ body: (Line) -> Void) {
    var splitter = LineSplitter(limit: limit)
    sample.head.withUnsafeBytes { splitter.feed($0, body) }
    if sample.isWhole { splitter.finish(body) }
  }
}

/// The text of an entry.
enum EntryText {
  /// Hands out the bytes of an entry as UTF-8 without byte order mark.
  static func forEachBlock(
    _ entry: ArchiveEntry, _ encoding: TextEncoding, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var text = TextStream(encoding: encoding)
    var marker = ByteOrderMarkRemover()
    try entry.forEachBlock { block in try marker.pass(block) { try text.decode($0, body) } }
    try marker.finish { try text.decode($0, body) }
  }
}

/// The invisible marks for the direction of writing that phones put into exports.
enum DirectionMarks {
  /// The bytes without marks, and where U+200E stood among what is left: iPhones put one before each text of their own.
  static func removed(from line: [UInt8]) -> (bytes: [UInt8], marks: [Int]) {
    guard line.contains(0xE2) || line.contains(0xEF) else { return (line, []) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    var marks: [Int] = []
    var position = 0
    while position < line.count {
      if position + 2 < line.count, isMark(line[position], line[position + 1], line[position + 2]) {
        if line[position] == 0xE2, line[position + 2] == 0x8E { marks.append(bytes.count) }
        position += 3
      } else {
        bytes.append(line[position])
        position += 1
      }
    }
    return (bytes, marks)
  }

  /// U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069, U+FEFF.
  private static func isMark(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80): third == 0x8E || third == 0x8F || (0xAA...0xAE).contains(third)
    case (0xE2, 0x81): (0xA6...0xA9).contains(third)
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
