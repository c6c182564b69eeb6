// Proposes which column is which field, by names and by values.

/// What is proposed for a table, with the reason of each proposal.
struct TableProposal {
  /// A column for a field, and why.
  struct Field {
    var column: String
    var reason: String
    /// The rest of the field's settings, such as `markup: html`.
    var settings: [String] = []
    /// Text before the value.
    var prefix: String?
    /// A second column for where the first is empty.
    var fallback: String?
  }
  var entity = MappedFile.Entity.post
  var fields: [MappedField.Name: Field] = [:]
  /// Fields without a column, and why.
  var missing: [(field: MappedField.Name, reason: String)] = []
  /// The line for `opens`, and why.
  var opens: (setting: String, reason: String)?
  /// Whether conversations are found by following replies.
  var follows = false
  /// The columns with open answers.
  var questions: [String] = []

  func uses(_ column: String) -> Bool {
    questions.contains(column) || fields.values.contains { $0.column == column || $0.fallback == column }
  }
}

/// Proposes fields for a table.
struct FieldProposer {
  let table: TableProfile
  var proposal = TableProposal()
  var dates: [String: DateProposal] = [:]

  init(_ table: TableProfile) {
    self.table = table
    for column in table.columns {
      let isNamed = FieldNames.score(column.name, .created) > 0 || FieldNames.score(column.name, .edited) > 0
      dates[column.name] = DateProposal.of(column, isNamedDate: isNamed)
    }
    proposeEntity()
    proposeTimes()
    switch proposal.entity {
    case .post: proposePost()
    case .member: proposeMember()
    case .answers: proposeMember()
    }
  }

  /// The column that a field's names say most clearly, among those that are free and that suit.
  func best(
    _ field: MappedField.Name, where suits: (ColumnProfile) -> Bool = { _ in true }
  ) -> ColumnProfile? {
    table.columns.filter { !proposal.uses($0.name) && $0.filled > 0 && suits($0) }
      .map { (column: $0, score: FieldNames.score($0.name, field)) }.filter { $0.score > 0 }
      .max { $0.score < $1.score }?.column
  }

  mutating func take(
    _ field: MappedField.Name, _ column: ColumnProfile, _ reason: String, _ settings: [String] = []
  ) {
    proposal.fields[field] = TableProposal.Field(column: column.name, reason: reason, settings: settings)
  }

  mutating func lacks(_ field: MappedField.Name, _ reason: String) {
    proposal.missing.append((field, reason))
  }

  /// A table is a list of members when it has a column for members and no texts or times; a question list when
  /// several columns are named by a question.
  private mutating func proposeEntity() {
    guard table.format.isTable else { return }
    let asking = table.columns.filter { $0.name.hasSuffix("?") || $0.name.utf8.count >= 30 }
    let hasBody = table.columns.contains { FieldNames.score($0.name, .body) > 150 && $0.meanLength >= 20 }
    let open = asking.filter { $0.meanLength >= 12 && dates[$0.name] == nil && $0.distinct * 2 > $0.filled }
    if asking.count >= 2, !open.isEmpty, !hasBody {
      proposal.entity = .answers
      proposal.questions = open.map(\.name)
      return
    }
    let isMember = [MappedField.Name.organisation, .region, .role].contains { field in
      table.columns.contains { FieldNames.score($0.name, field) > 100 }
    }
    let hasTime = table.columns.contains { FieldNames.score($0.name, .created) > 0 && dates[$0.name] != nil }
    if isMember, !hasBody, !hasTime || !table.columns.contains(where: { $0.meanLength > 60 }) {
      proposal.entity = .member
    }
  }

  private mutating func proposeTimes() {
    guard proposal.entity != .member else { return }
    let candidates = table.columns.filter { dates[$0.name] != nil }
    let named = best(.created) { dates[$0.name] != nil && FieldNames.score($0.name, .edited) < 150 }
    if let column = named ?? (candidates.count == 1 ? candidates.first : nil), let date = dates[column.name] {
      var reason = named == nil ? "de enige kolom met datums" : "naam en waarden"
      if date.isUndecided {
        reason +=
          "; LET OP: geen waarde zegt of de dag of de maand eerst staat, controleer dit (anders: MM voor dd)"
      }
      if date.unread > 0 { reason += "; \(date.unread) waarden passen niet bij dit patroon" }
      take(.created, column, reason, [date.setting])
    } else if proposal.entity == .answers {
      lacks(.created, "er is geen kolom met een datum: vul de dag van de vragenlijst in")
    } else {
      lacks(
        .created,
        candidates.isEmpty
          ? "geen kolom waarvan de waarden datums zijn"
          : "meer kolommen met datums en geen naam die het zegt: \(candidates.map(\.name).joined(separator: ", "))"
      )
    }
    if proposal.entity == .post, let column = best(.edited, where: { dates[$0.name] != nil }),
      let date = dates[column.name]
    {
      take(.edited, column, "naam en waarden", [date.setting, "optional: true"])
    }
  }

