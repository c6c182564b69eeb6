// The form in which people say what they decide about signals.
import Discussion
import Records

/// `kerngroep/besluiten.csv`: the columns, how to fill them in, and a line for each signal that waits.
enum DecisionForm {
  /// The form's name in the core group's folder.
  static let name = "besluiten.csv"

  /// The form, as Dutch Excel opens it, with a line for each signal that waits. Laid in the inbox as it is, it changes
  /// nothing.
  static func file(_ view: CoreView) -> RenderedFile {
    var writer = CSVWriter(delimiter: UInt8(ascii: ";"), byteOrderMark: true)
    let columns = ["signaal", "onderwerp", "week", "nu", "besluit", "datum", "toelichting", "nuttig", "door"]
    writer.write(columns)
    for text in Texts.Decisions.formNotes {
      writer.write([text] + Array(repeating: "", count: columns.count - 1))
    }
    for signal in view.waiting {
      writer.write([
        signal.id.description, Table.harmless(Texts.Decisions.title(signal.topic, signal.id, view)),
        signal.latest.description, signal.decided?.rawValue ?? "", "", "", "", "", "",
      ])
    }
    return RenderedFile(path: "kerngroep/" + name, bytes: writer.take())
  }
}
