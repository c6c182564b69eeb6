// What CSV files and workbooks have in common: a header with names, and rows of cells below it.
import Discussion

/// A value in a record: its text, and the date it is where the file itself says so.
struct MappedValue: Hashable, Sendable {
  var text: String
  var date: ReadDate?

  init(_ text: String, date: ReadDate? = nil) {
    self.text = text
    self.date = date
  }
}

/// Where the columns that a mapped file names stand in a table.
struct MappedColumns: Hashable, Sendable {
  /// Positions under the names that the mapping uses.
  var positions: [String: Int] = [:]
  /// The columns that are questions, with their header: for answers only.
  var questions: [Question] = []

  /// A column that is a question.
  struct Question: Hashable, Sendable {
    var column: Int
    var text: String
  }

  /// Why a table does not fit a mapped file.
  enum Misfit: Error, Hashable {
    /// A column that is needed is not there.
    case missing(column: String)
    /// No column fits the questions.
    case noQuestions
  }

  /// The columns of a header.
  init(_ file: MappedFile, names: [String]) throws(Misfit) {
    func position(_ column: String) -> Int? { names.firstIndex(of: PlainText.line(column)) }
    for name in MappedField.Name.allCases {
      guard let field = file.fields[name] else { continue }
      for column in field.sources.flatMap({ [$0.column, $0.condition?.column].compactMap { $0 } }) {
        positions[column] = position(column)
        if positions[column] == nil, !field.isOptional { throw .missing(column: column) }
      }
    }
    for column in file.skip.compactMap(\.source.column) { positions[column] = position(column) }
    for column in file.only.compactMap(\.source.column) {
      positions[column] = position(column)
      if positions[column] == nil { throw .missing(column: column) }
    }
    if case .column(let source, _) = file.opens, let column = source.column {
      positions[column] = position(column)
      if positions[column] == nil { throw .missing(column: column) }
    }
    guard file.entity == .answers else { return }
    let used = Set(positions.values)
    for (column, name) in names.enumerated() where !name.isEmpty && !used.contains(column) {
      if file.questions.contains(where: { NamePattern.matches($0, text: name) }) {
        questions.append(Question(column: column, text: name))
      }
    }
    for question in file.questions where !question.contains("*") {
      if position(question) == nil { throw .missing(column: question) }
    }
    if questions.isEmpty { throw .noQuestions }
  }

  /// A column that is used and that the header has twice.
  func repeated(in names: [String]) -> String? {
    let used = Set(positions.keys.map(PlainText.line)).union(questions.map(\.text))
    var seen: Set<String> = []
    return names.first { used.contains($0) && !seen.insert($0).inserted }
  }
}

/// The reading of one table by a mapped file, row by row.
struct MappedTableReading {
  private let reader: MappedRecordReader
  private let columns: MappedColumns
  private var answers: MappedAnswersReader
  private let sink: ImportSink
  private var records = 0

  init(_ mapping: Mapping, _ file: MappedFile, _ columns: MappedColumns, into sink: ImportSink) {
    reader = MappedRecordReader(
      mapping: mapping, file: file, settings: sink.settings, openers: sink.survey as? ThreadOpeners)
    self.columns = columns
    self.sink = sink
    answers = MappedAnswersReader(reader: reader, questions: columns.questions)
  }

  /// Takes a row.
  ///
  /// - Parameters:
  ///   - cell: gives the value of a column; nil where there is none.
  ///   - problem: what is wrong with the row as such.
  ///   - record: the row's tag, where nothing but its cells decides what is read.
  mutating func take(
    line: Int, byte: Int? = nil, flags: [ImportFlag] = [], problem: RecordProblem? = nil,
    record: RecordTag? = nil, raw: @autoclosure () -> [UInt8], _ cell: (Int) throws -> MappedValue?
  ) throws {
    func nextPlace() -> Provenance {
      records += 1
      return sink.place(record: records, line: line, byte: byte)
    }
    if let problem {
      return try sink.quarantine(problem.reason, problem.message, raw: raw(), at: nextPlace())
    }
    let columns = columns
    func lookup(_ source: MappedSource) throws -> MappedValue? {
      guard let column = source.source.column, let position = columns.positions[column] else { return nil }
      return try cell(position)
    }
    if reader.file.entity == .answers {
      try answers.read(lookup, cell, raw: raw(), flags: flags, nextPlace: nextPlace, into: sink)
    } else {
      let place = nextPlace()
      if let record, try sink.takesKnown(record, at: place) { return }
      try reader.read(lookup, raw: raw(), at: place, flags: flags, record: record, into: sink)
    }
  }
}
