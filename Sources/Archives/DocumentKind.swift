// Zips that are one document, told by what their parts are called.

/// A zip that is one document and not a container of files. Its parts are read through
/// ``ArchiveEntry/forEachPart(_:)``.
public enum DocumentKind: Hashable, Sendable {
  /// A workbook of Excel (XLSX, XLSM).
  case workbook
  /// A text of Word (DOCX, DOCM).
  case text

  /// The kind of document that holds these parts; nil for any other zip.
  init?(parts: some Sequence<String>) {
    var hasContentTypes = false
    var found: DocumentKind?
    for part in parts {
      switch part {
      case "[content_types].xml": hasContentTypes = true
      case "xl/workbook.xml": found = .workbook
      case "word/document.xml": found = found ?? .text
      default: break
      }
    }
    guard hasContentTypes, let found else { return nil }
    self = found
  }
}

/// The parts of a document: a zip that is opened again for every walk over them, within the limits of the file that
/// the document lies in.
final class DocumentParts {
  let kind: DocumentKind
  private let input: ContainerInput
  private let path: String
  private let budget: UnpackingBudget
  /// Bytes already counted of each part, so that looking twice at one does not count twice.
  private var counted: [String: Int] = [:]

  init(kind: DocumentKind, input: ContainerInput, path: String, budget: UnpackingBudget) {
    self.kind = kind
    self.input = input
    self.path = path
    self.budget = budget
  }

  func forEach(_ body: (ArchiveEntry) throws -> Void) throws {
    guard input.seek(to: 0) else {
      throw ArchiveError(reason: .io, entry: path, message: "kon niet nog eens gelezen worden")
    }
    if let directory = try ZipDirectory.read(input) {
      try budget.checkRatio(of: directory.claimedBytes, entry: path)
    }
    let reader = try ContainerReader.open(input, kind: .zip, path: path)
    var number = 0
    while let header = try reader.next() {
      guard header.isRegular else { continue }
      number += 1
      let name = header.name.replacing("\\", with: "/")
      if header.isEncrypted {
        throw ArchiveError(reason: .encrypted, entry: path, message: "is beveiligd met een wachtwoord")
      }
      if counted[name] == nil {
        try budget.spendEntry(path)
        counted[name] = 0
      }
      var passed = 0
      try body(
        ArchiveEntry(name: name, number: number, documentLimit: budget.limits.documentBytes) {
          () throws(ArchiveError) in
          guard let block = try reader.pull() else { return nil }
          passed += block.count
          let before = self.counted[name] ?? 0
          if passed > before {
            self.counted[name] = passed
            try self.budget.spend(bytes: passed - before, entry: self.path)
          }
          return block
        })
    }
  }
}
