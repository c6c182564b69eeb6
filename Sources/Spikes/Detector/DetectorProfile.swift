// For what kind of series the detector is set.

/// A set of settings with a name.
public enum DetectorProfile: String, Hashable, Sendable, CaseIterable {
  /// A community of any age.
  case community
  /// Steady series of four years and more.
  case archive

  /// The settings of the profile.
  public var settings: DetectorSettings {
    switch self {
    case .community: .community
    case .archive: .archive
    }
  }
}
