// Reads a mapping file: both the short form (fields at the top) and fields per file, with inheritance.
import Configuration
import Discussion
import Records

extension Mapping {
  /// Reads a mapping file.
  ///
  /// - Parameters:
  ///   - yaml: its text.
  ///   - file: the file, as the user named it, for messages.
  /// - Throws: an error with line and column for an unknown key, a wrong value, or a field that is missing.
  public init(yaml: String, file: String) throws(ConfigurationError) {
    let root = try SettingsNode.read(yaml, file: file)
    let keys = ["version", "source", "timezone", "range", "files", "fields", "identity", "skip", "only"]
    let members = try root.members(keys)
    guard let version = members["version"] else { throw root.error("\"version: 1\" ontbreekt") }
    guard try version.integer() == 1 else { throw version.error("alleen versie 1 bestaat") }
    guard let source = members["source"] else { throw root.error("\"source\" ontbreekt") }
    self.source = try source.string()
    zone = nil
    if let timezone = members["timezone"] {
      let name = try timezone.string()
      guard let zone = LocalZone(identifier: name) else {
        throw timezone.error("onbekende tijdzone \"\(name)\"")
      }
      self.zone = zone
    }
    notBefore = nil
    notAfter = nil
    if let range = try members["range"]?.members(["not_before", "not_after"]) {
      notBefore = try range["not_before"]?.day()
      notAfter = try range["not_after"]?.day()
    }
    var shared = MappedFile()
    try shared.take(members)
    files = []
    guard let list = members["files"] else { throw root.error("\"files\" ontbreekt") }
    for node in try list.sequence() {
      let members = try node.members(MappedFile.keys)
      var file = shared
      if let inherit = members["inherit"] {
        let number = try inherit.integer()
        guard files.indices.contains(number) else {
          throw inherit.error("er is geen eerder bestand met nummer \(number) (de eerste is 0)")
        }
        file = files[number].inherited()
      }
      try file.take(members)
      try file.check(node)
      files.append(file)
    }
    if files.isEmpty { throw list.error("er staat geen bestand in \"files\"") }
  }
}

extension SettingsNode {
  /// Texts to compare with, in small letters.
  fileprivate func foldedTexts() throws(ConfigurationError) -> [String] {
    try oneOrMore().map { node throws(ConfigurationError) in PlainText.folded(try node.text()).lowercased() }
  }

  /// Midnight UTC of a day such as 2014-01-01.
  fileprivate func day() throws(ConfigurationError) -> Timestamp {
    guard let day = CalendarDay(iso8601: try string()) else {
      throw error("hier hoort een dag als 2014-01-01 te staan")
    }
    return Timestamp(day: day)
  }
}

extension MappedFile {
  fileprivate static let keys = [
    "match", "format", "encoding", "delimiter", "quote", "header", "entity", "inherit", "fields", "identity",
    "skip", "only", "opens", "sheet", "records", "replies", "questions", "list", "paragraphs",
  ]

  /// This, as another file takes it over: what not every file has may be missing there.
  fileprivate func inherited() -> MappedFile {
    var file = self
    file.match = []
    for name in [MappedField.Name.title, .edited, .channel, .deleted, .authorName] {
      file.fields[name]?.isOptional = true
    }
    return file
  }

