// The monitors' page with the raw evidence of the signals that stand: numbers and posts, nothing in words.
import Discussion

/// `monitors/signalen.html`. Leads nowhere but to the monitors' own files.
struct EvidencePage {
  let view: MonitorView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let texts = Texts.Monitors.self
    return try shell.templates.page(
      "evidence", at: "monitors/signalen.html",
      shell.fields(
        title: "\(Texts.Signal.list) – \(texts.product)", current: "signalen.html",
        [
          "heading": texts.evidenceHeading(view), "intro": texts.evidenceIntro,
          "file": texts.file, "signals": view.openSignals.map(section),
        ]))
  }

  private func section(_ report: SignalReport) -> Fields {
    let texts = Texts.Monitors.self
    let signal = report.signal
    let posts = signal.weeks.last?.posts ?? []
    return [
      "id": signal.id.description, "name": signal.id.description,
      "line": texts.evidenceLine(report, title: signal.topic.flatMap { view.titles[$0] }),
      "caption": texts.evidenceCaption,
      "heads": texts.evidenceColumns.enumerated().map {
        ["label": $1, "number": (2...5).contains($0)] as Fields
      },
      "weeks": signal.weeks.reversed().map(week), "postsLabel": texts.evidencePosts,
      "posts": posts.isEmpty ? "–" : posts.map(\.description).joined(separator: ", "),
    ]
  }

  private func week(_ week: SignalWeek) -> Fields {
    let texts = Texts.Monitors.self
    let cells: [(String, Bool)] = [
      (week.methods.map(\.rawValue).joined(separator: ", "), false),
      (DutchFormat.number(week.windowWeeks), true), (DutchFormat.number(week.observed), true),
      (
        "\(DutchFormat.decimal(week.expected)) (\(Texts.range(min(week.lower, week.upper)...week.upper)))",
        true
      ),
      (texts.chance(week.pValue), true), (week.strength.rawValue, false),
    ]
    return [
      "week": week.week.description,
      "cells": zip(texts.evidenceColumns.dropFirst(), cells).map { label, cell in
        ["label": label, "value": cell.0.isEmpty ? "–" : cell.0, "number": cell.1] as Fields
      },
    ]
  }
}
