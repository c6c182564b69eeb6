// What all pages share: head, menu, notices and footer.
import Discussion

/// The frame around a page's own fields.
struct Shell: Sendable {
  /// A menu's entry.
  struct Entry: Sendable {
    let href: String
    let label: String
    /// The pages behind it, itself among them; none when it is one page.
    var pages: [Entry] = []

    /// Whether a page is behind it.
    func leads(to page: String?) -> Bool { page == href || pages.contains { $0.href == page } }
  }
  let templates: PageTemplates
  let brand: String
  let isDemo: Bool
  let menu: [Entry]
  let footer: [String]
  var footerLinks: [Entry] = []
  /// Where the brand leads.
  var home = "index.html"
  /// The way from a report's own folder to that of the menu's pages.
  var base = ""

  /// The core group's frame.
  static func core(_ view: CoreView, _ templates: PageTemplates) -> Shell {
    Shell(
      templates: templates, brand: Texts.product, isDemo: view.isDemo,
      menu: [
        Entry(href: "index.html", label: Texts.thisWeek),
        Entry(href: "agenda.html", label: Texts.Agenda.menu),
        Entry(href: "signalen.html", label: Texts.Signal.list),
        Entry(href: "onderwerpen.html", label: Texts.topics),
        Entry(href: "opvolging.html", label: Texts.Decisions.menu),
        Entry(href: "werkwijze.html", label: Texts.method),
      ], footer: Texts.coreFooter(view),
      footerLinks: (view.edition.hasArchive
        ? [Entry(href: "archief/index.html", label: Texts.Archive.menu)] : []) + [
          Entry(href: "onbeantwoord.html", label: Texts.Open.menu),
          Entry(href: "kwaliteit.html", label: Texts.Quality.menu),
          Entry(href: "werkwijze.html", label: Texts.howWeCount),
        ], base: view.root)
  }

  /// The monitors' frame.
  static func monitors(_ view: MonitorView, _ templates: PageTemplates) -> Shell {
    Shell(
      templates: templates, brand: Texts.Monitors.product, isDemo: view.isDemo,
      menu: MonitorMenu.entries, footer: Texts.Monitors.footer(view))
  }

  /// A page's fields within the frame.
  ///
  /// - Parameters:
  ///   - title: what stands in the browser's tab; different on every page.
  ///   - current: the menu's entry for this page, when it has one.
  ///   - root: the way back to the folder of the menu's pages, such as `../`.
  ///   - usesScript: whether the page carries the overview's script.
  ///   - own: the page's own fields.
  func fields(
    title: String, current: String?, root: String = "", usesScript: Bool = false, _ own: [String: Any?]
  ) -> Fields {
    let root = base + root
    let group = base.isEmpty ? menu.first { $0.leads(to: current) } : nil
    var fields: Fields = [
      "language": Texts.language, "title": title, "policy": templates.policy(withScript: usesScript),
      "style": templates.style, "skip": Texts.skip, "home": root + home, "root": root,
      "brandIcon": Icons.mark, "brand": brand,
      "menuLabel": Texts.mainMenu, "attention": Texts.attention,
      "menu": menu.map {
        Parts.fields([
          "href": root + $0.href, "label": $0.label,
          // Where a page stands in a second row, that row says which one it is.
          "current": $0.href != group?.href ? nil : $0.pages.isEmpty ? "page" : "true",
        ])
      },
      "footer": footer,
    ]
    if let group, !group.pages.isEmpty {
      fields["submenu"] = [
        "label": group.label,
        "pages": group.pages.map {
          Parts.fields([
            "href": root + $0.href, "label": $0.label, "current": $0.href == current ? "page" : nil,
          ])
        },
      ]
    }
    if isDemo { fields["demo"] = ["strong": Texts.demo.strong, "rest": Texts.demo.rest] }
    if !footerLinks.isEmpty {
      fields["footerLinks"] =
        ["list": footerLinks.map { ["href": root + $0.href, "label": $0.label] }] as Fields
    }
    if usesScript { fields["script"] = templates.script }
    return fields.merging(own.compactMapValues { $0 }) { $1 }
  }
}

/// Parts that several pages use.
enum Parts {
  static func sentence(_ sentence: Sentence) -> Fields {
    ["start": sentence.start, "strong": sentence.strong, "rest": sentence.rest]
  }

  static func tag(_ strength: SignalStrength?) -> Fields? {
    strength.map {
      ["full": $0 != .signal, "icon": Icons.signal($0), "label": Texts.strength($0)]
    }
  }

  /// The mark of a new topic.
  static func newTag(_ topic: TopicView) -> Fields? { topic.isNew ? ["label": Texts.new] : nil }

  /// What kind of signal it is, as a mark; nil for one of a whole topic.
  static func scopeTag(_ signal: SignalView) -> Fields? {
    Texts.Signal.scope(signal.scope).map { ["label": $0] }
  }

  /// Charts of a signal's own questions have no band of what was to be expected.
  static var ownLegend: [Fields] {
    [
      ["icon": Icons.keyLine, "label": Texts.keyLine], ["icon": Icons.keyFlag, "label": Texts.keyFlag],
      ["icon": Icons.keyOpen, "label": Texts.keyOpen],
    ]
  }

  /// The key of charts of some weeks: only what stands in them.
  static func legend(_ points: [WeekPoint]) -> [Fields] {
    let holidays: [Fields] =
      points.contains { $0.holiday != nil } ? [["icon": Icons.keyHoliday, "label": Texts.Holidays.key]] : []
    let meetings: [Fields] =
      points.contains { $0.meeting != nil } ? [["icon": Icons.keyMeeting, "label": Texts.keyMeeting]] : []
    return [
      ["icon": Icons.keyLine, "label": Texts.keyLine], ["icon": Icons.keyBand, "label": Texts.keyBand],
      ["icon": Icons.keyFlag, "label": Texts.keyFlag], ["icon": Icons.keyOpen, "label": Texts.keyOpen],
    ] + meetings + holidays
  }

  static func fields(_ values: [String: Any?]) -> Fields { values.compactMapValues { $0 } }
}
