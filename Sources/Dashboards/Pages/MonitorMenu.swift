// The monitors' menu: few entries, with the pages behind each in a second row.

/// The pages of the monitors in groups.
enum MonitorMenu {
  /// A group of pages.
  struct Group {
    let menu: String
    let title: String
    let pages: [Shell.Entry]
  }

  /// The groups, in the order of the menu.
  static var groups: [Group] {
    let texts = Texts.Monitors.self
    return [
      Group(
        menu: texts.today, title: texts.today,
        pages: [Shell.Entry(href: "index.html", label: texts.today)]),
      Group(
        menu: texts.postPages.menu, title: texts.postPages.title,
        pages: [
          Shell.Entry(href: "moderatie.html", label: texts.moderation),
          Shell.Entry(href: "nieuw.html", label: Texts.NewPosts.menu),
          Shell.Entry(href: "onbeantwoord.html", label: texts.unanswered),
          Shell.Entry(href: "gemeenschap.html", label: Texts.Community.menu),
          Shell.Entry(href: QuotePage.name, label: Texts.Quotes.menu),
        ]),
      Group(
        menu: texts.topicPages.menu, title: texts.topicPages.title,
        pages: [
          Shell.Entry(href: "signalen.html", label: Texts.Signal.list),
          Shell.Entry(href: ProposalPage.name, label: Texts.Proposals.menu),
        ]),
      Group(
        menu: texts.dataPages.menu, title: texts.dataPages.title,
        pages: [
          Shell.Entry(href: "inname.html", label: texts.intake),
          Shell.Entry(href: NightsPage.name, label: Texts.Nights.menu),
          Shell.Entry(href: Texts.DataFlow.name, label: Texts.DataFlow.menu),
          Shell.Entry(href: Texts.Assessment.name, label: Texts.Assessment.menu),
        ]),
    ]
  }

  /// The entries of the menu; the last one leads to the core group.
  static var entries: [Shell.Entry] {
    groups.compactMap { group in
      group.pages.first.map {
        Shell.Entry(href: $0.href, label: group.menu, pages: group.pages.count > 1 ? group.pages : [])
      }
    } + [
      Shell.Entry(href: "../kerngroep/index.html", label: Texts.Monitors.core),
      Shell.Entry(href: "../opbrengst/index.html", label: Texts.Share.short),
    ]
  }
}
