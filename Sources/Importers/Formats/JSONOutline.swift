// The keys at the start of a JSON document, so that its format can be told before all of it is read.

/// The keys that stand in the first bytes of a JSON document, cut or not.
struct JSONOutline {
  /// The first byte that is no white space.
  private(set) var opening: UInt8?
  /// Keys as paths joined by dots, arrays left out: `post_stream.posts.id`. At most four keys deep.
  private(set) var paths: Set<String> = []

  init(_ head: ArraySlice<UInt8>) {
    head.withUnsafeBufferPointer { read($0) }
  }

  private mutating func read(_ head: UnsafeBufferPointer<UInt8>) {
    var stack: [(isObject: Bool, prefix: String)] = []
    var awaitsKey = false
    var key = ""
    var position = 0
    while position < head.count {
      let byte = head[position]
      position += 1
      if opening == nil, !(byte == 0x20 || (0x09...0x0D).contains(byte)) { opening = byte }
      switch byte {
      case UInt8(ascii: "\""):
        let start = position
        while position < head.count, head[position] != UInt8(ascii: "\"") {
          position += head[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < head.count else { return }
        if awaitsKey, let top = stack.last, top.isObject {
          let name = String(decoding: head[start..<position], as: UTF8.self)
          key = top.prefix.isEmpty ? name : top.prefix + "." + name
          if stack.count <= 8, key.utf8.count < 200 { paths.insert(key) }
          awaitsKey = false
        }
        position += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if stack.count > 64 { return }
        let isObject = byte == UInt8(ascii: "{")
        stack.append(
          (isObject, stack.isEmpty ? "" : stack.last?.isObject == true ? key : stack.last?.prefix ?? ""))
        awaitsKey = isObject
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if !stack.isEmpty { stack.removeLast() }
        awaitsKey = false
      case UInt8(ascii: ","):
        awaitsKey = stack.last?.isObject == true
      default: break
      }
    }
  }

  /// Whether it is an object in which all of these keys stand.
  func isObject(with keys: String...) -> Bool {
    opening == UInt8(ascii: "{") && keys.allSatisfy { paths.contains($0) }
  }
}
