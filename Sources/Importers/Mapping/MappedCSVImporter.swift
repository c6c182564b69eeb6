// Reads CSV by a mapping.
import Archives
import Discussion
import Records

/// Reads CSV by a mapping. It fits a file whose name a mapping matches and whose header has all columns named.
public struct MappedCSVImporter: Importer {
  /// The mapping.
  public let mapping: Mapping

  /// The format's name.
  public var format: String { "mapped.csv" }

  /// A reader for a mapping's CSV files.
  public init(mapping: Mapping) { self.mapping = mapping }

  /// Whether the mapping matches the name, and the header has its columns.
  public func recognises(_ sample: EntrySample) -> Bool { fitting(sample) != nil }

  /// What has to be known of all files, where the mapping asks for first posts.
  public func makeSurvey() -> (any ImportSurvey)? { mapping.makeSurvey(for: self, .csv) }

  /// The first of the mapping's files that fits, and its columns; none in a header that is too wide, which is refused
  /// with that reason when it is read.
  private func fitting(_ sample: EntrySample) -> (file: MappedFile, names: [String], columns: MappedColumns?)?
  {
    guard sample.document == nil else { return nil }
    for file in mapping.files where file.format == .csv && file.matches(sample) {
      guard let header = Self.header(of: file, sample) else { continue }
      if header.problem == .tooManyColumns { return (file, [], nil) }
      let names = Self.names(header, file)
      if let columns = try? MappedColumns(file, names: names) { return (file, names, columns) }
    }
    return nil
  }

  private static func format(of file: MappedFile, _ head: ArraySlice<UInt8>) -> CSVFormat {
    let delimiter = file.delimiter ?? CSVFormat.delimiter(ofFirstLineIn: head) ?? UInt8(ascii: ",")
    return CSVFormat(delimiter: delimiter, quote: file.quote)
  }

  /// The first record: the header, where there is one.
  static func header(of file: MappedFile, _ sample: EntrySample) -> CSVRecord? {
    let head = encoding(of: file, sample).bytes(sample)
    var parser = CSVParser(format: format(of: file, head))
    var first: CSVRecord?
    head.withUnsafeBytes { parser.feed($0) { if first == nil { first = $0 } } }
    if sample.isWhole { parser.finish { if first == nil { first = $0 } } }
    return first
  }

  /// The names of the columns: of the header record, or `1`, `2`, … where the file has none.
  static func names(_ record: CSVRecord, _ file: MappedFile) -> [String] {
    file.header ? record.strings.map(PlainText.line) : (1...max(1, record.count)).map(String.init)
  }

  /// How the file is encoded: by its mark, by the mapping, or guessed.
  private static func encoding(of file: MappedFile, _ sample: EntrySample) -> (
    encoding: TextEncoding, isGuessed: Bool, bytes: (EntrySample) -> ArraySlice<UInt8>
  ) {
    let asRead = { (sample: EntrySample) in sample.head }
    if sample.hasByteOrderMark || sample.encoding != .utf8 { return (sample.encoding, false, asRead) }
    if let named = file.encoding {
      return (named, false, { named == .utf8 ? $0.head : named.decode($0.head)[...] })
    }
    guard EncodingGuess.isWindows1252(sample.head) else { return (.utf8, false, asRead) }
    return (.windows1252, true, { TextEncoding.windows1252.decode($0.head)[...] })
  }

