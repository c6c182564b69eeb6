// JSON in and out: exact numbers, order of keys, limits, what is wrong and where.
import Records
import TestSupport
import Testing

@Suite("JSON")
struct JSONTests {
  @Test("values are read with their keys in order and their digits kept")
  func reads() throws {
    let value = try JSONParser().parse(
      #"{"b":12345678901234567890123,"a":[1,-2.50,true,null,"x\u00e9\n"],"c":{"d":{"e":"f"}},"n":7}"#)
    #expect(value.members.map(\.key) == ["b", "a", "c", "n"])
    #expect(value["b"]?.text == "12345678901234567890123")
    #expect(value["b"]?.integer == nil)
    #expect(value["n"]?.integer == 7)
    #expect(value["a"]?.elements.map(\.kind) == [.number, .number, .boolean, .null, .string])
    #expect(value["a"]?.elements.map(\.text) == ["1", "-2.50", "true", nil, "xé\n"])
    #expect(value[path: ["c", "d", "e"]]?.string == "f")
    #expect(value[path: ["c", "x", "e"]] == nil)
    #expect(value["a"]?.count == 5)
    #expect(value.duplicateKey == nil)
  }

  @Test(
    "documents that are one scalar are read",
    arguments: ["1", "\"x\"", "true", "null", "[]", "{}", " 1.5e3 "])
  func scalars(text: String) throws {
    _ = try JSONParser().parse(text)
  }

  @Test(
    "what is no JSON is refused with its reason",
    arguments: [
      ("{\"a\":1,}", JSONError.Reason.syntax), ("[1,2,]", .syntax), ("{\"a\":NaN}", .syntax),
      ("[01]", .syntax),
      ("[1.]", .syntax), ("[1] [2]", .syntax), ("[1]x", .syntax), ("{\"a\" 1}", .syntax), ("nul", .syntax),
      ("1 2", .syntax), ("{\"a\":1}}", .syntax), ("[-]", .syntax), ("[\"\\x\"]", .syntax),
      ("{\"a\":[1,2", .truncated), ("{\"a\":\"x", .truncated), ("[", .truncated), ("{\"a\":1", .truncated),
      ("", .empty), (" \n", .empty), ("[\"a\u{1}\"]", .syntax),
    ])
  func refuses(text: String, reason: JSONError.Reason) {
    #expect(throws: JSONError.self) { try JSONParser().parse(text) }
    do { _ = try JSONParser().parse(text) } catch { #expect(error.reason == reason) }
  }

  @Test("bytes that are not UTF-8 are refused as such")
  func encoding() {
    do { _ = try JSONParser().parse([0x22, 0xFF, 0x22]) } catch { #expect(error.reason == .encoding) }
    #expect(throws: JSONError.self) { try JSONParser().parse([0x22, 0xFF, 0x22]) }
  }

  @Test("depth is limited")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONParser(maximumDepth: 64).parse(nested(64))
    do {
      _ = try JSONParser(maximumDepth: 64).parse(nested(65))
      Issue.record("a document of depth 65 was accepted")
    } catch { #expect(error.reason == .depth) }
    #expect(throws: JSONError.self) { try JSONParser().parse(nested(100_000)) }
  }

  @Test("a key that stands twice is reported, at any depth and in large objects")
  func duplicateKeys() throws {
    #expect(try JSONParser().parse(#"{"a":{"id":1,"id":2}}"#).duplicateKey == "id")
    let many = (0..<100).map { "\"k\($0)\":1" }.joined(separator: ",")
    #expect(try JSONParser().parse("{\(many),\"k50\":2}").duplicateKey == "k50")
    #expect(try JSONParser().parse("{\(many)}").duplicateKey == nil)
  }

  @Test("a lone surrogate becomes U+FFFD and is counted, a pair becomes one scalar")
  func surrogates() throws {
    let value = try JSONParser().parse(#"["half \ud83d x","\ud83d\ude00","\ude00"]"#)
    #expect(value.elements.map(\.string) == ["half \u{FFFD} x", "😀", "\u{FFFD}"])
    #expect(value.replacedSurrogates == 2)
  }

  @Test("what is written is read back the same")
  func roundTrip() throws {
    let text = "a\"\\\n\r\t\u{0}\u{1F}é😀\u{2028}"
    let output = JSONOutput.object([
      ("z", .string(text)), ("a", .array([.integer(-5), .number(0.1), .null, .boolean(false)])),
      ("n", .number(.nan)),
    ])
    let value = try JSONParser().parse(output.utf8)
    #expect(value.members.map(\.key) == ["z", "a", "n"])
    #expect(value["z"]?.string == text)
    #expect(value["a"]?.elements.map(\.text) == ["-5", "0.1", nil, "false"])
    #expect(value["n"]?.isNull == true)
    #expect(output == output)
  }

  @Test("cut or altered documents never crash", arguments: 0..<300)
  func neverCrashes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(
      #"{"a":[1,2.5e3,"x\u00e9\ud83d\ude00"],"b":{"c":null,"d":[true,false]},"e":-12345678901234567890}"#.utf8
    )
    for _ in 0..<Int.random(in: 1..<4, using: &random) {
      let position = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.removeSubrange(position...)
      case 1: bytes[position] = UInt8.random(in: 0...255, using: &random)
      default: bytes.remove(at: position)
      }
      if bytes.isEmpty { break }
    }
    let parser = JSONParser()
    if let value = try? parser.parse(bytes) { #expect(value.members.allSatisfy { $0.value.count >= 0 }) }
    #expect((try? parser.parse("[1]"))?.count == 1)
  }

  @Test("NDJSON gives each line's value or reason with its number")
  func lines() {
    var seen: [String] = []
    JSONLines.forEach(in: Array("\u{FEFF}{\"a\":1}\r\n\n{\"a\":\n[3]".utf8)) { result, line in
      switch result {
      case .success(let value): seen.append("\(line) \(value.kind)")
      case .failure(let error): seen.append("\(line) \(error.reason.rawValue)")
      }
    }
    #expect(seen == ["1 object", "3 json-truncated", "4 array"])
  }
}

@Suite("Lines")
struct LineTests {
  @Test("any blocks give the same lines", arguments: 0..<100)
  func blocksDoNotMatter(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("ab\r\n\n".utf8)
    let bytes = (0..<60).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
    func lines(_ size: Int) -> [String] {
      var splitter = LineSplitter(limit: 5)
      var found: [String] = []
      func take(_ line: Line) {
        found.append("\(line.number) \(line.byte) \(line.length) \(line.bytes) \(line.isTerminated)")
      }
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { splitter.feed($0, take) }
      }
      splitter.finish(take)
      return found
    }
    #expect(lines(1) == lines(60))
    #expect(lines(7) == lines(60))
  }

  @Test("a carriage return inside a line is kept, before a line feed it is dropped")
  func carriageReturns() {
    var splitter = LineSplitter()
    var found: [String] = []
    for block in ["a\rb\r", "\nc\r", "d", "\r"] {
      Array(block.utf8).withUnsafeBytes {
        splitter.feed($0) { found.append(String(decoding: $0.bytes, as: UTF8.self)) }
      }
    }
    splitter.finish { found.append(String(decoding: $0.bytes, as: UTF8.self)) }
    #expect(found == ["a\rb", "c\rd\r"])
  }
}
