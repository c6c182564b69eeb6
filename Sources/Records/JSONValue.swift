// A value of a parsed JSON document: a cheap view that reads strings and numbers only when asked.
import CSimdjson

/// A value of a JSON document. Copying it costs nothing; the document lives as long as a value of it does.
///
///     let post = try JSONParser().parse(#"{"id": 12345678901234567890, "tags": ["a"]}"#)
///     post["id"]?.text       // "12345678901234567890": digits are kept
///     post["tags"]?.elements.first?.string  // "a"
public struct JSONValue: Sendable {
  /// The kinds of JSON value.
  public enum Kind: Hashable, Sendable { case null, boolean, number, string, array, object }

  let document: JSONDocument
  let node: Int

  init(document: JSONDocument, node: Int) {
    self.document = document
    self.node = node
  }

  private var entry: tj_node { document.nodes[node] }

  /// What kind of value it is.
  public var kind: Kind {
    switch Int(entry.kind) {
    case tj_null: .null
    case tj_number: .number
    case tj_string: .string
    case tj_array: .array
    case tj_object: .object
    default: .boolean
    }
  }

  /// Whether it is `null`.
  public var isNull: Bool { kind == .null }

  /// Its truth; nil when it is no boolean.
  public var boolean: Bool? {
    switch Int(entry.kind) {
    case tj_true: true
    case tj_false: false
    default: nil
    }
  }

  /// The UTF-8 of a string, or a number as it was written; empty for anything else.
  public var utf8: ArraySlice<UInt8> {
    let entry = entry
    guard kind == .string || kind == .number else { return [] }
    return document.text[Int(entry.offset)..<Int(entry.offset + entry.length)]
  }

  /// The text of a string; nil when it is none.
  public var string: String? { kind == .string ? decoded : nil }

  /// The bytes of a string or number as text.
  private var decoded: String {
    let entry = entry
    return document.text.withUnsafeBytes { text in
      let start = Int(entry.offset)
      return String(
        decoding: UnsafeRawBufferPointer(rebasing: text[start..<(start + Int(entry.length))]), as: UTF8.self)
    }
  }

  /// A string, number or boolean as text, digits as they were written; nil for null, arrays and objects.
  public var text: String? {
    switch kind {
    case .string, .number: decoded
    case .boolean: boolean == true ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// A whole number that fits; nil for anything else (`1.0` and `1e3` are no whole numbers here).
  public var integer: Int? { kind == .number ? Int(String(decoding: utf8, as: UTF8.self)) : nil }

  /// The nearest Double of a number; nil when it is none.
  public var double: Double? { kind == .number ? Double(String(decoding: utf8, as: UTF8.self)) : nil }

  /// Number of elements of an array or members of an object; 0 for anything else.
  public var count: Int { kind == .array || kind == .object ? Int(entry.length) : 0 }

  /// The elements of an array, in order; none for anything else.
  public var elements: Elements {
    Elements(document: document, position: node + 1, end: kind == .array ? Int(entry.next) : node + 1)
  }

  /// The members of an object, in the document's order; none for anything else.
  public var members: Members {
    Members(document: document, position: node + 1, end: kind == .object ? Int(entry.next) : node + 1)
  }

  /// The value of the first member with a key; nil when there is none or this is no object.
  public subscript(key: String) -> JSONValue? {
    guard kind == .object else { return nil }
    var key = key
    return key.withUTF8 { wanted in member(UnsafeRawBufferPointer(wanted)) }
  }

  /// The value of the first member with a key; nil when there is none or this is no object.
  private func member(_ key: UnsafeRawBufferPointer) -> JSONValue? {
    document.text.withUnsafeBytes { text in
      document.nodes.withUnsafeBufferPointer { nodes in
        var position = node + 1
        let end = Int(nodes[node].next)
        while position < end {
          let name = nodes[position]
          if Int(name.length) == key.count,
            UnsafeRawBufferPointer(rebasing: text[Int(name.offset)..<Int(name.offset) + key.count])
              .elementsEqual(key)
          {
            return JSONValue(document: document, node: position + 1)
          }
          position = Int(nodes[position + 1].next)
        }
        return nil
      }
    }
  }

  /// The value at the end of a path of keys; nil when a step is missing.
  public subscript(path keys: [String]) -> JSONValue? {
    var value = self
    for key in keys {
      guard let next = value[key] else { return nil }
      value = next
    }
    return value
  }

  /// The value at the end of a path of keys in UTF-8; nil when a step is missing.
  public subscript(path keys: [[UInt8]]) -> JSONValue? {
    var value = self
    for key in keys {
      guard value.kind == .object, let next = key.withUnsafeBytes({ value.member($0) }) else { return nil }
      value = next
    }
    return value
  }

  /// The first key that an object of the whole document holds twice; nil where none does.
  public var duplicateKey: String? {
    guard document.duplicateKey > 0 else { return nil }
    return JSONValue(document: document, node: Int(document.duplicateKey)).string
  }

  /// How many halves of surrogate pairs in the whole document stood alone and became U+FFFD.
  public var replacedSurrogates: Int { document.replacedSurrogates }

  /// The elements of an array, in order.
  public struct Elements: Sequence, IteratorProtocol, Sendable {
    let document: JSONDocument
    var position: Int
    let end: Int

    /// The next element.
    public mutating func next() -> JSONValue? {
      guard position < end else { return nil }
      defer { position = Int(document.nodes[position].next) }
      return JSONValue(document: document, node: position)
    }
  }

  /// The members of an object, in the document's order, repeated keys included.
  public struct Members: Sequence, IteratorProtocol, Sendable {
    let document: JSONDocument
    var position: Int
    let end: Int

    /// The next member.
    public mutating func next() -> (key: String, value: JSONValue)? {
      guard position < end else { return nil }
      let key = JSONValue(document: document, node: position)
      let value = JSONValue(document: document, node: position + 1)
      position = Int(document.nodes[position + 1].next)
      return (String(decoding: key.utf8, as: UTF8.self), value)
    }
  }
}
