// Strict reading of YAML settings: every value has one type, every key must be known, every error has a place.
import Yams

/// A value in a settings file, with the place where it stands.
///
/// Reading is strict. A scalar is read as the type that is asked for and nothing else (`yes` is no number, `12` is
/// no truth value); a key that nobody asked for is an error that names the nearest key that exists.
///
/// ```swift
/// var settings = try SettingsNode.read(text, file: "pipeline.yaml").mapping()
/// let name = try settings.required("community").string()
/// try settings.finish()
/// ```
public struct SettingsNode: Sendable {
  /// The file, as the user named it.
  public let file: String
  /// Line, from 1.
  public let line: Int
  /// Column, from 1.
  public let column: Int
  /// Where in the document, for messages: `sources[0].name`.
  public let path: String
  let content: Content

  indirect enum Content: Sendable {
    case scalar(String, plain: Bool)
    case sequence([SettingsNode])
    case mapping([(key: SettingsNode, value: SettingsNode)])
  }

  /// Reads a document. Throws when it is no YAML, holds a key twice, or is empty.
  public static func read(_ text: String, file: String) throws(ConfigurationError) -> SettingsNode {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw Self.error(from: error, file: file)
    }
    guard let node else { throw ConfigurationError(file: file, message: "het bestand is leeg") }
    return try SettingsNode(node, file: file, path: "")
  }

  private init(_ node: Node, file: String, path: String) throws(ConfigurationError) {
    self.file = file
    self.line = node.mark?.line ?? 1
    self.column = node.mark?.column ?? 1
    self.path = path
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string, plain: scalar.style == .plain || scalar.style == .any)
    case .sequence(let sequence):
      var items: [SettingsNode] = []
      for (index, item) in sequence.enumerated() {
        items.append(try SettingsNode(item, file: file, path: "\(path)[\(index)]"))
      }
      content = .sequence(items)
    case .mapping(let mapping):
      var pairs: [(key: SettingsNode, value: SettingsNode)] = []
      for (key, value) in mapping {
        let keyNode = try SettingsNode(key, file: file, path: path)
        guard case .scalar(let name, _) = keyNode.content else {
          throw keyNode.error("een sleutel moet een gewoon woord zijn")
        }
        let below = path.isEmpty ? name : "\(path).\(name)"
        pairs.append((keyNode, try SettingsNode(value, file: file, path: below)))
      }
      content = .mapping(pairs)
    case .alias(let alias):
      throw ConfigurationError(
        file: file, line: alias.mark?.line, column: alias.mark?.column,
        message: "verwijzingen (&, *) mogen hier niet")
    }
  }

  private static func error(from error: any Error, file: String) -> ConfigurationError {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      ConfigurationError(
        file: file, line: mark.line, column: mark.column, message: "dit is geen geldige YAML: \(problem)")
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      ConfigurationError(
        file: file, line: context.mark.line, column: context.mark.column,
        message: "staat er twee keer: " + duplicates.sorted().joined(separator: ", "))
    default:
      ConfigurationError(file: file, message: "dit is geen geldige YAML: \(error)")
    }
  }

  /// An error at this value's place.
  public func error(_ message: String) -> ConfigurationError {
    ConfigurationError(file: file, line: line, column: column, message: message)
  }

  /// What a reader would call the value's kind.
  private var kindName: String {
    switch content {
    case .scalar(let text, _): text.isEmpty ? "niets" : "\"\(text)\""
    case .sequence: "een lijst"
    case .mapping: "een groep sleutels"
    }
  }

  private func expected(_ what: String) -> ConfigurationError {
    let place = path.isEmpty ? "het bestand" : "\"\(path)\""
    return error("\(place) moet \(what) zijn, maar hier staat \(kindName)")
  }

  /// Whether nothing stands here (`key:` or `key: null`).
  public var isNull: Bool {
    if case .scalar(let text, plain: true) = content {
      return ["", "~", "null", "Null", "NULL"].contains(text)
    }
    return false
  }

  /// Whether a list stands here.
  public var isSequence: Bool { if case .sequence = content { true } else { false } }

  /// Whether a group of keys stands here.
  public var isMapping: Bool { if case .mapping = content { true } else { false } }

  /// The text that stands here; not empty.
  public func string() throws(ConfigurationError) -> String {
    guard case .scalar(let text, _) = content, !isNull, !text.isEmpty else { throw expected("een tekst") }
    return text
  }

  /// The text that stands here, as it is: it may be empty, or a word such as `null`.
  public func text() throws(ConfigurationError) -> String {
    guard case .scalar(let text, _) = content else { throw expected("een tekst") }
    return text
  }

  /// The whole number that stands here, within bounds.
  public func integer(in range: ClosedRange<Int> = Int.min...Int.max) throws(ConfigurationError) -> Int {
    guard case .scalar(let text, plain: true) = content, let value = Int(text) else {
      throw expected("een geheel getal")
    }
    guard range.contains(value) else {
      throw error("\"\(path)\" moet tussen \(range.lowerBound) en \(range.upperBound) liggen, niet \(value)")
    }
    return value
  }

  /// The number that stands here, within bounds.
  public func number(in range: ClosedRange<Double>) throws(ConfigurationError) -> Double {
    guard case .scalar(let text, plain: true) = content, let value = Double(text), value.isFinite else {
      throw expected("een getal")
    }
    guard range.contains(value) else {
      throw error("\"\(path)\" moet tussen \(range.lowerBound) en \(range.upperBound) liggen, niet \(value)")
    }
    return value
  }

  /// `true` or `false`.
  public func boolean() throws(ConfigurationError) -> Bool {
    if case .scalar("true", plain: true) = content { return true }
    if case .scalar("false", plain: true) = content { return false }
    throw expected("true of false")
  }

  /// One of the words of an enumeration.
  public func choice<Choice: RawRepresentable & CaseIterable>(of type: Choice.Type) throws(ConfigurationError)
    -> Choice where Choice.RawValue == String
  {
    let text = try string()
    if let value = Choice(rawValue: text) { return value }
    let words = Choice.allCases.map(\.rawValue)
    let hint = EditDistance.nearest(to: text, among: words).map { "; bedoelt u \"\($0)\"?" } ?? ""
    throw error(
      "\"\(path)\" moet een van deze zijn: \(words.joined(separator: ", ")); niet \"\(text)\"\(hint)")
  }

  /// The items of a list.
  public func sequence() throws(ConfigurationError) -> [SettingsNode] {
    guard case .sequence(let items) = content else { throw expected("een lijst") }
    return items
  }

  /// The items of a list, or the single value that stands in its place.
  public func oneOrMore() throws(ConfigurationError) -> [SettingsNode] {
    isSequence ? try sequence() : [self]
  }

  /// The values of a group by their keys, all of which have to be among these. A key with nothing behind it is left
  /// out.
  public func members(_ keys: [String]) throws(ConfigurationError) -> [String: SettingsNode] {
    var mapping = try mapping()
    var members: [String: SettingsNode] = [:]
    for key in keys { members[key] = mapping.optional(key) }
    try mapping.finish()
    return members
  }

  /// The keys and values of a group.
  public func mapping() throws(ConfigurationError) -> SettingsMapping {
    guard case .mapping(let pairs) = content else { throw expected("een groep sleutels") }
    return SettingsMapping(node: self, pairs: pairs)
  }
}
