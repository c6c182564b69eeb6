// A signal: a topic that drew clearly more people than was to be expected, with the evidence.

/// How strong a signal is, in words that a reader needs no statistics for.
public enum SignalStrength: String, Hashable, Comparable, Sendable, CaseIterable, Codable {
  /// Worth a look.
  case signal
  /// Hardly by chance.
  case strong
  /// Practically not by chance.
  case veryStrong = "very_strong"

  /// The order in which they are sorted.
  public static func < (left: SignalStrength, right: SignalStrength) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .signal: 0
    case .strong: 1
    case .veryStrong: 2
    }
  }
}

/// What the detector says of one topic in one week, flagged or not.
public struct Assessment: Hashable, Sendable, Codable {
  /// The topic (or any series' name in the filter commands).
  public var series: String
  /// The week judged; only weeks up to it were used.
  public var week: ISOWeek
  /// Whether a signal opens or rises in this week.
  public var flag: Bool
  /// Whether a signal that opened in an earlier week still stands.
  public var open: Bool
  /// How strong the signal is; nil where there is none.
  public var strength: SignalStrength?
  /// How unlikely, for ranking: minus the base-10 logarithm of the combined p-value.
  public var score: Double
  /// Length of the window that spoke loudest, in weeks ending with this one.
  public var windowWeeks: Int
  /// Different askers in that window.
  public var observed: Int
  /// Askers expected in that window.
  public var expected: Double
  /// Smallest number still within what was to be expected in that window.
  public var lower: Int
  /// Largest number still within what was to be expected in that window.
  public var upper: Int
  /// Chance of so many or more if nothing had changed, corrected for looking at several windows.
  public var pValue: Double
  /// Askers in this week alone: expected, and the band of what was to be expected (for charts).
  public var weekExpected: Double
  /// Lower edge of the week's band.
  public var weekLower: Int
  /// Upper edge of the week's band.
  public var weekUpper: Int
  /// Whether the platform's volume was out of the ordinary (an import, or everything busy at once).
  public var anomalousVolume: Bool

  /// An assessment from its parts.
  public init(
    series: String, week: ISOWeek, flag: Bool = false, open: Bool = false, strength: SignalStrength? = nil,
    score: Double = 0, windowWeeks: Int = 1, observed: Int = 0, expected: Double = 0, lower: Int = 0,
    upper: Int = 0, pValue: Double = 1, weekExpected: Double = 0, weekLower: Int = 0, weekUpper: Int = 0,
    anomalousVolume: Bool = false
  ) {
    self.series = series
    self.week = week
    self.flag = flag
    self.open = open
    self.strength = strength
    self.score = score
    self.windowWeeks = windowWeeks
    self.observed = observed
    self.expected = expected
    self.lower = lower
    self.upper = upper
    self.pValue = pValue
    self.weekExpected = weekExpected
    self.weekLower = weekLower
    self.weekUpper = weekUpper
    self.anomalousVolume = anomalousVolume
  }
}
