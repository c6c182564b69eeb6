// The note above a report that says that it is an earlier one, was made afterwards, or has later data.
import Discussion

/// The note above a report's heading.
enum EditionNote {
  /// Nil for the newest report as it should be.
  static func fields(_ view: CoreView) -> Fields? {
    guard let text = Texts.Archive.note(view) else { return nil }
    return Parts.fields([
      "label": Texts.attention, "icon": Icons.warning, "strong": text.strong, "rest": text.rest,
      "href": view.edition.kind == .archived ? view.root + "index.html" : nil, "link": Texts.Archive.newest,
    ])
  }
}
