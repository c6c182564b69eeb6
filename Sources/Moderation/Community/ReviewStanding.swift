// What verdicts leave of a post's reasons: which still wait for people, and why a judged post is back.
import Discussion

/// What verdicts leave of a post's reasons.
public struct ReviewStanding: Hashable, Sendable {
  /// The reasons that wait for a verdict, in their order.
  public var waiting: [ReviewReason]
  /// Why the post is back; nil when people did not judge what waits, or nothing waits.
  public var back: ReviewReturn?

  /// A standing from its parts.
  public init(waiting: [ReviewReason], back: ReviewReturn?) {
    self.waiting = waiting
    self.back = back
  }
}

extension Verdict.Judgement {
  /// Whether it speaks of a reason: of one that it names, and of any that was not there at that time and is no graver than
  /// those that it names.
  func covers(_ reason: ReviewReason) -> Bool {
    let reason = reason.withoutNumber
    if told.contains(reason) { return true }
    guard !shown.contains(reason), let gravest = told.map({ ReviewClass($0) }).min() else {
      return false
    }
    return ReviewClass(reason) >= gravest
  }
}

extension Verdicts {
  /// What these verdicts leave of a post's reasons on a day.
  ///
  /// A reason stays away as long as the last word about it, said of this same text, holds. It waits again when the text is
  /// another one, when it is graver than all that was judged, when the day to which it was postponed has come, or when
  /// people took the last word back.
  ///
  /// - Parameters:
  ///   - reasons: the post's reasons, the gravest first.
  ///   - post: the post.
  ///   - version: its text now; nil counts as a text that nobody judged.
  ///   - asOf: the day.
  public func standing(
    of reasons: [ReviewReason], post: PostID, version: TextVersion?, asOf: CalendarDay
  ) -> ReviewStanding {
    let judged = (inForce[post] ?? []).filter { !$0.judgement.told.isEmpty }
    let taken = takenBack[post] ?? []
    guard !judged.isEmpty || !taken.isEmpty else {
      return ReviewStanding(waiting: reasons, back: nil)
    }
    var standing = ReviewStanding(waiting: [], back: nil)
    var marks: Set<ReviewReturn> = []
    for reason in reasons {
      let lastWord = judged.last { $0.judgement.version == version && $0.judgement.covers(reason) }
      if let lastWord {
        guard lastWord.judgement.kind == .postponed, let until = lastWord.judgement.until,
          until <= asOf
        else { continue }
        marks.insert(.due)
      } else if taken.contains(where: {
        $0.judgement.version == version && $0.judgement.covers(reason)
      }) {
        marks.insert(.withdrawn)
      } else if judged.contains(where: { $0.judgement.version == version }) {
        // Judged for something else: graver, or one that stood beside it and still waits.
        let wasThere = judged.contains {
          $0.judgement.version == version && $0.judgement.shown.contains(reason.withoutNumber)
        }
        if !wasThere { marks.insert(.graver) }
      } else if !judged.isEmpty {
        marks.insert(.edited)
      }
      standing.waiting.append(reason)
    }
    standing.back = ReviewReturn.allCases.first(where: marks.contains)
    return standing
  }
}
