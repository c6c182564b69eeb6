// Reads YAML strictly: an unknown key or a wrong kind of value is an error with its place.
import Yams

/// A YAML value that is read strictly.
struct StrictNode {
  let node: Node

  /// The value of a YAML document.
  static func document(_ text: String) throws(MappingError) -> StrictNode {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw MappingError(line: 1, column: 1, message: "het bestand is leeg")
      }
      return StrictNode(node: node)
    } catch let error as MappingError {
      throw error
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw MappingError(line: mark.line, column: mark.column, message: "geen geldige YAML: \(problem)")
      case .duplicatedKeysInMapping(let keys, let context):
        throw MappingError(
          line: context.mark.line, column: context.mark.column,
          message: "deze sleutels staan er twee keer: \(keys.joined(separator: ", "))")
      default: throw MappingError(line: 0, column: 0, message: "geen geldige YAML: \(error)")
      }
    } catch { throw MappingError(line: 0, column: 0, message: "geen geldige YAML: \(error)") }
  }

  /// An error at this place.
  func error(_ message: String) -> MappingError {
    MappingError(line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, message: message)
  }

  /// The members of a mapping, all of which have to be among the keys.
  func members(_ keys: [String]) throws(MappingError) -> [String: StrictNode] {
    guard case .mapping(let mapping) = node else {
      throw error("hier horen sleutels te staan: \(keys.joined(separator: ", "))")
    }
    var members: [String: StrictNode] = [:]
    for (key, value) in mapping {
      let name = try StrictNode(node: key).text()
      guard keys.contains(name) else {
        let hint =
          Spelling.nearest(to: name, among: keys).map { "; bedoelt u “\($0)”?" }
          ?? "; mogelijk zijn: " + keys.joined(separator: ", ")
        throw StrictNode(node: key).error("onbekende sleutel “\(name)”\(hint)")
      }
      members[name] = StrictNode(node: value)
    }
    return members
  }

  /// The elements of a list.
  func elements() throws(MappingError) -> [StrictNode] {
    guard case .sequence(let sequence) = node else { throw error("hier hoort een lijst te staan") }
    return sequence.map { StrictNode(node: $0) }
  }

  /// The elements of a list, or the single value that stands in its place.
  func oneOrMore() throws(MappingError) -> [StrictNode] {
    if case .sequence = node { return try elements() }
    return [self]
  }

  /// The text of a scalar.
  func text() throws(MappingError) -> String {
    guard case .scalar(let scalar) = node else { throw error("hier hoort een waarde te staan") }
    return scalar.string
  }

  /// The text of a scalar; nil for `null` or `~`.
  func optionalText() throws(MappingError) -> String? {
    guard case .scalar(let scalar) = node else { throw error("hier hoort een waarde te staan") }
    return scalar.style == .plain && ["null", "~", ""].contains(scalar.string) ? nil : scalar.string
  }

  /// `true` or `false`.
  func truth() throws(MappingError) -> Bool {
    switch try text() {
    case "true": return true
    case "false": return false
    default: throw error("hier hoort true of false te staan")
    }
  }

  /// A whole number.
  func integer() throws(MappingError) -> Int {
    guard let value = Int(try text()) else { throw error("hier hoort een geheel getal te staan") }
    return value
  }

  /// One of the raw values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(of type: Choice.Type) throws(MappingError) -> Choice
  where Choice.RawValue == String {
    let word = try text()
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    let hint = Spelling.nearest(to: word, among: words).map { "; bedoelt u “\($0)”?" } ?? ""
    throw error("“\(word)” kan hier niet staan, wel: \(words.joined(separator: ", "))\(hint)")
  }
}
