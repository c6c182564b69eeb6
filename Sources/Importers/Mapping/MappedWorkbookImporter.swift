// Reads a worksheet of Excel by a mapping.
import Archives
import Discussion

/// Reads a worksheet of Excel by a mapping. It fits a workbook whose name a mapping matches and that has, among the
/// first rows of the sheet meant, one with all columns named: what stands above it, such as a title, is no record.
public struct MappedWorkbookImporter: Importer {
  /// The mapping.
  public let mapping: Mapping

  /// The format's name.
  public var format: String { "mapped.xlsx" }

  /// A reader for a mapping's workbooks.
  public init(mapping: Mapping) { self.mapping = mapping }

  /// Whether the mapping matches the name, and the sheet has its columns.
  public func recognises(_ sample: EntrySample) -> Bool { fitting(sample) != nil }

  /// What has to be known of all files, where the mapping asks for first posts.
  public func makeSurvey() -> (any ImportSurvey)? { mapping.makeSurvey(for: self, .xlsx) }

  private func fitting(_ sample: EntrySample) -> (file: MappedFile, header: SheetHeader)? {
    guard let workbook = sample.workbook else { return nil }
    for file in mapping.files where file.format == .xlsx && file.matches(sample) {
      guard let rows = workbook.rows(of: file.sheet) else { continue }
      if let header = try? SheetHeader(file, rows: rows) { return (file, header) }
    }
    return nil
  }

  /// Reads the rows.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let (file, header) = fitting(sample) else {
      throw ImportRefusal(reason: "no-mapping", message: "past niet bij de mapping")
    }
    if let repeated = header.columns.repeated(in: header.names) {
      throw ImportRefusal(reason: "header-ambiguous", message: "de kolom “\(repeated)” staat er twee keer in")
    }
    let workbook = try Workbook(entry)
    guard let sheet = workbook.sheet(file.sheet) else {
      throw ImportRefusal(reason: "no-mapping", message: "heeft het werkblad van de mapping niet")
    }
    var table = MappedTableReading(mapping, file, header.columns, into: sink)
    let used = Set(header.columns.positions.values).union(header.columns.questions.map(\.column))
    try workbook.forEachRow(of: sheet, in: entry) { row in
      // Rows without a value in any column of the mapping are the sheet's own: totals, notes, borders.
      guard row.number > header.row, row.cells.keys.contains(where: used.contains) else { return }
      try table.take(line: row.number, raw: Array(row.texts.joined(separator: "\t").utf8.prefix(4096))) {
        column in
        switch row.cells[column] {
        case nil: return nil
        case .error(let name):
          throw RecordProblem(
            reason: "cell-error", message: "in kolom “\(header.name(column))” staat de fout \(name)")
        case .date(let date)?: return MappedValue(CellValue.date(date).text, date: date)
        case let value?: return MappedValue(value.text)
        }
      }
    }
  }
}

/// The header of a sheet: the first row that has all columns of a mapping.
struct SheetHeader {
  /// The row's number; 0 where the mapping says that there is none.
  var row: Int
  var names: [String]
  var columns: MappedColumns

  /// Finds the header.
  init(_ file: MappedFile, rows: [SheetRow]) throws(MappedColumns.Misfit) {
    guard file.header else {
      let width = rows.map(\.width).max() ?? 1
      names = (1...max(1, width)).map(String.init)
      row = 0
      columns = try MappedColumns(file, names: names)
      return
    }
    var misfit: MappedColumns.Misfit?
    var above: [String] = []
    for candidate in rows {
      let texts = candidate.texts.map(PlainText.line)
      // A name in two merged cells below each other stands in the upper one.
      let merged = (0..<max(texts.count, above.count)).map { column in
        let own = column < texts.count ? texts[column] : ""
        return own.isEmpty && column < above.count ? above[column] : own
      }
      above = texts
      for names in [texts, merged] {
        do throws(MappedColumns.Misfit) {
          columns = try MappedColumns(file, names: names)
          self.names = names
          row = candidate.number
          return
        } catch { misfit = misfit ?? error }
      }
    }
    throw misfit
      ?? .missing(column: file.fields.values.flatMap { $0.sources.compactMap(\.column) }.min() ?? "")
  }

  func name(_ column: Int) -> String { column < names.count ? names[column] : "\(column + 1)" }
}

/// The first rows of a workbook's sheets, so that its columns are known before it is read.
struct WorkbookPreview: Sendable {
  private let workbook: Workbook
  private var rows: [String: [SheetRow]] = [:]
  private static let count = 20
  private static let sheetLimit = 40

  /// The sheets' names.
  var sheets: [String] { workbook.sheets.map(\.name) }

  /// Looks at the first rows of each sheet; nil for a workbook that is damaged, which is said when it is read.
  init?(_ entry: ArchiveEntry) throws(ArchiveError) {
    do {
      workbook = try Workbook(entry)
      for sheet in workbook.sheets.prefix(Self.sheetLimit) {
        var first: [SheetRow] = []
        do {
          try workbook.forEachRow(of: sheet, in: entry) { row in
            if first.count == Self.count { throw Enough() }
            first.append(row)
          }
        } catch is Enough {}
        rows[sheet.part] = first
      }
    } catch let error as ArchiveError { throw error } catch { return nil }
  }

  private struct Enough: Error {}

  /// The first rows of the sheet that a mapping means; nil when there is no such sheet.
  func rows(of sheet: String?) -> [SheetRow]? { workbook.sheet(sheet).flatMap { rows[$0.part] } }
}
