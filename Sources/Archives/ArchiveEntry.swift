// One entry of an archive, or a plain file: a stream of bytes with a name, read once.

/// An entry: a name and a stream of bytes that can be read once, after a look at its start. Only valid within the
/// call that hands it out.
public final class ArchiveEntry {
  /// The name inside the archive; names of containers within each other are joined by `!/`. Empty for a plain file.
  /// A label only: nothing is ever written under it.
  public let name: String
  /// Number of the entry within the file, from 1, counted over nested containers.
  public let number: Int

  private let pull: () throws(ArchiveError) -> UnsafeRawBufferPointer?
  /// What document it is when it is a zip with the parts of one; nil for anything else.
  public var document: DocumentKind? { parts?.kind }

  private let parts: DocumentParts?
  private let documentLimit: Int
  private var ahead: [UInt8] = []
  private var ended = false

  init(
    name: String, number: Int, documentLimit: Int, parts: DocumentParts? = nil,
    pull: @escaping () throws(ArchiveError) -> UnsafeRawBufferPointer?
  ) {
    self.name = name
    self.number = number
    self.documentLimit = documentLimit
    self.parts = parts
    self.pull = pull
  }

  /// An entry that is a document in memory.
  convenience init(name: String, number: Int, memory: MemoryInput, parts: DocumentParts, documentLimit: Int) {
    var offset = 0
    self.init(name: name, number: number, documentLimit: documentLimit, parts: parts) {
      let block = memory.block(at: offset)
      offset += block.count
      return block.isEmpty ? nil : block
    }
  }

  /// An entry of bytes in memory that come in the blocks given.
  public convenience init(name: String, number: Int = 1, blocks: [[UInt8]]) {
    let remaining = BlockList(blocks)
    self.init(name: name, number: number, documentLimit: .max, parts: Self.parts(of: blocks, name)) {
      remaining.next()
    }
  }

  private static func parts(of blocks: [[UInt8]], _ name: String) -> DocumentParts? {
    let head = blocks.lazy.joined().prefix(4)
    guard head.elementsEqual([0x50, 0x4B, 0x03, 0x04]) else { return nil }
    let input = MemoryInput(Array(blocks.joined()))
    guard let kind = try? ZipDirectory.read(input)?.document else { return nil }
    let budget = UnpackingBudget(limits: ArchiveLimits(), fileSize: input.size ?? 0)
    return DocumentParts(kind: kind, input: input, path: name, budget: budget)
  }

  /// Hands out the parts of a document; can be called again. Their bytes count as those of any entry, once.
  public func forEachPart(_ body: (ArchiveEntry) throws -> Void) throws { try parts?.forEach(body) }

  /// The first bytes, at most so many, without using them up.
  public func peek(_ count: Int = 1 << 16) throws(ArchiveError) -> ArraySlice<UInt8> {
    while ahead.count < count, !ended {
      guard let block = try pull() else {
        ended = true
        break
      }
      ahead.append(contentsOf: block)
    }
    return ahead.prefix(count)
  }

  /// The next bytes; nil at the end. They are valid until the next call.
  func next(_ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
    if !ahead.isEmpty {
      let block = ahead
      ahead = []
      try block.withUnsafeBytes(body)
      return true
    }
    guard !ended, let block = try pull() else {
      ended = true
      return false
    }
    try body(block)
    return true
  }

  /// Hands out all bytes in blocks; those are only valid during the call.
  public func forEachBlock(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    while try next(body) {}
  }

  /// All bytes at once, for documents; refused when they are more than the limit for documents.
  public func contents() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachBlock { block in
      guard bytes.count + block.count <= documentLimit else {
        throw ArchiveError(
          reason: .bytes, entry: name, message: "is als document groter dan \(documentLimit) bytes")
      }
      bytes.append(contentsOf: block)
    }
    return bytes
  }
}

/// Blocks in memory, handed out one by one.
private final class BlockList {
  private var blocks: [UnsafeMutableRawBufferPointer]
  private var position = 0

  init(_ blocks: [[UInt8]]) {
    self.blocks = blocks.map { block in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: block.count, alignment: 16)
      copy.copyBytes(from: block)
      return copy
    }
  }

  deinit { for block in blocks { block.deallocate() } }

  func next() -> UnsafeRawBufferPointer? {
    guard position < blocks.count else { return nil }
    position += 1
    return UnsafeRawBufferPointer(blocks[position - 1])
  }
}
