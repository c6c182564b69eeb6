// The filter `redact`: posts in, the personal data found and the posts without it out.

import Discussion
import Moderation
import Records

/// Finds personal data in posts and takes it out, without a store.
public struct RedactFilter: Sendable {
  /// Where Debian's package hunspell-nl puts the Dutch word list.
  public static let usualDictionary = PipelineFile.systemDictionary + ".dic"

  /// NDJSON `{id,text}` or `{id,title?,body}`; `-` is standard input.
  public var posts: String
  /// The community's member list: CSV with names, or a name on each line.
  public var members: String?
  /// More names: a name on each line.
  public var names: String?
  /// The Dutch word list that tells names from words.
  public var dictionary: String
  /// How much is taken out.
  public var mode: RedactionMode
  /// Where the findings go, as CSV; nil for nowhere.
  public var findings: String?
  /// Where the redacted posts go, as NDJSON; nil for nowhere.
  public var redacted: String?

  /// A filter from its parts.
  public init(
    posts: String, members: String? = nil, names: String? = nil,
    dictionary: String = RedactFilter.usualDictionary,
    mode: RedactionMode = .standard, findings: String? = nil, redacted: String? = nil
  ) {
    self.posts = posts
    self.members = members
    self.names = names
    self.dictionary = dictionary
    self.mode = mode
    self.findings = findings
    self.redacted = redacted
  }

  /// Runs the filter.
  /// - Parameter report: is given a line per thing that is wrong; never any text of a post.
  /// - Returns: clean when all is well, incomplete when lines were refused or the word list is missing, failed when
  ///   nothing could be done.
  public func run(report: (String) -> Void) -> ExitStatus {
    do {
      let (lexicon, isComplete) = try NameSources(members: members, names: names, dictionary: dictionary)
        .lexicon(report: report)
      let redactor = Redactor(lexicon: lexicon, mode: mode)
      var output = try Output(findings: findings, redacted: redacted)
      var refused = 0
      try JSONLines.forEach(of: posts) { result, line in
        guard let post = Self.post(result) else {
          refused += 1
          report("\(posts):\(line): no JSON object with an id and a text or body")
          return
        }
        try output.write(post, redactor)
      }
      try output.finish()
      return refused == 0 && isComplete ? .clean : .incomplete
    } catch {
      report("\(error)")
      return .failed
    }
  }

  /// A post as it is read.
  struct Input {
    var id: String
    var title: String?
    var text: String
  }

  static func post(_ line: Result<JSONValue, JSONError>) -> Input? {
    guard case .success(let value) = line, let id = value["id"]?.text,
      let text = value["text"]?.string ?? value["body"]?.string
    else { return nil }
    return Input(id: id, title: value["title"]?.string, text: text)
  }
}

/// The two files that the filter writes.
private struct Output {
  private let findings: ByteWriter?
  private let redacted: ByteWriter?
  private var csv = CSVWriter(carriageReturns: false)

  init(findings: String?, redacted: String?) throws {
    self.findings = try findings.map(ByteWriter.init)
    self.redacted = try redacted.map(ByteWriter.init)
    csv.write(["post_id", "kind", "start", "end", "text"])
  }

  mutating func write(_ post: RedactFilter.Input, _ redactor: Redactor) throws {
    var members: [(key: String, value: JSONOutput)] = [("id", .string(post.id))]
    if let title = post.title {
      let (redactedTitle, found) = redactor.redactWithFindings(RawText(title))
      for finding in found { write(finding, of: post.id + "#title") }
      members.append(("title", .string(redactedTitle.text)))
    }
    let (text, found) = redactor.redactWithFindings(RawText(post.text))
    for finding in found { write(finding, of: post.id) }
    members.append(("text", .string(text.text)))
    try findings?.write(csv.take())
    try redacted?.writeLine(.object(members))
  }

  private mutating func write(_ finding: Finding, of id: String) {
    let range = finding.range
    csv.write([id, finding.kind.rawValue, String(range.lowerBound), String(range.upperBound), finding.text])
  }

  mutating func finish() throws {
    try findings?.write(csv.take())
    try findings?.flush()
    try redacted?.flush()
  }
}
