// What moderation makes of a post's text in one pass: the personal data in it, and how it ranks without them.
import Discussion
import Moderation
import Triage

/// Screens posts. For one caller: its scorer keeps a stemmer.
struct PostScreening {
  let redactor: Redactor
  let scorer: TriageScorer

  /// The text that is looked at: places count in the title, a line feed and the body after each other.
  static func text(of post: Post) -> String {
    [post.title, post.body].compactMap(\.self).joined(separator: "\n")
  }

  /// The personal data found in a post, in order.
  func findings(in post: Post) -> [Finding] {
    redactor.redactWithFindings(RawText(Self.text(of: post))).findings
  }

  /// The personal data found in a post, and how it ranks.
  func screen(_ post: Post) -> (findings: [Finding], scores: [TriageClass: TriageScore]) {
    let (redacted, findings) = redactor.redactWithFindings(RawText(Self.text(of: post)))
    return (findings, scorer.scores(of: redacted.text))
  }
}
