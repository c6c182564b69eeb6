// How good the data behind the report are: what is in, what is missing, what was left aside.
import Discussion

/// `kerngroep/kwaliteit.html`.
struct QualityPage {
  let view: CoreView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let texts = Texts.Quality.self
    let quality = view.quality
    return try shell.templates.page(
      "quality", at: "kerngroep/kwaliteit.html",
      shell.fields(
        title: Texts.pageTitle(texts.menu), current: nil,
        [
          "heading": texts.heading(view), "intro": texts.intro(view),
          "caption": texts.caption,
          "columns": [
            "what": texts.columns.what, "value": texts.columns.value, "norm": texts.columns.norm,
            "state": texts.columns.state,
          ],
          "rows": quality.measures.map { measure in
            Parts.fields([
              "what": texts.what(measure.kind), "meaning": texts.meaning(measure, quality),
              "value": texts.value(measure, quality), "norm": texts.norm(measure),
              "state": measure.norm == .none ? "–" : measure.isFine ? texts.fine : texts.mind,
              "icon": measure.norm == .none ? nil : measure.isFine ? Icons.check : Icons.warning,
              "isBad": !measure.isFine,
            ])
          },
          "daysHeading": texts.daysHeading, "daysIntro": texts.daysIntro, "daysCaption": texts.daysCaption,
          "week": texts.week, "dayNames": DutchFormat.dayNames.map { ["name": $0.name, "short": $0.short] },
          "weeks": weeks, "leftHeading": texts.leftHeading, "left": texts.left(view),
          "file": texts.file, "methodLink": Texts.Index.methodLink,
        ]))
  }

  private var weeks: [Fields] {
    let days = view.quality.days
    return stride(from: 0, to: days.count, by: 7).reversed().map { start in
      [
        "name": DutchFormat.weekOfYear(ISOWeek(containing: days[start].day)),
        "days": days[start..<min(start + 7, days.count)].map {
          ["count": DutchFormat.number($0.posts)] as Fields
        },
      ]
    }
  }
}
