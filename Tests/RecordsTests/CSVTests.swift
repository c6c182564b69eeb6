// CSV in and out: quoting, line ends, lines of records, and independence of how the bytes arrive.
import Records
import TestSupport
import Testing

@Suite("CSV")
struct CSVTests {
  static func read(_ text: String, _ format: CSVFormat = CSVFormat()) -> [CSVRecord] {
    CSVParser.records(in: Array(text.utf8), format: format)
  }

  @Test(
    "records are split the way RFC 4180 says",
    arguments: [
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
      ("\"a\"\"b\",\"c,d\"\n", [["a\"b", "c,d"]]),
      ("\"two\r\nlines\",x\r\n", [["two\r\nlines", "x"]]),
      (",\n", [["", ""]]),
      ("a,\n\n\nb,\n", [["a", ""], ["b", ""]]),
      ("\"\"\n", [[""]]),
      ("5\" screen,x\n", [["5\" screen", "x"]]),
      ("\"a\"b,c\n", [["ab", "c"]]),
      ("", []),
    ])
  func splits(text: String, expected: [[String]]) {
    #expect(Self.read(text).map(\.strings) == expected)
  }

  @Test("backslash quotes and doubled quotes are both understood in backslash style")
  func backslashQuotes() {
    let records = Self.read(#""say \"hi\" \\ \n","a""b""# + "\n", CSVFormat(quote: .backslash))
    #expect(records.map(\.strings) == [[#"say "hi" \ \n"#, #"a"b"#]])
  }

  @Test("a record knows its line, byte and number, also behind cells of several lines")
  func placesOfRecords() {
    let records = Self.read("h,i\r\n\"a\r\nb\",1\r\nc,2\r\n")
    #expect(records.map(\.line) == [1, 2, 4])
    #expect(records.map(\.byte) == [0, 5, 15])
    #expect(records.map(\.number) == [1, 2, 3])
    #expect(records[1].raw == Array("\"a\r\nb\",1".utf8))
  }

  @Test("an unterminated quote names the line on which it was opened")
  func unterminatedQuote() {
    let records = Self.read("a,b\n1,2\nx,\"open\nand on\n")
    #expect(records.last?.problem == .unterminatedQuote(line: 3))
    #expect(records.dropLast().allSatisfy { $0.problem == nil })
  }

  @Test("a field over the limit is cut and named, and the next record is whole")
  func fieldLimit() {
    let format = CSVFormat(fieldLimit: 10)
    let records = Self.read("a,\"" + String(repeating: "x", count: 50) + "\",c\nd,e,f\n", format)
    #expect(records[0].problem == .fieldTooLong(column: 2))
    #expect(records[0][1].count == 10)
    #expect(records[1].strings == ["d", "e", "f"])
    #expect(records[1].problem == nil)
  }

  @Test("a record over the column limit is named")
  func columnLimit() {
    let records = Self.read("a,b,c,d\n1,2\n", CSVFormat(columnLimit: 3))
    #expect(records[0].problem == .tooManyColumns)
    #expect(records[0].strings == ["a", "b", "c"])
    #expect(records[1].problem == nil)
  }

  @Test("the delimiter of a header line is the one that occurs most outside quotes")
  func findsDelimiter() {
    #expect(CSVFormat.delimiter(ofFirstLineIn: "a;\"b,c,d\";e\n,,,,".utf8) == UInt8(ascii: ";"))
    #expect(CSVFormat.delimiter(ofFirstLineIn: "a\tb\n".utf8) == UInt8(ascii: "\t"))
    #expect(CSVFormat.delimiter(ofFirstLineIn: "alone\n".utf8) == nil)
    #expect(CSVFormat.delimiter(ofFirstLineIn: "a|b|c,d\n".utf8) == UInt8(ascii: "|"))
    #expect(CSVFormat.delimiter(ofFirstLineIn: "\"a\n,\";b\n".utf8) == UInt8(ascii: ";"))
    #expect(CSVFormat.delimiter(ofFirstLineIn: "a;b,c".utf8) == UInt8(ascii: ","))
    // Bytes that do not lie beside each other.
    #expect(CSVFormat.delimiter(ofFirstLineIn: "a;b".utf8.lazy.map { $0 }) == UInt8(ascii: ";"))
  }

  @Test("any bytes in any blocks give the same records, and never crash", arguments: 0..<200)
  func blocksDoNotMatter(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("ab\",\"\\\r\n\n;\" ".utf8) + [0, 0xFF]
    let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
    }
    let format = CSVFormat(
      quote: seed % 2 == 0 ? .double : .backslash, fieldLimit: seed % 3 == 0 ? 4 : 1000, columnLimit: 5)
    let whole = CSVParser.records(in: bytes, format: format)
    var parser = CSVParser(format: format)
    var pieces: [CSVRecord] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let block = rest.prefix(Int.random(in: 1..<7, using: &random))
      block.withUnsafeBytes { parser.feed($0) { pieces.append($0) } }
      rest = rest.dropFirst(block.count)
    }
    parser.finish { pieces.append($0) }
    #expect(pieces.map(\.strings) == whole.map(\.strings))
    #expect(pieces.map(\.line) == whole.map(\.line))
    #expect(pieces.map(\.byte) == whole.map(\.byte))
    #expect(pieces.map(\.raw) == whole.map(\.raw))
    #expect(pieces.map(\.problem) == whole.map(\.problem))
  }

  @Test("what is written is read back the same", arguments: 0..<100)
  func roundTrip(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("a;\",\n\r é😀 ".unicodeScalars)
    let records = (0..<5).map { _ in
      (0..<3).map { _ in
        var text = ""
        for _ in 0..<Int.random(in: 0..<6, using: &random) {
          text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        return text
      }
    }
    var writer = CSVWriter(delimiter: UInt8(ascii: ";"), carriageReturns: seed % 2 == 0)
    for record in records { writer.write(record) }
    let read = CSVParser.records(in: writer.take(), format: CSVFormat(delimiter: UInt8(ascii: ";")))
    #expect(read.map { $0.strings.map { Array($0.utf8) } } == records.map { $0.map { Array($0.utf8) } })
  }

  @Test("cells that a spreadsheet would run are made harmless, numbers are left alone")
  func neutralises() {
    #expect(CSVWriter.neutralised("=1+1") == "'=1+1")
    #expect(CSVWriter.neutralised("@x") == "'@x")
    #expect(CSVWriter.neutralised("-5.2") == "-5.2")
    #expect(CSVWriter.neutralised("gewoon") == "gewoon")
  }
}
