// How many questions still wait for an answer, per topic and since when: no threads, no sentences, no names.
import Discussion

/// `kerngroep/onbeantwoord.html`.
struct OpenQuestionsPage {
  /// A row of the table.
  struct Row {
    /// `onderwerp`, `kleine_onderwerpen` or `zonder_onderwerp`.
    let kind: String
    /// Nil where several are told together, or there is none.
    let topic: TopicView?
    let tally: OpenTally
  }

  let view: CoreView

  /// Topics that may be named, most open questions first; then the rest, as far as there is any.
  static func rows(_ view: CoreView) -> [Row] {
    let named = view.topics.filter { $0.mayQuote && $0.open.count > 0 }.sorted {
      ($1.open.count, $1.open.long, $0.id) < ($0.open.count, $0.open.long, $1.id)
    }
    let rest = [
      Row(kind: "kleine_onderwerpen", topic: nil, tally: view.facts.open.small),
      Row(kind: "zonder_onderwerp", topic: nil, tally: view.facts.open.unassigned),
    ]
    return named.map { Row(kind: "onderwerp", topic: $0, tally: $0.open) }
      + rest.filter { $0.tally.count > 0 }
  }

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let texts = Texts.Open.self
    let rows = Self.rows(view)
    return try shell.templates.page(
      "open", at: "kerngroep/onbeantwoord.html",
      shell.fields(
        title: Texts.pageTitle(texts.menu), current: nil,
        [
          "heading": texts.heading(view), "intro": texts.intro(view), "hasRows": !rows.isEmpty,
          "caption": texts.caption,
          "columns": [
            "topic": texts.columns.topic, "open": texts.columns.open, "long": texts.columns.long,
            "oldest": texts.columns.oldest, "answer": texts.columns.answer,
          ],
          "rows": rows.map { row in
            Parts.fields([
              "href": row.topic?.path, "name": row.topic?.title ?? texts.name(row.kind, view),
              "open": DutchFormat.number(row.tally.count), "long": DutchFormat.number(row.tally.long),
              "oldest": row.tally.oldest.map(DutchFormat.weekOfYear) ?? "–",
              "answer": row.topic?.resources.first.map {
                ["name": $0.title, "href": (row.topic?.path ?? "") + "#bronnen"] as Fields
              },
            ])
          },
          "note": texts.note, "file": texts.file,
        ]))
  }
}
