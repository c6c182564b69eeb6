// Finds out whose member export of LinkedIn it is: nothing in its posts says so.
import Archives
import Discussion
import Records

/// Finds who an export is of, over all of its tables.
///
/// The name in `Profile.csv` says it. A table that was sent alone may have the member's number in its file's name. Else
/// the member is whoever wrote the oldest of the posts: that one stands in each later export too, and two members do not
/// share it. Members are kept apart that way, and one member's exports together, without a word about who they are.
final class LinkedInOwner: ImportSurvey {
  private var profileName: String?
  private var number: String?
  private var oldest: String?

  /// The name in `Profile.csv`.
  var name: String? { profileName }

  /// What tells the owner from other people.
  var key: String? {
    profileName ?? number.map { "member:" + $0 }
      ?? oldest.map {
        "owner:" + DerivedIdentity.id(of: ["linkedin.owner", $0]).drop { $0 != ":" }.dropFirst()
      }
  }

  func look(at entry: ArchiveEntry) throws {
    let sample = try EntrySample(file: "", entry: entry)
    guard let table = LinkedInTable(sample) else { return }
    number = number ?? Self.number(in: entry.name)
    guard table.kind != .other, table.kind != .messages else { return }
    try table.forEachRecord(entry, sample) { take($0, table) }
  }

  /// Looks at the start of a table, where nobody looked at all of it.
  func look(at sample: EntrySample, _ table: LinkedInTable) {
    number = number ?? Self.number(in: sample.entry.isEmpty ? sample.file : sample.entry)
    var parser = CSVParser(format: table.format)
    sample.head.withUnsafeBytes { parser.feed($0) { if $0.number > table.headerRecord { take($0, table) } } }
    if sample.isWhole { parser.finish { if $0.number > table.headerRecord { take($0, table) } } }
  }

  private func take(_ record: CSVRecord, _ table: LinkedInTable) {
    switch table.kind {
    case .profile:
      let name = PlainText.folded(table.line("first name", record) + " " + table.line("last name", record))
      if profileName == nil, !name.isEmpty { profileName = name }
    case .shares, .comments:
      guard record.problem == nil, let time = LinkedInTable.time(table.line("date", record)) else { return }
      let link = LinkedInTable.thread(table.line(table.kind == .shares ? "sharelink" : "link", record))
      let mark = "\(time) \(link)"
      oldest = oldest.map { min($0, mark) } ?? mark
    case .messages, .other: break
    }
  }

  /// The member's number in `Comments_123456789.csv`; a day, such as `20260105`, is none.
  static func number(in path: String) -> String? {
    let leaf = path.split(separator: "/").last ?? ""
    guard let stem = leaf.split(separator: ".").first, let mark = stem.lastIndex(of: "_") else { return nil }
    let digits = stem[stem.index(after: mark)...]
    guard digits.count >= 6, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    let day = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    return digits.count == 8 && CalendarDay(iso8601: day) != nil ? nil : String(digits)
  }
}
