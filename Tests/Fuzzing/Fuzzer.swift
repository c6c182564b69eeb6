// Gives random bytes to the readers: libFuzzer calls this, makes the bytes, and stops when anything goes wrong.
import Archives
import Foundation
import Importers

/// What the readers are held to: no bytes make them crash, hang or leak, and every record is counted once.
struct Fuzzer {
  /// The name under which the bytes come in; mappings go by it.
  let name: String
  let importer: FileImporter

  /// A fuzzer for a group of readers: `mime`, `csv`, `json`, `xml`, `xlsx`, `whatsapp`, `chat`, `archive`.
  init?(_ group: String) {
    var settings = ImportSettings(source: "fuzz")
    // Small, so that no input takes long because it says that it is large.
    settings.limits = ArchiveLimits(
      fileBytes: 1 << 24, unpackedBytes: 1 << 24, documentBytes: 1 << 22, ratio: 200, ratioFreeBytes: 1 << 20,
      depth: 3, entries: 1000)
    let mapping = try? Mapping(yaml: Self.mapping, file: "fuzz.yaml")
    let names = [
      "mime": "mail.mbox", "csv": "berichten.csv", "json": "berichten.jsonl", "xml": "export.xml",
      "xlsx": "berichten.xlsx", "whatsapp": "_chat.txt", "chat": "result.json", "archive": "export.zip",
    ]
    guard let name = names[group], let mapping else { return nil }
    self.name = name
    settings.mappings = [mapping]
    importer = FileImporter(settings: settings)
  }

  /// Reads the bytes as a file.
  func read(_ bytes: [UInt8]) {
    do {
      let summary = try importer.read(ArchiveFile(bytes: bytes, limits: importer.settings.limits), name: name)
      { _ in }
      let sum =
        summary.posts + summary.quarantined + summary.skipped + summary.events + summary.deleted
        + summary.duplicates
        + summary.members
      precondition(
        !summary.isKept || summary.records == sum, "\(summary.records) records, \(sum) accounted for")
    } catch is ArchiveError {
      // The file is refused.
    } catch {
      fatalError("\(error)")
    }
  }

  private static let mapping = """
    version: 1
    source: fuzz
    timezone: Europe/Amsterdam
    files:
      - {match: "*.csv", format: csv}
      - {match: "*.jsonl", format: jsonl}
      - {match: "*.xlsx", format: xlsx}
    fields:
      id: {column: id, path: id}
      thread: {column: thread, path: thread}
      created: {column: created, path: created, date: iso8601}
      author: {column: author, path: author}
      body: {column: body, path: body, markup: html}
    """

  /// The fuzzer that the environment asks for.
  static let asked: Fuzzer? = Fuzzer(
    ProcessInfo.processInfo.environment["THEMARADAR_FUZZ_READER"] ?? "")
}

/// libFuzzer's entrance.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let fuzzer = Fuzzer.asked else { fatalError("THEMARADAR_FUZZ_READER names no reader") }
  fuzzer.read(start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? [])
  return 0
}
