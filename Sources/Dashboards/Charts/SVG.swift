// A small typed builder for static SVG: escaped text, whole coordinates, classes instead of styles.

/// A path of straight lines with whole coordinates, written compactly with relative steps.
struct SVGPath {
  private(set) var data = ""
  private var position = (x: 0, y: 0)

  /// A path along points.
  init(through points: [(x: Int, y: Int)] = [], closed: Bool = false) {
    for (index, point) in points.enumerated() {
      if index == 0 { move(to: point) } else { line(to: point) }
    }
    if closed { data += "z" }
  }

  /// Starts a new stretch.
  mutating func move(to point: (x: Int, y: Int)) {
    data += "M\(point.x) \(point.y)"
    position = point
  }

  /// Draws to a point; `v` and `h` where that is shorter.
  mutating func line(to point: (x: Int, y: Int)) {
    let (dx, dy) = (point.x - position.x, point.y - position.y)
    position = point
    if dx == 0 {
      data += "v\(dy)"
    } else if dy == 0 {
      data += "h\(dx)"
    } else {
      data += dy < 0 ? "l\(dx)\(dy)" : "l\(dx) \(dy)"
    }
  }

  /// Closes the stretch.
  mutating func close() { data += "z" }
}

/// An SVG picture under construction.
struct SVG {
  /// Where a text stands relative to its point.
  enum Anchor: String {
    case start, middle, end
  }

  private var body = ""

  /// Adds a path.
  mutating func path(_ path: SVGPath, class name: String, title: String? = nil) {
    guard !path.data.isEmpty else { return }
    body += "<path class=\"\(name)\" d=\"\(path.data)\""
    if let title {
      body += "><title>\(Self.escape(title))</title></path>"
    } else {
      body += "/>"
    }
  }

  /// Adds a straight line.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), class name: String) {
    path(SVGPath(through: [start, end]), class: name)
  }

  /// Adds a rectangle.
  mutating func rectangle(x: Int, y: Int, width: Int, height: Int, class name: String, radius: Int = 0) {
    let rounding = radius > 0 ? " rx=\"\(radius)\"" : ""
    body +=
      "<rect class=\"\(name)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"\(rounding)/>"
  }

  /// Adds a diamond around a point.
  mutating func diamond(at point: (x: Int, y: Int), radius: Int, class name: String) {
    let (x, y) = point
    path(
      SVGPath(
        through: [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], closed: true),
      class: name)
  }

  /// Adds a text.
  mutating func text(_ text: String, at point: (x: Int, y: Int), class name: String, anchor: Anchor = .start)
  {
    let placed = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body += "<text class=\"\(name)\" x=\"\(point.x)\" y=\"\(point.y)\"\(placed)>\(Self.escape(text))</text>"
  }

  /// The picture as an image with a name and a description for those who cannot see it.
  func image(id: String, class name: String, width: Int, height: Int, title: String, description: String)
    -> String
  {
    """
    <svg class="\(name)" viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-t \(id)-d" \
    focusable="false"><title id="\(id)-t">\(Self.escape(title))</title>\
    <desc id="\(id)-d">\(Self.escape(description))</desc>\(body)</svg>
    """
  }

  /// The picture as decoration beside numbers that say the same: hidden from screen readers.
  func decoration(class name: String, width: Int, height: Int, stretched: Bool = false) -> String {
    let ratio = stretched ? " preserveAspectRatio=\"none\"" : ""
    return """
      <svg class="\(name)" viewBox="0 0 \(width) \(height)"\(ratio) aria-hidden="true" focusable="false">\
      \(body)</svg>
      """
  }

  /// Text made safe for XML.
  static func escape(_ text: String) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): escaped.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): escaped.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "&"): escaped.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "\""): escaped.append(contentsOf: "&quot;".utf8)
      case 0..<9, 11, 12, 14..<32: break
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
