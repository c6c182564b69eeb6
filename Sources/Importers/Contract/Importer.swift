// The contract that every importer keeps: recognise a format by its content, read it as a stream.
import Archives
import Discussion

/// What is known of an entry before it is read.
public struct EntrySample: Sendable {
  /// The file's name, relative to the inbox or folder named.
  public var file: String
  /// The entry's name inside the file; empty for a plain file.
  public var entry: String
  /// The entry's first bytes, as UTF-8 without byte order mark when it is text.
  public var head: ArraySlice<UInt8>
  /// How its text is encoded, as far as the first bytes tell.
  public var encoding: TextEncoding
  /// Whether a byte order mark said so.
  public var hasByteOrderMark: Bool
  /// Whether `head` is all there is.
  public var isWhole: Bool
  /// What document it is when it is one.
  public var document: DocumentKind?
  /// The keys at its start, when it may be JSON.
  let outline: JSONOutline
  /// The first rows of a workbook's sheets.
  var workbook: WorkbookPreview?

  /// A sample of an entry.
  public init(file: String, entry: ArchiveEntry) throws(ArchiveError) {
    self.file = file
    self.entry = entry.name
    document = entry.document
    workbook = entry.document == .workbook ? try WorkbookPreview(entry) : nil
    let bytes = try entry.peek(Self.length + 1)
    isWhole = bytes.count <= Self.length
    let mark = TextEncoding.byteOrderMark(bytes)
    hasByteOrderMark = mark != nil
    encoding = mark?.0 ?? .utf8
    let content = bytes.prefix(Self.length).dropFirst(mark?.length ?? 0)
    head = encoding == .utf8 ? content : encoding.decode(content)[...]
    let first = head.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    let mayBeJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    outline = JSONOutline(mayBeJSON ? head : [])
  }

  /// Bytes looked at: enough for a long first record.
  static let length = 1 << 18

  /// The last part of the name that says what it is, without a suffix for compression.
  public var leafName: String {
    let path = (entry.isEmpty ? file : entry).split(separator: "/").last.map(String.init) ?? ""
    for suffix in [".gz", ".bz2", ".xz", ".zst"] where path.lowercased().hasSuffix(suffix) {
      return String(path.dropLast(suffix.count))
    }
    return path
  }

  /// The whole path with `/` between its parts, without a suffix for compression.
  var fullPath: String {
    var parts = file.split(separator: "/").map(String.init)
    parts += entry.split(separator: "/").map { $0.hasSuffix("!") ? String($0.dropLast()) : String($0) }
    if !parts.isEmpty { parts[parts.count - 1] = leafName }
    return parts.joined(separator: "/")
  }

  /// The first bytes that are no white space.
  var start: ArraySlice<UInt8> { head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) } }
}

/// A reader of one export format.
///
/// An importer promises: records never cost their neighbours (a bad one goes to quarantine, a bad whole is an
/// ``ImportRefusal``); the blocks that bytes come in do not matter; bytes never make it crash; every item says where
/// it came from; every record is counted once. `ImporterConformance` in the tests holds each of them to it.
public protocol Importer: Sendable {
  /// The format's name, such as `mapped.csv`.
  var format: String { get }

  /// Whether an entry is in this format, told by its content. Names only help where contents cannot tell.
  func recognises(_ sample: EntrySample) -> Bool

  /// Reads an entry that it recognised.
  ///
  /// - Parameters:
  ///   - entry: the bytes.
  ///   - sample: what was known of it before.
  ///   - sink: takes the items and counts them.
  /// - Throws: ``ImportRefusal`` when the whole file has to be refused.
  func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws

  /// What the importer has to know of all entries of a file before it can read the first; nil where that is nothing.
  func makeSurvey() -> (any ImportSurvey)?

  /// The files by which a folder is known as one export of this format whose files need each other; none where it is
  /// not. Names only suggest it: one of the files has to be recognised too.
  func marks(of folder: FolderListing) -> [String]
}

extension Importer {
  /// Nothing has to be known beforehand.
  public func makeSurvey() -> (any ImportSurvey)? { nil }

  /// Every file says all that is needed to read it.
  public func marks(of folder: FolderListing) -> [String] { [] }
}

/// What is gathered over all entries of a file before they are read, such as which mails belong together.
public protocol ImportSurvey: AnyObject {
  /// Looks through an entry.
  func look(at entry: ArchiveEntry) throws

  /// Looks through an entry of a file with a name, where that says how it is read.
  func look(at entry: ArchiveEntry, file: String) throws
}

extension ImportSurvey {
  /// Looks through the entry, whatever the file is called.
  public func look(at entry: ArchiveEntry, file: String) throws { try look(at: entry) }
}
