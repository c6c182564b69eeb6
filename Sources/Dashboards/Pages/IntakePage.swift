// The monitors' page of what came in: what failed and what to do, what is late, and what became of every record.
import Discussion

/// `monitors/inname.html`.
struct IntakePage {
  /// So many rows of nights stand on the page; the file holds them all.
  private static let nightsShown = 30

  let view: MonitorView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let columns = Texts.Monitors.quarantineColumns
    return try shell.templates.page(
      "intake", at: "monitors/inname.html",
      shell.fields(
        title: "\(Texts.Monitors.intake) – \(Texts.Monitors.product)", current: "inname.html",
        [
          "heading": Texts.Monitors.intakeHeading(view), "intro": Texts.Monitors.intakeIntro,
          "failed": failed, "sources": sources, "nights": nights,
          "hasFiles": !view.files.isEmpty, "sum": Texts.Monitors.sum(view.total),
          "totalWrong": view.files.allSatisfy { $0.read == $0.accountedFor } ? nil : Texts.Monitors.sumWrong,
          "caption": Texts.Monitors.intakeCaption,
          "heads": Texts.Monitors.intakeColumns.enumerated().map {
            ["label": $1, "number": $0 > 0] as Fields
          },
          "files": view.files.prefix(MonitorView.rowsShown).map { file in
            Parts.fields([
              "name": file.file, "detail": detail(file), "numbers": numbers(file),
              "wrong": file.read == file.accountedFor ? nil : Texts.Monitors.sum(file),
            ])
          }, "totalLabel": Texts.Monitors.intakeTotal, "total": numbers(view.total),
          "cutFiles": cut(view.files.count), "other": Texts.Monitors.intakeOther,
          "fileLabel": Texts.Monitors.file, "quarantineHeading": Texts.Monitors.quarantineHeading,
          "hasQuarantine": !view.quarantine.isEmpty, "quarantineIntro": Texts.Monitors.quarantineIntro,
          "quarantineNone": Texts.Monitors.quarantineNone,
          "quarantineCaption": Texts.Monitors.quarantineCaption,
          "columns": [
            "place": columns.place, "reason": columns.reason, "message": columns.message,
            "advice": columns.advice,
          ],
          "quarantine": view.quarantine.prefix(MonitorView.rowsShown).map { row in
            let place = Texts.Monitors.place(row.place)
            return [
              "name": place.file, "position": place.position, "reason": row.reason, "message": row.message,
              "advice": row.advice.isEmpty ? Texts.Monitors.noAdvice : row.advice,
            ] as Fields
          }, "cut": cut(view.quarantine.count), "quarantineFile": Texts.Monitors.quarantineFile,
        ]))
  }

  private func detail(_ file: IntakeFile) -> String {
    [file.format, Texts.Monitors.outcome(file.outcome), file.reason].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  private func numbers(_ file: IntakeFile) -> [Fields] {
    let values = [
      file.read, file.stored, file.revised, file.unchanged, file.quarantined, file.members, file.skipped,
      file.events + file.deleted + file.duplicates + file.corrections + file.decisions + file.verdicts
        + file.resources + file.erased,
    ]
    return zip(Texts.Monitors.intakeColumns.dropFirst(), values).map {
      ["label": $0, "value": DutchFormat.number($1)]
    }
  }

  private func cut(_ count: Int) -> String? {
    count > MonitorView.rowsShown ? Texts.Monitors.cut(MonitorView.rowsShown, of: count) : nil
  }

  private var failed: Fields? {
    let texts = Texts.Monitors.self
    guard !view.failedFiles.isEmpty else { return nil }
    let retry = texts.retry(view.verdicts.pipeline)
    return Parts.fields([
      "heading": texts.failedHeading, "intro": texts.failedIntro, "caption": texts.failedHeading,
      "columns": [
        "file": texts.failedColumns.file, "reason": texts.failedColumns.reason,
        "advice": texts.failedColumns.advice,
      ],
      "rows": view.failedFiles.prefix(MonitorView.rowsShown).map { file in
        [
          "file": file.file, "reason": file.reason,
          "advice": file.advice.isEmpty ? texts.noAdvice : file.advice,
        ]
          as Fields
      }, "cut": cut(view.failedFiles.count), "retry": retry?.text, "command": retry?.command,
    ])
  }

  private var sources: Fields? {
    let texts = Texts.Monitors.self
    guard !view.sources.isEmpty else { return nil }
    let columns = texts.sourceColumns
    return [
      "heading": texts.sourcesHeading, "intro": texts.sourcesIntro, "caption": texts.sourcesCaption,
      "columns": [
        "source": columns.source, "verdict": columns.verdict, "arrival": columns.arrival,
        "newest": columns.newest,
        "tonight": columns.tonight,
      ],
      "rows": view.sources.map { source in
        [
          "name": source.name, "pattern": source.pattern, "verdict": texts.verdict(source, on: view.asOf),
          "isLate": source.daysLate(on: view.asOf) != nil,
          "arrival": source.lastArrival.map(DutchFormat.date) ?? texts.never,
          "newest": source.newestPost.map(DutchFormat.date) ?? texts.noPosts,
          "tonight": texts.tonight(source.tonight),
        ] as Fields
      },
    ]
  }

  private var nights: Fields? {
    let texts = Texts.Monitors.self
    guard !view.intakeNights.isEmpty else { return nil }
    let shown = view.intakeNights.prefix(Self.nightsShown)
    return Parts.fields([
      "heading": texts.intakeNightsHeading,
      "caption": texts.intakeNightsCaption(Set(shown.map(\.day)).count),
      "heads": texts.intakeNightColumns.enumerated().map { ["label": $1, "number": $0 > 1] as Fields },
      "rows": shown.map { night in
        let tally = night.tally
        let values = [tally.files, tally.stored, tally.revised, tally.quarantined, tally.failed]
        return [
          "day": DutchFormat.date(night.day), "sourceLabel": texts.intakeNightColumns[1],
          "source": night.source ?? texts.otherSource,
          "numbers": zip(texts.intakeNightColumns.dropFirst(2), values).map {
            ["label": $0, "value": DutchFormat.number($1)] as Fields
          },
        ] as Fields
      }, "file": texts.intakeNightsFile,
    ])
  }
}
