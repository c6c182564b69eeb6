// Reads an entry that is one JSON document, and says what is wrong when it is none.
import Archives
import Discussion
import Records

/// Reads entries that are one JSON document.
enum JSONDocumentReading {
  /// The document; where it has no byte order mark, in an encoding that a mapping names. `repair` puts right what a program
  /// is known to write wrong.
  static func read(
    _ entry: ArchiveEntry, _ sample: EntrySample, encoding: TextEncoding? = nil,
    repair: ([UInt8]) -> [UInt8] = { $0 }
  ) throws -> JSONValue {
    var bytes = try entry.contents()
    if let mark = TextEncoding.byteOrderMark(bytes[...]) {
      bytes.removeFirst(mark.length)
      if mark.0 != .utf8 { bytes = mark.0.decode(bytes[...]) }
    } else if let encoding, encoding != .utf8 {
      bytes = encoding.decode(bytes[...])
    }
    do { return try JSONParser().parse(repair(bytes)) } catch { throw refusal(error) }
  }

  /// The document of an entry among others. When it is damaged, that costs the entry and not its neighbours: it
  /// goes to quarantine, and this gives nil. A key that stands twice is damage, unless the importer looks for that in
  /// each record (`allowsRepeatedKeys`).
  static func readOrQuarantine(
    _ entry: ArchiveEntry, _ sample: EntrySample, _ sink: ImportSink,
    allowsRepeatedKeys: Bool = false, repair: ([UInt8]) -> [UInt8] = { $0 }
  ) throws -> JSONValue? {
    do {
      let value = try read(entry, sample, repair: repair)
      // JSON is UTF-8; something else was made of it on the way.
      if sample.encoding != .utf8 { sink.warn("encoding") }
      guard !allowsRepeatedKeys, let key = value.duplicateKey else { return value }
      throw ImportRefusal(
        reason: "json-duplicate-key", message: JSONDocumentReading.repeated(key))
    } catch let refusal as ImportRefusal where !entry.name.isEmpty {
      try sink.quarantine(
        refusal.reason, refusal.message, raw: Array(sample.head.prefix(4096)), at: sink.place(record: 1))
      return nil
    }
  }

  /// What is said of a key that stands twice in an object. Keys may be names of people, so it is not repeated.
  static func repeated(_ key: String) -> String {
    "een sleutel van \(key.count) tekens staat er twee keer in"
  }

  static func refusal(_ error: JSONError) -> ImportRefusal {
    let message =
      switch error.reason {
      case .truncated: "houdt te vroeg op, bij byte \(error.byte)"
      case .syntax: "is geen geldige JSON bij byte \(error.byte)"
      case .depth: "heeft te veel lagen JSON in elkaar"
      case .encoding: "is geen UTF-8"
      case .empty: "is leeg"
      case .size: "is te groot"
      }
    return ImportRefusal(reason: error.reason.rawValue, message: message)
  }
}
