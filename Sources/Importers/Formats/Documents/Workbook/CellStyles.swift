// Which cells of a workbook hold dates: Excel keeps these as numbers, and only the format of the cell tells.
import Discussion

/// What the format of a cell makes of its number.
enum CellDateStyle: Hashable, Sendable {
  /// A day, with or without a time.
  case day(withTime: Bool)
  /// A time without a day.
  case time
}

/// The formats of a workbook's cells, from `xl/styles.xml`.
struct CellStyles: Sendable {
  private var formats: [Int] = []
  private var codes: [Int: String] = [:]
  private var isInCellFormats = false

  /// Takes a start tag of the part.
  mutating func take(_ tag: XMLStartTag) {
    switch XMLName.local(tag.name) {
    case "numFmt":
      if let id = tag["numFmtId"].flatMap({ Int($0) }), let code = tag["formatCode"] { codes[id] = code }
    case "cellXfs": isInCellFormats = true
    case "xf": if isInCellFormats { formats.append(tag["numFmtId"].flatMap { Int($0) } ?? 0) }
    case "cellStyles", "dxfs", "cellStyleXfs": isInCellFormats = false
    default: break
    }
  }

  /// What a cell of a style makes of its number; nil where it stays a number.
  func date(ofStyle index: Int) -> CellDateStyle? {
    guard formats.indices.contains(index) else { return nil }
    let id = formats[index]
    if let code = codes[id] { return Self.date(ofCode: code) }
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: return .day(withTime: false)
    case 22: return .day(withTime: true)
    case 18...21, 32...35, 45...47, 55, 56: return .time
    default: return nil
    }
  }

  /// Reads a format's code: the letters y and d make a date, h and s a time; quoted text and what stands in square
  /// brackets (colours, languages) do not count, but for elapsed time such as `[h]`.
  static func date(ofCode code: String) -> CellDateStyle? {
    var letters: Set<UInt8> = []
    let bytes = Array(code.lowercased().utf8)
    if bytes.starts(with: "general".utf8) || bytes.starts(with: "standa".utf8) { return nil }
    var position = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: ";") {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): position += 1
      case UInt8(ascii: "["):
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count
        let inside = bytes[(position + 1)..<max(position + 1, end)]
        if let first = inside.first, "hms".utf8.contains(first), inside.allSatisfy({ $0 == first }) {
          letters.insert(UInt8(ascii: "h"))
        }
        position = end
      case let letter where "ydhsm".utf8.contains(letter): letters.insert(letter)
      default: break
      }
      position += 1
    }
    let hasTime = letters.contains(UInt8(ascii: "h")) || letters.contains(UInt8(ascii: "s"))
    if letters.contains(UInt8(ascii: "y")) || letters.contains(UInt8(ascii: "d")) {
      return .day(withTime: hasTime)
    }
    if hasTime { return .time }
    return letters.contains(UInt8(ascii: "m")) ? .day(withTime: false) : nil
  }
}

/// Excel's way of counting days.
enum ExcelSerial {
  /// The date of a number of days.
  ///
  /// - Parameters:
  ///   - days: days since the system's start; the fraction is the time of day.
  ///   - uses1904: whether the workbook counts from 1904, as old ones of the Macintosh do.
  ///   - withTime: whether a whole number means midnight, and not a day without a time.
  /// - Returns: nil for the 29th of February 1900, which Excel counts and which never was, and for times that no
  ///   calendar has.
  static func date(_ days: Double, uses1904: Bool, withTime: Bool) -> ReadDate? {
    guard days >= 0, days < 2_958_466 else { return nil }
    var day = Int(days.rounded(.down))
    var millisecond = Int(((days - Double(day)) * 86_400_000).rounded())
    if millisecond >= 86_400_000 {
      day += 1
      millisecond = 0
    }
    let start: CalendarDay? =
      uses1904
      ? CalendarDay(year: 1904, month: 1, day: 1)
      : CalendarDay(year: 1899, month: 12, day: day < 60 ? 31 : 30)
    guard let start, uses1904 || day != 60 else { return nil }
    let date = start.advanced(by: day)
    // Excel's times of day are binary fractions: a whole second is meant where one is this near.
    let near = (millisecond + 500) / 1000 * 1000
    if abs(near - millisecond) <= 2, near < 86_400_000 { millisecond = near }
    if millisecond == 0, !withTime { return .day(date) }
    return .local(LocalTime(day: date, millisecondOfDay: millisecond))
  }
}
