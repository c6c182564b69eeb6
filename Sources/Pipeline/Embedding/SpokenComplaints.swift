// What a program said on standard error, as far as it repeats nothing of the texts it was given.

/// Makes a program's messages fit to be shown.
enum SpokenComplaints {
  /// How many bytes in a row make a repetition.
  private static let window = 16
  private static let shownLines = 5

  /// The last lines of what a program said. A line that repeats part of a text is left out, and that is said.
  static func withoutTexts(_ complaints: [UInt8], texts: [String]) -> String {
    let lines = complaints.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
      .suffix(shownLines)
    guard !lines.isEmpty else { return "" }
    var places: [ArraySlice<UInt8>: Set<Int>] = [:]
    for (number, line) in lines.enumerated() where line.count >= window {
      for start in line.startIndex...line.endIndex - window {
        places[line[start..<start + window], default: []].insert(number)
      }
    }
    var repeating = Set<Int>()
    for text in texts {
      let bytes = Array(text.utf8)
      if bytes.count < window {
        guard bytes.count > 3 else { continue }
        for (number, line) in lines.enumerated() where contains(line, bytes) { repeating.insert(number) }
        continue
      }
      for start in 0...bytes.count - window {
        if let numbers = places[bytes[start..<start + window]] { repeating.formUnion(numbers) }
      }
    }
    return lines.enumerated().map { number, line in
      repeating.contains(number)
        ? "  (een regel die een tekst herhaalt, is weggelaten)"
        : "  " + printable(line)
    }.joined(separator: "\n")
  }

  private static func contains(_ line: ArraySlice<UInt8>, _ bytes: [UInt8]) -> Bool {
    guard line.count >= bytes.count else { return false }
    return (line.startIndex...line.endIndex - bytes.count).contains { line[$0...].starts(with: bytes) }
  }

  /// The line without control characters, at most 300 characters of it.
  private static func printable(_ line: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars.prefix(300) {
      text.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(text)
  }
}
