// The monitors' page of quotations: what the core group reads of posts, and what it could read.
import Discussion
import Moderation
import Records

/// `monitors/citaten.html`.
struct QuotePage {
  /// The page's name in the monitors' folder.
  static let name = "citaten.html"

  let view: MonitorView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let texts = Texts.Quotes.self
    let quotes = view.quotes
    return try shell.templates.page(
      "quotes", at: "monitors/" + Self.name,
      shell.fields(
        title: "\(texts.menu) – \(Texts.Monitors.product)", current: Self.name,
        [
          "heading": texts.heading(quotes), "intro": texts.intro,
          "warning": ["strong": texts.warning.strong, "rest": texts.warning.rest],
          "attentionLabel": Texts.attention,
          "columns": [
            "question": texts.columns.question, "place": texts.columns.place, "post": texts.columns.post,
          ],
          "sections": [
            section("nu", texts.shownHeading, texts.shownIntro(quotes), quotes.shown, none: texts.shownNone),
            section("reserve", texts.spareHeading, texts.spareIntro, quotes.spare, none: nil),
            section(
              "voorstel", texts.proposedHeading, texts.proposedIntro, quotes.proposed,
              none: texts.proposedNone),
            section("verhalen", texts.storiesHeading, texts.storiesIntro, quotes.stories, none: nil),
            section(
              "verhaalvoorstel", texts.proposedStoriesHeading, texts.proposedStoriesIntro,
              quotes.proposedStories, none: nil),
          ].compactMap { $0 },
          "links": [
            ["href": QuoteForm.name, "label": texts.form],
            ["href": "excel/citaten.csv", "label": Texts.Monitors.file],
            ["href": "excel/oordelen_log.csv", "label": Texts.Review.log],
          ],
        ]))
  }

  /// A heading with its sentences; nil when there are none and nothing is to be said of that.
  private func section(
    _ id: String, _ heading: String, _ intro: String, _ rows: [QuoteRow], none: String?
  ) -> Fields? {
    if rows.isEmpty, none == nil { return nil }
    return Parts.fields([
      "id": id, "heading": heading, "explanation": rows.isEmpty ? nil : intro, "none": none,
      "hasRows": !rows.isEmpty,
      "caption": heading, "rows": rows.prefix(MonitorView.rowsShown).map(fields),
      "cut": rows.count > MonitorView.rowsShown
        ? Texts.Monitors.cut(MonitorView.rowsShown, of: rows.count) : nil,
    ])
  }

  private func fields(_ row: QuoteRow) -> Fields {
    let texts = Texts.Quotes.self
    var acts: [(label: String, code: [String])]
    if let line = row.approvedBy {
      acts = [
        (texts.withdraw, [QuoteForm.withdrawal(line, pipeline: view.verdicts.pipeline)]),
        (texts.refuseInstead, [QuoteForm.row(row, .refused)]),
      ]
    } else {
      acts = [
        (texts.approve, [QuoteForm.command(row, .approved, pipeline: view.verdicts.pipeline)]),
        (texts.refuse, [QuoteForm.command(row, .refused, pipeline: view.verdicts.pipeline)]),
        (texts.asRow, [QuoteForm.row(row, .approved), QuoteForm.row(row, .refused)]),
      ]
    }
    if row.place == .story {
      if row.approvedBy == nil { acts = refusing(row) }
    }
    if row.candidate.mayBePublished, row.publishedBy == nil {
      acts.insert(
        (texts.publish, [QuoteForm.command(row, .published, pipeline: view.verdicts.pipeline)]), at: 0)
      acts.insert((texts.publishAsRow, [QuoteForm.row(row, .published)]), at: 1)
    }
    return Parts.fields([
      "isPublic": row.publishedBy == nil ? nil : texts.isPublic,
      "text": row.candidate.text.text, "href": "../\(row.path)", "name": row.name,
      "kind": texts.kind(row.place), "post": row.candidate.post.description, "record": texts.record,
      "acts": acts.map { ["label": $0.label, "lines": $0.code] as Fields },
    ])
  }
}

extension QuotePage {
  /// The lines that keep a sentence from being shown.
  private func refusing(_ row: QuoteRow) -> [(label: String, code: [String])] {
    [
      (Texts.Quotes.refuse, [QuoteForm.command(row, .refused, pipeline: view.verdicts.pipeline)]),
      (Texts.Quotes.asRow, [QuoteForm.row(row, .refused)]),
    ]
  }
}

/// The form in which monitors say whether sentences may be shown, and the lines that the page shows for one.
enum QuoteForm {
  /// The form's name in the monitors' folder: it can be laid in the inbox as it is called.
  static let name = "oordelen-citaten.csv"

  /// The form, as Dutch Excel opens it, with a line for each sentence that monitors are asked about. Laid in the inbox as it
  /// is, it changes nothing.
  static func file(_ view: MonitorView) -> RenderedFile {
    var writer = CSVWriter(delimiter: UInt8(ascii: ";"), byteOrderMark: true)
    let columns = ["bericht", "vraag", "waarvan", "oordeel", "toelichting", "door", "versie"]
    writer.write(columns)
    for text in Texts.Quotes.formNotes {
      writer.write([text] + Array(repeating: "", count: columns.count - 1))
    }
    for row in view.quotes.proposed + view.quotes.proposedStories {
      writer.write([
        Table.harmless(row.candidate.post.description), Table.harmless(row.candidate.text.text),
        Table.harmless(row.name), "", "", "", row.candidate.formVersion,
      ])
    }
    return RenderedFile(path: "monitors/" + name, bytes: writer.take())
  }

  /// The row that says of a sentence whether it may be shown, under ``VerdictForm/ownColumns``.
  static func row(_ row: QuoteRow, _ answer: QuoteAnswer) -> String {
    var writer = CSVWriter(delimiter: UInt8(ascii: ";"), carriageReturns: false)
    writer.write([
      Table.harmless(row.candidate.post.description), answer.rawValue, "", "", "", "",
      row.candidate.formVersion,
    ])
    return String(decoding: writer.take().dropLast(), as: UTF8.self)
  }

  /// The command that says the same.
  static func command(_ row: QuoteRow, _ answer: QuoteAnswer, pipeline: String) -> String {
    "themaradar review \(VerdictForm.quoted(pipeline)) \(VerdictForm.quoted(row.candidate.post.description)) --oordeel "
      + "\(answer.rawValue) --versie \(row.candidate.version)"
  }

  /// The command that takes a line of the log back.
  static func withdrawal(_ line: Int, pipeline: String) -> String {
    "themaradar review \(VerdictForm.quoted(pipeline)) --intrekken \(line)"
  }
}
