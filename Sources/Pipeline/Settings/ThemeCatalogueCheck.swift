// What the themes of a catalogue must agree on among themselves, and what deserves a look.

import Configuration
import Topics

/// Looks at all themes together.
struct ThemeCatalogueCheck {
  let themes: [ThemeCatalogueReader.PlacedTheme]
  let tasks: [DevelopmentTask]
  let folder: String

  /// A strong term in more themes than this points to none.
  static let mostThemesPerTerm = 2
  /// The longest title that fits above a page, in characters.
  static let longestTitle = 60
  /// A theme with fewer strong terms is hardly ever found.
  static let leastStrongTerms = 6

  /// Mistakes that keep the catalogue from being used.
  var problems: [ConfigurationError] {
    if themes.isEmpty { return [ConfigurationError(file: folder, message: "hier staan geen thema's")] }
    return doubles + strangers
  }

  private var doubles: [ConfigurationError] {
    var problems: [ConfigurationError] = []
    var placeOfSlug: [String: String] = [:]
    for theme in themes {
      if let place = placeOfSlug[theme.theme.slug] {
        problems.append(theme.slug.error("de slug \"\(theme.theme.slug)\" staat ook al in \(place)"))
      }
      placeOfSlug[theme.theme.slug] = "\(theme.slug.file):\(theme.slug.line)"
    }
    var slugs: Set<String> = []
    for task in tasks where !slugs.insert(task.slug).inserted {
      let file = folder + "/" + ThemeCatalogueReader.taskFile
      problems.append(
        ConfigurationError(file: file, message: "de opgave \"\(task.slug)\" staat er twee keer"))
    }
    return problems
  }

  private var strangers: [ConfigurationError] {
    let slugs = themes.map(\.theme.slug)
    let knownSlugs = Set(slugs)
    let taskSlugs = tasks.map(\.slug)
    var problems: [ConfigurationError] = []
    for theme in themes {
      if !taskSlugs.contains(theme.theme.task) {
        let bekend =
          taskSlugs.isEmpty
          ? "\(ThemeCatalogueReader.taskFile) ontbreekt of is leeg"
          : "bekend zijn: " + taskSlugs.joined(separator: ", ")
        problems.append(theme.task.error("de opgave \"\(theme.theme.task)\" bestaat niet; \(bekend)"))
      }
      for (slug, node) in zip(theme.theme.related, theme.related) {
        if slug == theme.theme.slug {
          problems.append(node.error("een thema kan niet verwant zijn aan zichzelf"))
        } else if !knownSlugs.contains(slug) {
          let hint = EditDistance.nearest(to: slug, among: slugs).map { "; bedoelt u \"\($0)\"?" } ?? ""
          problems.append(node.error("het thema \"\(slug)\" bestaat niet\(hint)"))
        }
      }
    }
    return problems
  }

  /// What deserves a look: terms named twice or by too many themes, long titles, few strong terms.
  var remarks: [ConfigurationError] {
    var remarks = themes.flatMap(ownRemarks)
    var owners: [String: [String]] = [:]
    for theme in themes {
      for term in Set(theme.theme.strongTerms.map { $0.lowercased() }) {
        owners[term, default: []].append(theme.theme.slug)
      }
    }
    for theme in themes {
      for (term, node) in zip(theme.theme.strongTerms, theme.strongTerms) {
        guard let sharing = owners[term.lowercased()], sharing.count > Self.mostThemesPerTerm else {
          continue
        }
        let others = sharing.filter { $0 != theme.theme.slug }.joined(separator: ", ")
        remarks.append(node.error("\"\(term)\" is sterk in \(sharing.count) thema's, ook in \(others)"))
      }
    }
    return remarks.sorted { ($0.file, $0.line ?? 0, $0.message) < ($1.file, $1.line ?? 0, $1.message) }
  }

  private func ownRemarks(_ placed: ThemeCatalogueReader.PlacedTheme) -> [ConfigurationError] {
    var remarks: [ConfigurationError] = []
    let theme = placed.theme
    if theme.title.count > Self.longestTitle {
      remarks.append(placed.title.error("deze titel is langer dan \(Self.longestTitle) tekens"))
    }
    if theme.strongTerms.count < Self.leastStrongTerms {
      remarks.append(
        placed.slug.error("\"\(theme.slug)\" heeft minder dan \(Self.leastStrongTerms) sterke woorden"))
    }
    var seen: [String: Int] = [:]
    let terms = zip(theme.strongTerms + theme.weakTerms, placed.strongTerms + placed.weakTerms)
    for (term, node) in terms {
      if let line = seen[term.lowercased()] {
        remarks.append(node.error("\"\(term)\" staat in dit thema ook al op regel \(line)"))
      } else {
        seen[term.lowercased()] = node.line
      }
    }
    for (term, node) in zip(theme.abbreviations, placed.abbreviations)
    where !term.contains(where: \.isUppercase) {
      remarks.append(node.error("\"\(term)\" heeft geen hoofdletters en telt als afkorting nooit mee"))
    }
    return remarks
  }
}
