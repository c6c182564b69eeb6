// Dates as people write them: 14-03-2011, 3 februari 2019, 1999-06-02, 28.02.2008.

import Discussion

extension ScalarText {
  /// A date at an offset.
  /// - Returns: the offset behind it and its year as written (two or four digits); the year is nil when the date
  ///   has only a day and a month in words.
  func date(at start: Int) -> (end: Int, year: Int?)? {
    guard isDigit(start), !isWord(start - 1), let (first, firstEnd) = number(at: start, digits: 4) else {
      return nil
    }
    if firstEnd - start == 4 { return yearFirst(first, from: firstEnd) }
    guard firstEnd - start <= 2, (1...31).contains(first) else { return nil }
    return numericDate(from: firstEnd) ?? dateInWords(from: firstEnd)
  }

  /// -06-02 behind a year.
  private func yearFirst(_ year: Int, from position: Int) -> (Int, Int?)? {
    guard scalar(position) == 0x2D || scalar(position) == 0x2F,
      let (month, monthEnd) = number(at: position + 1, digits: 2),
      (1...12).contains(month), scalar(monthEnd) == scalar(position),
      let (day, end) = number(at: monthEnd + 1, digits: 2), (1...31).contains(day), !isWord(end),
      (1900...2099).contains(year)
    else { return nil }
    return (end, year)
  }

  /// -03-2011 behind a day, with any separator and spaces around it.
  private func numericDate(from position: Int) -> (Int, Int?)? {
    guard let monthStart = dateSeparator(position), let (month, monthEnd) = number(at: monthStart, digits: 2),
      (1...12).contains(month), let yearStart = dateSeparator(monthEnd)
    else { return nil }
    let quoted = scalar(yearStart) == 0x27 || scalar(yearStart) == 0x2019 ? yearStart + 1 : yearStart
    guard let (year, end) = number(at: quoted, digits: 4), end - quoted == 2 || end - quoted == 4,
      !isWord(end),
      end - quoted == 2 || (1900...2099).contains(year)
    else { return nil }
    return (end, year)
  }

  private func dateSeparator(_ index: Int) -> Int? {
    var position = index
    if scalar(position) == 0x20 { position += 1 }
    if [0x2D, 0x2F, 0x2E, 0x7C, 0x2010, 0x2011, 0x2013].contains(scalar(position)) {
      position += 1
      if scalar(position) == 0x20 { position += 1 }
      return position
    }
    return position > index && isDigit(position) ? position : nil
  }

  /// " februari 2019" behind a day; the year may be missing.
  private func dateInWords(from position: Int) -> (Int, Int?)? {
    var start = position
    if has("ste", at: start) {
      start += 3
    } else if has("de", at: start) {
      start += 2
    } else if has("e", at: start) {
      start += 1
    }
    guard isSpace(start) || scalar(start) == 0x2D else { return nil }
    start += 1
    let index = firstWord(from: start)
    guard index < words.count, words[index].start == start, Self.months.contains(words[index].hash) else {
      return nil
    }
    var end = words[index].end
    let monthEnd = end
    if scalar(end) == 0x2E { end += 1 }
    if scalar(end) == 0x2D || isSpace(end) { end += 1 }
    let quoted = scalar(end) == 0x27 || scalar(end) == 0x2019 ? end + 1 : end
    if let (year, yearEnd) = number(at: quoted, digits: 4), !isWord(yearEnd),
      yearEnd - quoted == 4 && (1900...2099).contains(year) || (yearEnd - quoted == 2 && quoted > end)
    {
      return (yearEnd, year)
    }
    return (monthEnd, nil)
  }

  private static let months = WordSet(
    """
    januari februari maart april mei juni juli augustus september oktober november december jan feb febr mrt apr
    jun jul aug sep sept okt nov dec
    """)
}
