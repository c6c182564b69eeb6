// Proposes how posts make conversations: what they answer, which number a conversation has, which post opens it.

extension FieldProposer {
  /// The share of a column's values, in tenths, that are numbers of posts.
  private static func tenths(_ column: ColumnProfile, in ids: Set<String>) -> Int {
    let values = column.values.filter { !Self.nothing.contains($0.lowercased()) }
    guard !values.isEmpty else { return 0 }
    return values.count { ids.contains($0) } * 10 / values.count
  }

  private static let nothing: Set<String> = ["0", "null", "\\n", "-", "none", "nil"]

  mutating func proposeThread(ids: Set<String>) {
    let zero = { (column: ColumnProfile) -> [String] in
      let found = column.counts ?? [:]
      let values = Set(column.values).union(found.keys).filter { Self.nothing.contains($0.lowercased()) }
        .sorted()
      return values.isEmpty || ids.contains(values[0])
        ? [] : ["none: [\(values.map(MappingText.quoted).joined(separator: ", "))]"]
    }
    if let column = best(
      .replyTo, where: { ids.isEmpty || Self.tenths($0, in: ids) >= 5 || $0.counts?.count == 1 })
    {
      take(
        .replyTo, column, ids.isEmpty ? "naam" : "naam, en de waarden zijn nummers van berichten",
        zero(column))
    } else if !ids.isEmpty,
      let column = table.columns.first(where: {
        !proposal.uses($0.name) && $0.filled > 0 && $0.filled < table.rows && dates[$0.name] == nil
          && Self.tenths($0, in: ids) >= 9 && FieldNames.score($0.name, .thread) == 0 && !Self.isCount($0)
      })
    {
      take(.replyTo, column, "de waarden zijn nummers van berichten, en niet overal ingevuld", zero(column))
    }
    if let column = best(.thread, where: { $0.longest <= 200 && FieldNames.score($0.name, .title) < 150 }) {
      take(.thread, column, "naam")
      if !isOwnNumber(column) { proposeOpens(threads: column.distinct) }
    } else if hasChains() {
      proposal.follows = true
    } else if proposal.fields[.replyTo] == nil, table.replies == nil {
      lacks(.thread, "geen kolom die berichten tot gesprekken maakt: elk bericht is een gesprek")
    }
    proposeKind()
  }

  /// Small numbers that happen to be numbers of posts too: likes, views.
  private static func isCount(_ column: ColumnProfile) -> Bool {
    ["likes", "views", "aantal", "count", "score", "votes", "stemmen"].contains {
      column.name.lowercased().contains($0)
    }
  }

  /// Whether conversations have the numbers of the posts that open them: half of them at least hold the post of their
  /// own number.
  private func isOwnNumber(_ threads: ColumnProfile) -> Bool {
    guard let id = proposal.fields[.id].flatMap({ table[$0.column] }) else { return false }
    let numbers = Dictionary(zip(id.places, id.values), uniquingKeysWith: { first, _ in first })
    let own = zip(threads.places, threads.values).count { numbers[$0] == $1 }
    return own * 2 >= threads.distinct
  }

  /// Whether replies answer other replies.
  private func hasChains() -> Bool {
    guard let id = proposal.fields[.id].flatMap({ table[$0.column] }),
      let parents = proposal.fields[.replyTo].flatMap({ table[$0.column] })
    else { return false }
    let numbers = Dictionary(zip(id.places, id.values), uniquingKeysWith: { first, _ in first })
    var answering: Set<String> = []
    for (place, parent) in zip(parents.places, parents.values)
    where !Self.nothing.contains(parent.lowercased()) {
      if let number = numbers[place] { answering.insert(number) }
    }
    return parents.values.contains { answering.contains($0) }
  }

  private mutating func proposeOpens(threads: Int) {
    if let parents = proposal.fields[.replyTo].flatMap({ table[$0.column] }),
      table.rows - parents.values.count(where: { !Self.nothing.contains($0.lowercased()) }) <= threads
    {
      proposal.opens = ("all", "per gesprek is er hoogstens één bericht dat op niets antwoordt")
      return
    }
    proposal.opens = (
      "first_in_thread",
      "gesprekken hebben eigen nummers: het vroegste bericht van elk gesprek opent het"
    )
  }

  private mutating func proposeKind() {
    for column in table.columns where !proposal.uses(column.name) {
      guard let key = FieldNames.keys(column.name).last, FieldNames.kinds.contains(key),
        let counts = column.counts
      else { continue }
      let values = counts.keys.sorted()
      let opening = values.filter { FieldNames.openers.contains(FieldNames.keys($0).last ?? "") }
      let others = values.filter { FieldNames.replies.contains(FieldNames.keys($0).last ?? "") }
      guard !opening.isEmpty, !others.isEmpty else { continue }
      proposal.opens = (
        "{\(MappingText.key(table.format)): \(MappingText.quoted(column.name)), values: [\(opening.map(MappingText.quoted).joined(separator: ", "))]}",
        "de kolom zegt wat een bericht is (\(values.prefix(6).joined(separator: ", ")))"
      )
      return
    }
  }
}
