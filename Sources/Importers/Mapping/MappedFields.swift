// The fields of a mapped file, prepared once: what is looked up for every record costs no copy of the mapping.

/// Where a value stands in a record, as it is looked up for every record.
final class MappedSource: Sendable {
  let source: FieldSource
  /// What a record has to say for this to be its source.
  let condition: MappedSource?
  /// The values of the condition, in small letters.
  let conditionValues: [String]
  let constant: MappedValue?
  let prefix: String
  /// The keys that lead to it in JSON, as UTF-8.
  let keys: [[UInt8]]?

  init(_ source: FieldSource, prefix: String = "") {
    self.source = source
    self.prefix = source.prefix ?? prefix
    constant = source.value.map { MappedValue($0) }
    keys = source.path.map { $0.map { Array($0.utf8) } }
    conditionValues = source.condition?.values ?? []
    condition = source.condition.map { condition in
      var other = FieldSource()
      other.column = condition.column
      other.path = condition.path
      return MappedSource(other)
    }
  }
}

/// How one field is read, as it is asked for every record.
final class PreparedField: Sendable {
  let field: MappedField
  let sources: [MappedSource]

  init(_ field: MappedField) {
    self.field = field
    sources = field.sources.map { MappedSource($0, prefix: field.prefix) }
  }

  /// Whether a value is one that means there is none.
  func isNothing(_ text: String) -> Bool {
    !field.none.isEmpty && field.none.contains(PlainText.folded(text).lowercased())
  }
}

/// Records that a value leaves out or keeps.
struct PreparedRule {
  let source: MappedSource
  let values: [String]

  init(_ skip: MappedFile.Skip) {
    source = MappedSource(skip.source)
    values = skip.values
  }
}

/// The fields of one mapped file.
final class PreparedFields {
  let skip: [PreparedRule]
  let only: [PreparedRule]
  /// Where it stands whether a post opens its conversation, and what says that it does.
  let opening: PreparedRule?

  private let id, thread, replyTo, title, created, edited, author, authorName: PreparedField?
  private let channel, body, deleted, organisation, region, role: PreparedField?

  init(_ file: MappedFile) {
    skip = file.skip.map(PreparedRule.init)
    only = file.only.map(PreparedRule.init)
    if case .column(let source, let values) = file.opens {
      opening = PreparedRule(MappedFile.Skip(source: source, values: values))
    } else {
      opening = nil
    }
    func field(_ name: MappedField.Name) -> PreparedField? { file.fields[name].map(PreparedField.init) }
    id = field(.id)
    thread = field(.thread)
    replyTo = field(.replyTo)
    title = field(.title)
    created = field(.created)
    edited = field(.edited)
    author = field(.author)
    authorName = field(.authorName)
    channel = field(.channel)
    body = field(.body)
    deleted = field(.deleted)
    organisation = field(.organisation)
    region = field(.region)
    role = field(.role)
  }

  /// A field; nil where the mapping has none of the name.
  subscript(name: MappedField.Name) -> PreparedField? {
    switch name {
    case .id: id
    case .thread: thread
    case .replyTo: replyTo
    case .title: title
    case .created: created
    case .edited: edited
    case .author: author
    case .authorName: authorName
    case .channel: channel
    case .body: body
    case .deleted: deleted
    case .organisation: organisation
    case .region: region
    case .role: role
    }
  }
}
