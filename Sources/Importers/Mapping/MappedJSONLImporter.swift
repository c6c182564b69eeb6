// Reads JSONL by a mapping.
import Archives
import Discussion
import Records

/// Reads JSONL (NDJSON) by a mapping. It fits a file whose name a mapping matches and that starts with an object which,
/// as far as it can be read, holds the paths of all fields that are not optional.
public struct MappedJSONLImporter: Importer {
  /// The mapping.
  public let mapping: Mapping

  /// The format's name.
  public var format: String { "mapped.jsonl" }

  /// A reader for a mapping's JSONL files.
  public init(mapping: Mapping) { self.mapping = mapping }

  /// Whether the mapping matches the name, and its paths are there.
  public func recognises(_ sample: EntrySample) -> Bool { fitting(sample) != nil }

  /// What has to be known of all files, where the mapping asks for first posts.
  public func makeSurvey() -> (any ImportSurvey)? { mapping.makeSurvey(for: self, .jsonl) }

  private func fitting(_ sample: EntrySample) -> MappedFile? {
    guard sample.start.first == UInt8(ascii: "{") else { return nil }
    let parser = JSONParser()
    let samples = sample.head.prefix(1 << 16).split(separator: UInt8(ascii: "\n")).prefix(20)
      .compactMap { try? parser.parse(Array($0)) }
    return mapping.files.first { file in
      guard file.format == .jsonl, file.matches(sample) else { return false }
      if samples.isEmpty { return true }
      return file.needed.allSatisfy { name in
        let paths = file.fields[name]?.sources.compactMap(\.path) ?? []
        return paths.isEmpty || samples.contains { value in paths.contains { value[path: $0] != nil } }
      }
    }
  }

  /// Reads the lines.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let file = fitting(sample) else {
      throw ImportRefusal(reason: "no-mapping", message: "past niet bij de mapping")
    }
    let reader = MappedRecordReader(
      mapping: mapping, file: file, settings: sink.settings, openers: sink.survey as? ThreadOpeners)
    let encoding = sample.hasByteOrderMark ? sample.encoding : file.encoding ?? sample.encoding
    var text = TextStream(encoding: encoding)
    var marker = ByteOrderMarkRemover()
    var lines = LineSplitter()
    let parser = JSONParser()
    let record = MappedJSONRecord(file: file)
    let tags = mapping.tags(of: file, into: sink)
    var records = 0
    func take(_ line: Line) throws {
      guard line.bytes.contains(where: { !JSONLines.isSpace($0) }) else { return }
      records += 1
      let place = sink.place(record: records, line: line.number, byte: line.byte)
      let tag = line.isCut ? nil : tags.map { tags in line.bytes.withUnsafeBytes { tags.tag($0) } }
      if let tag, try sink.takesKnown(tag, at: place) { return }
      try Self.read(line, parser, record, reader, place, tag, sink)
    }
    try entry.forEachBlock { block in
      try marker.pass(block) { try text.decode($0) { try lines.feed($0, take) } }
    }
    try marker.finish { try text.decode($0) { try lines.feed($0, take) } }
    try lines.finish(take)
  }

  private static func read(
    _ line: Line, _ parser: JSONParser, _ record: MappedJSONRecord, _ reader: MappedRecordReader,
    _ place: Provenance, _ tag: RecordTag?, _ sink: ImportSink
  ) throws {
    func quarantine(_ reason: String, _ message: String) throws {
      try sink.quarantine(reason, message, raw: line.bytes, at: place)
    }
    if line.isCut { return try quarantine("limit-field", "de regel is langer dan 16 MB") }
    let value: JSONValue
    do { value = try parser.parse(line.bytes) } catch {
      // Only the last line can have been cut off: others just are no JSON.
      let isCut = error.reason == .truncated && !line.isTerminated
      let reason = error.reason == .truncated && !isCut ? JSONError.Reason.syntax : error.reason
      if isCut { sink.warn("incomplete") }
      return try quarantine(
        reason.rawValue,
        isCut
          ? "de regel houdt te vroeg op (teken \(error.byte))" : "de regel is geen JSON (teken \(error.byte))"
      )
    }
    if let key = value.duplicateKey {
      return try quarantine("json-duplicate-key", JSONDocumentReading.repeated(key))
    }
    guard value.kind == .object else { return try quarantine("json-type", "de regel is geen object") }
    if value.replacedSurrogates > 0 { sink.warn("encoding") }
    try reader.read(
      record.lookup(value), raw: line.bytes, at: place,
      flags: value.replacedSurrogates > 0 ? [.charactersReplaced] : [],
      // The warning has to be given again.
      record: value.replacedSurrogates > 0 ? nil : tag, into: sink)
  }
}
