// The empty form in which monitors say what is wrong with topics.
import Discussion
import Records

/// `monitors/correcties.csv`: the columns, and how each action is filled in, in rows that are passed over.
enum CorrectionForm {
  /// The form's name in the monitors' folder.
  static let name = "correcties.csv"

  /// The form, as Dutch Excel opens it. Laid in the inbox as it is, it changes nothing.
  static func file(_ view: MonitorView) -> RenderedFile {
    var writer = CSVWriter(delimiter: UInt8(ascii: ";"), byteOrderMark: true)
    writer.write(columns)
    // Examples speak of topics that are there, so that they can be tried out.
    let named = view.topics.filter { $0.topic.status != .merged && !$0.decisions.isMuted }.map(\.topic.id)
    let first = named.first ?? TopicID(number: 1)
    let second = named.dropFirst().first ?? TopicID(number: 2)
    let post = (view.unanswered.first?.post ?? view.queue.first?.item.post)?.description ?? "jeugd:p01204"
    for row in rows(first.description, second.description, post: Table.harmless(post)) {
      writer.write(row + Array(repeating: "", count: columns.count - row.count))
    }
    return RenderedFile(path: "monitors/" + name, bytes: writer.take())
  }

  /// The columns.
  static let columns = ["actie", "onderwerp", "naar", "titel", "bericht", "toelichting", "door"]

  private static func rows(_ first: String, _ second: String, post: String) -> [[String]] {
    func example(_ action: String, _ cells: [String], _ meaning: String) -> [String] {
      ["# " + action] + cells + [meaning, "uw naam"]
    }
    return [
      [
        "# Rijen die met # beginnen zijn uitleg. Zet uw eigen rijen eronder, zonder #, en leg dit bestand in de inbox."
      ],
      ["# De nummers van onderwerpen staan in onderwerpen.csv, die van berichten bij elk bericht."],
      example("hernoem", [first, "", "De nieuwe titel", ""], "Geef een onderwerp een andere titel"),
      example("voeg-samen", [first, second, "", ""], "Het eerste onderwerp gaat op in het tweede"),
      example(
        "splits", [first, "", "Titel van het nieuwe onderwerp", post],
        "Een rij per bericht dat naar het nieuwe onderwerp gaat"),
      example(
        "verplaats", ["", second, "", post],
        "Naar een onderwerp (nummer of titel), naar geen, of naar een nieuwe titel"),
      example("zet-vast", [first, "", "", ""], "Het onderwerp houdt zijn vragen, wat de nacht ook vindt"),
      example("laat-los", [first, "", "", ""], "Het tegendeel van zet-vast"),
      example("verberg", [first, "", "", ""], "De kerngroep ziet het niet, en het geeft geen signalen"),
      example("toon", [first, "", "", ""], "Het tegendeel van verberg"),
      example(
        "laat-zo", [first, second, "", ""],
        "Blijven apart. Met titel in naar: de titel is goed. Met niets in naar: niet splitsen"),
      example("herroep", ["12", "", "", ""], "Regel 12 van het logboek geldt niet meer"),
    ]
  }
}
