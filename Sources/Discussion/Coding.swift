// Identities and days as the short texts that people write, where values are kept as JSON.

extension ISOWeek: Codable {
  /// Reads `2026-W46`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.word("an ISO week") { ISOWeek(iso8601: $0) }
  }

  /// Writes `2026-W46`.
  public func encode(to encoder: any Encoder) throws { try encoder.write(word: description) }
}

extension CalendarDay: Codable {
  /// Reads `2026-11-21`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.word("a day") { CalendarDay(iso8601: $0) }
  }

  /// Writes `2026-11-21`.
  public func encode(to encoder: any Encoder) throws { try encoder.write(word: description) }
}

extension TopicID: Codable {
  /// Reads `OND-0001`.
  public init(from decoder: any Decoder) throws { self = try decoder.word("a topic") { TopicID($0) } }

  /// Writes `OND-0001`.
  public func encode(to encoder: any Encoder) throws { try encoder.write(word: description) }
}

extension SignalID: Codable {
  /// Reads `SIG-2026-W10-1`.
  public init(from decoder: any Decoder) throws { self = try decoder.word("a signal") { SignalID($0) } }

  /// Writes `SIG-2026-W10-1`.
  public func encode(to encoder: any Encoder) throws { try encoder.write(word: description) }
}

extension Decoder {
  fileprivate func word<Value>(_ kind: String, _ read: (String) -> Value?) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = read(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "‘\(text)’ is not \(kind)")
    }
    return value
  }
}

extension Encoder {
  fileprivate func write(word: String) throws {
    var container = singleValueContainer()
    try container.encode(word)
  }
}
