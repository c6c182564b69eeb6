// What monitors said of posts, as examples for the ranking.
import Discussion
import Moderation
import Storage
import Triage

/// Makes examples of verdicts: a post that stood in the queue for a crisis and was called so for nothing teaches that it is
/// none; one that was acted upon, or left because nothing had to be done, teaches that it is one.
struct VerdictExamples {
  let verdicts: Verdicts
  let redactor: Redactor

  /// The posts that say something to learn from, so that others need not be read.
  var posts: [PostID] {
    verdicts.inForce.filter { entry in entry.value.contains { !Self.classes(of: $0.judgement).isEmpty } }
      .keys.sorted()
  }

  /// What the verdicts on a post teach; nil when none of them is about its present text and a class. The last word on a
  /// class counts; what was postponed is not judged yet.
  func example(_ post: Post, version: TextVersion?) -> TriageExample? {
    var isMember: [TriageClass: Bool] = [:]
    for recorded in verdicts.inForce[post.id] ?? [] where recorded.judgement.version == version {
      for one in Self.classes(of: recorded.judgement) {
        isMember[one] = recorded.judgement.kind == .postponed ? nil : recorded.judgement.kind != .unjust
      }
    }
    guard !isMember.isEmpty else { return nil }
    return TriageExample(
      // Before the program's own in order, so that of two with the same text the monitors' word counts.
      id: "! " + post.id.description, text: redactor.redact(RawText(PostScreening.text(of: post))).text,
      classes: Set(isMember.filter(\.value).keys),
      unlabelled: Set(TriageClass.allCases.filter { isMember[$0] == nil }))
  }

  private static func classes(of judgement: Verdict.Judgement) -> [TriageClass] {
    judgement.told.compactMap { if case .triage(let one, _) = $0 { one } else { nil } }
  }
}
