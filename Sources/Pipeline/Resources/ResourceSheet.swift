// The rows of a list of resources as a spreadsheet saves it, and what each of them says.
import Configuration
import Discussion
import Foundation
import Topics

/// A list of existing material, read row by row: a wrong row costs only itself.
typealias ResourceSheet = InboxSheet<ResourceColumn>

/// The columns of a list of resources.
enum ResourceColumn: String, SheetColumn {
  case name = "bron"
  case title = "titel"
  case publisher = "uitgever"
  case link = "link"
  case topic = "onderwerp"
  case theme = "thema"
  case note = "toelichting"
  case validUntil = "geldig_tot"

  static var key: ResourceColumn { .title }
  static var isStrict: Bool { true }
  static var emptyMessage: String {
    "is leeg: er hoort een regel met kolomnamen in te staan (\(allCases.map(\.rawValue).joined(separator: ";")))"
  }
  static var noKeyMessage: String {
    "heeft geen kolom “titel”; de eerste regel noemt de kolommen "
      + "(\(allCases.map(\.rawValue).joined(separator: ";"))). Is dit een export met berichten, geef het dan een andere naam"
  }
}

/// What the rows of a list are judged by.
struct ResourceDirectory {
  /// The topic that a number or title names.
  var topic: (String) throws(CorrectionRefusal) -> TopicID
  /// The themes and what they fall under; nil where the community has none.
  var catalogue: ThemeCatalogue?
  /// A text without the personal data in it; nil when there are none.
  var redact: (String) -> String? = { _ in nil }

  /// The name that never changes of a theme, or of what themes fall under, by that name or by its title.
  func theme(_ text: String) throws(ResourceRefusal) -> String {
    guard let catalogue else { throw .noThemes }
    let known =
      catalogue.themes.map { ($0.slug, $0.title) } + catalogue.tasks.map { ($0.slug, $0.title) }
    let wanted = text.lowercased()
    if let found = known.first(where: { $0.0 == wanted || $0.1.lowercased() == wanted }) { return found.0 }
    throw .unknownTheme(text, nearest: EditDistance.nearest(to: wanted, among: known.map(\.0)))
  }
}

extension InboxSheet.Row where Columns == ResourceColumn {
  /// Longest title, in characters.
  static var longestTitle: Int { 200 }
  /// Longest note, in characters.
  static var longestNote: Int { 500 }

  /// What the row says.
  func resource(_ directory: ResourceDirectory) throws(ResourceRefusal) -> Resource {
    guard isReadable else { throw .unreadableRow }
    guard !self[.title].isEmpty else { throw .emptyColumn(ResourceColumn.title.rawValue) }
    guard self[.title].count <= Self.longestTitle else {
      throw .longText(.title, self[.title].count, most: Self.longestTitle)
    }
    guard self[.note].count <= Self.longestNote else {
      throw .longText(.note, self[.note].count, most: Self.longestNote)
    }
    guard self[.link].isEmpty || Self.isWebAddress(self[.link]) else { throw .badLink }
    guard !self[.topic].isEmpty || !self[.theme].isEmpty else { throw .noSubject }
    for column in [ResourceColumn.name, .title, .publisher, .note, .link] {
      if directory.redact(self[column]) != nil { throw .personalData(column) }
    }
    var resource = Resource(
      name: self[.name], title: self[.title], publisher: self[.publisher], link: self[.link],
      note: self[.note])
    if !self[.topic].isEmpty {
      do { resource.topic = try directory.topic(self[.topic]) } catch { throw .topic(error) }
    }
    if !self[.theme].isEmpty { resource.theme = try directory.theme(self[.theme]) }
    if !self[.validUntil].isEmpty {
      guard let day = DutchDay.read(self[.validUntil]) else { throw .badDay }
      resource.validUntil = day
    }
    return resource
  }

  /// Whether a text is an address on the web that a page may lead to: nothing that a browser would run, and nothing
  /// that is written otherwise than it is read.
  static func isWebAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), text.utf8.count <= 2000,
      text.unicodeScalars.allSatisfy({ scalar in
        scalar.value > 32 && scalar.value != 127 && !scalar.properties.isWhitespace
          && !scalar.properties.isDefaultIgnorableCodePoint && !"<>\"`\\{}|^".unicodeScalars.contains(scalar)
      }), let address = URL(string: text), let host = address.host(), host.contains("."),
      address.user() == nil, address.password() == nil
    else { return false }
    return true
  }
}
