// Everything that can be set on the neighbourhood scan, with the values that were measured.

/// Settings of ``NeighbourhoodScan``.
public struct ScanSettings: Hashable, Sendable {
  /// Lengths of the windows, in weeks ending with the judged one, shortest first.
  public var windows = [1, 2, 4]
  /// How many weeks back the scan looks: what is older says little about what is usual now.
  public var historyWeeks = 156
  /// Weeks of history without which nothing is judged.
  public var leastHistoryWeeks = 12
  /// The most people in a neighbourhood, those of the past included.
  public var largestSize = 40
  /// So many of a question's nearest neighbours help to find who is near it.
  public var helpers = 5
  /// How much their neighbours count beside the question's own.
  public var helperWeight: Float = 1
  /// Two questions from this cosine on are one text that was posted twice: one vote.
  public var copySimilarity: Float = 0.95
  /// Fewest different people in the window.
  public var fewestAskers = 5
  /// Fewest different organisations in the window; somebody without a known one counts for itself.
  public var fewestOrganisations = 3
  /// Random permutations of the dates.
  public var permutations = 999
  /// Once so many permutations are as unlikely as what was seen, the week is unremarkable and no more are made.
  public var unremarkable = 20
  /// Two neighbourhoods of which one holds this share of the other's questions are about the same.
  public var overlap = 1.0 / 3
  /// Where the pseudo-random numbers start.
  public var seed: UInt64 = 2005

  /// The measured values.
  public init() {}
}
