// The importers of platforms for teams.

/// Importers of platforms for teams.
enum WorkplaceFormats {
  /// All of them.
  static let all: [any Importer] = [
    SlackImporter(), MattermostImporter(), TeamsImporter(), ZulipImporter(), GitterImporter(),
  ]
}
