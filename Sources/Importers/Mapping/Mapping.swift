// A mapping: how one community's own tables, JSON and notes are read. Nothing in it is guessed.
import Discussion
import Records

/// How one community source's own files are read, as a YAML file says. `themaradar map suggest` writes one for a file,
/// `themaradar map check` shows what comes of it.
///
/// ```yaml
/// version: 1
/// source: jeugd                     # stable name, part of every identity
/// timezone: Europe/Amsterdam        # for times without zone
/// range: {not_before: 2014-01-01}   # other times are mistakes
/// files:
///   - match: "berichten*.csv"       # with / it is compared with the end of the path in the archive
///     format: csv                   # csv | xlsx | jsonl | json | notes
///     encoding: windows-1252        # utf-8 | utf-16 | windows-1252; a byte order mark always wins
///     delimiter: ";"                # or tab, or auto
///     opens: {column: Soort, values: [vraag]}   # which posts open a conversation
///     fields:
///       id: {column: Bericht-ID}
///       thread: {column: Gesprek}
///       reply_to: {column: Reactie op, none: ["0"]}
///       created: {column: Geplaatst op, date: "dd-MM-yyyy HH:mm"}
///       author: {column: Lidnummer}
///       body: {column: Bericht, markup: html}
/// ```
///
/// - **csv** and **xlsx** name columns, **jsonl** and **json** name paths such as `post.created`. `records` says where
///   the records of a JSON document stand (`data.posts`; without it, the document is a list), `replies` where the
///   replies to a record stand within it. `sheet` names a worksheet or gives its number. A cell that Excel keeps as a
///   date is read as that date; `date: excel` reads its number of days where the cell does not say so.
/// - **opens** tells which posts open a conversation: without it those whose thread is their own number; `all`,
///   `none`, a column (or path) with values, or `first_in_thread`: the earliest post of each thread in the export that
///   answers no other, told over all of the file.
/// - **thread** may be `{follow: reply_to}`, where replies to replies name no conversation: each belongs to that of the
///   first post of its chain, told over all of the file.
/// - **entity: answers** is a question list, a row per respondent: `list` is its lasting name, `questions` the columns
///   with open answers (`*` stands for any text), `author` the respondent's number if there is one, `created` a column
///   or `{value: 2025-03-12}`. Organisation, region and role go to the member.
/// - **format: notes** is a meeting's notes in Markdown, Word or plain text. Each point below a heading is a post. The
///   date is `created: {value: 2025-03-12}`, or stands at the document's start behind a label (`Datum:`, or
///   `created: {label: Gehouden op, date: dd-MM-yyyy}`). `paragraphs: true` takes plain paragraphs too. A document is
///   known by its title, or else by its file's name.
/// - `only` and `skip` keep records or leave them out by the value of a column; `when: {column, values}` makes a source
///   count for some records.
/// - Any field may have a `value` of its own instead of a column, `first_of` a list of columns, a `prefix`, values that
///   mean `none`, and be `optional`.
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
    /// A JSON document with a list of records.
    case json
    /// A worksheet of Excel.
    case xlsx
    /// A meeting's notes in Markdown, Word or plain text.
    case notes

    /// Whether records have columns; others have paths.
    var isTable: Bool { self == .csv || self == .xlsx }
  }
  /// What a record is.
  public enum Entity: String, Hashable, Sendable, CaseIterable {
    /// A post.
    case post
    /// A member.
    case member
    /// A respondent's answers to a question list.
    case answers
  }
  /// Which posts open a conversation.
  public enum Opening: Hashable, Sendable {
    /// Those that answer no other and whose conversation has their own number.
    case ownNumber
    /// All that answer no other.
    case all
    /// None.
    case none
    /// The earliest of each conversation in the file.
    case firstInThread
    /// Those with one of these values, in small letters.
    case column(FieldSource, values: [String])
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
  /// Records to keep: those that have one of the values in each of these; empty for all.
  public var only: [Skip] = []
  /// Which posts open a conversation.
  public var opens = Opening.ownNumber
  /// The worksheet's name or number from 1; nil for the first.
  public var sheet: String?
  /// The keys that lead to the records of a JSON document; empty for the document itself.
  public var records: [String] = []
  /// The keys that lead from a record to the replies within it; empty for none.
  public var replies: [String] = []
  /// The columns with open answers, by name or with `*`.
  public var questions: [String] = []
  /// The lasting name of a question list.
  public var list: String?
  /// Whether plain paragraphs of notes are points too.
  public var takesParagraphs = false
}

/// Where a value stands in a record.
public struct FieldSource: Hashable, Sendable {
  /// The column's name, for tables.
  public var column: String?
  /// The keys that lead to it, for JSON.
  public var path: [String]?
  /// The word with a colon that it stands behind, for notes.
  public var label: String?
  /// The value itself, the same for every record.
  public var value: String?
  /// What a record has to say for this to be its source; nil for every record.
  public var condition: Condition?

  /// A condition: that one of the values stands in a column or at a path.
  public struct Condition: Hashable, Sendable {
    /// The column's name, for tables.
    public var column: String?
    /// The keys that lead to it, for JSON.
    public var path: [String]?
    /// The values, in small letters.
    public var values: [String]
  }
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
  /// The patterns of a time: the first that fits is taken.
  public var dates: [DatePattern] = []
  /// Values that mean there is none, in small letters.
  public var none: [String] = []
  /// The unit of a time that is a number.
  public var epoch: Epoch?
  /// What to do in the hours that the clock changes.
  public var clockChange = ClockChangeRule()
  /// Whether a conversation is found by following replies to the first post.
  public var followsReplies = false
  /// Whether a file without the column fits all the same.
  public var isOptional = false
  /// The values that mean yes, in small letters; `*` for any value.
  public var trueValues: [String] = ["1", "true", "ja", "yes", "waar"]
}
