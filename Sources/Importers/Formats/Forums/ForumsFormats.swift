// The importers of forums and comments on pages.

/// Importers of forums and comments on pages.
enum ForumsFormats {
  /// All of them.
  static let all: [any Importer] = [
    DiscoursePostImporter(), DiscourseTopicImporter(), StackExchangePostsImporter(),
    StackExchangeAPIImporter(), WordPressImporter(), DisqusImporter(),
  ]
}
