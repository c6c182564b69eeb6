// What is known of a column or path: how often it is filled, how its values look.

/// A column of a table, or a path in JSON records, as far as its values tell.
struct ColumnProfile {
  /// The column's name, or the path with dots.
  let name: String
  /// Values that are not empty.
  private(set) var filled = 0
  /// Whether no value came twice.
  private(set) var isUnique = true
  /// Bytes of all values together, and of the longest.
  private(set) var bytes = 0
  private(set) var longest = 0
  /// Values with a tag of HTML in them.
  private(set) var tagged = 0
  /// Values that the file itself says are dates.
  private(set) var dates = 0
  /// The first values, cut.
  private(set) var values: [String] = []
  /// The records that these stand in.
  private(set) var places: [Int] = []
  /// The first three values that differ.
  private(set) var samples: [String] = []
  /// Different values with how often each came, until there are too many.
  private(set) var counts: [String: Int]? = [:]
  private var seen: Set<String> = []

  /// Values kept for looking at dates and references.
  static let kept = 20_000
  private static let fewest = 40

  init(name: String) { self.name = name }

  /// Takes a value; empty ones count as none.
  mutating func take(_ text: String, isDate: Bool = false, place: Int = 0) {
    let length = text.utf8.count
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return }
    filled += 1
    bytes += length
    longest = max(longest, length)
    if isDate { dates += 1 }
    if Self.hasTag(text) { tagged += 1 }
    let short = PlainText.line(String(text.prefix(200)))
    if !seen.insert(short).inserted { isUnique = false }
    if values.count < Self.kept {
      values.append(short)
      places.append(place)
    }
    if samples.count < 3, !samples.contains(short) { samples.append(short) }
    if var counts {
      self.counts = nil
      counts[short, default: 0] += 1
      self.counts = counts.count > Self.fewest ? nil : counts
    }
  }

  /// The mean length of values that are not empty, in bytes.
  var meanLength: Int { filled == 0 ? 0 : bytes / filled }
  /// Whether most values hold HTML.
  var isHTML: Bool { tagged * 4 > filled && filled > 0 }
  /// Different values.
  var distinct: Int { seen.count }
  /// The different values, among those kept.
  var distinctValues: Set<String> { seen }

  private static func hasTag(_ text: String) -> Bool {
    ["</p>", "<p>", "<br", "</a>", "</div>", "<li>", "</b>", "</strong>", "&nbsp;", "&amp;"].contains {
      text.contains($0)
    }
  }
}

/// A table, list or sheet, as far as its records tell.
struct TableProfile {
  /// The file's name or the entry's, for the pattern.
  var name: String
  var format: MappedFile.Format
  var encoding: TextEncoding?
  var delimiter: UInt8?
  var isBackslashQuoted = false
  var hasHeader = true
  var sheet: String?
  /// The keys that lead to a JSON document's records, and from those to replies.
  var records: [String] = []
  var replies: String?
  /// Records looked at.
  var rows = 0
  /// Whether there are more.
  var isCut = false
  var columns: [ColumnProfile] = []
  /// What people should know, in sentences.
  var remarks: [String] = []

  /// Records looked at, at most.
  static let rowLimit = 20_000

  subscript(name: String) -> ColumnProfile? { columns.first { $0.name == name } }

  /// Takes the values of a record by column.
  mutating func take(_ values: [(name: String, value: String, isDate: Bool)]) {
    rows += 1
    for item in values {
      if let position = columns.firstIndex(where: { $0.name == item.name }) {
        columns[position].take(item.value, isDate: item.isDate, place: rows)
      } else if columns.count < 1000 {
        var column = ColumnProfile(name: item.name)
        column.take(item.value, isDate: item.isDate, place: rows)
        columns.append(column)
      }
    }
  }
}
