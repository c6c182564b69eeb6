// From a record's values to a post or member, by the rules of a mapping.
import Discussion

/// Why a record goes to quarantine.
struct RecordProblem: Error {
  var reason: String
  var message: String
}

/// Reads posts and members out of records by the rules of one mapped file.
struct MappedRecordReader {
  let mapping: Mapping
  let file: MappedFile
  let settings: ImportSettings
  /// The first posts of conversations, where the mapping asks for them.
  let openers: ThreadOpeners?
  private let fields: PreparedFields

  /// Gives a record's value at a source; nil where there is none or it is empty.
  typealias Lookup = (MappedSource) throws -> MappedValue?

  init(mapping: Mapping, file: MappedFile, settings: ImportSettings, openers: ThreadOpeners? = nil) {
    self.mapping = mapping
    self.file = file
    self.settings = settings
    self.openers = openers
    fields = PreparedFields(file)
  }

  /// The post around a record that stands inside it.
  struct Enclosing {
    var id: String
    var thread: String
  }

  private var zone: LocalZone { mapping.zone ?? settings.zone }

  /// Reads a record into the sink, and gives what a record inside it has to know of it.
  @discardableResult
  func read(
    _ lookup: Lookup, raw: @autoclosure () -> [UInt8], at place: Provenance, flags: [ImportFlag],
    within enclosing: Enclosing? = nil, record: RecordTag? = nil, into sink: ImportSink
  ) throws -> Enclosing? {
    do {
      if try isSkipped(lookup) {
        sink.skip()
        return nil
      }
      if file.entity == .member {
        try sink.member(try member(lookup, place))
        return nil
      }
      let post = try post(lookup, place, flags, enclosing)
      try sink.post(post, raw: raw(), record: record)
      return Enclosing(id: post.id, thread: post.thread)
    } catch let problem as RecordProblem {
      try sink.quarantine(problem.reason, problem.message, raw: raw(), at: place)
      return nil
    }
  }

  /// Whether the mapping leaves the record out.
  func isSkipped(_ lookup: Lookup) throws -> Bool {
    for rule in fields.skip where try holds(rule, lookup) { return true }
    for rule in fields.only where try !holds(rule, lookup) { return true }
    return false
  }

  private func holds(_ rule: PreparedRule, _ lookup: Lookup) throws -> Bool {
    rule.values.contains(PlainText.folded(try lookup(rule.source)?.text ?? "").lowercased())
  }

  private func post(
    _ lookup: Lookup, _ place: Provenance, _ flags: [ImportFlag], _ enclosing: Enclosing?
  ) throws -> ImportedPost {
    var flags = flags
    guard let (created, assumed) = try time(.created, lookup) else {
      throw RecordProblem(reason: "date", message: "er staat geen datum bij het bericht")
    }
    flags += assumed
    try checkRange(created)
    let edited = try time(.edited, lookup)?.time
    let author = try line(.author, lookup)
    let rawBody = try value(.body, lookup) ?? ""
    let isHTML = fields[.body]?.field.markup == .html
    let body = isHTML ? HTMLText.text(of: rawBody) : PlainText.normalised(rawBody)
    if body.holds("\u{FFFD}") { flags.append(.charactersReplaced) }
    let (id, identity) = try identity(lookup, author: author, created: created, body: body)
    let named = try line(.replyTo, lookup) ?? enclosing?.id
    let parent = named == id ? nil : named
    let thread =
      try enclosing?.thread ?? line(.thread, lookup) ?? root(of: id, parent: parent) ?? parent ?? id
    let opens = try opens(lookup, id: id, thread: thread, parent: parent)
    if opens, file.opens == .firstInThread { flags.append(.openingAssumed) }
    var post = ImportedPost(
      source: mapping.source, id: id, identity: identity, thread: thread, parent: opens ? nil : parent,
      kind: opens ? .topic : .reply, author: author,
      authorName: try line(.authorName, lookup), channel: try line(.channel, lookup), createdAt: created,
      editedAt: edited, title: try title(lookup), body: body,
      state: try isDeleted(lookup) ? .withdrawn : .live,
      flags: flags.count > 1 ? Array(Set(flags)).sorted() : flags, provenance: place)
    // What elements tell of quotes is lost in the text. The sink looks for the quotes of plain text.
    if isHTML, ["<blockquote", "<aside", "class="].contains(where: { rawBody.holds($0) }) {
      let quotes = HTMLQuotes(blockquotes: post.kind != .topic)
      post.take(HTMLText.lines(of: rawBody, .init(quotes: quotes)), .markup)
    }
    return post
  }

  private func isDeleted(_ lookup: Lookup) throws -> Bool {
    guard let field = fields[.deleted]?.field, let text = try value(.deleted, lookup) else { return false }
    return field.trueValues.contains("*") || field.trueValues.contains(PlainText.folded(text).lowercased())
  }

  /// The first post of the chain of replies that a post is in, where the mapping asks for it.
  private func root(of id: String, parent: String?) -> String? {
    guard fields[.thread]?.field.followsReplies == true else { return nil }
    return parent.flatMap { openers?.root(of: id, parent: $0) }
  }

  /// Whether a post opens its conversation, as the mapping tells.
  private func opens(_ lookup: Lookup, id: String, thread: String, parent: String?) throws -> Bool {
    switch file.opens {
    case .ownNumber: return parent == nil && thread == id
    case .all: return parent == nil
    case .none: return false
    case .firstInThread: return parent == nil && openers?.isFirst(id, of: thread) == true
    case .column: return try fields.opening.map { try holds($0, lookup) } ?? false
    }
  }

