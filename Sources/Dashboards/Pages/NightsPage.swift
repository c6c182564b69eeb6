// The monitors' page of earlier nights: when they ran, how long they took, and what went wrong.
import Discussion

/// `monitors/nachten.html`.
struct NightsPage {
  /// The page's name in the monitors' folder.
  static let name = "nachten.html"
  /// So many nights stand on the page; the file holds them all.
  static let rowsShown = 60

  let view: MonitorView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let texts = Texts.Nights.self
    let nights = view.nights
    let chart = NightChart(nights, last: Self.rowsShown)
    let tonight = texts.tonight(view.verdicts.pipeline)
    let columns = texts.columns
    return try shell.templates.page(
      "nights", at: "monitors/" + Self.name,
      shell.fields(
        title: "\(texts.menu) – \(Texts.Monitors.product)", current: Self.name,
        [
          "heading": texts.heading(nights), "intro": texts.intro, "tonight": tonight.text,
          "tonightCommand": tonight.command,
          "chart": chart.map { chart in
            [
              "heading": texts.chartHeading, "svg": chart.svg(), "title": texts.chartTitle(chart.unit),
            ] as Fields
          },
          "hasRows": !nights.isEmpty, "none": texts.none,
          "caption": texts.caption(min(nights.count, Self.rowsShown)),
          "columns": [
            "night": columns.night, "started": columns.started, "took": columns.took,
            "outcome": columns.outcome,
          ],
          "rows": nights.prefix(Self.rowsShown).compactMap(row),
          "cut": nights.count > Self.rowsShown ? texts.cut(Self.rowsShown, of: nights.count) : nil,
          "file": "excel/nachten.csv", "fileLabel": Texts.Monitors.file,
        ]))
  }

  private func row(_ night: PastNight) -> Fields? {
    guard let attempt = night.attempts.last else { return nil }
    let texts = Texts.Nights.self
    var notes = [attempt.message.map(texts.message)].compactMap(\.self)
    notes += night.attempts.dropLast().reversed().map(texts.earlier)
    if night.hasNewSettings == true { notes.append(texts.newSettings) }
    return Parts.fields([
      "day": DutchFormat.date(night.day), "started": texts.started(attempt.startedAt),
      "took": attempt.milliseconds.map(texts.length) ?? texts.unknownLength,
      "outcome": texts.outcome(attempt.outcome), "notes": notes,
      "details": night.stages.isEmpty
        ? nil
        : [
          "summary": texts.details,
          "lines": night.stages.map(texts.stageLine) + [night.version.map(texts.version)].compactMap(\.self),
        ] as Fields,
    ])
  }
}
