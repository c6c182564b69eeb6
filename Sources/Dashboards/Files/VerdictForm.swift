// The form in which monitors say what became of posts, and the lines that a page shows for one post.
import Discussion
import Records

/// `monitors/oordelen.csv`: the columns, how to fill them in, and a line for each post of the queue.
enum VerdictForm {
  /// The form's name in the monitors' folder.
  static let name = "oordelen.csv"

  private static let columns = [
    "bericht", "datum", "waarom", "opnieuw", "oordeel", "reden", "tot", "toelichting", "door",
    "versie",
  ]

  /// The form, as Dutch Excel opens it, with a line for each post of the queue. Laid in the inbox as it is, it changes
  /// nothing.
  static func file(_ view: MonitorView) -> RenderedFile {
    var writer = CSVWriter(delimiter: UInt8(ascii: ";"), byteOrderMark: true)
    writer.write(columns)
    for text in Texts.Review.formNotes {
      writer.write([text] + Array(repeating: "", count: columns.count - 1))
    }
    for row in view.queue {
      writer.write([
        Table.harmless(row.item.post.description), row.day.description,
        row.item.reasons.map(\.word).joined(separator: ", "), row.item.back == nil ? "" : "ja", "",
        "", "", "", "",
        row.version,
      ])
    }
    return RenderedFile(path: "monitors/" + name, bytes: writer.take())
  }

  /// The columns of a row by itself.
  static let ownColumns = "bericht;oordeel;reden;tot;toelichting;door;versie"

  /// The row that says of a post that nothing has to be done, under ``ownColumns``.
  static func row(_ row: ReviewRow) -> String {
    var writer = CSVWriter(delimiter: UInt8(ascii: ";"), carriageReturns: false)
    writer.write([
      Table.harmless(row.item.post.description), VerdictKind.noAction.rawValue, "", "", "", "",
      row.version,
    ])
    return String(decoding: writer.take().dropLast(), as: UTF8.self)
  }

  /// The command that says the same.
  static func command(_ row: ReviewRow, pipeline: String) -> String {
    "themaradar review \(quoted(pipeline)) \(quoted(row.item.post.description)) --oordeel "
      + VerdictKind.noAction.rawValue
  }

  /// A word as a shell takes it for one word, whatever an export put in it.
  static func quoted(_ text: String) -> String {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:._/@+-"
    if !text.isEmpty, text.allSatisfy(plain.contains) { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
