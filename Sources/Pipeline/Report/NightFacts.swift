// Everything that one night knows, loaded from the store in one piece: what reports are made from.
import Discussion

/// What is known at the end of a night, as values. Posts after the as-of day are left out.
struct NightFacts {
  /// The day the night is for.
  var asOf: CalendarDay
  /// The zone in which days and weeks are counted.
  var zone: LocalZone
  /// Live posts up to and with the as-of day, by time and identity.
  var posts: [Post]
  /// Members by pseudonym.
  var members: [MemberID: Member]
  /// Asking sentences per post, best first.
  var questions: [PostID: [Question]]
  /// Where each asking post belongs.
  var assignments: [PostID: TopicAssignment]
  /// All topics there ever were, by identity.
  var topics: [Topic]
  /// The nearest neighbours of each asking post, for likeness between topics.
  var neighbours: [PostNeighbours]
  /// What happened to topics in every night up to this one, oldest first.
  var history: [DatedTopicEvent]
  /// Weekly counts of all topics, complete weeks and the running one.
  var counts: [WeeklyCount]
  /// The detector's judgements of complete weeks.
  var assessments: [Assessment]
  /// All signals, by identity.
  var signals: [Signal]
  /// How many posts came in since the report's week began that were weeks old by then; 0 in a community's first nights.
  var oldPostsLately: Int
  /// What people decided about topics.
  var corrections: TopicCorrections

  /// The last complete ISO week on the as-of day: the one before the week that is still running.
  var reportWeek: ISOWeek { Self.reportWeek(asOf: asOf) }

  /// The last complete ISO week on a day. A week is complete when its Sunday lies before that day.
  static func reportWeek(asOf: CalendarDay) -> ISOWeek { ISOWeek(containing: asOf).advanced(by: -1) }
}

extension NightFacts {
  /// Questions of a topic with what is known of them, by time.
  struct AskedQuestion {
    /// The asking post.
    var post: Post
    /// The week it was asked in.
    var week: ISOWeek
    /// Its best asking sentence.
    var sentence: Question
    /// How near it is to the topic's centroid.
    var similarity: Double
    /// Who asked, where the source says.
    var member: Member?
  }

  /// The questions of each topic, by time.
  func questionsByTopic() -> [TopicID: [AskedQuestion]] {
    var byTopic: [TopicID: [AskedQuestion]] = [:]
    for post in posts {
      guard let sentence = questions[post.id]?.first, let assignment = assignments[post.id],
        let topic = assignment.topic
      else { continue }
      byTopic[topic, default: []].append(
        AskedQuestion(
          post: post, week: zone.week(of: post.createdAt), sentence: sentence,
          similarity: assignment.similarity,
          member: post.author.flatMap { members[$0] }))
    }
    return byTopic
  }
}
