// The monitors' page of proposals: what could be changed about topics, why, and the line that records it.
import Discussion

/// `monitors/voorstellen.html`.
struct ProposalPage {
  /// The page's name in the monitors' folder.
  static let name = "voorstellen.html"
  /// So many proposals stand on the page; the file holds them all.
  static let rowsShown = 10

  let view: MonitorView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let texts = Texts.Proposals.self
    let shown = Self.shown(view.proposals.rows)
    return try shell.templates.page(
      "proposals", at: "monitors/" + Self.name,
      shell.fields(
        title: "\(texts.menu) – \(Texts.Monitors.product)", current: Self.name,
        [
          "heading": texts.heading(view.proposals.rows.count), "intro": texts.intro, "how": texts.how,
          "groups": texts.Kind.allCases.map { kind in
            group(kind, shown.filter { texts.kind($0) == kind })
          },
          "cut": view.proposals.rows.count > shown.count
            ? texts.cut(shown.count, of: view.proposals.rows.count) : nil,
          "links": [
            ["href": CorrectionForm.name, "label": texts.form],
            ["href": "excel/voorstellen.csv", "label": Texts.Monitors.file],
            ["href": "excel/onderwerpen.csv", "label": Texts.Monitors.correctTopics],
          ],
        ]))
  }

  /// The proposals for the page: those that change most of what is counted first, and room for titles.
  static func shown(_ rows: [ProposalRow]) -> [ProposalRow] {
    let titles = rows.filter { Texts.Proposals.kind($0) == .rename }
    let others = rows.filter { Texts.Proposals.kind($0) != .rename }
    let room = max(rowsShown - titles.count, rowsShown * 3 / 5)
    let first = Array(others.prefix(room))
    return first + titles.prefix(rowsShown - first.count)
  }

  private func group(_ kind: Texts.Proposals.Kind, _ rows: [ProposalRow]) -> Fields {
    let texts = Texts.Proposals.group(kind)
    let ids: [Texts.Proposals.Kind: String] = [
      .merge: "samenvoegen", .split: "splitsen", .rename: "titels",
    ]
    return Parts.fields([
      "id": ids[kind], "heading": texts.heading, "about": rows.isEmpty ? texts.none : texts.about,
      "rows": rows.map(fields),
    ])
  }

  private func fields(_ row: ProposalRow) -> Fields {
    let texts = Texts.Proposals.self
    let topics = [row.topic, row.heir].compactMap(\.self)
    return Parts.fields([
      "what": texts.what(row, titles: view.titles), "why": texts.why(row), "words": texts.wordsLine(row),
      "topics": topics.map { topic in
        Parts.fields([
          "id": topic.description, "name": view.titles[topic],
          "href": view.pages.contains(topic) ? "../kerngroep/onderwerpen/\(topic).html" : nil,
        ])
      },
      "sides": [
        side(texts.examplesHeading(row, titles: view.titles), row.examples),
        side(texts.othersHeading(row, titles: view.titles), row.others),
      ].compactMap(\.self),
      "record": texts.record, "asRow": texts.asRow, "rowLines": ProposalForm.rows(row),
      "asCommand": texts.asCommand,
      "command": ProposalForm.command(row, pipeline: view.verdicts.pipeline), "leave": texts.leave,
      "leaveRow": ProposalForm.leavingRow(row),
      "leaveCommand": ProposalForm.leavingCommand(row, pipeline: view.verdicts.pipeline),
      "openTitle": texts.openTitleNote(row),
    ])
  }

  private func side(_ heading: String, _ examples: [ProposalRow.Example]) -> Fields? {
    if examples.isEmpty { return nil }
    return [
      "heading": heading,
      "examples": examples.map { ["text": $0.text.text, "post": $0.post.description] as Fields },
    ]
  }
}
