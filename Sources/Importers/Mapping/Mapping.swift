// A mapping: how one community's own CSV or JSONL export is read. Nothing in it is guessed.
import Discussion
import Records

/// How one community source's CSV and JSONL files are read, as a YAML file says.
///
/// ```yaml
/// version: 1
/// source: jeugd                     # stable name, part of every identity
/// timezone: Europe/Amsterdam        # for times without zone
/// files:
///   - match: "berichten*.csv"
///     format: csv
///     delimiter: ";"
///     fields:
///       id: {column: Bericht-ID}
///       created: {column: Geplaatst op, date: "dd-MM-yyyy HH:mm"}
///       body: {column: Bericht, markup: html}
/// ```
public struct Mapping: Hashable, Sendable {
  /// The name of the community source.
  public var source: String
  /// The zone of times that name none; nil to take that of the settings.
  public var zone: LocalZone?
  /// Times before this are impossible.
  public var notBefore: Timestamp?
  /// Times after this are impossible.
  public var notAfter: Timestamp?
  /// The files, in order: the first that fits an entry is taken.
  public var files: [MappedFile]
}

/// How the files that a pattern matches are read.
public struct MappedFile: Hashable, Sendable {
  /// The formats of mapped files.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Comma-separated values, with any delimiter.
    case csv
    /// A JSON object on every line.
    case jsonl
  }
  /// What a record is.
  public enum Entity: String, Hashable, Sendable, CaseIterable {
    /// A post.
    case post
    /// A member.
    case member
  }
  /// Records to leave out: those that have one of the values in a column or at a path.
  public struct Skip: Hashable, Sendable {
    /// Where the value stands.
    public var source: FieldSource
    /// The values, compared without regard to case and white space around them.
    public var values: [String]
  }

  /// Patterns of names, with `*` and `?`; one that holds no `/` is compared with the last part of the name only.
  public var match: [String] = []
  /// The format.
  public var format = Format.csv
  /// The encoding; nil for UTF-8 unless the bytes say otherwise. A byte order mark always wins.
  public var encoding: TextEncoding?
  /// The delimiter; nil to take the commonest of `, ; tab |` in the header.
  public var delimiter: UInt8?
  /// How quotes are written in quoted fields.
  public var quote = CSVFormat.QuoteStyle.double
  /// Whether the first record holds names of columns; without, columns are called `1`, `2`, ….
  public var header = true
  /// What a record is.
  public var entity = Entity.post
  /// The fields.
  public var fields: [MappedField.Name: MappedField] = [:]
  /// The fields that make up the identity, when there is no id of its own; empty for `id`.
  public var identity: [MappedField.Name] = []
  /// Records to leave out.
  public var skip: [Skip] = []
}

/// Where a value stands in a record.
public struct FieldSource: Hashable, Sendable {
  /// The column's name, for CSV.
  public var column: String?
  /// The keys that lead to it, for JSONL.
  public var path: [String]?
  /// Text put before a value from here, in place of the field's own prefix.
  public var prefix: String?
}

/// How one field of a post or member is read.
public struct MappedField: Hashable, Sendable {
  /// The fields.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// The post's own id.
    case id
    /// The conversation's id; without it, that of the post answered, or the post's own.
    case thread
    /// The id of the post answered.
    case replyTo = "reply_to"
    /// The title.
    case title
    /// When it was posted.
    case created
    /// When its text last changed.
    case edited
    /// What tells the author from others.
    case author
    /// The author's display name.
    case authorName = "author_name"
    /// The group or channel.
    case channel
    /// The text.
    case body
    /// Whether it was deleted.
    case deleted
    /// Of a member: the organisation.
    case organisation
    /// Of a member: the region.
    case region
    /// Of a member: the role.
    case role
  }
  /// Markup of a text.
  public enum Markup: String, Hashable, Sendable, CaseIterable {
    /// None.
    case plain
    /// HTML.
    case html
  }
  /// Units of a time given as a number since 1970.
  public enum Epoch: String, Hashable, Sendable, CaseIterable {
    /// Seconds.
    case seconds = "s"
    /// Milliseconds.
    case milliseconds = "ms"
    /// Microseconds.
    case microseconds = "us"
  }

  /// Where it stands: the first of these that holds a value.
  public var sources: [FieldSource] = []
  /// Text put before the value.
  public var prefix = ""
  /// What takes the place of an empty value; nil for nothing.
  public var empty: String?
  /// The markup.
  public var markup = Markup.plain
  /// The pattern of a time.
  public var date: DatePattern?
  /// The unit of a time that is a number.
  public var epoch: Epoch?
  /// What to do in the hours that the clock changes.
  public var clockChange = ClockChangeRule()
  /// Whether a file without the column fits all the same.
  public var isOptional = false
  /// The values that mean yes, in small letters.
  public var trueValues: [String] = ["1", "true", "ja", "yes", "waar"]
}
