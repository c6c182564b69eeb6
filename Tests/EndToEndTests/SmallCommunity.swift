// A piece of the demo community in a folder of its own: small enough to run its night many times.
import Foundation

/// A pipeline file, a mapping and an inbox in a temporary folder that is removed afterwards.
final class SmallCommunity: Sendable {
  /// The folder.
  let folder: String
  /// The pipeline file.
  var pipeline: String { folder + "/pipeline.yaml" }

  /// The posts of the demo community with these numbers, as JSON Lines.
  init(posts: Range<Int>) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "themaradar-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder + "/inbox", withIntermediateDirectories: true)
    try Self.mapping.write(toFile: folder + "/mapping.yaml", atomically: true, encoding: .utf8)
    try Self.settings.write(toFile: pipeline, atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(atPath: folder + "/out", withIntermediateDirectories: true)
    let key = folder + "/out/key"
    try Data((0..<32).map { UInt8($0 * 7 + 1) }).write(to: URL(filePath: key))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
    try put(posts, as: "posts.jsonl")
  }

  /// A copy of a community as it is now, to go on with.
  init(copyOf other: SmallCommunity) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "themaradar-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: other.folder, toPath: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Puts posts of the demo community in the inbox.
  func put(_ posts: Range<Int>, as name: String) throws {
    let lines = try Self.lines()[posts].joined(separator: "\n") + "\n"
    try lines.write(toFile: folder + "/inbox/" + name, atomically: true, encoding: .utf8)
  }

  /// A line per post of the demo community, by time.
  static func lines() throws -> [Substring] {
    try String(contentsOfFile: Program.root + "/fixtures/community/posts.ndjson", encoding: .utf8)
      .split(separator: "\n")
  }

  /// A community of the first 340 posts with a night behind it, in which groups of three may be told of; to make copies of.
  static func withNight() throws -> (community: SmallCommunity, night: Program.Result) {
    let community = try SmallCommunity(posts: 0..<340)
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try (settings + "privacy: {suppress_below: 3}\n").write(
      toFile: community.pipeline, atomically: true, encoding: .utf8)
    return (community, try community.night())
  }

  /// Runs the night.
  func night(_ more: [String] = [], killedAt line: String? = nil, afterMilliseconds delay: Int = 0) throws
    -> Program.Result
  {
    try Program.run(
      ["run", pipeline, "--progress", "plain"] + more, killedAt: line, afterMilliseconds: delay)
  }

  /// The text of a file of the newest night.
  func page(_ path: String) throws -> String {
    try String(contentsOfFile: folder + "/out/dashboards/latest/" + path, encoding: .utf8)
  }

  /// The cells of each row of a CSV file of the newest night, without its header; none of these files holds a line break in
  /// a cell.
  func rows(_ path: String) throws -> [[String]] {
    try page(path).split(separator: "\r\n").dropFirst().map { Self.cells(String($0)) }
  }

  /// The rows of a CSV file by column.
  func table(_ path: String) throws -> [[String: String]] {
    let header = Self.cells(String(try page(path).split(separator: "\r\n").first ?? ""))
    return try rows(path).map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// Everything in one folder of the newest night as one text.
  func text(of name: String) throws -> String {
    let files = try dashboards()
    let night = String(decoding: files["latest"] ?? Data(), as: UTF8.self)
    return files.filter { $0.key.hasPrefix("\(night)/\(name)/") }.sorted { $0.key < $1.key }
      .map { String(decoding: $0.value, as: UTF8.self) }.joined(separator: "\n")
  }

  private static func cells(_ line: String) -> [String] {
    var cells: [String] = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// Every published file with its bytes; `latest` as the name it leads to.
  func dashboards() throws -> [String: Data] {
    let root = folder + "/out/dashboards"
    var files: [String: Data] = [:]
    for path in FileManager.default.subpaths(atPath: root) ?? [] where !path.hasPrefix(".") {
      let whole = root + "/" + path
      if path == "latest" {
        files[path] = Data(try FileManager.default.destinationOfSymbolicLink(atPath: whole).utf8)
      } else if let data = FileManager.default.contents(atPath: whole) {
        files[path] = data
      }
    }
    return files
  }

  private static let mapping = """
    version: 1
    source: jeugd
    files: [{match: "*.jsonl", format: jsonl, entity: post}]
    fields:
      id: {path: id}
      thread: {path: thread_id}
      reply_to: {path: parent_id, empty: null}
      title: {path: title}
      created: {path: created_at, date: iso8601}
      author: {path: author_id}
      channel: {path: channel}
      body: {path: body, markup: plain}

    """

  private static let settings = """
    version: 1
    community: Proef
    as_of: 2024-06-30
    inbox: inbox
    store: out/store.sqlite
    key: out/key
    dashboards: out/dashboards
    import: {settle_seconds: 0}
    sources: [{name: jeugd, files: "*.jsonl", mapping: mapping.yaml}]
    moderation: {dictionary: none}

    """
}
