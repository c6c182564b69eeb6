// What the importers of chats in JSON have in common: the document, and what can be wrong with a message in it.
import Archives
import Discussion
import Records

/// Chats that are one JSON document.
enum ChatMessages {
  /// The document; nil where the entry went to quarantine. A key that stands twice costs its message only.
  static func read(
    _ entry: ArchiveEntry, _ sample: EntrySample, _ sink: ImportSink,
    repair: ([UInt8]) -> [UInt8] = { $0 }
  ) throws -> JSONValue? {
    try JSONDocumentReading.readOrQuarantine(entry, sample, sink, allowsRepeatedKeys: true, repair: repair)
  }

  /// Whether a message can be read; otherwise it goes to quarantine.
  static func accept(_ message: JSONValue, _ place: Provenance, _ sink: ImportSink) throws -> Bool {
    guard message.kind == .object else {
      try sink.quarantine(
        "value-missing", "het bericht heeft geen velden", raw: Array((message.text ?? "null").utf8), at: place
      )
      return false
    }
    guard message.duplicateKey != nil, let key = repeatedKey(in: message) else { return true }
    let raw = (message["id"]?.text ?? "") + " " + ((message["content"] ?? message["text"])?.text ?? "")
    try sink.quarantine(
      "json-duplicate-key", JSONDocumentReading.repeated(key), raw: Array(raw.utf8), at: place)
    return false
  }

  /// A key that an object in a value holds twice.
  private static func repeatedKey(in value: JSONValue) -> String? {
    switch value.kind {
    case .object:
      var keys: Set<String> = []
      for (key, member) in value.members {
        guard keys.insert(key).inserted else { return key }
        if let inner = repeatedKey(in: member) { return inner }
      }
    case .array:
      for element in value.elements {
        if let inner = repeatedKey(in: element) { return inner }
      }
    default: break
    }
    return nil
  }

  /// The flag for characters that could not be read.
  static func flags(of text: String) -> [ImportFlag] {
    text.unicodeScalars.contains("\u{FFFD}") ? [.charactersReplaced] : []
  }

  /// A time as text: with its zone, or as the clock of the one who exported showed it.
  static func time(_ text: String?, _ zone: LocalZone) -> (Timestamp, [ImportFlag])? {
    guard let text else { return nil }
    if let time = Timestamp(iso8601: text) { return (time, []) }
    return LocalTime(iso8601: text).flatMap { zone.instant(of: .local($0)) }
  }
}
