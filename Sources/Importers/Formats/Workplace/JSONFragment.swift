// A value of a JSON document as bytes again, for quarantine.
import Records

extension JSONValue {
  /// Its JSON, cut off at the length that quarantine keeps of a record.
  var fragment: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, limit: 4096)
    return Array(bytes.prefix(4096))
  }

  private func write(to bytes: inout [UInt8], limit: Int) {
    guard bytes.count < limit else { return }
    switch kind {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean: bytes.append(contentsOf: (boolean == true ? "true" : "false").utf8)
    case .number: bytes.append(contentsOf: utf8)
    case .string: JSONOutput.string(string ?? "").write(to: &bytes)
    case .array:
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes, limit: limit)
        if bytes.count >= limit { return }
      }
      bytes.append(UInt8(ascii: "]"))
    case .object:
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONOutput.string(member.key).write(to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes, limit: limit)
        if bytes.count >= limit { return }
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}

extension Optional where Wrapped == String {
  /// The text; nil where there is none, or nothing but white space.
  var filled: String? {
    guard let text = self, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return nil
    }
    return text
  }
}
