// The importers of mail.

/// Importers of mail.
enum MailFormats {
  /// All of them.
  static let all: [any Importer] = [MboxImporter(), MessageImporter()]
}