  fileprivate mutating func take(_ members: [String: SettingsNode]) throws(ConfigurationError) {
    if let node = members["match"] {
      match = try node.oneOrMore().map { node throws(ConfigurationError) in try node.string() }
    }
    if let node = members["format"] { format = try node.choice(of: Format.self) }
    if let node = members["encoding"] {
      let name = try node.string()
      guard let encoding = TextEncoding(name: name) else {
        throw node.error("onbekende codering \"\(name)\", wel: utf-8, utf-16, windows-1252")
      }
      self.encoding = encoding
    }
    if let node = members["delimiter"] { delimiter = try Self.delimiter(node) }
    if let node = members["quote"] { quote = try node.choice(of: CSVFormat.QuoteStyle.self) }
    if let node = members["header"] { header = try node.boolean() }
    if let node = members["entity"] { entity = try node.choice(of: Entity.self) }
    if let node = members["fields"] {
      let members = try node.members(MappedField.Name.allCases.map(\.rawValue))
      for name in MappedField.Name.allCases {
        if let value = members[name.rawValue] { fields[name] = try MappedField(value) }
      }
    }
    if let node = members["identity"], let columns = try node.members(["columns"])["columns"] {
      identity = try columns.sequence().map { node throws(ConfigurationError) in
        try node.choice(of: MappedField.Name.self)
      }
    }
    try takeShape(members)
    if let node = members["skip"] { skip = try Self.rules(node) }
    if let node = members["only"] { only = try Self.rules(node) }
  }

  /// Rules that keep records or leave them out.
  private static func rules(_ node: SettingsNode) throws(ConfigurationError) -> [Skip] {
    try node.sequence().map { node throws(ConfigurationError) in
      let members = try node.members(["column", "path", "values"])
      guard let values = members["values"] else { throw node.error("\"values\" ontbreekt") }
      return Skip(source: try FieldSource(members, node), values: try values.foldedTexts())
    }
  }

  /// Takes what only some formats and entities have.
  private mutating func takeShape(_ members: [String: SettingsNode]) throws(ConfigurationError) {
    if let node = members["opens"] { opens = try Opening(node) }
    if let node = members["sheet"] { sheet = try node.text() }
    if let node = members["records"] { records = try node.string().split(separator: ".").map(String.init) }
    if let node = members["replies"] { replies = try node.string().split(separator: ".").map(String.init) }
    if let node = members["questions"] {
      questions = try node.oneOrMore().map { node throws(ConfigurationError) in
        PlainText.line(try node.text())
      }
    }
    if let node = members["list"] { list = PlainText.line(try node.text()) }
    if let node = members["paragraphs"] { takesParagraphs = try node.boolean() }
  }

  private static func delimiter(_ node: SettingsNode) throws(ConfigurationError) -> UInt8? {
    switch try node.text() {
    case "auto": return nil
    case "tab", "\\t": return UInt8(ascii: "\t")
    case let text where text.utf8.count == 1 && text != "\"" && text != "\n" && text != "\r":
      return text.utf8.first
    default: throw node.error("het scheidingsteken is één teken, of tab of auto")
    }
  }

  fileprivate func check(_ node: SettingsNode) throws(ConfigurationError) {
    if match.isEmpty { throw node.error("\"match\" ontbreekt") }
    for name in needed where fields[name] == nil {
      throw node.error("het veld \"\(name.rawValue)\" ontbreekt")
    }
    for name in MappedField.Name.allCases {
      guard let field = fields[name] else { continue }
      let word = format.isTable ? "column" : format == .notes ? "label" : "path"
      for source in field.sources where source.value == nil {
        if format.isTable ? source.column == nil : format == .notes ? source.label == nil : source.path == nil
        {
          throw node.error("het veld \"\(name.rawValue)\" heeft geen \(word)")
        }
      }
    }
    if entity == .answers {
      guard format.isTable else { throw node.error("een vragenlijst is een tabel: format csv of xlsx") }
      guard !questions.isEmpty else {
        throw node.error("\"questions\" ontbreekt: de kolommen met open antwoorden")
      }
      guard list != nil else { throw node.error("\"list\" ontbreekt: een vaste naam voor deze vragenlijst") }
    }
    if entity == .post, format != .notes {
      for name in [MappedField.Name.created, .edited] {
        if let field = fields[name], field.dates.isEmpty, field.epoch == nil,
          format != .xlsx, field.sources.contains(where: { $0.value == nil })
        {
          throw node.error("het veld \"\(name.rawValue)\" heeft een \"date\" of \"epoch\" nodig")
        }
      }
      for name in identity where fields[name] == nil {
        throw node.error("\"identity\" noemt het veld \"\(name.rawValue)\", dat er niet is")
      }
    }
  }
}

