// What people read of quarantine on the command line.
import Discussion
import Storage

/// Dutch sentences of `themaradar quarantine`.
enum QuarantineTexts {
  static let nothingFits = "dit staat niet in quarantaine: themaradar quarantine list laat zien wat er staat"

  /// File, entry, record, line: as far as known.
  static func place(_ item: QuarantineItem) -> String {
    let place = item.record.place
    var parts = [place.file]
    if !place.entry.isEmpty { parts.append(place.entry) }
    if place.record > 0 { parts.append("bericht \(place.record)") }
    if let line = place.line { parts.append("regel \(line)") }
    return line(parts.joined(separator: ", "))
  }

  /// What is wrong with it.
  static func message(_ item: QuarantineItem) -> String {
    line(item.record.message)
  }

  /// A text on one line that cannot steer a terminal.
  static func line(_ text: String) -> String {
    String(visible(text).map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// What to do next.
  static func afterList(_ items: [QuarantineItem], pipeline: String) -> String {
    let files = items.count { $0.kind == .file }
    let records = items.count - files
    var parts: [String] = []
    if files > 0 { parts.append(files == 1 ? "1 heel bestand" : "\(files) hele bestanden") }
    if records > 0 { parts.append(records == 1 ? "1 bericht" : "\(records) berichten") }
    return """

      In quarantaine: \(parts.joined(separator: " en ")).
      Bekijken:       themaradar quarantine show \(pipeline) \(items[0].name)
      Opnieuw lezen:  themaradar quarantine retry \(pipeline) \(items[0].name)

      """
  }

  /// All of one item, with what the record holds.
  static func whole(_ item: QuarantineItem) -> String {
    let place = item.record.place
    var rows = [
      ["Nummer", item.name], ["Sinds", "nacht van \(item.night)"], ["Bestand", line(place.file)],
    ]
    if !place.entry.isEmpty { rows.append(["Onderdeel", line(place.entry)]) }
    if place.record > 0 { rows.append(["Bericht", String(place.record)]) }
    if let line = place.line { rows.append(["Regel", String(line)]) }
    if let byte = place.byte { rows.append(["Byte", String(byte)]) }
    rows.append(["Reden", item.record.reason])
    rows.append(["Uitleg", line(item.record.message)])
    let advice = QuarantineAdvice.text(for: item.record.reason)
    if !advice.isEmpty { rows.append(["Wat te doen", advice]) }
    var text = TextTable.text(rows)
    if item.kind == .record {
      let raw = item.record.raw
      let shown = String(decoding: raw, as: UTF8.self)
      text += "\nZoals het er staat\(raw.count >= QuarantinedRecord.longestRaw ? " (het begin)" : ""):\n"
      text += raw.isEmpty ? "  (niets bewaard)\n" : visible(shown) + "\n"
    }
    return text
  }

  /// Text with control characters other than tab and line end written out: a record must not steer a terminal.
  private static func visible(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: scalars.append(scalar)
      case 0x0D: continue
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        scalars.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// What came of reading a file again.
  static func retried(_ path: String, _ report: FileReport?) -> String {
    guard let report else {
      return
        "\(path): ligt niet meer in de inbox. Leg het bestand terug om het opnieuw te lezen; corrigeer een ingevuld "
        + "bestand en leg het opnieuw neer.\n"
    }
    let counts = report.counts
    switch report.outcome {
    case .accepted, .quarantined, .unchanged:
      return
        "\(path): opnieuw gelezen; \(counts.new) nieuw, \(counts.revised) gewijzigd, \(counts.unchanged) ongewijzigd, "
        + "\(counts.quarantined + counts.refusedEntries) nog in quarantaine.\n"
    case .refused, .ignored, .deferred:
      return "\(path): nog steeds niet te lezen: \(report.message ?? report.reason ?? "").\n"
    }
  }
}
