// The importers of documents: question lists and notes of meetings.

/// Importers of documents: question lists and notes of meetings.
enum DocumentsFormats {
  /// All of them.
  static let all: [any Importer] = []
}
