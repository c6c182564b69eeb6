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

  /// The first of the mapping's files that fits.
  private func fitting(_ sample: EntrySample) -> MappedFile? {
    mapping.files.first { file in
      guard file.format == .csv, file.match.contains(where: { NamePattern.matches($0, sample) }) else {
        return false
      }
      return Self.columns(of: file, in: Self.header(of: file, sample)) != nil
    }
  }

  private static func format(of file: MappedFile, _ head: ArraySlice<UInt8>) -> CSVFormat {
    let delimiter = file.delimiter ?? CSVFormat.delimiter(ofFirstLineIn: head) ?? UInt8(ascii: ",")
    return CSVFormat(delimiter: delimiter, quote: file.quote)
  }

  /// The names of the columns: of the header record, or `1`, `2`, … where the file has none.
  private static func header(of file: MappedFile, _ sample: EntrySample) -> CSVRecord? {
    var parser = CSVParser(format: format(of: file, sample.head))
    var first: CSVRecord?
    sample.head.prefix(1 << 20).withUnsafeBytes { parser.feed($0) { if first == nil { first = $0 } } }
    if sample.isWhole { parser.finish { if first == nil { first = $0 } } }
    return first
  }

  private static func names(_ record: CSVRecord, _ file: MappedFile) -> [String] {
    file.header ? record.strings.map(PlainText.line) : (1...max(1, record.count)).map(String.init)
  }

  /// Positions of the columns that the mapping names, under the names it uses; nil when one that is needed is
  /// missing.
  private static func columns(of file: MappedFile, in header: CSVRecord?) -> [String: Int]? {
    guard let header else { return nil }
    // Too wide a header is refused when it is read, with that reason.
    if header.problem == .tooManyColumns { return [:] }
    let names = names(header, file)
    var positions: [String: Int] = [:]
    for field in file.fields.values {
      for column in field.sources.compactMap(\.column) {
        positions[column] = names.firstIndex(of: PlainText.line(column))
        if positions[column] == nil, !field.isOptional { return nil }
      }
    }
    for column in file.skip.compactMap(\.source.column) {
      positions[column] = names.firstIndex(of: PlainText.line(column))
    }
    return positions
  }

  /// Reads the records.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let file = fitting(sample), let header = Self.header(of: file, sample),
      let columns = Self.columns(of: file, in: header)
    else { throw ImportRefusal(reason: "no-mapping", message: "past niet bij de mapping") }
    if header.problem == .tooManyColumns {
      throw ImportRefusal(reason: "limit-columns", message: "heeft meer dan 1.000 kolommen")
    }
    let repeated = Self.repeatedColumn(file, Self.names(header, file))
    if let repeated {
      throw ImportRefusal(reason: "header-ambiguous", message: "de kolom “\(repeated)” staat er twee keer in")
    }
    var session = Session(
      reader: MappedRecordReader(mapping: mapping, file: file, settings: sink.settings), columns: columns,
      width: file.header ? header.count : nil, sink: sink)
    var encoding = sample.encoding
    if sample.encoding == .utf8, !sample.hasByteOrderMark {
      if let named = file.encoding {
        encoding = named
      } else if EncodingGuess.isWindows1252(sample.head) {
        encoding = .windows1252
        session.flags = [.encodingGuessed]
        sink.warn(ImportFlag.encodingGuessed.rawValue)
      }
    }
    var parser = CSVParser(format: Self.format(of: file, sample.head))
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

  /// A column that fields use and the header has twice.
  private static func repeatedColumn(_ file: MappedFile, _ names: [String]) -> String? {
    let used = Set(file.fields.values.flatMap { $0.sources.compactMap { $0.column.map(PlainText.line) } })
    var seen: Set<String> = []
    return names.first { used.contains($0) && !seen.insert($0).inserted }
  }

  /// The reading of one file.
  private struct Session {
    let reader: MappedRecordReader
    let columns: [String: Int]
    let width: Int?
    let sink: ImportSink
    var flags: [ImportFlag] = []
    private var records = 0

    init(reader: MappedRecordReader, columns: [String: Int], width: Int?, sink: ImportSink) {
      self.reader = reader
      self.columns = columns
      self.width = width
      self.sink = sink
    }

    mutating func take(_ record: CSVRecord) throws {
      if record.number == 1, width != nil { return }
      records += 1
      let place = sink.place(record: records, line: record.line, byte: record.byte)
      if let problem = problem(of: record) {
        return try sink.quarantine(problem.reason, problem.message, raw: record.raw, at: place)
      }
      let lookup: MappedRecordReader.Lookup = { source in
        guard let column = source.column, let position = columns[column] else { return nil }
        let bytes = record[position]
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw RecordProblem(reason: "encoding", message: "bevat tekens die niet te lezen zijn")
        }
        if bytes.contains(0) { throw RecordProblem(reason: "nul", message: "bevat een nul-teken") }
        return text
      }
      try reader.read(lookup, raw: record.raw, at: place, flags: flags, into: sink)
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
