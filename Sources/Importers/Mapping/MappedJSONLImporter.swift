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

  private func fitting(_ sample: EntrySample) -> MappedFile? {
    guard sample.start.first == UInt8(ascii: "{") else { return nil }
    let parser = JSONParser()
    let samples = sample.head.prefix(1 << 16).split(separator: UInt8(ascii: "\n")).prefix(20)
      .compactMap { try? parser.parse(Array($0)) }
    return mapping.files.first { file in
      guard file.format == .jsonl, file.match.contains(where: { NamePattern.matches($0, sample) }) else {
        return false
      }
      if samples.isEmpty { return true }
      let needed: [MappedField.Name] = file.entity == .post ? [.created, .body] : [.author]
      return needed.allSatisfy { name in
        let paths = file.fields[name]?.sources.compactMap(\.path) ?? []
        return samples.contains { value in paths.contains { value[path: $0] != nil } }
      }
    }
  }

  /// Reads the lines.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let file = fitting(sample) else {
      throw ImportRefusal(reason: "no-mapping", message: "past niet bij de mapping")
    }
    let reader = MappedRecordReader(mapping: mapping, file: file, settings: sink.settings)
    let encoding = sample.hasByteOrderMark ? sample.encoding : file.encoding ?? sample.encoding
    var text = TextStream(encoding: encoding)
    var marker = ByteOrderMarkRemover()
    var lines = LineSplitter()
    let parser = JSONParser()
    var records = 0
    func take(_ line: Line) throws {
      guard line.bytes.contains(where: { !JSONLines.isSpace($0) }) else { return }
      records += 1
      let place = sink.place(record: records, line: line.number, byte: line.byte)
      try Self.read(line, parser, reader, place, sink)
    }
    try entry.forEachBlock { block in
      try marker.pass(block) { try text.decode($0) { try lines.feed($0, take) } }
    }
    try marker.finish { try text.decode($0) { try lines.feed($0, take) } }
    try lines.finish(take)
  }

  private static func read(
    _ line: Line, _ parser: JSONParser, _ reader: MappedRecordReader, _ place: Provenance, _ sink: ImportSink
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
      return try quarantine("json-duplicate-key", "de sleutel “\(key)” staat er twee keer in")
    }
    guard value.kind == .object else { return try quarantine("json-type", "de regel is geen object") }
    if value.replacedSurrogates > 0 { sink.warn("encoding") }
    let lookup: MappedRecordReader.Lookup = { source in
      guard let path = source.path, let found = value[path: path], !found.isNull else { return nil }
      guard found.count == 0, let text = found.text, found.kind != .boolean || Self.takesBoolean(path, reader)
      else {
        throw RecordProblem(
          reason: Self.isTime(path, reader) ? "date" : "json-type",
          message: "bij “\(path.joined(separator: "."))” staat geen tekst of getal")
      }
      return text
    }
    try reader.read(
      lookup, raw: line.bytes, at: place, flags: value.replacedSurrogates > 0 ? [.charactersReplaced] : [],
      into: sink)
  }

  private static func takesBoolean(_ path: [String], _ reader: MappedRecordReader) -> Bool {
    reader.file.fields[.deleted]?.sources.contains { $0.path == path } == true
      || reader.file.skip.contains { $0.source.path == path }
  }

  private static func isTime(_ path: [String], _ reader: MappedRecordReader) -> Bool {
    [MappedField.Name.created, .edited].contains { name in
      reader.file.fields[name]?.sources.contains { $0.path == path } == true
    }
  }
}
