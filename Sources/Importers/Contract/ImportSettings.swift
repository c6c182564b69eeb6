// What importers need to know beside the bytes.
import Archives
import Discussion

/// Settings for the reading of files.
public struct ImportSettings: Sendable {
  /// The source's name for formats that need no mapping; a mapping names its own.
  public var source: String
  /// The zone of times that name none.
  public var zone: LocalZone
  /// Times before this are impossible (mapped formats only: mail from before the web exists).
  public var notBefore: Timestamp
  /// Times after this are impossible; nil where the caller has no clock.
  public var notAfter: Timestamp?
  /// The limits within which archives are opened.
  public var limits: ArchiveLimits
  /// The mappings to try, in order.
  public var mappings: [Mapping]
  /// Whether direct messages and private groups among an export's public conversations are read too. Without it they
  /// are counted and left out. A file that holds one private chat and nothing else was chosen by somebody: it is
  /// always read.
  public var includesPrivate = false
  /// The formats that are read, by name (`discourse.post`) or by family (`discourse`); nil reads all.
  public var formats: [String]?

  /// Settings from their parts.
  public init(
    source: String = "import", zone: LocalZone = .utc,
    notBefore: Timestamp = Timestamp(seconds: 788_918_400), notAfter: Timestamp? = nil,
    limits: ArchiveLimits = ArchiveLimits(), mappings: [Mapping] = []
  ) {
    self.source = source
    self.zone = zone
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.limits = limits
    self.mappings = mappings
  }
}
