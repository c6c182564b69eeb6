// A question as the neighbourhood scan reads it, and the neighbourhood that it finds.

import Discussion

/// A question as far as the neighbourhood scan needs it.
public struct ScanPost: Hashable, Sendable {
  /// The asking post.
  public var post: PostID
  /// The week in which it was asked, local time.
  public var week: ISOWeek
  /// Who asked; nil where the source does not say. All of those have one vote together.
  public var asker: MemberID?
  /// The organisation they work for, if known.
  public var organisation: String?
  /// Earlier questions that it resembles, with their cosine, most similar first: settled when it was asked.
  public var earlier: [PostNeighbours.Neighbour]

  /// A question from its parts.
  public init(
    post: PostID, week: ISOWeek, asker: MemberID?, organisation: String?,
    earlier: [PostNeighbours.Neighbour]
  ) {
    self.post = post
    self.week = week
    self.asker = asker
    self.organisation = organisation
    self.earlier = earlier
  }
}

/// Questions that resemble each other, many of them of the last weeks.
public struct Neighbourhood: Hashable, Sendable {
  /// The week judged; only questions up to its end were used.
  public var week: ISOWeek
  /// Length of the window in weeks, ending with ``week``.
  public var windowWeeks: Int
  /// The question in the middle.
  public var centre: PostID
  /// Its questions in the window, one for each person, by identity.
  public var posts: [PostID]
  /// The people in it, those of the past included.
  public var size: Int
  /// The people of them who asked in the window.
  public var observed: Int
  /// How many of them were expected in the window.
  public var expected: Double
  /// Smallest number still within what was to be expected.
  public var lower: Int
  /// Largest number still within what was to be expected.
  public var upper: Int
  /// Chance of so many or more in this neighbourhood alone (hypergeometric).
  public var localP: Double
  /// Chance that a week in which nothing happens has a neighbourhood as unlikely anywhere, by permutation of the dates.
  public var pValue: Double
}
