// Which document a point of notes was made in.
import Discussion

/// What tells the notes of one table from those of another, and a document from nothing but a copy of it.
///
/// - A title that the document gives itself: `title:` or `titel:` in front matter, or a paragraph in Word's style for
///   titles. Documents with the same title are one: another version under another name, or the same in another format.
/// - Without a title the name of its file without its ending: the same in another folder or archive, or in another format,
///   is the same document. Headings do not tell: two tables write below the same ones.
struct NotesDocument {
  /// What is part of the identity of each point.
  let key: String
  private let title: String?

  init(title: String?, fileName: String) {
    self.title = title.map { Self.folded($0) }
    var stem = fileName[...]
    if let dot = stem.lastIndex(of: "."), dot > stem.startIndex { stem = stem[..<dot] }
    key = self.title.map { "title:" + $0 } ?? "name:" + Self.folded(String(stem))
  }

  /// The headings of a point without the title, which Word has among its headings and front matter has not.
  func headings(of point: NotesPoint) -> [String] {
    guard let title, point.path.first.map(Self.folded) == title else { return point.path }
    return Array(point.path.dropFirst())
  }

  /// The title that front matter gives.
  static func title(in frontMatter: [String]) -> String? {
    for line in frontMatter {
      for label in ["title", "titel"] {
        if let value = NotesDate.value(of: label, in: line) { return value }
      }
    }
    return nil
  }

  private static func folded(_ text: String) -> String { PlainText.folded(text).lowercased() }
}
