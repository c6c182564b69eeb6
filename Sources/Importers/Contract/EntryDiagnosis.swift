// Says what an entry is that no importer knows, so that people can do something about it.
import Archives
import Records

/// Why an entry could not be read by any importer.
enum EntryDiagnosis {
  /// The reason an entry is not read. Damaged JSON and XML are told apart from formats that are just unknown.
  static func refusal(of entry: ArchiveEntry, _ sample: EntrySample) throws -> ImportRefusal {
    switch sample.document {
    case .workbook:
      _ = try Workbook(entry)
      return ImportRefusal(
        reason: "no-mapping", message: "is een Excel-bestand, maar geen mapping past erbij")
    case .text:
      return ImportRefusal(
        reason: "no-mapping", message: "is een Word-document, maar geen mapping past erbij")
    case nil: break
    }
    let start = sample.start
    if start.isEmpty, sample.isWhole { return ImportRefusal(reason: "empty-file", message: "is leeg") }
    switch start.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if isLines(start, sample) {
        return ImportRefusal(
          reason: "no-mapping", message: "is JSONL, maar geen mapping past erbij", entry: entry.name)
      }
      do { _ = try JSONDocumentReading.read(entry, sample) } catch let refusal as ImportRefusal {
        return refusal
      }
    case UInt8(ascii: "<") where start.starts(with: "<?xml".utf8) || !isHTML(start):
      let parser = XMLEventParser { _ in }
      do {
        try entry.forEachBlock { try parser.feed($0) }
        try parser.finish()
      } catch let refusal as ImportRefusal { return refusal }
    default:
      if isTable(sample) {
        return ImportRefusal(
          reason: "no-mapping", message: "is een tabel, maar geen mapping past erbij", entry: entry.name)
      }
    }
    return ImportRefusal(
      reason: "unknown-format", message: "is geen formaat dat gelezen kan worden", entry: entry.name)
  }

  private static func isHTML(_ start: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: start.prefix(64), as: UTF8.self).lowercased()
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
  }

  /// Whether several lines each start an object.
  private static func isLines(_ start: ArraySlice<UInt8>, _ sample: EntrySample) -> Bool {
    let lines = start.split(separator: 0x0A).prefix(5)
    let name = sample.leafName.lowercased()
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return true }
    return lines.count > 1 && lines.allSatisfy { $0.first == UInt8(ascii: "{") && $0.count > 2 }
  }

  /// Whether it is text in which the first records have the same number of columns, two or more.
  private static func isTable(_ sample: EntrySample) -> Bool {
    guard !sample.head.contains(0), let delimiter = CSVFormat.delimiter(ofFirstLineIn: sample.head) else {
      return false
    }
    var parser = CSVParser(format: CSVFormat(delimiter: delimiter))
    var widths: [Int] = []
    sample.head.prefix(1 << 16).withUnsafeBytes { parser.feed($0) { widths.append($0.count) } }
    if sample.isWhole { parser.finish { widths.append($0.count) } }
    let name = sample.leafName.lowercased()
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv") { return true }
    return widths.count > 1 && widths[0] > 1 && widths.prefix(3).allSatisfy { $0 == widths[0] }
  }
}
