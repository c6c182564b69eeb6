// Reads a JSON document with a list of records by a mapping.
import Archives
import Discussion
import Records

/// Reads a JSON document by a mapping: the records stand in a list, at a path or as the document itself, and the
/// replies to a record may stand in a list within it. It fits a file whose name a mapping matches and in whose first
/// bytes the paths of the fields stand that are needed.
public struct MappedJSONImporter: Importer {
  /// The mapping.
  public let mapping: Mapping

  /// The format's name.
  public var format: String { "mapped.json" }

  /// A reader for a mapping's JSON documents.
  public init(mapping: Mapping) { self.mapping = mapping }

  /// Whether the mapping matches the name, and its paths are there.
  public func recognises(_ sample: EntrySample) -> Bool { fitting(sample) != nil }

  /// What has to be known of all files, where the mapping asks for first posts.
  public func makeSurvey() -> (any ImportSurvey)? { mapping.makeSurvey(for: self, .json) }

  private func fitting(_ sample: EntrySample) -> MappedFile? {
    guard let first = sample.start.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      mapping.files.contains(where: { $0.format == .json && $0.matches(sample) })
    else { return nil }
    let outline = sample.outline
    return mapping.files.first { file in
      guard file.format == .json, file.matches(sample) else { return false }
      guard (first == UInt8(ascii: "{")) == !file.records.isEmpty else { return false }
      return Self.missing(file, outline) == nil
    }
  }

  /// The first path that is needed and does not stand in the document's first bytes.
  static func missing(_ file: MappedFile, _ outline: JSONOutline) -> String? {
    for name in file.needed {
      let paths = file.fields[name]?.sources.compactMap(\.path) ?? []
      if paths.isEmpty || file.fields[name]?.isOptional == true { continue }
      let whole = paths.map { (file.records + $0).joined(separator: ".") }
      if !whole.contains(where: outline.paths.contains) { return whole.first }
    }
    return nil
  }

  /// Reads the records.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let file = fitting(sample) else {
      throw ImportRefusal(reason: "no-mapping", message: "past niet bij de mapping")
    }
    let document = try JSONDocumentReading.read(entry, sample, encoding: file.encoding)
    if let key = document.duplicateKey {
      throw ImportRefusal(
        reason: "json-duplicate-key", message: JSONDocumentReading.repeated(key))
    }
    guard let list = document[path: file.records], list.kind == .array || list.kind == .object else {
      throw ImportRefusal(
        reason: "json-type", message: "heeft geen lijst bij “\(file.records.joined(separator: "."))”")
    }
    if document.replacedSurrogates > 0 { sink.warn("encoding") }
    var session = Session(
      reader: MappedRecordReader(
        mapping: mapping, file: file, settings: sink.settings, openers: sink.survey as? ThreadOpeners),
      sink: sink)
    // Some exports keep their records as an object, with the numbers as keys.
    if list.kind == .object {
      for member in list.members { try session.read(member.value, within: nil, depth: 0) }
    } else {
      for value in list.elements { try session.read(value, within: nil, depth: 0) }
    }
  }

  /// The reading of one document.
  private struct Session {
    let reader: MappedRecordReader
    let sink: ImportSink
    private let record: MappedJSONRecord
    private var records = 0

    init(reader: MappedRecordReader, sink: ImportSink) {
      self.reader = reader
      record = MappedJSONRecord(file: reader.file)
      self.sink = sink
    }

    /// Reads a record and the replies within it. The JSON parser bounds how deep they go.
    mutating func read(_ value: JSONValue, within enclosing: MappedRecordReader.Enclosing?, depth: Int) throws
    {
      records += 1
      let place = sink.place(record: records)
      guard value.kind == .object else {
        return try sink.quarantine(
          "json-type", "het bericht is geen object", raw: JSONExcerpt.bytes(of: value), at: place)
      }
      let lookup = record.lookup(value)
      let read = try reader.read(
        lookup, raw: JSONExcerpt.bytes(of: value), at: place, flags: [], within: enclosing, into: sink)
      guard !reader.file.replies.isEmpty, let replies = value[path: reader.file.replies], replies.count > 0
      else { return }
      let around = try read ?? UnreadRecord(reader: reader).enclosing(lookup, at: place, within: enclosing)
      for reply in replies.elements { try self.read(reply, within: around, depth: depth + 1) }
    }
  }
}

/// A JSON value as text, cut, for quarantine.
enum JSONExcerpt {
  /// The first 4,096 bytes or so.
  static func bytes(of value: JSONValue) -> [UInt8] {
    var text: [UInt8] = []
    append(value, to: &text)
    return Array(text.prefix(4096))
  }

  private static func append(_ value: JSONValue, to text: inout [UInt8]) {
    if text.count > 4096 { return }
    switch value.kind {
    case .object:
      text.append(UInt8(ascii: "{"))
      for (number, member) in value.members.enumerated() {
        if number > 0 { text.append(UInt8(ascii: ",")) }
        text += Array("\"\(member.key)\":".utf8)
        append(member.value, to: &text)
      }
      text.append(UInt8(ascii: "}"))
    case .array:
      text.append(UInt8(ascii: "["))
      for (number, element) in value.elements.enumerated() {
        if number > 0 { text.append(UInt8(ascii: ",")) }
        append(element, to: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .string:
      text.append(UInt8(ascii: "\""))
      text += value.utf8.prefix(4096)
      text.append(UInt8(ascii: "\""))
    case .null: text += Array("null".utf8)
    case .number, .boolean: text += Array((value.text ?? "").utf8)
    }
  }
}
