// Reads weekly series and theme meetings from CSV for the filter `detect`, row by row, with a reason for every refusal.

import Discussion
import Records
import Spikes

/// The weekly series of a CSV file, by platform.
struct SeriesReader {
  /// A platform's rows, and the weeks of each series that are asked for.
  struct Platform {
    var counts: [WeeklyCount] = []
    var asked: Set<Cell> = []
  }

  /// A series in a week.
  struct Cell: Hashable {
    var series: String
    var week: ISOWeek
  }

  /// The platforms, by name: the part of `topic` before the first slash.
  private(set) var platforms: [String: Platform] = [:]
  /// Rows that could not be used.
  private(set) var refused = 0

  private var columns: [String: Int] = [:]
  private var seen: [Cell: WeeklyCount] = [:]

  /// Reads a file; `-` is standard input.
  init(path: String, report: (String) -> Void) throws {
    let records = try CSVRecords(path: path)
    columns = records.columns
    for required in ["topic", "week_start", "distinct_askers"] where columns[required] == nil {
      throw DetectError.missingColumn(required, path: path)
    }
    for record in records.rows {
      do { try take(record) } catch {
        refused += 1
        report("\(path):\(record.line): \(error)")
      }
    }
    for name in platforms.keys { complete(name) }
  }

  private mutating func take(_ record: CSVRecord) throws(DetectError) {
    if let problem = record.problem { throw .unreadable("\(problem)") }
    guard record.count >= columns.count else {
      throw .unreadable("\(record.count) of \(columns.count) columns")
    }
    let series = text("topic", record)
    guard !series.isEmpty else { throw .badValue("topic", "") }
    let start = text("week_start", record)
    guard let day = CalendarDay(iso8601: start) else { throw .badValue("week_start", start) }
    let week = ISOWeek(containing: day)
    guard week.monday == day else { throw .notMonday(start) }
    let askers = try number("distinct_askers", record)
    let organisations = try number("distinct_orgs", record, otherwise: 0)
    let askersInFourWeeks = try number("askers_4w", record, otherwise: -1)
    let organisationsInFourWeeks = try number("orgs_4w", record, otherwise: -1)
    // Nobody's organisation is known: the askers cannot be told apart by it, and are not held together by it either.
    let unknown = organisations == 0
    let count = WeeklyCount(
      series: series, week: week, questions: try number("questions", record, otherwise: askers),
      distinctAskers: askers, distinctOrganisations: organisations, askersInFourWeeks: askersInFourWeeks,
      organisationsInFourWeeks: organisationsInFourWeeks,
      totalQuestions: try number("total_questions_all_topics", record, otherwise: -1),
      askersWithoutOrganisation: unknown ? askers : 0,
      askersWithoutOrganisationInFourWeeks: organisationsInFourWeeks == 0 ? max(askersInFourWeeks, 0) : 0)
    let cell = Cell(series: series, week: week)
    if let other = seen[cell] {
      guard other == count else { throw .contradicts(series, start) }
      return
    }
    seen[cell] = count
    let name = String(series.prefix { $0 != "/" })
    let platform = series.utf8.contains(UInt8(ascii: "/")) ? name : ""
    platforms[platform, default: Platform()].counts.append(count)
    if columns["eval"] == nil || text("eval", record) == "1" { platforms[platform]?.asked.insert(cell) }
  }

  private func text(_ name: String, _ record: CSVRecord) -> String {
    columns[name].flatMap { record.string($0) } ?? ""
  }

  private func number(_ name: String, _ record: CSVRecord, otherwise: Int? = nil) throws(DetectError) -> Int {
    if columns[name] == nil, let otherwise { return otherwise }
    let value = text(name, record)
    guard let number = Int(value), number >= 0, number < 1_000_000_000 else { throw .badValue(name, value) }
    return number
  }

  /// Fills in what columns that are not there would have said: sums over four weeks, and the platform's volume.
  private mutating func complete(_ name: String) {
    guard var platform = platforms[name] else { return }
    let (lacksAskers, lacksOrganisations) = (columns["askers_4w"] == nil, columns["orgs_4w"] == nil)
    if lacksAskers || lacksOrganisations {
      for index in platform.counts.indices {
        let count = platform.counts[index]
        let recent = (0..<4).compactMap { back in
          seen[Cell(series: count.series, week: count.week.advanced(by: -back))]
        }
        if lacksAskers {
          platform.counts[index].askersInFourWeeks = recent.reduce(0) { $0 + $1.distinctAskers }
        }
        if lacksOrganisations {
          platform.counts[index].organisationsInFourWeeks = recent.reduce(0) { $0 + $1.distinctOrganisations }
          platform.counts[index].askersWithoutOrganisationInFourWeeks = recent.reduce(0) {
            $0 + $1.askersWithoutOrganisation
          }
        }
      }
    }
    if columns["total_questions_all_topics"] == nil {
      var totals: [ISOWeek: Int] = [:]
      for count in platform.counts { totals[count.week, default: 0] += count.questions }
      for index in platform.counts.indices {
        platform.counts[index].totalQuestions = totals[platform.counts[index].week] ?? 0
      }
    }
    platforms[name] = platform
  }
}

/// The records of a CSV file with a header line, any of the usual delimiters, with or without a byte order mark.
struct CSVRecords {
  let columns: [String: Int]
  let rows: ArraySlice<CSVRecord>

  init(path: String) throws {
    var bytes = try ByteReader.contents(of: path)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let delimiter = CSVFormat.delimiter(ofFirstLineIn: bytes) ?? UInt8(ascii: ",")
    let records = CSVParser.records(in: bytes, format: CSVFormat(delimiter: delimiter))
    guard let header = records.first else { throw DetectError.empty(path: path) }
    columns = Dictionary(
      header.strings.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    rows = records.dropFirst()
  }
}

/// Why a file or a row of the filter `detect` could not be used.
enum DetectError: Error, CustomStringConvertible {
  case empty(path: String)
  case missingColumn(String, path: String)
  case unreadable(String)
  case badValue(String, String)
  case notMonday(String)
  case contradicts(String, String)

  var description: String {
    switch self {
    case .empty(let path): "\(path) is empty: a header line with topic, week_start, distinct_askers is needed"
    case .missingColumn(let name, let path): "\(path) has no column \(name)"
    case .unreadable(let what): "the record cannot be read: \(what)"
    case .badValue(let column, let value): "column \(column) cannot be \"\(value)\""
    case .notMonday(let day): "week_start \(day) is not a Monday"
    case .contradicts(let series, let week):
      "\(series) has other counts for the week of \(week) in an earlier row"
    }
  }
}
