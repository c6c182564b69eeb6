// Reads an entry that is one JSON document, and says what is wrong when it is none.
import Archives
import Discussion
import Records

/// Reads entries that are one JSON document.
enum JSONDocumentReading {
  /// The document; where it has no byte order mark, in an encoding that a mapping names.
  static func read(
    _ entry: ArchiveEntry, _ sample: EntrySample, encoding: TextEncoding? = nil
  ) throws -> JSONValue {
    var bytes = try entry.contents()
    if let mark = TextEncoding.byteOrderMark(bytes[...]) {
      bytes.removeFirst(mark.length)
      if mark.0 != .utf8 { bytes = mark.0.decode(bytes[...]) }
    } else if let encoding, encoding != .utf8 {
      bytes = encoding.decode(bytes[...])
    }
    do { return try JSONParser().parse(bytes) } catch { throw refusal(error) }
  }

  /// The document of an entry among others. When it is damaged, that costs the entry and not its neighbours: it
  /// goes to quarantine, and this gives nil.
  static func readOrQuarantine(
    _ entry: ArchiveEntry, _ sample: EntrySample, _ sink: ImportSink
  ) throws -> JSONValue? {
    do {
      let value = try read(entry, sample)
      guard let key = value.duplicateKey else { return value }
      throw ImportRefusal(
        reason: "json-duplicate-key", message: "de sleutel “\(key)” staat er twee keer in")
    } catch let refusal as ImportRefusal where !entry.name.isEmpty {
      try sink.quarantine(
        refusal.reason, refusal.message, raw: Array(sample.head.prefix(4096)), at: sink.place(record: 1))
      return nil
    }
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
