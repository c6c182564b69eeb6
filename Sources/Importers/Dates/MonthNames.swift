// Names of months in Dutch and English, whole and shortened.

/// Names of months in Dutch and English.
enum MonthNames {
  private static let names: [[String]] = [
    ["januari", "january", "jan"], ["februari", "february", "feb", "febr"],
    ["maart", "march", "mrt", "mar", "maa"],
    ["april", "apr"], ["mei", "may"], ["juni", "june", "jun"], ["juli", "july", "jul"],
    ["augustus", "august", "aug"],
    ["september", "sep", "sept"], ["oktober", "october", "okt", "oct"], ["november", "nov"],
    ["december", "dec"],
  ]
  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for (index, list) in names.enumerated() { for name in list { numbers[name] = index + 1 } }
    return numbers
  }()

  /// The month (1 to 12) of a name or its shortened form in any case; nil for anything else.
  static func month(_ name: some Sequence<UInt8>) -> Int? {
    numbers[String(decoding: name.map { $0 | 0x20 }, as: UTF8.self)]
  }
}
