// The monitors' pages: today, the queue, the open questions.
import Discussion

/// The pages below `monitors/`.
struct MonitorPages {
  let view: MonitorView

  /// All pages.
  func render(_ shell: Shell) throws -> [RenderedFile] {
    [
      try today(shell), try ModerationPage(view: view).render(shell),
      try NewPostsPage(view: view).render(shell), try unanswered(shell),
      try CommunityPage(view: view).render(shell), try IntakePage(view: view).render(shell),
      try EvidencePage(view: view).render(shell), try QuotePage(view: view).render(shell),
      try ProposalPage(view: view).render(shell), try NightsPage(view: view).render(shell),
      try Texts.DataFlow.page(view).render(shell), try Texts.Assessment.page(view).render(shell),
    ]
  }

  private func title(_ label: String) -> String { "\(label) – \(Texts.Monitors.product)" }

  private func cut(_ count: Int) -> String? {
    count > MonitorView.rowsShown ? Texts.Monitors.cut(MonitorView.rowsShown, of: count) : nil
  }

  /// Only addresses that are what they seem: no `javascript:` comes out of an export.
  static func safe(_ link: String?) -> String? {
    link.flatMap { $0.hasPrefix("https://") ? $0 : nil }
  }

  private func topicHref(_ topic: TopicID) -> String? {
    !view.pages.contains(topic) ? nil : "../kerngroep/onderwerpen/\(topic).html"
  }

  private func today(_ shell: Shell) throws -> RenderedFile {
    let columns = Texts.Monitors.runningColumns
    return try shell.templates.page(
      "monitors", at: "monitors/index.html",
      shell.fields(
        title: title(Texts.Monitors.today), current: "index.html",
        [
          "kicker": Texts.Monitors.kicker(view), "heading": Texts.Monitors.heading(view),
          "tiles": Texts.Monitors.tiles(view).map {
            ["label": $0.label, "value": $0.value, "note": $0.note, "href": $0.href]
          },
          "communityHeading": Texts.Community.menu, "community": Texts.Community.line(view),
          "communityLink": Texts.Community.lineLink,
          "runningHeading": Texts.Monitors.runningHeading, "runningIntro": Texts.Monitors.runningIntro(view),
          "hasRows": !view.running.isEmpty, "caption": Texts.Monitors.runningCaption,
          "columns": [
            "topic": columns.topic, "count": columns.count, "people": columns.people, "band": columns.band,
          ],
          "rows": view.running.prefix(MonitorView.rowsShown).map { row in
            // A topic that came after the core group's report was fixed has no page there yet.
            Parts.fields([
              "href": topicHref(row.topic), "name": row.title,
              "count": DutchFormat.number(row.questions), "people": DutchFormat.number(row.askers),
              "band": row.band.map { DutchFormat.number($0.upperBound) } ?? "–",
            ])
          }, "none": Texts.Monitors.runningNone, "cut": cut(view.running.count),
          "coreHeading": Texts.Monitors.coreHeading, "coreLine": Texts.Monitors.coreLine(view),
          "coreLink": Texts.Monitors.coreLink,
          "links": [["href": "excel/lopende_week.csv", "label": Texts.Monitors.file]],
          "shareHeading": Texts.Share.menu, "shareIntro": Texts.Share.monitorsIntro(view.share),
          "shareLink": Texts.Share.monitorsLink,
          "privacyHeading": Texts.Quotes.privacyHeading,
          "privacyIntro": Texts.Quotes.privacyIntro(view.quotes),
          "privacyLinks": [
            ["href": QuotePage.name, "label": Texts.Quotes.link],
            ["href": Texts.DataFlow.name, "label": Texts.DataFlow.link],
            ["href": Texts.Assessment.name, "label": Texts.Assessment.link],
          ],
          "correctHeading": Texts.Monitors.correctHeading,
          "proposals": Texts.Proposals.line(view.proposals.rows.count),
          "proposalsHref": ProposalPage.name, "proposalsLink": Texts.Proposals.link,
          "correctIntro": Texts.Monitors.correctIntro,
          "muted": view.muted.isEmpty ? nil : Texts.Monitors.muted(view),
          "correctLinks": [
            ["href": CorrectionForm.name, "label": Texts.Monitors.correctForm],
            ["href": "excel/onderwerpen.csv", "label": Texts.Monitors.correctTopics],
            ["href": "excel/besluiten_log.csv", "label": Texts.Decisions.monitorLog],
          ],
          "allHeading": Texts.Monitors.allHeading,
          "groups": MonitorMenu.groups.map { group in
            [
              "heading": group.title,
              "pages": group.pages.map { ["href": $0.href, "label": $0.label] as Fields },
            ] as Fields
          },
        ]))
  }

  private func unanswered(_ shell: Shell) throws -> RenderedFile {
    let columns = Texts.Monitors.unansweredColumns
    return try shell.templates.page(
      "unanswered", at: "monitors/onbeantwoord.html",
      shell.fields(
        title: title(Texts.Monitors.unanswered), current: "onbeantwoord.html",
        [
          "heading": Texts.Monitors.unansweredHeading(view),
          "intro": Texts.Monitors.unansweredIntro(view), "hasRows": !view.unanswered.isEmpty,
          "none": Texts.Monitors.unansweredNone, "caption": Texts.Monitors.unansweredCaption,
          "columns": [
            "question": columns.question, "day": columns.day, "open": columns.open, "topic": columns.topic,
          ],
          "rows": view.unanswered.prefix(MonitorView.rowsShown).map { row in
            Parts.fields([
              "text": row.text.text, "post": row.post.description, "link": Self.safe(row.link),
              "where": row.channel ?? row.thread.description, "day": DutchFormat.date(row.day),
              "open": DutchFormat.number(row.workingDays), "topicHref": row.topic.flatMap(topicHref),
              "topic": row.topic.flatMap { view.titles[$0] },
              "answer": row.topic.flatMap { view.answers[$0] }.map(ResourceParts.answer),
            ])
          }, "cut": cut(view.unanswered.count), "file": "excel/onbeantwoord.csv",
          "fileLabel": Texts.Monitors.file,
        ]))
  }
}
