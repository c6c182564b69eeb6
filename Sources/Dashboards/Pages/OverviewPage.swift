// The overview of all topics in one table, and the page that explains the method.
import Discussion

/// `kerngroep/onderwerpen.html`.
struct OverviewPage {
  let view: CoreView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let columns = Texts.Overview.columns
    return try shell.templates.page(
      "overview", at: "kerngroep/onderwerpen.html",
      shell.fields(
        title: Texts.pageTitle(Texts.topics), current: "onderwerpen.html", usesScript: !view.topics.isEmpty,
        [
          "heading": Texts.Overview.heading, "intro": Texts.Overview.intro(view),
          "hasTopics": !view.topics.isEmpty, "search": Texts.Overview.search, "show": Texts.Overview.show,
          "options": Texts.Overview.options.map { ["value": $0.0, "label": $0.1] },
          "themes": view.themes.isEmpty ? nil : themes,
          "countedOf": Texts.Overview.counted.of, "countedUnit": Texts.Overview.counted.unit,
          "caption": Texts.Overview.caption(view), "none": Texts.Overview.noSignal,
          "columns": [
            "topic": columns.topic, "signal": columns.signal, "count": columns.count, "band": columns.band,
            "year": columns.year, "trend": columns.trend,
          ],
          "rows": view.topics.map(row), "hasMerged": !view.merged.isEmpty,
          "mergedHeading": Texts.Index.kind(.merged),
          "merged": view.merged.map {
            ["href": $0.path, "name": $0.title, "id": $0.id.description] as Fields
          },
        ]))
  }

  /// The choice of a theme: all, each by its number, and none yet.
  private var themes: Fields {
    let all = [("", Texts.Overview.allThemes)]
    let each = view.themes.enumerated().map { ("\($0 + 1)", $1) }
    let none = view.topics.contains { $0.theme == nil } ? [("0", Texts.Overview.noTheme)] : []
    return [
      "label": Texts.Overview.theme,
      "options": (all + each + none).map { ["value": $0.0, "label": $0.1] },
    ]
  }

  private func row(_ topic: TopicView) -> Fields {
    let strength = topic.signal.flatMap { SignalStrength.allCases.firstIndex(of: $0.strength) }
    return Parts.fields([
      "signal": (topic.signal == nil ? "nee" : "ja") + (topic.isNew ? " nieuw" : ""), "href": topic.path,
      "name": topic.title, "new": Parts.newTag(topic),
      "theme": view.themes.isEmpty
        ? nil : "\(Texts.Overview.theme): \(topic.theme ?? Texts.Overview.noTheme)",
      "themeNumber": topic.theme.flatMap { view.themes.firstIndex(of: $0) }.map { $0 + 1 } ?? 0,
      "tag": Parts.tag(topic.signal?.strength), "rank": (strength ?? -1) + 1,
      "count": DutchFormat.number(topic.questionsThisWeek), "upper": topic.band?.upperBound ?? -1,
      "band": Texts.range(topic.band), "yearValue": topic.questionsInYear,
      "year": DutchFormat.number(topic.questionsInYear), "spark": Sparkline.svg(topic.points),
    ])
  }
}

/// `kerngroep/werkwijze.html`.
struct MethodPage {
  let view: CoreView
  /// The names of the CSV files.
  let files: [String]

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    try shell.templates.page(
      "method", at: "kerngroep/werkwijze.html",
      shell.fields(
        title: Texts.pageTitle(Texts.method), current: "werkwijze.html",
        [
          "heading": Texts.Method.heading, "intro": Texts.Method.intro,
          "sections": (Texts.Method.sections(view) + [Texts.Decisions.method(view)]).map {
            ["id": $0.id, "heading": $0.heading, "paragraphs": $0.paragraphs] as Fields
          },
          "filesIntro": Texts.Method.filesIntro,
          "files": files.map { ["href": "excel/\($0).csv", "name": Texts.Method.fileName($0)] },
          "versionHeading": Texts.Method.version, "version": Texts.Method.versionLine(view),
        ]))
  }
}
