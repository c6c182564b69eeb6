// Another set of pillars for the themes of a catalogue: a network's own way to divide its field.
import Configuration
import Records
import Topics

/// The pillars of a file. Each names the development tasks and the single themes that fall under it.
struct PillarFile {
  /// A pillar and what falls under it.
  struct Pillar {
    var task: DevelopmentTask
    /// Slugs of the catalogue's tasks and themes.
    var members: Set<String>
  }

  private(set) var pillars: [Pillar] = []

  /// Reads the file for a catalogue. Throws for a member that the catalogue does not have, and for one with two pillars.
  static func read(_ path: String, for catalogue: ThemeCatalogue) throws(ConfigurationError) -> PillarFile {
    let bytes: [UInt8]
    do {
      bytes = try ByteReader.contents(of: path)
    } catch {
      throw ConfigurationError(file: path, message: "het bestand met pijlers is niet te lezen: \(error)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError(file: path, message: "dit bestand is geen UTF-8")
    }
    var file = PillarFile()
    let known = catalogue.tasks.map(\.slug) + catalogue.themes.map(\.slug)
    var owners: [String: String] = [:]
    for item in try SettingsNode.read(text, file: path).sequence() {
      var keys = try item.mapping()
      let slug = try keys.required("slug")
      let task = DevelopmentTask(
        slug: try slug.string(), title: try keys.required("titel").string(),
        description: try keys.required("omschrijving").string())
      guard !file.pillars.contains(where: { $0.task.slug == task.slug }) else {
        throw slug.error("de pijler \"\(task.slug)\" staat er twee keer")
      }
      var members: Set<String> = []
      for node in try keys.required("omvat").sequence() {
        let member = try node.string()
        guard known.contains(member) else {
          let hint = EditDistance.nearest(to: member, among: known).map { "; bedoelt u \"\($0)\"?" } ?? ""
          throw node.error("\"\(member)\" is geen opgave en geen thema van de catalogus\(hint)")
        }
        if let owner = owners.updateValue(task.slug, forKey: member) {
          throw node.error("\"\(member)\" valt al onder \"\(owner)\"")
        }
        members.insert(member)
      }
      try keys.finish()
      file.pillars.append(Pillar(task: task, members: members))
    }
    return file
  }

  /// The catalogue with its themes under these pillars: a theme that is named itself goes before its task, and one that
  /// no pillar names falls under none.
  func arranged(_ catalogue: ThemeCatalogue) -> ThemeCatalogue {
    let themes = catalogue.themes.map { theme in
      var theme = theme
      let pillar =
        pillars.first { $0.members.contains(theme.slug) } ?? pillars.first { $0.members.contains(theme.task) }
      theme.task = pillar?.task.slug ?? ""
      return theme
    }
    return ThemeCatalogue(themes: themes, tasks: pillars.map(\.task))
  }
}