  private func member(_ lookup: Lookup, _ place: Provenance) throws -> ImportedMember {
    guard let author = try line(.author, lookup) else {
      throw RecordProblem(reason: "value-missing", message: "het lid heeft geen nummer of naam")
    }
    return ImportedMember(
      source: mapping.source, author: author, organisation: try line(.organisation, lookup),
      region: try line(.region, lookup), role: try line(.role, lookup), provenance: place)
  }

  private func identity(
    _ lookup: Lookup, author: String?, created: Timestamp, body: String
  ) throws -> (String, IdentityKind) {
    if file.identity.isEmpty || file.identity == [.id] {
      if let id = try line(.id, lookup) { return (id, .native) }
      if fields[.id] != nil {
        throw RecordProblem(reason: "value-missing", message: "het bericht heeft geen nummer")
      }
      return (DerivedIdentity.id(author: author, createdAt: created, body: body), .derived)
    }
    let parts = try file.identity.map { name in
      name == .body
        ? PlainText.folded(body) : name == .created ? created.description : try line(name, lookup) ?? ""
    }
    return (DerivedIdentity.id(of: parts), .derived)
  }

  private func title(_ lookup: Lookup) throws -> String? {
    guard let text = try value(.title, lookup) else { return nil }
    let title = PlainText.line(fields[.title]?.field.markup == .html ? HTMLText.text(of: text) : text)
    return title.isEmpty ? nil : title
  }

  /// A field's value on one line; nil when it is empty.
  func line(_ name: MappedField.Name, _ lookup: Lookup) throws -> String? {
    guard let text = try value(name, lookup) else { return nil }
    let line = PlainText.line(text)
    return line.isEmpty ? nil : line
  }

  /// A field's value with its prefix; nil when it is empty.
  private func value(_ name: MappedField.Name, _ lookup: Lookup) throws -> String? {
    try found(name, lookup)?.text
  }

  private func found(_ name: MappedField.Name, _ lookup: Lookup) throws -> MappedValue? {
    guard let prepared = fields[name] else { return nil }
    for source in prepared.sources {
      if let condition = source.condition {
        let value = PlainText.folded(try lookup(condition)?.text ?? "").lowercased()
        if !source.conditionValues.contains(value) { continue }
      }
      guard let found = try source.constant ?? lookup(source),
        found.text.utf8.contains(where: { $0 > 0x20 }), !prepared.isNothing(found.text)
      else { continue }
      return source.prefix.isEmpty ? found : MappedValue(source.prefix + found.text, date: found.date)
    }
    return prepared.field.empty.map { MappedValue($0) }
  }

  /// A time, and what was assumed; nil where there is none.
  func time(_ name: MappedField.Name, _ lookup: Lookup) throws -> (
    time: Timestamp, flags: [ImportFlag]
  )? {
    guard let field = fields[name]?.field, let found = try found(name, lookup) else { return nil }
    let trimmed = PlainText.line(found.text)
    if found.date == nil, let epoch = field.epoch {
      guard let time = Self.time(trimmed, epoch) else {
        throw Self.problem(field, trimmed, "is geen tijd in \(epoch.rawValue)")
      }
      return (time, [])
    }
    guard let date = found.date ?? field.dates.lazy.compactMap({ $0.read(trimmed) }).first else {
      throw Self.problem(field, trimmed, "is geen datum zoals de mapping die noemt")
    }
    guard let (time, flags) = zone.instant(of: date, rule: field.clockChange) else {
      throw Self.problem(field, trimmed, "valt in het uur waarin de klok verzet wordt")
    }
    return (time, flags)
  }

  /// What is wrong with a time. Somebody's words may stand where a time should, so that these are not repeated.
  private static func problem(_ field: MappedField, _ text: String, _ problem: String) -> RecordProblem {
    let places = field.sources.compactMap { $0.column ?? $0.path?.joined(separator: ".") }
    let place = places.map { "“\($0)”" }.joined(separator: " of ")
    return RecordProblem(
      reason: "date",
      message: "de waarde\(place.isEmpty ? "" : " bij " + place) (\(text.count) tekens) \(problem)")
  }

  /// Refuses a time that cannot be.
  func checkRange(_ time: Timestamp) throws {
    let first = mapping.notBefore ?? settings.notBefore
    let last = mapping.notAfter ?? settings.notAfter ?? Timestamp(seconds: 4_102_444_800)
    guard time >= first, time <= last else {
      throw RecordProblem(reason: "date", message: "\(time) ligt niet tussen \(first) en \(last)")
    }
  }

  /// A number since 1970; a fraction is cut to milliseconds.
  private static func time(_ text: String, _ epoch: MappedField.Epoch) -> Timestamp? {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else {
      return nil
    }
    let perUnit: (multiply: Int64, divide: Int64) =
      switch epoch {
      case .seconds: (1000, 1)
      case .milliseconds: (1, 1)
      case .microseconds: (1, 1000)
      }
    if let value = Int64(text) {
      let (product, overflow) = value.multipliedReportingOverflow(by: perUnit.multiply)
      return overflow ? nil : Timestamp(milliseconds: product / perUnit.divide)
    }
    guard let value = Double(text), abs(value) < 1e15 else { return nil }
    return Timestamp(milliseconds: Int64(value * Double(perUnit.multiply)) / perUnit.divide)
  }
}
