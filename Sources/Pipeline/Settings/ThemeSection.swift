// Which themes a community speaks of, and what they fall under, as the pipeline file says.
import Configuration
import Topics

/// The theme catalogue of a pipeline file.
public struct ThemeSection: Sendable, Hashable {
  /// The catalogue's folder.
  public var folder: String
  /// A file with another set of pillars for its themes to fall under; nil keeps the catalogue's own.
  public var pillars: String?

  /// A section from its parts.
  public init(folder: String, pillars: String? = nil) {
    self.folder = folder
    self.pillars = pillars
  }

  /// The catalogue, its themes under the pillars. Throws the first mistake in its files.
  func catalogue() throws(ConfigurationError) -> ThemeCatalogue {
    let catalogue = try ThemeCatalogueReader.catalogue(folder: folder)
    guard let pillars else { return catalogue }
    return try PillarFile.read(pillars, for: catalogue).arranged(catalogue)
  }
}
