// Writes a proposed mapping as YAML with comments.

/// Writes a proposed mapping as YAML with comments.
struct MappingWriter {
  private(set) var text = ""
  private(set) var isComplete = true
  private let file: String

  init(file: String) { self.file = file }

  /// The last part of a path.
  static func leaf(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// A pattern for the name of a file and of later ones like it: runs of digits, with what joins them, become `*`.
  static func pattern(_ path: String) -> String {
    let bytes = Array(leaf(path).utf8)
    let dot = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.count
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let isDigit = position < dot && (0x30...0x39).contains(bytes[position])
      if isDigit {
        while position < dot, (0x30...0x39).contains(bytes[position]) || "-_.T".utf8.contains(bytes[position])
        {
          position += 1
        }
        if result.last != UInt8(ascii: "*") { result.append(UInt8(ascii: "*")) }
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  mutating func line(_ text: String = "", _ remark: String? = nil) {
    guard let remark else { return self.text += text + "\n" }
    let padding = String(repeating: " ", count: max(2, 46 - text.count))
    self.text += "\(text)\(padding)# \(MappingText.comment(remark))\n"
  }

  mutating func write(
    _ tables: [TableProfile], _ proposals: [TableProposal], notes: [String], known: [String], others: Int
  ) {
    line(
      "# Voorstel voor een mapping van \(MappingText.comment(Self.leaf(file))), gemaakt met: themaradar map suggest"
    )
    line(
      "# Bij elk voorstel staat waarop het berust. Een kolom die hier niet genoemd is, wordt niet gelezen.")
    line(
      "# Kijk alles na en probeer het: themaradar map check MAPPING \(MappingText.comment(Self.leaf(file)))")
    if !known.isEmpty {
      line("# Zonder mapping worden in dit bestand al gelezen: \(known.joined(separator: ", ")).")
    }
    if others > 0 {
      line("# \(others) andere bestanden erin zijn geen tabel of tekst, en worden niet gelezen.")
    }
    line("version: 1")
    line(
      "source: \(MappingText.quoted(source))",
      "VUL IN: een naam voor deze bron die nooit meer verandert; hij hoort bij elk bericht")
    line("timezone: Europe/Amsterdam", "voor tijden die zelf geen zone noemen")
    line("files:")
    let lacking = zip(tables, proposals).map { table, proposal in
      proposal.missing.map(\.field).filter { isNeeded($0, proposal.entity) }
    }
    isComplete = !notes.isEmpty || lacking.contains(where: \.isEmpty)
    for (position, table) in tables.enumerated() {
      var part = MappingWriter(file: file)
      part.write(table, proposals[position], lacking: lacking[position])
      // A table that cannot be read must not keep the others from being tried.
      let isLeftOut = isComplete && !lacking[position].isEmpty
      text += isLeftOut ? Self.commented(part.text) : part.text
    }
    for pattern in Self.unique(notes.map(Self.pattern)) { writeNotes(pattern) }
  }

  private static func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A name from that of the file: letters and digits only.
  private var source: String {
    let stem = Self.leaf(file).split(separator: ".").first.map(String.init) ?? ""
    let name = stem.lowercased().unicodeScalars.map { scalar -> Character in
      ("a"..."z").contains(Character(scalar)) || ("0"..."9").contains(Character(scalar))
        ? Character(scalar) : "-"
    }
    let parts = String(name).split(separator: "-").filter { !$0.allSatisfy(\.isNumber) }
    return parts.isEmpty ? "bron" : parts.joined(separator: "-")
  }

  /// The lines as comments, but those that are comments already.
  private static func commented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty || line.drop(while: { $0 == " " }).hasPrefix("#") ? String(line) : "  # \(line)"
    }.joined(separator: "\n")
  }

  private mutating func write(
    _ table: TableProfile, _ proposal: TableProposal, lacking: [MappedField.Name]
  ) {
    let count = table.isCut ? "de eerste \(table.rows) van meer records" : "\(table.rows) records"
    line()
    line(
      "  # \(MappingText.comment(Self.leaf(table.name))): \(count), \(table.columns.count) \(Self.plural(table))."
    )
    for remark in table.remarks { line("  # LET OP: \(remark).") }
    if !lacking.isEmpty {
      let names = lacking.map(\.rawValue).joined(separator: " en ")
      line("  # Dit bestand kan zo niet gelezen worden: er ontbreekt \(names). Vul het in, of laat het weg.")
    }
    line(
      "  - match: \(MappingText.quoted(Self.pattern(table.name)))",
      "voorstel: de naam van het bestand, met * voor cijfers")
    line("    format: \(table.format.rawValue)")
    writeForm(table)
    line("    entity: \(proposal.entity.rawValue)", Self.entityRemark(proposal.entity))
    if proposal.entity == .answers { writeQuestions(table, proposal) }
    if let opens = proposal.opens { line("    opens: \(opens.setting)", "voorstel: \(opens.reason)") }
    writeSamples(table, proposal)
    line("    fields:")
    for name in Self.order {
      if name == .thread, proposal.follows {
        line(
          "      thread: {follow: reply_to}",
          "voorstel: reacties op reacties horen bij het eerste bericht van hun rij")
      } else if let field = proposal.fields[name] {
        writeField(name, field, table)
      } else if let missing = proposal.missing.first(where: { $0.field == name }) {
        writeMissing(name, missing.reason, table, proposal)
      }
    }
  }

  private static let order: [MappedField.Name] = [
    .id, .thread, .replyTo, .title, .created, .edited, .author, .authorName, .channel, .body, .deleted,
    .organisation,
    .region, .role,
  ]

  private static func plural(_ table: TableProfile) -> String { table.format.isTable ? "kolommen" : "paden" }

  private static func entityRemark(_ entity: MappedFile.Entity) -> String {
    switch entity {
    case .post: "elk record is een bericht"
    case .member: "voorstel: elk record is een lid, er zijn geen teksten"
    case .answers: "voorstel: een vragenlijst, met per rij de antwoorden van iemand"
    }
  }

  private func isNeeded(_ field: MappedField.Name, _ entity: MappedFile.Entity) -> Bool {
    switch entity {
    case .post: field == .created || field == .body
    case .member: field == .author
    case .answers: false
    }
  }

  private mutating func writeForm(_ table: TableProfile) {
    switch table.format {
    case .csv:
      if let encoding = table.encoding {
        line(
          "    encoding: \(Self.name(encoding))",
          encoding == .windows1252 ? "voorstel: de bytes zijn geen UTF-8" : "gevonden")
      }
      if let delimiter = table.delimiter {
        let text = delimiter == 9 ? "tab" : MappingText.quoted(String(decoding: [delimiter], as: UTF8.self))
        line("    delimiter: \(text)", "gevonden in de eerste regel")
      }
      if table.isBackslashQuoted { line("    quote: backslash", "gevonden: \\\" binnen aanhalingstekens") }
    case .xlsx:
      if let sheet = table.sheet { line("    sheet: \(MappingText.quoted(sheet))", "naam van het werkblad") }
    case .json:
      if !table.records.isEmpty {
        line("    records: \(table.records.joined(separator: "."))", "de langste lijst in het document")
      }
      if let replies = table.replies {
        line("    replies: \(replies)", "voorstel: een lijst met net zulke records erin")
      }
    case .jsonl, .notes: break
    }
    guard table.format.isTable else { return }
    line(
      "    header: \(table.hasHeader)",
      table.hasHeader
        ? "de eerste rij noemt de kolommen" : "de eerste rij is geen kop: kolommen heten 1, 2, 3")
  }

  private static func name(_ encoding: TextEncoding) -> String {
    switch encoding {
    case .utf8: "utf-8"
    case .utf16LittleEndian: "utf-16"
    case .utf16BigEndian: "utf-16be"
    case .windows1252: "windows-1252"
    }
  }

  private mutating func writeSamples(_ table: TableProfile, _ proposal: TableProposal) {
    line(
      "    # Wat er in staat, met hoogstens drie waarden (namen, adressen en telefoonnummers zijn onleesbaar gemaakt):"
    )
    for column in table.columns {
      let isName =
        FieldNames.score(column.name, .author) > 0 || FieldNames.score(column.name, .authorName) > 0
        || proposal.fields[.author]?.column == column.name
      let samples = column.samples.map { isName ? SampleValue.shortened($0) : SampleValue.shown($0) }
      let filled = column.filled == table.rows ? "" : " (\(column.filled) gevuld)"
      let free = proposal.uses(column.name) ? "" : " [niet gebruikt]"
      let name = MappingText.comment(column.name)
      line(
        "    #   \(name)\(filled)\(free): \(samples.isEmpty ? "altijd leeg" : samples.joined(separator: " | "))"
      )
    }
  }

  private mutating func writeField(
    _ name: MappedField.Name, _ field: TableProposal.Field, _ table: TableProfile
  ) {
    let key = MappingText.key(table.format)
    func source(_ column: String) -> String { table.format.isTable ? MappingText.quoted(column) : column }
    let prefix = field.prefix.map { ", prefix: \(MappingText.quoted($0))" } ?? ""
    var inside: String
    if let fallback = field.fallback {
      inside = "first_of: [{\(key): \(source(field.column))\(prefix)}, {\(key): \(source(fallback))}]"
    } else {
      inside = "\(key): \(source(field.column))\(prefix)"
    }
    for setting in field.settings { inside += ", \(setting)" }
    line("      \(name.rawValue): {\(inside)}", "voorstel: \(field.reason)")
  }

  private mutating func writeMissing(
    _ name: MappedField.Name, _ reason: String, _ table: TableProfile, _ proposal: TableProposal
  ) {
    let key = MappingText.key(table.format)
    if proposal.entity == .answers, name == .created {
      line("      created: {value: 2025-01-01}", "VUL IN: \(reason)")
      return
    }
    let pattern = name == .created ? ", date: \"dd-MM-yyyy HH:mm\"" : ""
    line("      # \(name.rawValue): {\(key): …\(pattern)}", "geen voorstel: \(reason)")
  }

  private mutating func writeQuestions(_ table: TableProfile, _ proposal: TableProposal) {
    line("    list: \(MappingText.quoted(source))", "VUL IN: een vaste naam voor deze vragenlijst")
    line("    questions:", "voorstel: kolommen met een vraag als naam en eigen woorden als antwoord")
    for question in proposal.questions { line("      - \(MappingText.quoted(question))") }
  }

  private mutating func writeNotes(_ pattern: String) {
    line()
    line("  # Tekst: elk punt van een lijst wordt een bericht, onder de koppen waar het onder staat.")
    line("  - match: \(MappingText.quoted(pattern))", "voorstel: de naam van het bestand, met * voor cijfers")
    line("    format: notes")
    line("    paragraphs: false", "true: ook gewone alinea's zijn punten")
    line("    fields:")
    line(
      "      created: {label: Datum, date: [iso8601, d MMMM yyyy]}",
      "de dag staat in de eerste regels achter “Datum:”; of vul hem in: {value: 2025-01-01}")
  }
}
