// Streams XML through libxml2's push parser; refuses every document type, so that no entity is ever expanded.
import CXML2

/// Parses XML from blocks of bytes and hands out each start tag and, where asked for, text and end tags. Refused are
/// document types (and with them entity declarations), what is not well-formed, and elements nested deeper than 256.
/// Nothing is ever fetched.
final class XMLEventParser {
  private var context: xmlParserCtxtPtr?
  private var refusal: ImportRefusal?
  private var failure: (any Error)?
  private var depth = 0
  private var hasRoot = false
  private let startElement: (XMLStartTag) throws -> Void
  private let text: ((UnsafeRawBufferPointer) throws -> Void)?
  private let endElement: (() throws -> Void)?
  private static let depthLimit = 256

  /// A parser.
  ///
  /// - Parameters:
  ///   - startElement: takes each start tag.
  ///   - text: takes text in pieces as they come, entities and CDATA resolved; only valid during the call.
  ///   - endElement: is told that the innermost open element ends.
  init(
    _ startElement: @escaping (XMLStartTag) throws -> Void,
    text: ((UnsafeRawBufferPointer) throws -> Void)? = nil, endElement: (() throws -> Void)? = nil
  ) {
    self.startElement = startElement
    self.text = text
    self.endElement = endElement
  }

  deinit { free() }

  private func free() {
    guard let context else { return }
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    context.pointee.myDoc = nil
    xmlFreeParserCtxt(context)
    self.context = nil
  }

