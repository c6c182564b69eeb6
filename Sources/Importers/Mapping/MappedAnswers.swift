// Question lists: a row per respondent, open answers as posts in the conversation that is the question.
import Discussion

/// Reads the rows of a question list.
///
/// Each open answer is a reply without a post that it answers, in a conversation that is the question. The question is
/// no post: nobody of the community asked it, and a post would be counted as one more question. It stands in
/// ``ImportedPost/quoted`` of every answer, where people can read it and nothing counts it.
struct MappedAnswersReader {
  let reader: MappedRecordReader
  let questions: [MappedColumns.Question]
  /// How often rows without a number that are the same in everything came by.
  private var repeats: [String: Int] = [:]

  init(reader: MappedRecordReader, questions: [MappedColumns.Question]) {
    self.reader = reader
    self.questions = questions
  }

  /// Words that say there is no answer.
  private static let nothing: Set<String> = [
    "", "nvt", "niet van toepassing", "na", "not applicable", "geen antwoord", "geen idee", "niets", "nihil",
    "xxx", "xx",
    "x", "null",
  ]

  /// Whether an answer says nothing: empty, only marks, or `n.v.t.` and the like.
  static func isEmpty(_ answer: String) -> Bool {
    let letters = answer.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == " "
    }
    return nothing.contains(PlainText.folded(String(String.UnicodeScalarView(letters))))
  }

  /// Reads a row.
  mutating func read(
    _ lookup: MappedRecordReader.Lookup, _ cell: (Int) throws -> MappedValue?,
    raw: @autoclosure () -> [UInt8], flags: [ImportFlag], nextPlace: () -> Provenance, into sink: ImportSink
  ) throws {
    do {
      if try reader.isSkipped(lookup) {
        _ = nextPlace()
        return sink.skip()
      }
      guard let (created, assumed) = try reader.time(.created, lookup) else {
        throw RecordProblem(reason: "date", message: "er staat geen datum bij de antwoorden")
      }
      try reader.checkRange(created)
      let texts = try questions.map { question in
        let text = try cell(question.column)?.text ?? ""
        return reader.file.fields[.body]?.markup == .html
          ? HTMLText.text(of: text) : PlainText.normalised(text)
      }
      let groups = try [MappedField.Name.organisation, .region, .role].map { try reader.line($0, lookup) }
      let list = reader.file.list ?? ""
      let number = try reader.line(.author, lookup)
      let respondent = number ?? anonymous(created, texts, groups)
      if groups.contains(where: { $0 != nil }) {
        try sink.member(
          ImportedMember(
            source: reader.mapping.source, author: respondent, organisation: groups[0], region: groups[1],
            role: groups[2], provenance: nextPlace()))
      }
      for (question, text) in zip(questions, texts) {
        let place = nextPlace()
        if Self.isEmpty(text) {
          sink.skip()
          continue
        }
        var post = ImportedPost(
          source: reader.mapping.source,
          id: DerivedIdentity.id(of: ["answer", list, respondent, question.text]), identity: .derived,
          thread: DerivedIdentity.id(of: ["question", list, question.text]), kind: .reply, author: respondent,
          channel: try reader.line(.channel, lookup) ?? list, createdAt: created, body: text,
          flags: Array(Set(flags + assumed + (text.contains("\u{FFFD}") ? [.charactersReplaced] : [])))
            .sorted(),
          provenance: place)
        post.quoted = question.text
        try sink.post(post, raw: raw())
      }
    } catch let problem as RecordProblem {
      try sink.quarantine(problem.reason, problem.message, raw: raw(), at: nextPlace())
    }
  }

  /// A respondent without a number: told by all that the row says, and by how many were the same before it. That holds
  /// in a later export with more rows.
  private mutating func anonymous(_ created: Timestamp, _ texts: [String], _ groups: [String?]) -> String {
    let isOwnDate = reader.file.fields[.created]?.sources.contains { $0.column != nil } == true
    let parts =
      ["respondent", reader.file.list ?? "", isOwnDate ? created.description : ""]
      + texts.map(PlainText.folded)
      + groups.map { $0 ?? "" }
    let id = DerivedIdentity.id(of: parts)
    let count = repeats[id, default: 0]
    repeats[id] = count + 1
    return count == 0 ? id : DerivedIdentity.id(of: parts + ["\(count)"])
  }
}
