// Reads a chat that is exported as text: dated lines, messages over several of them.
import Archives
import Discussion
import Records

/// What a dated record of a chat turns out to be.
enum ChatContent: Hashable, Sendable {
  /// A line of the program itself.
  case event
  /// Something that says nothing, such as a message that had not arrived.
  case nothing
  /// A message.
  case message(ChatMessage)
}

/// A message of a chat.
struct ChatMessage: Hashable, Sendable {
  var author: String
  var body = ""
  var attachments = 0
  var isDeleted = false
  var quoted: String?
}

/// A dated record of a chat: its header, and all text behind it.
struct ChatRecord {
  var header: ChatLineHeader
  var line: Int
  var byte: Int
  /// The text behind the header, lines joined by LF, direction marks removed.
  var text: [UInt8]
  /// Where in the text U+200E stood.
  var marks: [Int]
  var raw: [UInt8]
  var isCut = false
}

/// How one program writes its chats as text.
protocol ChatDialect {
  /// What a record is: valid UTF-8; `marked` are the places in it where U+200E stood, in order.
  static func content(of bytes: [UInt8], marked: [Int]) -> ChatContent

  /// What a line behind its date says of the chat, where the program wrote it; nil where somebody did. Of a message only the
  /// first line is looked at.
  static func programLine(_ line: ArraySlice<UInt8>, marked: [Int]) -> ChatProgramLine?

  /// Where the name of who wrote a line behind its date ends; nil where nobody is named.
  static func nameEnd(_ line: ArraySlice<UInt8>) -> Int?
}

/// Reads the lines of one chat.
struct ChatTextReading<Dialect: ChatDialect> {
  private let sink: ImportSink
  private let layouts: Set<ChatLineHeader.Layout>
  private let order: ChatDateOrder
  private let flags: [ImportFlag]
  private let thread: String
  private let channel: String?
  private var clock: ChatClock
  private var identities: AlignedIdentity
  private var current: ChatRecord?
  private var records = 0

  /// Reads a chat.
  ///
  /// - Parameters:
  ///   - name: the chat's name, where something tells it.
  ///   - program: the name of the program, which is that of the conversation where nothing tells the chat's.
  static func read(
    _ entry: ArchiveEntry, _ sample: EntrySample, name: String?, program: String, into sink: ImportSink
  ) throws {
    var dates = (sink.survey as? ChatSurvey<Dialect>)?.dates[entry.name] ?? ChatDates()
    if dates.count == 0 { ChatLines.forEach(in: sample) { dates.take($0) } }
    var reading = ChatTextReading(sink: sink, dates: dates, name: name, program: program)
    try ChatLines.forEach(entry, sample.encoding) { try reading.take($0) }
    try reading.finish()
  }

  private init(sink: ImportSink, dates: ChatDates<Dialect>, name: String?, program: String) {
    self.sink = sink
    layouts = dates.ownLayouts
    let (order, isAssumed) = dates.order
    self.order = order
    flags = isAssumed ? [.dateOrderAssumed] : []
    let chat = ChatIdentity(name: name, dates.people)
    let scope = chat.key.map { DerivedIdentity.id(of: [program, $0]) }
    thread = scope ?? program
    identities = AlignedIdentity(scope: scope)
    channel = chat.channel
    clock = ChatClock(zone: sink.settings.zone)
    if isAssumed { sink.warn(ImportFlag.dateOrderAssumed.rawValue) }
  }

  private mutating func take(_ line: Line) throws {
    let (bytes, marks) = DirectionMarks.removed(from: line.bytes)
    if let header = ChatLineHeader(bytes), layouts.contains(header.layout) {
      try finish()
      let raw = Array(line.bytes.prefix(4096))
      current = ChatRecord(
        header: header, line: line.number, byte: line.byte, text: Array(bytes[header.content...]),
        marks: marks.filter { $0 >= header.content }.map { $0 - header.content }, raw: raw,
        isCut: line.isCut)
      return
    }
    guard var record = current else {
      if bytes.contains(where: { $0 > 0x20 }) {
        records += 1
        try sink.quarantine(
          "value-missing", "er staat geen datum bij de eerste regels", raw: Array(line.bytes.prefix(4096)),
          at: sink.place(record: records, line: line.number, byte: line.byte))
      }
      return
    }
    // Taken out, so that the text grows in place.
    current = nil
    let start = record.text.count + 1
    if record.text.count + bytes.count < ChatLines.limit, !line.isCut {
      record.text.append(0x0A)
      record.text.append(contentsOf: bytes)
      record.marks += marks.map { $0 + start }
    } else {
      record.isCut = true
    }
    if record.raw.count < 4096 {
      record.raw.append(0x0A)
      record.raw.append(contentsOf: line.bytes.prefix(4096 - record.raw.count))
    }
    current = record
  }

  /// Hands out the record that is complete now.
  private mutating func finish() throws {
    guard let record = current else { return }
    current = nil
    records += 1
    let place = sink.place(record: records, line: record.line, byte: record.byte)
    func quarantine(_ reason: String, _ message: String) throws {
      try sink.quarantine(reason, message, raw: record.raw, at: place)
    }
    if record.isCut { return try quarantine("limit-field", "het bericht is groter dan 1 MB") }
    let isValid = String(validating: record.text, as: UTF8.self) != nil
    let text = isValid ? record.text : Array(String(decoding: record.text, as: UTF8.self).utf8)
    switch Dialect.content(of: text, marked: isValid ? record.marks : []) {
    case .event: sink.event()
    case .nothing: sink.skip()
    case .message(let message):
      guard let local = record.header.localTime(order) else {
        return try quarantine("date", "de datum past niet bij de volgorde van dag en maand in dit bestand")
      }
      guard let (created, assumed) = clock.instant(of: local) else {
        return try quarantine("date", "de tijd bestaat niet: de klok ging toen een uur vooruit")
      }
      let isEmpty = message.body.isEmpty && message.quoted == nil
      let content: AlignedIdentity.Content =
        message.isDeleted ? .deleted : isEmpty ? .file : .text(message.body)
      var post = ImportedPost(
        source: sink.settings.source,
        id: identities.next(minute: created.seconds / 60, content),
        identity: .aligned, thread: thread, kind: .chat, author: message.author, authorName: message.author,
        channel: channel, createdAt: created, body: message.body,
        state: message.isDeleted ? .withdrawn : .live,
        flags: (flags + assumed + (isValid ? [] : [.charactersReplaced])).sorted(), provenance: place)
      post.attachments = message.attachments
      if let quoted = message.quoted {
        post.quoted = quoted
        post.asWritten = quoted + "\n\n" + message.body
      }
      try sink.post(post, raw: record.raw)
    }
  }
}

/// From what the clock on the wall showed to instants. Remembers the day's offset, since most messages of a chat follow
/// each other within a day.
struct ChatClock {
  let zone: LocalZone
  private var day: CalendarDay?
  private var offset: Int?

  init(zone: LocalZone) { self.zone = zone }

  /// The instant and what was assumed; nil where the clock never showed that time.
  mutating func instant(of local: LocalTime) -> (Timestamp, [ImportFlag])? {
    if day != local.day {
      day = local.day
      let before = zone.offset(at: Timestamp(day: local.day.advanced(by: -1)))
      let after = zone.offset(at: Timestamp(day: local.day.advanced(by: 2)))
      offset = before == after ? before : nil
    }
    guard let offset else { return zone.instant(of: .local(local)) }
    return (local.asUTC.advanced(byMilliseconds: -Int64(offset) * 1000), [.zoneAssumed])
  }
}
