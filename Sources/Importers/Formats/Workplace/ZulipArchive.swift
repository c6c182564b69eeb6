// What zulip-archive's files are, and what its index tells of streams and topics.
import Archives
import Discussion
import Records

/// The kinds of document in an archive made by zulip-archive.
enum ZulipDocument {
  /// The messages of a topic.
  case topic
  /// Which streams and topics there are.
  case index

  init?(_ sample: EntrySample) {
    let outline = sample.outline
    if outline.opening == UInt8(ascii: "[") {
      guard
        ["content", "id", "sender_full_name", "timestamp"].allSatisfy({ outline.paths.contains($0) })
      else { return nil }
      self = .topic
    } else {
      guard outline.isObject(with: "streams"),
        outline.paths.contains(where: { $0.hasPrefix("streams.") && $0.hasSuffix(".topic_data") })
      else { return nil }
      self = .index
    }
  }
}

/// The stream and the topic that a file of messages stands for: `375876-zulip/old.20name.json`.
struct ZulipTopic: Hashable {
  /// The stream's number; its folder's name where that has none.
  var stream: String
  /// The stream's name as the folder tells it.
  var streamName: String?
  /// The topic, without the mark of a resolved one.
  var topic: String

  init(_ path: String) {
    var parts = path.split(separator: "/").map { String($0) }
    var leaf = parts.popLast() ?? ""
    if leaf.hasSuffix(".json") { leaf.removeLast(5) }
    topic = Self.unescaped(leaf)
    // Resolving a topic puts a mark before its name.
    if topic.hasPrefix("\u{2714} ") { topic.removeFirst(2) }
    let folder = parts.last?.hasSuffix("!") == true ? "" : parts.popLast() ?? ""
    let number = folder.prefix { $0 != "-" }
    let isNumbered = UInt64(number) != nil
    stream = isNumbered ? String(number) : folder
    streamName =
      isNumbered ? Optional(String(folder.dropFirst(number.count + 1))).filled : Optional(folder).filled
  }

  /// A name in which a dot and two hexadecimal digits stand for a byte.
  private static func unescaped(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "."), position + 2 < bytes.count,
        let high = hexadecimal(bytes[position + 1]), let low = hexadecimal(bytes[position + 2])
      {
        result.append(high << 4 | low)
        position += 3
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// What is known of an archive before it is read: the streams' names of today, and which of two files a message that
/// stands in both belongs to.
final class ZulipArchive: ImportSurvey {
  private var names: [String: (name: String, latest: Int)] = [:]
  private var homes: [UInt64: Int32] = [:]
  private var files: [(path: String, latest: UInt64)] = []

  func look(at entry: ArchiveEntry) throws {
    let sample = try EntrySample(file: "", entry: entry)
    // Damage is told when it is read.
    guard let kind = ZulipDocument(sample), let document = try? JSONDocumentReading.read(entry, sample) else {
      return
    }
    switch kind {
    case .index:
      for (name, stream) in document["streams"].map({ Array($0.members) }) ?? [] {
        guard let id = stream["id"]?.text else { continue }
        let latest = stream["latest_id"]?.integer ?? 0
        // One stream stands there under each name that it ever had.
        if let known = names[id], (known.latest, known.name) > (latest, name) { continue }
        names[id] = (name, latest)
      }
    case .topic:
      let numbers = document.elements.compactMap { $0["id"]?.text.flatMap { UInt64($0) } }
      files.append((entry.name, numbers.max() ?? 0))
      let index = Int32(clamping: files.count - 1)
      for number in numbers {
        if let other = homes[number], !isNewer(index, than: other) { continue }
        homes[number] = index
      }
    }
  }

  /// Whether a file is the later topic of two: that with the latest message, for a topic that was renamed gets no more.
  private func isNewer(_ index: Int32, than other: Int32) -> Bool {
    let (left, right) = (files[Int(index)], files[Int(other)])
    return (left.latest, left.path) > (right.latest, right.path)
  }

  /// Whether a message belongs to an entry, and not to another that holds it too.
  func isHome(_ entry: String, of number: String) -> Bool {
    guard let home = UInt64(number).flatMap({ homes[$0] }) else { return true }
    return files[Int(home)].path == entry
  }

  /// The name that a stream has now.
  func name(ofStream id: String) -> String? { names[id]?.name }
}
