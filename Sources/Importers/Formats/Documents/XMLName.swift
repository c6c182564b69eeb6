// Names in Office documents, whatever prefix a program gives their namespace.

/// Names in XML, with or without a prefix.
enum XMLName {
  /// The name without its prefix.
  static func local(_ name: String) -> Substring {
    name.utf8.firstIndex(of: UInt8(ascii: ":")).map { name[name.utf8.index(after: $0)...] } ?? name[...]
  }
}

extension XMLStartTag {
  /// The name without its prefix.
  var localName: Substring { XMLName.local(name) }

  /// The value of the first attribute with a name, whatever its prefix.
  func attribute(local name: String) -> String? {
    allAttributes.first { XMLName.local($0.name) == name }?.value
  }
}

/// The names of the elements that are open, so that the end of one is known by its name.
struct OpenElements {
  private var names: [Substring] = []

  /// Notes that an element starts, and gives its name.
  mutating func start(_ tag: XMLStartTag) -> Substring {
    names.append(tag.localName)
    return tag.localName
  }

  /// The name of the element that ends.
  mutating func end() -> Substring { names.popLast() ?? "" }
}
