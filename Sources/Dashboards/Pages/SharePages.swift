// The reports to share: a list, and a page for each theme or question list.
import Discussion
import Moderation

/// The pages below `opbrengst/`. They lead nowhere but to each other: the folder is made to be handed on.
struct SharePages {
  /// The folder.
  static let folder = "opbrengst"

  let view: ShareView

  /// All pages.
  func render(_ templates: PageTemplates) throws -> [RenderedFile] {
    let shell = Shell(
      templates: templates, brand: Texts.Share.brand, isDemo: view.isDemo,
      menu: [Shell.Entry(href: "index.html", label: Texts.Share.all)], footer: Texts.Share.footer(view))
    return try [list(shell)] + view.reports.map { try page($0, shell) }
  }

  private func list(_ shell: Shell) throws -> RenderedFile {
    let texts = Texts.Share.self
    let columns = texts.listColumns
    return try shell.templates.page(
      "sharelist", at: Self.folder + "/index.html",
      shell.fields(
        title: "\(texts.all) – \(view.community)", current: "index.html",
        [
          "heading": texts.listHeading(view), "intro": texts.listIntro(view),
          "hasReports": !view.reports.isEmpty, "caption": texts.listCaption,
          "columns": Parts.fields([
            "report": columns.report, "questions": columns.questions, "trend": columns.trend,
            "people": columns.people, "stories": view.findsStories ? columns.stories : nil,
            "chart": columns.chart,
          ]),
          "rows": view.reports.map { report in
            Parts.fields([
              "href": report.path, "name": texts.name(report), "finding": texts.finding(report),
              "questions": DutchFormat.number(report.questions), "trend": texts.word(report.trend),
              "halves": texts.halves(report.halves), "people": texts.atLeast(report.people),
              "stories": stories(report.stories), "spark": Sparkline.svg(report.points),
            ])
          },
          "notes": [texts.platform(view), texts.small(view), texts.unassigned(view)].compactMap { $0 },
          "stray": stray, "filesHeading": texts.files,
          "files": texts.fileLabels.map { ["href": "excel/\($0.name).csv", "label": $0.label] },
        ]))
  }

  private func stories(_ count: Int) -> String? { view.findsStories ? DutchFormat.number(count) : nil }

  private var stray: Fields? {
    guard view.findsStories, view.strayStories > 0 else { return nil }
    return [
      "heading": Texts.Share.strayHeading, "text": Texts.Share.stray(view),
      "quotes": view.strayQuotes.map(\.text.text),
    ]
  }

  private func page(_ report: ShareReportView, _ shell: Shell) throws -> RenderedFile {
    let texts = Texts.Share.self
    let columns = texts.topicColumns
    let chart = ShareChart(report.points)
    return try shell.templates.page(
      "share", at: "\(Self.folder)/\(report.path)",
      shell.fields(
        title: "\(texts.name(report)) – \(view.community)", current: nil,
        [
          "listLabel": texts.all, "period": texts.period(view), "heading": texts.heading(report),
          "summary": Parts.sentence(texts.summary(report, view)),
          "facts": texts.facts(report, view).map { ["label": $0.label, "value": $0.value] },
          "topicsHeading": texts.topicsHeading, "topicsCaption": texts.topicsCaption,
          "columns": Parts.fields([
            "topic": columns.topic, "questions": columns.questions, "share": columns.share,
            "trend": columns.trend, "stories": view.findsStories ? columns.stories : nil,
            "chart": columns.chart,
          ]),
          "hasTopics": !report.topics.isEmpty || report.otherTopics > 0, "topics": topics(report),
          "othersNote": texts.othersNote(view),
          "chartHeading": texts.chartHeading, "chartCaption": texts.chartCaption,
          "keyNow": texts.keyNow, "keyBefore": texts.keyBefore, "trend": texts.trend(report),
          "wideChart": chart.svg(.wide, id: "jb", title: texts.chartTitle(report)),
          "narrowChart": chart.svg(.narrow, id: "js", title: texts.chartTitle(report)),
          "balanceHeading": texts.balanceHeading, "asked": texts.asked, "told": texts.told,
          "askedCount": texts.askedCount(report),
          "toldCount": view.findsStories ? texts.toldCount(report) : nil,
          "questions": report.quotes.map {
            Parts.fields(["text": $0.quote.text.text, "topic": $0.topic])
          },
          "stories": report.storyQuotes.map(\.text.text),
          "noQuestions": report.quotes.isEmpty ? texts.noQuestions : nil,
          "noStories": !view.findsStories
            ? texts.storiesUnknown : report.storyQuotes.isEmpty ? texts.noStories : nil,
          "balanceNote": view.findsStories ? texts.balanceNote : nil,
          "whoHeading": texts.whoHeading, "whoIntro": texts.whoIntro(report, view),
          "hasGroups": report.showsGroups, "groups": groups(report), "nameColumn": Texts.Topic.name,
          "countColumn": texts.topicColumns.questions,
          "methodHeading": texts.methodHeading, "method": texts.method(report, view),
        ]))
  }

  private func topics(_ report: ShareReportView) -> [Fields] {
    let texts = Texts.Share.self
    let largest = max(report.topics.first?.questions ?? 0, report.otherQuestions)
    let named = report.topics.map { topic in
      Parts.fields([
        "name": topic.title, "bar": Bar.svg(topic.questions, of: largest),
        "questions": DutchFormat.number(topic.questions),
        "share": DutchFormat.percentage(topic.questions, of: report.questions) ?? "–",
        "trend": texts.word(topic.trend), "halves": texts.halves(topic.halves),
        "stories": stories(topic.stories), "spark": Sparkline.svg(topic.points),
      ])
    }
    guard report.otherTopics > 0 || report.otherStories > 0 else { return named }
    return named + [
      Parts.fields([
        "name": texts.others(report.otherTopics), "bar": Bar.svg(report.otherQuestions, of: largest),
        "questions": DutchFormat.number(report.otherQuestions),
        "share": DutchFormat.percentage(report.otherQuestions, of: report.questions) ?? "–", "trend": "–",
        "stories": stories(report.otherStories), "spark": "",
      ])
    ]
  }

  private func groups(_ report: ShareReportView) -> [Fields] {
    report.breakdowns.compactMap { breakdown in
      let heading = Texts.Topic.dimension(breakdown.dimension)
      switch breakdown.groups {
      case .notKnown: return nil
      case .suppressed: return ["heading": heading, "note": Texts.Topic.whoSuppressed]
      case .shown(let rows, let others):
        let rest = others.map {
          GroupBreakdown.Row(name: Texts.Topic.others(breakdown.dimension), questions: $0)
        }
        let all = rows + (rest.map { [$0] } ?? [])
        let largest = all.map(\.questions).max() ?? 0
        return [
          "heading": heading,
          "rows": [
            "list": all.map {
              [
                "name": $0.name, "count": DutchFormat.number($0.questions),
                "bar": Bar.svg($0.questions, of: largest),
              ] as Fields
            }
          ] as Fields,
        ]
      }
    }
  }
}
