// Proposes a mapping for a file: what `themaradar map suggest` writes.
import Archives
import Discussion

/// Proposes a mapping for a file: a YAML text with Dutch comments that names what was found, and says of each proposal
/// that it is one and why. It is a mapping itself: what could not be proposed stands in comments.
public struct MappingSuggestion: Sendable {
  /// The mapping as YAML.
  public var yaml: String
  /// Whether it can be tried as it is: every file in it has what it needs.
  public var isComplete: Bool

  /// Looks through a file, archive or not.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - name: its name, for the pattern and for messages.
  /// - Throws: ``ImportRefusal`` or ``ArchiveError`` when the file cannot be read, or holds nothing that a mapping
  ///   could read.
  public init(for file: ArchiveFile, name: String) throws {
    var tables: [TableProfile] = []
    var notes: [String] = []
    var known: [String] = []
    var others = 0
    try file.forEachEntry { entry in
      let sample = try EntrySample(file: name, entry: entry)
      if let importer = FileImporter.formats.first(where: { $0.recognises(sample) }) {
        if !known.contains(importer.format) { known.append(importer.format) }
        return
      }
      let found = try TableProfiler.profiles(entry, sample)
      if !found.isEmpty {
        for table in found { Self.add(table, to: &tables) }
      } else if Self.isNotes(sample) {
        notes.append(sample.fullPath)
      } else {
        others += 1
      }
    }
    guard !tables.isEmpty || !notes.isEmpty else {
      if let format = known.first {
        throw ImportRefusal(
          reason: "no-mapping-needed",
          message: "wordt zonder mapping gelezen (als \(known.joined(separator: ", ")))",
          entry: format)
      }
      throw ImportRefusal(
        reason: "unknown-format",
        message: "bevat geen tabel, JSON, Excel-bestand of notulen waar een mapping bij past")
    }
    var writer = MappingWriter(file: name)
    writer.write(tables, ArchiveProposals.of(tables), notes: notes, known: known, others: others)
    yaml = writer.text
    isComplete = writer.isComplete
  }

  /// Files of one export in parts have the same columns and differ in a number only: they are one table.
  private static func add(_ table: TableProfile, to tables: inout [TableProfile]) {
    let pattern = MappingWriter.pattern(table.name)
    let isPart = tables.contains {
      MappingWriter.pattern($0.name) == pattern && $0.format == table.format && $0.sheet == table.sheet
        && $0.columns.map(\.name) == table.columns.map(\.name)
    }
    if !isPart { tables.append(table) }
  }

  private static func isNotes(_ sample: EntrySample) -> Bool {
    let name = sample.leafName.lowercased()
    return sample.document == .text || name.hasSuffix(".md") || name.hasSuffix(".txt")
      || name.hasSuffix(".markdown")
  }
}

/// Proposals for the tables of one file together: replies in one table name posts in another.
enum ArchiveProposals {
  static func of(_ tables: [TableProfile]) -> [TableProposal] {
    var proposals = tables.map { FieldProposer($0).proposal }
    func ids(_ index: Int) -> Set<String> {
      proposals[index].fields[.id].flatMap { tables[index][$0.column]?.distinctValues } ?? []
    }
    func isPosts(_ index: Int) -> Bool { proposals[index].entity == .post && !ids(index).isEmpty }
    for index in tables.indices where isPosts(index) && proposals[index].fields[.body] != nil {
      for other in tables.indices where other != index && isPosts(other) {
        guard let column = reference(from: tables[index], proposals[index], to: ids(other)) else { continue }
        let collide = !ids(index).isDisjoint(with: ids(other))
        join(&proposals[index], tables[index], column, to: tables[other], collide: collide)
        proposals[other].opens = nil
        proposals[other].missing.removeAll { $0.field == .thread }
        break
      }
    }
    return proposals
  }

  /// The column whose values are numbers of posts in another table.
  private static func reference(
    from table: TableProfile, _ proposal: TableProposal, to ids: Set<String>
  ) -> ColumnProfile? {
    let own = proposal.fields[.id]?.column
    let candidates = table.columns.filter { column in
      guard column.name != own, column.filled * 10 >= table.rows * 9 else { return false }
      let score = max(
        FieldNames.score(column.name, .thread), FieldNames.score(column.name, .replyTo),
        FieldNames.score(column.name, .id))
      let known = column.values.count { ids.contains($0) }
      return score > 0 && known * 10 >= column.values.count * 8
    }
    return candidates.max { FieldNames.score($0.name, .thread) < FieldNames.score($1.name, .thread) }
  }

  private static func join(
    _ proposal: inout TableProposal, _ table: TableProfile, _ column: ColumnProfile, to other: TableProfile,
    collide: Bool
  ) {
    let file = MappingWriter.leaf(other.name)
    let inner = proposal.fields[.replyTo].flatMap { $0.column == column.name ? nil : $0.column }
    for (name, field) in proposal.fields where field.column == column.name { proposal.fields[name] = nil }
    proposal.fields[.thread] = TableProposal.Field(
      column: column.name, reason: "de waarden zijn nummers uit \(file)")
    proposal.fields[.replyTo] = TableProposal.Field(
      column: inner ?? column.name,
      reason: inner == nil
        ? "de waarden zijn nummers uit \(file)" : "een reactie hierop, en anders op het bericht uit \(file)",
      prefix: inner != nil && collide ? "r-" : nil, fallback: inner == nil ? nil : column.name)
    proposal.missing.removeAll { $0.field == .thread }
    proposal.opens = nil
    proposal.follows = false
    guard collide, proposal.fields[.id] != nil else { return }
    proposal.fields[.id]?.prefix = "r-"
    proposal.fields[.id]?.reason += "; dezelfde nummers staan in \(file), vandaar het voorvoegsel"
  }
}