  private mutating func proposeMember() {
    if let column = best(
      .author, where: { proposal.entity == .answers || $0.isUnique || $0.distinct * 10 > $0.filled * 9 })
    {
      take(.author, column, "naam")
    } else if proposal.entity == .member {
      lacks(.author, "geen kolom die leden uit elkaar houdt, zoals Lidnummer")
    }
    for field in [MappedField.Name.organisation, .region, .role] {
      if let column = best(field) { take(field, column, "naam", ["optional: true"]) }
    }
  }

  private mutating func proposePost() {
    proposeBody()
    proposeNumbers()
    proposeRest()
  }

  private mutating func proposeBody() {
    let texts = table.columns.filter {
      !proposal.uses($0.name) && $0.filled > 0 && dates[$0.name] == nil && !Self.isNumeric($0)
        && !Self.isLink($0)
    }
    func weight(_ column: ColumnProfile) -> Int {
      let score = FieldNames.score(column.name, .body)
      let isTitle = FieldNames.score(column.name, .title) > 150 ? 4 : 1
      return max(1, column.meanLength) * (score > 150 ? 6 : score > 0 ? 3 : 1) / isTitle
    }
    guard let body = texts.max(by: { weight($0) < weight($1) }),
      body.meanLength >= 15 || FieldNames.score(body.name, .body) > 0
    else { return lacks(.body, "geen kolom met langere teksten") }
    let reason = FieldNames.score(body.name, .body) > 0 ? "naam en langste teksten" : "langste teksten"
    take(
      .body, body, body.isHTML ? "\(reason), met HTML" : reason, ["markup: \(body.isHTML ? "html" : "plain")"]
    )
  }

  private static func isLink(_ column: ColumnProfile) -> Bool {
    column.values.count { $0.hasPrefix("http") && !$0.contains(" ") } * 2 > column.values.count
  }

  private static func isNumeric(_ column: ColumnProfile) -> Bool {
    column.values.prefix(200).allSatisfy { Double($0) != nil }
  }

  private mutating func proposeNumbers() {
    func isNumber(_ column: ColumnProfile) -> Bool {
      column.isUnique && column.filled == table.rows && column.longest <= 80 && dates[column.name] == nil
    }
    let named = best(.id, where: isNumber)
    guard
      let id = named
        ?? table.columns.first(where: {
          !proposal.uses($0.name) && isNumber($0) && table.rows > 1
            && FieldNames.score($0.name, .created) == 0 && FieldNames.score($0.name, .title) == 0
        })
    else {
      let repeated = best(.id)
      lacks(
        .id,
        repeated.map { "“\($0.name)” heeft lege of dubbele waarden" }
          ?? "geen kolom waarvan elke waarde één keer voorkomt; zonder nummer wordt het afgeleid van schrijver, tijd en tekst"
      )
      proposeThread(ids: [])
      return
    }
    take(.id, id, named == nil ? "elke waarde komt één keer voor" : "naam, en elke waarde komt één keer voor")
    proposeThread(ids: id.distinctValues)
  }

  private mutating func proposeRest() {
    if let column = best(.title, where: { $0.meanLength <= 200 && dates[$0.name] == nil }) {
      take(.title, column, "naam", table.format == .jsonl || table.format == .json ? ["optional: true"] : [])
    }
    if let column = best(.author, where: { $0.longest <= 120 && dates[$0.name] == nil }) {
      take(.author, column, "naam")
    } else {
      lacks(.author, "geen kolom met schrijvers: er wordt niet geteld hoeveel mensen iets vragen")
    }
    if let column = best(.channel, where: { $0.distinct * 3 <= max(3, $0.filled * 2) && $0.longest <= 200 }) {
      take(.channel, column, "naam", ["optional: true"])
    }
    proposeDeleted()
  }

  private mutating func proposeDeleted() {
    guard let column = best(.deleted) else { return }
    let values = (column.counts ?? [:]).keys.sorted()
    let deletions = values.filter { FieldNames.deletions.contains(FieldNames.keys($0).last ?? "") }
    if !deletions.isEmpty, values.count <= 8 {
      let isPlain = deletions.count == 1 && ["1", "true", "ja", "yes"].contains(deletions[0].lowercased())
      take(
        .deleted, column, "naam, en de waarden \(values.joined(separator: ", "))",
        (isPlain ? [] : ["true_values: [\(deletions.map(MappingText.quoted).joined(separator: ", "))]"])
          + (column.filled < table.rows ? ["optional: true"] : []))
    } else if dates[column.name] != nil {
      take(
        .deleted, column, "naam; een datum betekent verwijderd", ["true_values: [\"*\"]", "optional: true"])
    } else {
      lacks(
        .deleted,
        "“\(column.name)” heeft geen waarde die verwijderd betekent (\(values.prefix(5).joined(separator: ", ")))"
      )
    }
  }
}
