// Walks the entries of a container and of the containers within it.

/// One walk over a file's entries: what it may still unpack to, and what was odd so far.
struct ArchiveWalk {
  let budget: UnpackingBudget
  var warnings: [ArchiveWarning] = []
  private var number = 0

  init(budget: UnpackingBudget) { self.budget = budget }

  /// Walks a container.
  ///
  /// - Parameters:
  ///   - path: its name within the file; empty for the file itself.
  ///   - depth: containers around and including it.
  mutating func open(
    _ input: ContainerInput, kind: ContainerKind, path: String, depth: Int,
    _ body: (ArchiveEntry) throws -> Void
  ) throws {
    try checkDepth(depth, path)
    if kind == .zip { try checkDirectory(of: input, path) }
    let reader = try ContainerReader.open(input, kind: kind, path: path)
    var names: Set<String> = []
    while let header = try reader.next() {
      let inner = depth + (kind == .zip || kind == .sevenZip ? 1 : reader.filters)
      try checkDepth(inner - 1, path)
      if header.isFolder { continue }
      let name =
        reader.isSingleFile ? path : path.isEmpty ? header.name : path + "!/" + header.name
      try budget.spendEntry(name)
      number += 1
      guard header.isRegular else {
        warnings.append(ArchiveWarning(code: .unsafeEntryType, entry: name))
        continue
      }
      if header.isEncrypted {
        throw ArchiveError(reason: .encrypted, entry: name, message: "is beveiligd met een wachtwoord")
      }
      if !names.insert(name).inserted {
        warnings.append(ArchiveWarning(code: .duplicateEntryName, entry: name))
      }
      let budget = budget
      let entry = ArchiveEntry(name: name, number: number, documentLimit: budget.limits.documentBytes) {
        () throws(ArchiveError) in
        guard let block = try reader.pull() else { return nil }
        try budget.spend(bytes: block.count, entry: name)
        return block
      }
      let head = try entry.peek(ContainerKind.headLength)
      if let nested = ContainerKind(head: head) {
        let input: ContainerInput =
          nested.needsSeeking ? MemoryInput(try entry.contents()) : EntryInput(entry)
        if nested == .zip, let memory = input as? MemoryInput,
          let document = try ZipDirectory.read(memory)?.document
        {
          try body(
            ArchiveEntry(
              name: name, number: number, memory: memory,
              parts: DocumentParts(kind: document, input: memory, path: name, budget: budget),
              documentLimit: budget.limits.documentBytes))
        } else {
          try open(input, kind: nested, path: name, depth: inner, body)
        }
      } else {
        try body(entry)
      }
      // What nobody read counts too where it has to be unpacked to get past it.
      if kind != .zip { try entry.forEachBlock { _ in } }
      if reader.isSingleFile, reader.hasTrailingData() {
        warnings.append(ArchiveWarning(code: .trailingData, entry: name))
      }
    }
    if number == 0 { warnings.append(ArchiveWarning(code: .emptyFile, entry: path)) }
  }

  /// Counts a file, container or not, as an entry of the folder that it lies in.
  mutating func count(_ path: String) throws(ArchiveError) {
    try budget.spendEntry(path)
    number += 1
  }

  /// Hands out a file that is no container as an entry.
  ///
  /// - Parameters:
  ///   - path: its path in a folder; empty for a file that is walked alone, whose size was checked.
  ///   - parts: those of a document.
  mutating func plain(
    _ input: ContainerInput, path: String, _ parts: DocumentParts?, _ body: (ArchiveEntry) throws -> Void
  ) throws {
    let budget = budget
    try body(
      ArchiveEntry(
        name: path, number: max(1, number), documentLimit: budget.limits.documentBytes, parts: parts
      ) {
        () throws(ArchiveError) in
        do {
          let block = try input.read()
          if !path.isEmpty { try budget.spend(bytes: block.count, entry: path) }
          return block.isEmpty ? nil : block
        } catch let error as ArchiveError { throw error } catch {
          throw ArchiveError(reason: .io, entry: path, message: "kon niet gelezen worden")
        }
      })
  }

  private func checkDepth(_ depth: Int, _ path: String) throws(ArchiveError) {
    guard depth > budget.limits.depth else { return }
    throw ArchiveError(
      reason: .depth, entry: path,
      message: "zit dieper dan \(budget.limits.depth) archieven in elkaar")
  }

  private func checkDirectory(of input: ContainerInput, _ path: String) throws {
    guard input.size != nil else { return }
    guard let directory = try ZipDirectory.read(input) else {
      throw ArchiveError(
        reason: .truncated, entry: path, message: "is niet compleet: het einde van het archief ontbreekt")
    }
    try budget.checkRatio(of: directory.claimedBytes, entry: path)
  }
}
