// What the names of two exports say about which was made later: a date in both, or numbers that count up.

/// The name of a file or entry, taken apart into what can order it beside another: a date, numbers and the rest.
///
/// Capitals and endings of archives do not matter: `export_v1.csv` and `Export_v2.zip` are like names.
struct ExportName: Hashable, Sendable {
  /// The one full date in the name, as year, month and day; nil where there is none or where there are several.
  private let date: [Int]?
  /// The name with a sign that no name has in the place of its date.
  private let undated: [UInt8]
  /// The name with such a sign in the place of every run of digits.
  private let skeleton: [UInt8]
  /// The runs of digits, without zeros in front.
  private let numbers: [[UInt8]]

  private static let archiveEndings = [
    ".zip", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst",
  ].map { Array($0.utf8) }

  /// The parts of a name, which may be a path.
  init(_ name: String) {
    var bytes = name.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    while let ending = Self.archiveEndings.first(where: { bytes.count > $0.count && bytes.ends(with: $0) }) {
      bytes.removeLast(ending.count)
    }
    let runs = Self.runs(of: bytes)
    let dates = Self.dates(in: bytes, runs)
    let first = dates.first?.day
    let isDated = first != nil && dates.allSatisfy { $0.day == first }
    date = isDated ? first : nil
    undated = isDated ? Self.replacing(dates.map(\.range), in: bytes) : bytes
    skeleton = Self.replacing(runs, in: bytes)
    numbers = runs.map { Array(bytes[$0].drop { $0 == UInt8(ascii: "0") }) }
  }

  /// Whether the names differ in nothing but their numbers.
  func isLike(_ other: ExportName) -> Bool { skeleton == other.skeleton }

  /// Whether this export was made later by the one full date in each name, where these are otherwise alike.
  func orderByDate(beside other: ExportName) -> Order {
    guard let date, let theirs = other.date, undated == other.undated, date != theirs else {
      return .undecided
    }
    return theirs.lexicographicallyPrecedes(date) ? .newer : .older
  }

  /// Whether this export has the higher number, where the names are otherwise alike. Of several numbers the first that
  /// differs counts; dates go before other numbers.
  func orderByNumber(beside other: ExportName) -> Order {
    guard isLike(other) else { return .undecided }
    if let date, let theirs = other.date, date != theirs {
      return theirs.lexicographicallyPrecedes(date) ? .newer : .older
    }
    guard let (mine, theirs) = zip(numbers, other.numbers).first(where: { $0 != $1 }) else {
      return .undecided
    }
    if mine.count != theirs.count { return mine.count > theirs.count ? .newer : .older }
    return theirs.lexicographicallyPrecedes(mine) ? .newer : .older
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func runs(of bytes: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      if isDigit(byte) {
        start = start ?? index
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    if let start { runs.append(start..<bytes.count) }
    return runs
  }

  private static func replacing(_ ranges: [Range<Int>], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for range in ranges {
      result += bytes[end..<range.lowerBound]
      result.append(0)
      end = range.upperBound
    }
    return result + bytes[end...]
  }

  private static func dates(
    in bytes: [UInt8], _ runs: [Range<Int>]
  ) -> [(day: [Int], range: Range<Int>)] {
    var dates: [(day: [Int], range: Range<Int>)] = []
    var index = 0
    while index < runs.count {
      if let day = joinedDay(bytes, runs[index]) {
        dates.append((day, runs[index]))
      } else if index + 2 < runs.count, let day = separatedDay(bytes, Array(runs[index...index + 2])) {
        dates.append((day, runs[index].lowerBound..<runs[index + 2].upperBound))
        index += 2
      }
      index += 1
    }
    return dates
  }

  /// 20250410 or 10042025.
  private static func joinedDay(_ bytes: [UInt8], _ run: Range<Int>) -> [Int]? {
    guard run.count == 8 else { return nil }
    let digits = bytes[run].map { Int($0 - UInt8(ascii: "0")) }
    func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    return day(value(0..<4), value(4..<6), value(6..<8)) ?? day(value(4..<8), value(2..<4), value(0..<2))
  }

  /// 2025-04-10 or 10-04-2025, with one sign twice between the numbers.
  private static func separatedDay(_ bytes: [UInt8], _ runs: [Range<Int>]) -> [Int]? {
    let between = zip(runs, runs.dropFirst()).map { bytes[$0.upperBound..<$1.lowerBound] }
    guard between[0].count == 1, between[0].elementsEqual(between[1]), between[0].first != UInt8(ascii: "/")
    else { return nil }
    let values = runs.map { run in
      run.count > 4 ? 0 : bytes[run].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    switch runs.map(\.count) {
    case [4, 1, 1], [4, 1, 2], [4, 2, 1], [4, 2, 2]: return day(values[0], values[1], values[2])
    case [1, 1, 4], [1, 2, 4], [2, 1, 4], [2, 2, 4]: return day(values[2], values[1], values[0])
    default: return nil
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> [Int]? {
    (1980..<2100).contains(year) && (1...12).contains(month) && (1...31).contains(day)
      ? [year, month, day] : nil
  }
}

extension Array where Element == UInt8 {
  fileprivate func ends(with ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}