  /// Reads the records.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let (file, names, columns) = fitting(sample) else {
      throw ImportRefusal(reason: "no-mapping", message: "past niet bij de mapping")
    }
    guard let columns else {
      throw ImportRefusal(reason: "limit-columns", message: "heeft meer dan 1.000 kolommen")
    }
    if let repeated = columns.repeated(in: names) {
      throw ImportRefusal(reason: "header-ambiguous", message: "de kolom “\(repeated)” staat er twee keer in")
    }
    let (encoding, isGuessed, bytes) = Self.encoding(of: file, sample)
    if isGuessed { sink.warn(ImportFlag.encodingGuessed.rawValue) }
    var session = Session(
      table: MappedTableReading(mapping, file, columns, into: sink), width: file.header ? names.count : nil,
      flags: isGuessed ? [.encodingGuessed] : [],
      cells: CellTags(columns, mapping.tags(of: file, columns.positions.keys.sorted(), into: sink)))
    var parser = CSVParser(format: Self.format(of: file, bytes(sample)))
    var text = TextStream(encoding: encoding)
    var marker = ByteOrderMarkRemover()
    try entry.forEachBlock { block in
      try marker.pass(block) { block in
        try text.decode(block) { try parser.feed($0) { try session.take($0) } }
      }
    }
    try marker.finish { block in try text.decode(block) { try parser.feed($0) { try session.take($0) } } }
    try parser.finish { try session.take($0) }
  }

  /// The reading of one file.
  private struct Session {
    var table: MappedTableReading
    let width: Int?
    let flags: [ImportFlag]
    var cells: CellTags?

    mutating func take(_ record: CSVRecord) throws {
      if record.number == 1, width != nil { return }
      let problem = problem(of: record)
      let tag = problem == nil ? cells?.tag(of: record) : nil
      try table.take(
        line: record.line, byte: record.byte, flags: flags, problem: problem, record: tag, raw: record.raw
      ) { position in
        let bytes = record[position]
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw RecordProblem(reason: "encoding", message: "bevat tekens die niet te lezen zijn")
        }
        if bytes.contains(0) { throw RecordProblem(reason: "nul", message: "bevat een nul-teken") }
        return MappedValue(text)
      }
    }

    private func problem(of record: CSVRecord) -> RecordProblem? {
      switch record.problem {
      case .unterminatedQuote(let line):
        return RecordProblem(
          reason: "csv-quote", message: "het aanhalingsteken op regel \(line) wordt nergens gesloten")
      case .fieldTooLong(let column):
        return RecordProblem(reason: "limit-field", message: "de cel in kolom \(column) is groter dan 1 MB")
      case .tooManyColumns:
        return RecordProblem(reason: "limit-columns", message: "heeft meer dan 1.000 kolommen")
      case nil: break
      }
      guard let width, record.count != width else { return nil }
      return RecordProblem(
        reason: "columns", message: "heeft \(record.count) kolommen in plaats van \(width)")
    }
  }
}

/// Tags of the cells of records that a mapping reads, whatever stands in the others.
private struct CellTags {
  private let tags: any RecordTags
  private let positions: [Int]
  private var bytes: [UInt8] = []

  init?(_ columns: MappedColumns, _ tags: (any RecordTags)?) {
    guard let tags else { return nil }
    self.tags = tags
    positions = columns.positions.keys.sorted().compactMap { columns.positions[$0] }
  }

  mutating func tag(of record: CSVRecord) -> RecordTag {
    bytes.removeAll(keepingCapacity: true)
    for position in positions {
      let cell = record[position]
      withUnsafeBytes(of: UInt64(cell.count)) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: cell)
    }
    return bytes.withUnsafeBytes { tags.tag($0) }
  }
}

extension MappedFile {
  /// Whether an entry's name fits one of the patterns.
  func matches(_ sample: EntrySample) -> Bool { match.contains { NamePattern.matches($0, sample) } }
}

extension Mapping {
  /// What makes the tags of a file's records, where each is one post; nil where records are not known.
  ///
  /// - Parameter parts: what else of the file decides how its records are read.
  func tags(of file: MappedFile, _ parts: [String] = [], into sink: ImportSink) -> (any RecordTags)? {
    guard file.entity == .post, let position = files.firstIndex(of: file) else { return nil }
    return sink.tags(reading: [file.format.rawValue, String(position)] + parts)
  }

  /// The survey of conversations, where one of the files of a format asks for it.
  func makeSurvey(for importer: any Importer, _ format: MappedFile.Format) -> (any ImportSurvey)? {
    let asks = files.contains {
      $0.format == format && ($0.opens == .firstInThread || $0.fields[.thread]?.followsReplies == true)
    }
    guard asks else { return nil }
    return ThreadOpeners(importer: importer, source: source)
  }
}
