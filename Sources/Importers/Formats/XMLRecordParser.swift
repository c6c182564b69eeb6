// Streams the records of an XML document: elements that hold what belongs to one thing, with the texts within them.

/// A record of an XML document.
struct XMLRecord {
  /// Its element's path, such as `rss/channel/item`.
  let path: String
  /// Its number in the document, from 1.
  let number: Int
  /// Line of its start tag.
  let line: Int
  /// Values of attributes of its start tag.
  let attributes: [(name: String, value: String)]
  /// The texts of elements within it, by path from it, in their order.
  fileprivate(set) var fields: [(name: String, text: [UInt8])] = []
  /// Fields of which only the start was kept.
  fileprivate(set) var cut: Set<String> = []
  /// Bytes kept.
  fileprivate(set) var size = 0

  /// The text of the first field of a name, without white space around it; nil where there is none or it is empty.
  subscript(name: String) -> String? {
    guard let field = fields.first(where: { $0.name == name }) else { return nil }
    let text = String(decoding: field.text, as: UTF8.self)
    let trimmed = text.drop(while: \.isWhitespace)
    guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(trimmed[...last])
  }

  /// Whether there is a field of a name, empty or not.
  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// The value of an attribute, whatever the prefix of its name.
  func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name || $0.name.hasSuffix(":" + name) }?.value
  }

  /// The fields as text, for quarantine.
  var raw: [UInt8] {
    var bytes = Array("<\(path)>".utf8)
    for field in fields where bytes.count < 4096 { bytes += Array(" \(field.name)=".utf8) + field.text }
    return Array(bytes.prefix(4096))
  }
}

/// Hands out the records of an XML document one by one: memory holds one at a time, and those around it.
final class XMLRecordParser {
  /// What is wanted of a document.
  struct Shape {
    /// Paths of elements that are records; they may stand in each other.
    var records: Set<String>
    /// Fields that are kept, by path from their record, with the greatest number of bytes; `@name` behind a path is an
    /// attribute.
    var fields: [String: Int]
    /// Prefixes that names are given by the start of their namespace, whatever the document calls them.
    var prefixes: [(namespace: String, end: String, prefix: String)] = []
  }

  /// Fields that a record may have; those behind them are cut, however short they are.
  static let fieldLimit = 20_000

  private let shape: Shape
  private let body: (XMLRecord, _ around: XMLRecord?) throws -> Void
  private var parser: XMLEventParser?
  /// Names of the open elements.
  private var path: [String] = []
  /// Open records, with the number of elements around and including each.
  private var records: [(record: XMLRecord, depth: Int)] = []
  /// Room left in the field that is being read; nil outside fields that are kept.
  private var room: Int?
  private var count = 0
  private var prefixes: [String: String] = [:]

  /// A parser; the closure takes each record when it ends, and the record around it as far as that has been read.
  init(_ shape: Shape, _ body: @escaping (XMLRecord, _ around: XMLRecord?) throws -> Void) {
    self.shape = shape
    self.body = body
  }

  /// Reads a document from its blocks.
  static func read(
    _ shape: Shape, _ forEachBlock: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void,
    _ body: @escaping (XMLRecord, _ around: XMLRecord?) throws -> Void
  ) throws {
    let reader = XMLRecordParser(shape, body)
    let parser = XMLEventParser(
      { [unowned reader] in try reader.start($0) }, text: { [unowned reader] in reader.take($0) },
      endElement: { [unowned reader] in try reader.end() })
    try forEachBlock { try parser.feed($0) }
    try parser.finish()
  }

  private func start(_ tag: XMLStartTag) throws {
    if path.isEmpty { learnPrefixes(tag) }
    path.append(name(tag.name))
    room = nil
    let whole = path.joined(separator: "/")
    if shape.records.contains(whole) {
      count += 1
      records.append(
        (XMLRecord(path: whole, number: count, line: tag.line, attributes: tag.allAttributes), path.count))
      return
    }
    guard let open = records.last else { return }
    let field = path[open.depth...].joined(separator: "/")
    for (attribute, value) in tag.allAttributes where shape.fields["\(field)@\(attribute)"] != nil {
      _ = add("\(field)@\(attribute)", Array(value.utf8))
    }
    if let limit = shape.fields[field], add(field, []) { room = limit }
  }

  /// Whether there was room in the innermost record for one more field.
  private func add(_ name: String, _ text: [UInt8]) -> Bool {
    let last = records.count - 1
    guard records[last].record.fields.count < Self.fieldLimit else {
      records[last].record.cut.insert(name)
      return false
    }
    records[last].record.fields.append((name, text))
    return true
  }

  private func take(_ bytes: UnsafeRawBufferPointer) {
    guard let left = room, let last = records.indices.last else { return }
    let kept = bytes.prefix(left)
    let field = records[last].record.fields.count - 1
    records[last].record.fields[field].text.append(contentsOf: kept)
    records[last].record.size += kept.count
    if kept.count < bytes.count { records[last].record.cut.insert(records[last].record.fields[field].name) }
    room = left - kept.count
  }

  private func end() throws {
    room = nil
    let depth = path.count
    path.removeLast()
    guard let last = records.last, last.depth == depth else { return }
    records.removeLast()
    try body(last.record, records.last?.record)
  }

  private func learnPrefixes(_ tag: XMLStartTag) {
    for (name, value) in tag.allAttributes where name.hasPrefix("xmlns:") {
      let known = shape.prefixes.first { value.hasPrefix($0.namespace) && value.hasSuffix($0.end) }
      let own = String(name.dropFirst(6))
      if let known, own != known.prefix { prefixes[own] = known.prefix }
    }
  }

  /// The name with the prefix by which the shape knows it.
  private func name(_ name: String) -> String {
    guard !prefixes.isEmpty, let colon = name.firstIndex(of: ":"),
      let prefix = prefixes[String(name[..<colon])]
    else { return name }
    return prefix + name[colon...]
  }
}
