// Reads the files that make up the name lexicon: the Dutch word list, the member list, further names.

import Moderation
import Records

/// Where the names come from.
public struct NameSources: Sendable {
  private let members: String?
  private let names: String?
  private let dictionary: String

  /// The sources with these paths.
  public init(members: String? = nil, names: String? = nil, dictionary: String = RedactFilter.usualDictionary)
  {
    self.members = members
    self.names = names
    self.dictionary = dictionary
  }

  /// Reads them all. A missing word list is reported and done without: then fewer names are found.
  /// - Returns: the lexicon, and whether nothing was missing.
  public func lexicon(report: (String) -> Void) throws -> (lexicon: NameLexicon, isComplete: Bool) {
    var isComplete = true
    var lexicon = Self.lexicon(dictionary: dictionary) { error in
      isComplete = false
      report("\(error): fewer names will be found; the Debian package hunspell-nl has the word list")
    }
    if let members { Self.addMembers(try ByteReader.contents(of: members), to: &lexicon) }
    if let names { lexicon.add(names: String(decoding: try ByteReader.contents(of: names), as: UTF8.self)) }
    return (lexicon, isComplete)
  }

  /// The lexicon of the program's own names and a word list; without a dictionary when the list cannot be read.
  static func lexicon(dictionary: String, whenMissing: (any Error) -> Void = { _ in }) -> NameLexicon {
    var lexicon = NameLexicon()
    do { lexicon.add(hunspell: try ByteReader.contents(of: dictionary)) } catch { whenMissing(error) }
    return lexicon
  }

  /// Adds the names of a member list: the columns whose header speaks of a name, or every line where none does.
  static func addMembers(_ bytes: [UInt8], to lexicon: inout NameLexicon) {
    let text = String(decoding: bytes, as: UTF8.self)
    let delimiter = CSVFormat.delimiter(ofFirstLineIn: bytes)
    let records = CSVParser.records(in: bytes, format: CSVFormat(delimiter: delimiter ?? UInt8(ascii: ",")))
    guard let header = records.first?.strings.map({ $0.lowercased() }) else { return }
    let columns = header.indices.filter { nameColumns.contains(header[$0]) }
    guard !columns.isEmpty else {
      lexicon.add(names: text)
      return
    }
    let family = columns.filter { familyColumns.contains(header[$0]) }
    let whole = columns.filter { !familyColumns.contains(header[$0]) }
    for record in records.dropFirst() {
      let name = (whole + family).compactMap { record.string($0) }.filter { !$0.isEmpty }.joined(
        separator: " ")
      if !name.isEmpty { lexicon.add(fullName: name) }
    }
  }

  private static let familyColumns: Set<String> = [
    "achternaam", "last_name", "lastname", "surname", "familienaam", "family_name", "tussenvoegsel",
  ]
  private static let nameColumns: Set<String> = familyColumns.union([
    "naam", "name", "voornaam", "first_name", "firstname", "roepnaam", "author_name", "display_name",
    "weergavenaam",
    "volledige naam", "full_name", "lid", "gebruiker",
  ])
}

extension PipelineFile {
  /// The word list that tells names from words: the one the file names, else the system's.
  var wordList: String { (moderation.dictionary ?? Self.systemDictionary) + ".dic" }

  /// The lexicon of a night; without a dictionary when the word list cannot be read.
  func nameLexicon() -> NameLexicon { NameSources.lexicon(dictionary: wordList) }
}
