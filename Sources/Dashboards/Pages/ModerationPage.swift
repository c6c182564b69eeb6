// The monitors' page of the queue: the rows for today, those above the day's number, and how a verdict is recorded.
import Discussion

/// `monitors/moderatie.html`.
struct ModerationPage {
  /// So many rows above the day's number stand on the page; the file holds them all.
  static let rowsOver = 200

  let view: MonitorView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let columns = Texts.Review.columns
    let verdictColumns = Texts.Review.verdictColumns
    return try shell.templates.page(
      "moderation", at: "monitors/moderatie.html",
      shell.fields(
        title: "\(Texts.Monitors.moderation) – \(Texts.Monitors.product)",
        current: "moderatie.html",
        [
          "heading": Texts.Review.heading(view), "intro": Texts.Review.intro,
          "warning": ["strong": Texts.Review.warning.strong, "rest": Texts.Review.warning.rest],
          "attentionLabel": Texts.attention,
          "hasRows": !view.today.isEmpty, "none": Texts.Review.none,
          "caption": Texts.Review.caption,
          "columns": [
            "rank": columns.rank, "post": columns.post, "reasons": columns.reasons,
            "advice": columns.advice, "excerpt": columns.excerpt,
          ],
          "rows": view.today.map(fields), "over": over(),
          "verdictHeading": Texts.Review.verdictHeading,
          "verdictIntro": Texts.Review.verdictIntro(view),
          "verdictCaption": Texts.Review.verdictCaption,
          "verdictColumns": ["verdict": verdictColumns.verdict, "meaning": verdictColumns.meaning],
          "verdicts": VerdictKind.allCases.map {
            ["word": $0.rawValue, "meaning": Texts.Review.meaning($0)]
          },
          "precisionHeading": Texts.Review.precisionHeading,
          "precisionIntro": view.verdicts.precision.isEmpty
            ? Texts.Review.precisionNone : Texts.Review.precisionIntro,
          "hasPrecision": !view.verdicts.precision.isEmpty,
          "precision": view.verdicts.precision.map(Texts.Review.precision),
          "links": [
            ["href": VerdictForm.name, "label": Texts.Review.form],
            ["href": "excel/moderatie.csv", "label": Texts.Monitors.file],
            ["href": "excel/oordelen_log.csv", "label": Texts.Review.log],
            ["href": "nieuw.html", "label": Texts.Review.all],
          ],
        ]))
  }

  private func fields(_ row: ReviewRow) -> Fields {
    Parts.fields([
      "rank": row.item.rank, "post": row.item.post.description, "link": MonitorPages.safe(row.link),
      "where": [row.channel, DutchFormat.date(row.day)].compactMap { $0 }.joined(separator: ", "),
      "back": row.item.back.map(Texts.Review.back),
      "reasons": row.item.reasons.map { Texts.Review.reason($0, words: row.words(for: $0)) },
      "advice": Texts.Review.advice(row.item.reasons), "excerpt": row.excerpt.text,
      "record": Texts.Review.record, "recordCommand": Texts.Review.recordCommand,
      "recordRow": Texts.Review.recordRow,
      "command": VerdictForm.command(row, pipeline: view.verdicts.pipeline),
      "csv": VerdictForm.row(row),
    ])
  }

  /// The rows above the day's number: one line, that opens.
  private func over() -> Fields? {
    guard !view.over.isEmpty else { return nil }
    return Parts.fields([
      "summary": Texts.Review.over(view), "explanation": Texts.Review.budget(view),
      "caption": Texts.Review.overCaption, "rows": view.over.prefix(Self.rowsOver).map(fields),
      "cut": view.over.count > Self.rowsOver
        ? Texts.Monitors.cut(Self.rowsOver, of: view.over.count) : nil,
    ])
  }
}