extension MappedFile {
  /// The fields that a record cannot do without.
  var needed: [MappedField.Name] {
    if format == .notes { return [] }
    switch entity {
    case .post: return [.created, .body]
    case .member: return [.author]
    case .answers: return [.created]
    }
  }
}

extension MappedFile.Opening {
  fileprivate init(_ node: SettingsNode) throws(ConfigurationError) {
    guard !node.isMapping else {
      let members = try node.members(["column", "path", "values"])
      guard let values = members["values"] else { throw node.error("\"values\" ontbreekt") }
      self = .column(
        try FieldSource(members, node),
        values: try values.foldedTexts())
      return
    }
    switch try node.text() {
    case "all": self = .all
    case "none": self = .none
    case "first_in_thread": self = .firstInThread
    case let word:
      throw node.error(
        "\"opens\" is all, none, first_in_thread of een kolom met waarden; niet \"\(word)\"")
    }
  }
}

extension FieldSource {
  fileprivate init(_ members: [String: SettingsNode], _ node: SettingsNode) throws(ConfigurationError) {
    column = try members["column"]?.text()
    path = try members["path"]?.string().split(separator: ".").map(String.init)
    label = try members["label"]?.text()
    value = try members["value"]?.text()
    if let node = members["when"] {
      let members = try node.members(["column", "path", "values"])
      guard let values = members["values"] else { throw node.error("\"values\" ontbreekt") }
      condition = Condition(
        column: try members["column"]?.text(),
        path: try members["path"]?.string().split(separator: ".").map(String.init),
        values: try values.foldedTexts())
    }
    if column == nil, path == nil, label == nil, value == nil {
      throw node.error("\"column\" of \"path\" ontbreekt")
    }
  }
}

extension MappedField {
  fileprivate init(_ node: SettingsNode) throws(ConfigurationError) {
    let members = try node.members([
      "column", "path", "label", "value", "when", "first_of", "follow", "prefix", "empty", "none", "markup",
      "date",
      "epoch",
      "on_gap", "on_fold", "optional", "true_values",
    ])
    if let list = members["first_of"] {
      sources = try list.sequence().map { node throws(ConfigurationError) in
        let members = try node.members(["column", "path", "label", "value", "when", "prefix"])
        var source = try FieldSource(members, node)
        source.prefix = try members["prefix"]?.text()
        return source
      }
    } else if let follow = members["follow"] {
      guard try follow.string() == "reply_to" else { throw follow.error("hier kan alleen reply_to staan") }
      followsReplies = true
    } else {
      sources = [try FieldSource(members, node)]
    }
    prefix = try members["prefix"]?.text() ?? ""
    // `anonymous` says that nobody is meant, as `null` does.
    if let text = try members["empty"]?.text(), text != "anonymous" { empty = text }
    if let node = members["markup"] { markup = try node.choice(of: Markup.self) }
    if let node = members["none"] {
      none = try node.foldedTexts()
    }
    if let node = members["date"] {
      dates = try node.oneOrMore().map { node throws(ConfigurationError) in
        guard let pattern = DatePattern(try node.string()) else {
          throw node.error("dit datumpatroon is niet te lezen; een voorbeeld is dd-MM-yyyy HH:mm, of iso8601")
        }
        return pattern
      }
    } else if members["value"] != nil, let iso = DatePattern("iso8601") {
      dates = [iso]
    }
    if let node = members["epoch"] { epoch = try node.choice(of: Epoch.self) }
    if let node = members["on_gap"] { clockChange.onGap = try node.choice(of: ClockChangeRule.Gap.self) }
    if let node = members["on_fold"] { clockChange.onFold = try node.choice(of: ClockChangeRule.Fold.self) }
    if let node = members["optional"] { isOptional = try node.boolean() }
    if let node = members["true_values"] {
      trueValues = try node.foldedTexts()
    }
  }
}