  /// Takes the next block.
  func feed(_ block: UnsafeRawBufferPointer) throws {
    guard !block.isEmpty else { return }
    if context == nil { try open() }
    var rest = block[...]
    // libxml2 counts in Int32.
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
      xmlParseChunk(
        context, piece.bindMemory(to: CChar.self).baseAddress, Int32(clamping: piece.count), 0)
      try check()
      rest = rest.dropFirst(piece.count)
    }
  }

  /// Says that nothing follows.
  func finish() throws {
    guard context != nil else {
      throw ImportRefusal(reason: "xml-syntax", message: "bevat geen XML")
    }
    xmlParseChunk(context, nil, 0, 1)
    try check()
    free()
  }

  private func open() throws {
    var handler = xmlSAXHandler()
    handler.startElement = { context, name, attributes in
      XMLEventParser.of(context)?.start(name, attributes)
    }
    handler.endElement = { context, _ in XMLEventParser.of(context)?.end() }
    if text != nil {
      handler.characters = { context, bytes, count in XMLEventParser.of(context)?.take(bytes, count) }
      handler.cdataBlock = handler.characters
      handler.ignorableWhitespace = handler.characters
    }
    handler.internalSubset = { context, _, _, _ in XMLEventParser.of(context)?.refuseDocumentType() }
    handler.externalSubset = { context, _, _, _ in XMLEventParser.of(context)?.refuseDocumentType() }
    handler.entityDecl = { context, _, _, _, _, _ in XMLEventParser.of(context)?.refuseDocumentType() }
    handler.getEntity = { _, name in xmlGetPredefinedEntity(name) }
    // Errors are read from the context; without this libxml2 prints them.
    handler.serror = { _, _ in }
    handler.initialized = 1
    let me = Unmanaged.passUnretained(self).toOpaque()
    context = xmlCreatePushParserCtxt(&handler, me, nil, 0, nil)
    guard let context else {
      throw ImportRefusal(reason: "limit-memory", message: "er is geen geheugen om XML te lezen")
    }
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLEventParser? {
    context.map { Unmanaged<XMLEventParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard refusal == nil, failure == nil else { return }
    depth += 1
    hasRoot = true
    if depth > Self.depthLimit {
      return stop(
        ImportRefusal(reason: "limit-depth", message: "heeft meer dan \(Self.depthLimit) lagen XML in elkaar")
      )
    }
    guard let name, let context else { return }
    let tag = XMLStartTag(
      name: String(cString: name), depth: depth, line: Int(xmlSAX2GetLineNumber(context)),
      byte: max(0, Int(xmlByteConsumed(context))), attributes: attributes)
    attempt { try startElement(tag) }
  }

  private func take(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard refusal == nil, failure == nil, let bytes, count > 0, let text else { return }
    attempt { try text(UnsafeRawBufferPointer(start: bytes, count: Int(count))) }
  }

  private func end() {
    depth -= 1
    guard refusal == nil, failure == nil, let endElement else { return }
    attempt { try endElement() }
  }

  /// Runs the caller's code; an error of it stops the parser and is thrown when the block is done.
  private func attempt(_ body: () throws -> Void) {
    do { try body() } catch {
      failure = error
      if let context { xmlStopParser(context) }
    }
  }

  private func refuseDocumentType() {
    stop(
      ImportRefusal(
        reason: "xml-dtd", message: "bevat een documenttype of entiteiten; dat wordt niet uitgevoerd"))
  }

  private func stop(_ reason: ImportRefusal) {
    if refusal == nil { refusal = reason }
    if let context { xmlStopParser(context) }
  }

  private func check() throws {
    if let failure { throw failure }
    if let refusal { throw refusal }
    guard let context, context.pointee.wellFormed == 0 || context.pointee.disableSAX != 0 else { return }
    let error = context.pointee.lastError
    let place = "regel \(error.line), kolom \(error.int2)"
    let words = error.message.map { PlainText.line(String(cString: $0)) } ?? ""
    let codes = [
      XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_I18N_CONV_FAILED,
    ]
    let isEncoding = codes.contains { $0.rawValue == UInt32(clamping: error.code) }
    // libxml2 says "not proper UTF-8" of control characters too, under the same code: the byte tells them apart.
    if Self.misplacedByte(words).map({ $0 >= 0x80 }) ?? isEncoding {
      throw ImportRefusal(
        reason: "encoding",
        message:
          "heeft tekens die niet in de genoemde codering passen (\(place), byte \(xmlByteConsumed(context)))")
    }
    throw ImportRefusal(
      reason: "xml-syntax", message: "is geen geldige XML (\(place): \(Self.withoutNames(words, error)))")
  }

  /// What libxml2 says, without the names that it repeats: `<` before a name in a text makes that a tag.
  private static func withoutNames(_ words: String, _ error: xmlError) -> String {
    let names = Set([error.str1, error.str2, error.str3].compactMap { $0.map { String(cString: $0) } })
    let signs: Set<Character> = ["'", "\"", ":", ",", "."]
    return words.split(separator: " ").map { word in
      names.contains(word.filter { !signs.contains($0) }) || names.contains(String(word)) ? "…" : word
    }.joined(separator: " ")
  }

  /// The first of the bytes that libxml2 names in "Input is not proper UTF-8 … Bytes: 0xF6 …".
  private static func misplacedByte(_ words: String) -> UInt8? {
    guard words.contains("not proper UTF-8"), let mark = words.firstRange(of: "Bytes: 0x") else { return nil }
    return UInt8(words[mark.upperBound...].prefix(2), radix: 16)
  }
}

/// A start tag; attributes are only valid during the call that hands it out.
struct XMLStartTag {
  let name: String
  /// Elements around and including it.
  let depth: Int
  let line: Int
  let byte: Int
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// The value of an attribute; nil where it has none of that name.
  subscript(name: String) -> String? {
    guard var position = attributes else { return nil }
    while let key = position.pointee {
      if xmlStrEqual(key, name) == 1 { return position.advanced(by: 1).pointee.map { String(cString: $0) } }
      position = position.advanced(by: 2)
    }
    return nil
  }

  /// All attributes, in their order.
  var allAttributes: [(name: String, value: String)] {
    var all: [(name: String, value: String)] = []
    var position = attributes
    while let at = position, let key = at.pointee {
      all.append((String(cString: key), at.advanced(by: 1).pointee.map { String(cString: $0) } ?? ""))
      position = at.advanced(by: 2)
    }
    return all
  }

  /// The tag as text, for quarantine.
  var raw: [UInt8] {
    var text = "<" + name
    var position = attributes
    while let at = position, let key = at.pointee {
      text += " \(String(cString: key))=\"\(at.advanced(by: 1).pointee.map { String(cString: $0) } ?? "")\""
      position = at.advanced(by: 2)
    }
    return Array((text + ">").utf8.prefix(4096))
  }
}
