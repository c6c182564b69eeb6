// Makes archives of made-up exports in memory and reads them as the night does.
import Archives
import Foundation
import TestSupport

@testable import Importers

/// An export that is made for a test: entries with their text, put into a zip.
enum WorkplaceExport {
  /// What reading gives.
  struct Reading {
    var items: [ImportItem] = []
    var summary: ImportSummary

    var posts: [ImportedPost] { items.compactMap { if case .post(let post) = $0 { post } else { nil } } }
    var revisions: [ImportedPost] {
      items.compactMap { if case .revision(let post) = $0 { post } else { nil } }
    }
    func post(_ id: String) -> ImportedPost? { posts.first { $0.id == id } }
  }

  /// Reads entries from a zip.
  static func read(
    _ entries: [(name: String, text: String)], file: String = "export.zip", includesPrivate: Bool = false
  ) throws -> Reading {
    try read(
      StoredZip.bytes(entries.map { ($0.name, Array($0.text.utf8)) }), as: file,
      includesPrivate: includesPrivate)
  }

  /// Reads a plain file.
  static func read(_ text: String, as file: String, includesPrivate: Bool = false) throws -> Reading {
    try read(Array(text.utf8), as: file, includesPrivate: includesPrivate)
  }

  private static func read(_ bytes: [UInt8], as file: String, includesPrivate: Bool) throws -> Reading {
    let folder = TemporaryFolder()
    return try withExtendedLifetime(folder) {
      let path = folder.path("file")
      try Data(bytes).write(to: URL(filePath: path))
      return try read(path: path, name: file, includesPrivate: includesPrivate)
    }
  }

  /// Reads a file that is there.
  static func read(path: String, name: String, includesPrivate: Bool = false) throws -> Reading {
    var settings = ImportSettings()
    settings.includesPrivate = includesPrivate
    var items: [ImportItem] = []
    let summary = try FileImporter(settings: settings).read(path, name: name) { items.append($0) }
    return Reading(items: items, summary: summary)
  }
}

/// A zip without compression.
enum StoredZip {
  static func bytes(_ entries: [(name: String, content: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(value >> (8 * $0) & 0xFF) } }
    for (name, content) in entries {
      let name = Array(name.utf8)
      let common =
        number(20, 2) + number(0x0800, 2) + number(0, 2) + number(0, 4) + number(Int(crc(content)), 4)
        + number(content.count, 4) + number(content.count, 4) + number(name.count, 2) + number(0, 2)
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 6) + number(0, 4) + number(file.count, 4)
        + name
      file += number(0x0403_4B50, 4) + common + name + content
    }
    let start = file.count
    file += directory
    file +=
      number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
      + number(directory.count, 4) + number(start, 4) + number(0, 2)
    return file
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
