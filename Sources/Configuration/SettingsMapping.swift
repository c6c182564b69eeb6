// A group of keys that is read key by key; what nobody asked for is an error.

/// The keys and values of one group in a settings file.
public struct SettingsMapping: Sendable {
  /// The group itself, for errors about the whole of it.
  public let node: SettingsNode
  private var unread: [(key: SettingsNode, value: SettingsNode)]
  private var asked: [String] = []

  init(node: SettingsNode, pairs: [(key: SettingsNode, value: SettingsNode)]) {
    self.node = node
    self.unread = pairs
  }

  /// The value of a key; nil when the key is absent or nothing stands behind it.
  public mutating func optional(_ key: String) -> SettingsNode? {
    asked.append(key)
    guard let index = unread.firstIndex(where: { $0.key.name == key }) else { return nil }
    let value = unread.remove(at: index).value
    return value.isNull ? nil : value
  }

  /// The value of a key that must be there.
  public mutating func required(_ key: String) throws(ConfigurationError) -> SettingsNode {
    if let value = optional(key) { return value }
    let place = node.path.isEmpty ? "" : " in \"\(node.path)\""
    if let near = unread.compactMap(\.key.name).first(where: { EditDistance.isNear($0, key) }) {
      let culprit = unread.first { $0.key.name == near }?.key ?? node
      throw culprit.error("unknown key \"\(near)\"\(place); did you mean \"\(key)\"?")
    }
    throw node.error("the key \"\(key)\" is missing\(place)")
  }

  /// Every key and value not read yet, in the order of the file, for groups whose keys are names.
  public mutating func takeRemaining() -> [(key: String, value: SettingsNode)] {
    defer { unread = [] }
    return unread.map { ($0.key.name ?? "", $0.value) }
  }

  /// Throws when a key is left that nobody asked for. Names the nearest key that exists.
  public func finish() throws(ConfigurationError) {
    guard let stranger = unread.first, let name = stranger.key.name else { return }
    let nearest = EditDistance.nearest(to: name, among: asked)
    let hint =
      if let nearest {
        "did you mean \"\(nearest)\"?"
      } else {
        "known here: " + asked.sorted().joined(separator: ", ")
      }
    let place = node.path.isEmpty ? "" : " in \"\(node.path)\""
    throw stranger.key.error("unknown key \"\(name)\"\(place); \(hint)")
  }
}

extension SettingsNode {
  /// The text of a key.
  var name: String? { if case .scalar(let text, _) = content { text } else { nil } }
}
