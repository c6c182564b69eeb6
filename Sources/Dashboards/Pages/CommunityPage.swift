// The monitors' page of the community list: four groups, each with what a monitor can do.
import Discussion

/// `monitors/gemeenschap.html`.
struct CommunityPage {
  /// So many rows of a group stand on the page; the file holds them all.
  static let rowsShown = 100

  let view: MonitorView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let columns = Texts.Community.columns
    let announcements = view.communityList.rows(.announcements)
    return try shell.templates.page(
      "community", at: "monitors/gemeenschap.html",
      shell.fields(
        title: "\(Texts.Community.menu) – \(Texts.Monitors.product)", current: "gemeenschap.html",
        [
          "heading": Texts.Community.heading(view), "intro": Texts.Community.intro,
          "columns": ["post": columns.post, "seen": columns.seen, "excerpt": columns.excerpt],
          "openHeading": Texts.Community.openHeading, "open": Texts.Community.open(view),
          "openLink": Texts.Community.openLink(view), "todo": Texts.Community.todo,
          "announcements": announcements.isEmpty
            ? nil
            : Parts.fields([
              "summary": Texts.Community.announcements(announcements.count),
              "explanation": Texts.Community.announcementsIntro,
              "caption": Texts.Community.announcementsCaption, "rows": rows(announcements),
              "cut": cut(announcements),
            ]),
          "groups": [
            group(.newcomers, id: "nieuwkomers"), group(.repeated, id: "dubbel"),
            group(.heated, id: "verhit"),
          ], "file": "excel/gemeenschap.csv", "fileLabel": Texts.Community.file,
        ]))
  }

  private func group(_ group: CommunityReport.Group, id: String) -> Fields {
    let rows = view.communityList.rows(group)
    return Parts.fields([
      "id": id, "heading": Texts.Community.group(group),
      "about": Texts.Community.intro(group, view.communityList), "advice": Texts.Community.advice(group),
      "hasRows": !rows.isEmpty, "none": Texts.Community.none(group, view.communityList),
      "caption": Texts.Community.group(group), "rows": self.rows(rows), "cut": cut(rows),
    ])
  }

  private func rows(_ rows: [CommunityRow]) -> [Fields] {
    rows.prefix(Self.rowsShown).map { row in
      Parts.fields([
        "post": row.post.description, "link": MonitorPages.safe(row.link),
        "where": [row.channel, DutchFormat.date(row.day)].compactMap { $0 }.joined(separator: ", "),
        "seen": Texts.Community.seen(row, view.communityList), "excerpt": row.excerpt.text,
      ])
    }
  }

  private func cut(_ rows: [CommunityRow]) -> String? {
    rows.count > Self.rowsShown ? Texts.Monitors.cut(Self.rowsShown, of: rows.count) : nil
  }
}
