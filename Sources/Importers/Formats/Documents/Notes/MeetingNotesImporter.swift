// Reads the notes of a meeting by a mapping.
import Archives
import Discussion

/// Reads the notes of a meeting in Markdown, Word or plain text: each point is a post in the conversation of the
/// headings that it stands below. Nobody is named as its author. A point has its identity from the document, the day,
/// the headings and its text: notes that grow do not double what was there, and what two tables note below the same
/// heading is said twice. The document is known by its title, and one without a title by its file's name, whatever
/// folder or archive it lies in and whatever it was written in (``NotesDocument``).
public struct MeetingNotesImporter: Importer {
  /// The mapping.
  public let mapping: Mapping

  /// The format's name.
  public var format: String { "mapped.notes" }

  /// A reader for a mapping's notes.
  public init(mapping: Mapping) { self.mapping = mapping }

  /// Whether the mapping matches the name of a text or of a Word document.
  public func recognises(_ sample: EntrySample) -> Bool { fitting(sample) != nil }

  private func fitting(_ sample: EntrySample) -> MappedFile? {
    guard let file = mapping.files.first(where: { $0.format == .notes && $0.matches(sample) }),
      sample.document == .text || (sample.document == nil && Self.isText(sample))
    else { return nil }
    return file
  }

  /// Text has no control characters but tabs and line ends, and is no JSON, XML or table of somebody else.
  private static func isText(_ sample: EntrySample) -> Bool {
    guard !sample.start.isEmpty, sample.start.first != UInt8(ascii: "<") else { return false }
    // A chat or a mail says itself what it is, whatever names a mapping matches.
    return !sample.head.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) }
      && !FileImporter.formats.contains { $0.recognises(sample) }
  }

  /// Reads the points.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let file = fitting(sample) else {
      throw ImportRefusal(reason: "no-mapping", message: "past niet bij de mapping")
    }
    var flags: [ImportFlag] = []
    let (title, frontMatter, blocks) = try Self.parts(entry, sample, file, &flags, sink)
    let outline = NotesOutline(blocks)
    let created = try created(file, frontMatter + outline.opening, sink.settings, &flags)
    let document = NotesDocument(title: title, fileName: sample.leafName)
    try write(outline, document, file, created, Array(Set(flags)).sorted(), sink)
  }

  private static func parts(
    _ entry: ArchiveEntry, _ sample: EntrySample, _ file: MappedFile, _ flags: inout [ImportFlag],
    _ sink: ImportSink
  ) throws -> (title: String?, frontMatter: [String], blocks: [NotesBlock]) {
    if sample.document == .text {
      let (title, blocks) = try WordText.read(entry)
      return (title, [], blocks)
    }
    let (frontMatter, blocks) = NotesText.read(try text(entry, sample, file, &flags, sink))
    return (NotesDocument.title(in: frontMatter), frontMatter, blocks)
  }

  private static func text(
    _ entry: ArchiveEntry, _ sample: EntrySample, _ file: MappedFile, _ flags: inout [ImportFlag],
    _ sink: ImportSink
  ) throws -> String {
    var bytes = try entry.contents()
    var encoding = file.encoding ?? .utf8
    if let mark = TextEncoding.byteOrderMark(bytes[...]) {
      bytes.removeFirst(mark.length)
      encoding = mark.0
    } else if file.encoding == nil, EncodingGuess.isWindows1252(bytes[...]) {
      encoding = .windows1252
      flags.append(.encodingGuessed)
      sink.warn(ImportFlag.encodingGuessed.rawValue)
    }
    if encoding != .utf8 { bytes = encoding.decode(bytes[...]) }
    let text = PlainText.normalised(String(decoding: bytes, as: UTF8.self))
    if text.contains("\u{FFFD}") { flags.append(.charactersReplaced) }
    return text
  }

  /// The day: that of the mapping, or the one that the document says it is of.
  private func created(
    _ file: MappedFile, _ lines: [String], _ settings: ImportSettings, _ flags: inout [ImportFlag]
  ) throws -> Timestamp {
    let field = file.fields[.created]
    let iso = DatePattern("iso8601")
    var found = NotesDate.Found.none
    if let value = field?.sources.lazy.compactMap(\.value).first {
      found =
        (field?.dates.first ?? iso)?.read(PlainText.line(value)).map(NotesDate.Found.date) ?? .unclear(value)
    } else {
      let labels = field?.sources.compactMap(\.label) ?? []
      found = NotesDate.find(
        in: lines, labels: labels.isEmpty ? NotesDate.labels : labels, patterns: field?.dates ?? [])
    }
    switch found {
    case .none:
      throw ImportRefusal(
        reason: "date",
        message:
          "zegt niet van welke dag het is: zet “Datum: 12 maart 2025” bovenaan, of created in de mapping")
    case .unclear(let text):
      throw ImportRefusal(
        reason: "date",
        message:
          "de datum (\(text.count) tekens) is niet zeker te lezen: zet in de mapping hoe hij geschreven is")
    case .date(let date):
      let zone = mapping.zone ?? settings.zone
      guard let (time, assumed) = zone.instant(of: date, rule: field?.clockChange ?? ClockChangeRule()) else {
        throw ImportRefusal(reason: "date", message: "de datum valt in het uur waarin de klok verzet wordt")
      }
      let reader = MappedRecordReader(mapping: mapping, file: file, settings: settings)
      do { try reader.checkRange(time) } catch let problem as RecordProblem {
        throw ImportRefusal(reason: problem.reason, message: problem.message)
      }
      flags += assumed
      return time
    }
  }

  private func write(
    _ outline: NotesOutline, _ document: NotesDocument, _ file: MappedFile, _ created: Timestamp,
    _ flags: [ImportFlag], _ sink: ImportSink
  ) throws {
    let channel = file.fields[.channel]?.sources.lazy.compactMap(\.value).first
    var points = outline.points
    if file.takesParagraphs { points += outline.paragraphs }
    var ids: [String] = []
    var repeats: [[String]: Int] = [:]
    var record = 0
    for point in points {
      record += 1
      let place = [document.key, created.description] + document.headings(of: point)
      let key = place + [PlainText.folded(point.text)]
      let count = repeats[key, default: 0]
      repeats[key] = count + 1
      let id = DerivedIdentity.id(of: ["point"] + key + (count == 0 ? [] : ["\(count)"]))
      ids.append(id)
      let path = point.path.joined(separator: " › ")
      // A heading that asks something is asked by the meeting: as a title it would make each point a question.
      let asks = path.contains("?")
      var post = ImportedPost(
        source: mapping.source, id: id, identity: .derived,
        thread: DerivedIdentity.id(of: ["notes"] + place),
        parent: point.parent.map { ids[$0] }, kind: .reply, channel: channel, createdAt: created,
        title: path.isEmpty || asks ? nil : path, body: point.text, flags: flags,
        provenance: sink.place(record: record, line: point.line))
      if asks { post.quoted = path }
      try sink.post(post, raw: Array(point.text.utf8.prefix(4096)))
    }
    guard !file.takesParagraphs, !outline.paragraphs.isEmpty else { return }
    for _ in outline.paragraphs { sink.skip() }
    sink.warn("paragraphs-skipped")
  }
}
