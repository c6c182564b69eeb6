// What people read when somebody is erased: numbers, ids and places, never a text or a name.
import Discussion
import Storage

/// Dutch sentences of `themaradar erase`.
enum ErasureTexts {
  /// What went, or would go, and what the program cannot reach.
  static func answer(_ counts: ErasureCounts, file: PipelineFile, isDryRun: Bool) -> String {
    let numbers = [
      number(counts.posts, "bericht", "berichten"),
      number(counts.revisions, "oudere tekst", "oudere teksten"),
      number(counts.members, "regel van een ledenlijst", "regels van ledenlijsten"),
      number(counts.quarantined, "regel in quarantaine leeggemaakt", "regels in quarantaine leeggemaakt"),
      number(
        counts.quotes, "citaat of ondertekening bij een bericht", "citaten en ondertekeningen bij berichten"),
      number(counts.vectors, "vector", "vectoren"),
      number(counts.titles, "titel van een onderwerp", "titels van onderwerpen"),
      number(
        counts.corrections, "bericht in het logboek van correcties", "berichten in het logboek van correcties"
      ),
      number(counts.verdicts, "bericht in het logboek van oordelen", "berichten in het logboek van oordelen"),
    ].compactMap(\.self)
    let what = numbers.isEmpty ? "niets meer; dit was al gewist" : numbers.joined(separator: ", ")
    var lines = ["\(isDryRun ? "Zou wissen" : "Gewist"): \(what)."]
    if counts.answers > 0 {
      lines.append(
        "\(counts.answers) antwoorden van anderen blijven staan; ze zeggen niet meer waarop ze antwoorden.")
    }
    if isDryRun {
      lines.append("Ook alle dashboards zouden weggaan en opnieuw worden gemaakt.")
      lines.append("Er is niets gewist (--dry-run).")
    } else {
      lines += [
        "Alle dashboards zijn weggehaald, ook die van eerdere nachten.",
        "Een export die dit nog bevat, brengt het niet terug. Signalen houden de aantallen waarmee ze zijn gepubliceerd.",
        "Doe zelf: haal de tekst uit de exports in \(file.inbox), uit reservekopieën van de opslag en uit pagina's die "
          + "u zelf ergens hebt bewaard (zoals van themaradar replay).",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The posts of others that a monitor should look at.
  static func mentions(
    _ found: [(post: PostID, reason: PersonMentions.Reason, place: Provenance?)], asked: [String]
  ) -> String {
    guard !found.isEmpty else {
      return asked.isEmpty
        ? "Anderen citeren hieruit niet. Geef met --name hoe de persoon heet om ook daarop te zoeken.\n"
        : "In berichten van anderen is de naam niet gevonden, en geen citaat.\n"
    }
    var lines = ["Bekijk deze berichten van anderen zelf; ze blijven staan:", "bericht;waarom;plaats"]
    for reason in PersonMentions.Reason.allCases {
      lines += found.filter { $0.reason == reason }.map { row in
        "\(row.post);\(reason.rawValue);\(row.place.map(place) ?? "")"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Lines of the logs that hold the name in what somebody typed.
  static func notes(_ lines: [String]) -> String {
    lines.isEmpty ? "" : "De naam staat ook in een toelichting: " + lines.joined(separator: ", ") + ".\n"
  }

  private static func number(_ count: Int, _ one: String, _ more: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : more)"
  }

  private static func place(_ place: Provenance) -> String {
    let entry = place.entry.isEmpty ? "" : "!/\(place.entry)"
    return "\(place.file)\(entry) \(place.line.map { "regel \($0)" } ?? "record \(place.record)")"
  }
}
