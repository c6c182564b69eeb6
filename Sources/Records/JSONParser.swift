// Parses JSON documents with simdjson: checked, with a depth limit, numbers kept as they were written.
import CSimdjson

/// Why bytes are no JSON document.
public struct JSONError: Error, Hashable, Sendable {
  /// What kind of trouble it is. The raw values are stable reason codes.
  public enum Reason: String, Hashable, Sendable {
    /// The document ends before it is complete.
    case truncated = "json-truncated"
    /// It breaks JSON's grammar.
    case syntax = "json-syntax"
    /// It is nested deeper than allowed.
    case depth = "limit-depth"
    /// It is not UTF-8.
    case encoding = "encoding"
    /// There is nothing but white space.
    case empty = "empty"
    /// It is larger than 4 GB, or memory ran out.
    case size = "limit-bytes"
  }
  /// What kind of trouble it is.
  public var reason: Reason
  /// Byte offset of the trouble, as far as it is known.
  public var byte: Int

  /// An error from its parts.
  public init(reason: Reason, byte: Int) {
    self.reason = reason
    self.byte = byte
  }
}

/// Parses one JSON document after another, reusing its buffers. Keep one per stream.
public final class JSONParser {
  private let parser: OpaquePointer
  private let maximumDepth: Int

  /// A parser that refuses documents nested deeper than a limit (64 unless told otherwise).
  public init(maximumDepth: Int = 64) {
    guard let parser = tj_parser_create() else { fatalError("no memory for a JSON parser") }
    self.parser = parser
    self.maximumDepth = maximumDepth
  }

  deinit { tj_parser_free(parser) }

  /// The value that the bytes (UTF-8, without byte order mark) hold.
  public func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
    var result = tj_document()
    tj_parse(
      parser, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, UInt32(clamping: maximumDepth),
      &result)
    switch Int(result.status) {
    case tj_ok: break
    case tj_truncated: throw JSONError(reason: .truncated, byte: result.position)
    case tj_depth: throw JSONError(reason: .depth, byte: result.position)
    case tj_encoding: throw JSONError(reason: .encoding, byte: result.position)
    case tj_empty: throw JSONError(reason: .empty, byte: 0)
    case tj_size: throw JSONError(reason: .size, byte: 0)
    default: throw JSONError(reason: .syntax, byte: result.position)
    }
    return JSONValue(document: JSONDocument(result), node: 0)
  }

  /// The value that the bytes (UTF-8, without byte order mark) hold.
  public func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    let result = bytes.withUnsafeBytes { buffer in Result { () throws(JSONError) in try parse(buffer) } }
    return try result.get()
  }

  /// The value that the text holds.
  public func parse(_ text: String) throws(JSONError) -> JSONValue { try parse(Array(text.utf8)) }
}

/// What a parsed document is made of; ``JSONValue`` points into it.
final class JSONDocument: Sendable {
  let nodes: [tj_node]
  let text: [UInt8]
  let duplicateKey: UInt32
  let replacedSurrogates: Int

  init(_ result: tj_document) {
    nodes = Array(UnsafeBufferPointer(start: result.nodes, count: result.node_count))
    text = Array(UnsafeRawBufferPointer(start: result.text, count: result.text_count))
    duplicateKey = result.duplicate_key
    replacedSurrogates = Int(result.replaced_surrogates)
  }
}
