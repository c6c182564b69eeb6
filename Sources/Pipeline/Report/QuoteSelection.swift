// Which sentences stand for a topic or a signal: those that monitors let the core group read, and those to ask them about.
import Discussion
import Moderation

/// Picks sentences out of ranked questions.
struct QuoteSelection {
  /// So many sentences are proposed for a topic or a signal.
  static let proposed = 5

  /// What monitors said.
  let quotations: Quotations
  /// Which text each post has.
  let versions: TextVersions
  /// What people judged of posts.
  var judged = Verdicts()
  /// Posts that wait in the queue for something grave: nobody is asked to quote these.
  var grave: Set<PostID> = []

  /// The sentences that may be shown, best first and one of each person; then those that monitors are asked about, of people
  /// who are not quoted yet. What was refused is left out.
  func candidates(_ ranked: [(post: Post, sentence: Question)]) -> [QuoteCandidate] {
    var approved: [QuoteCandidate] = []
    var proposed: [QuoteCandidate] = []
    var askers: Set<MemberID?> = []
    let known = ranked.compactMap { post, sentence in
      mayBeQuoted(post).map { version in
        (
          post: post, sentence: sentence, version: version,
          standing: quotations.standing(of: post.id, version: version)
        )
      }
    }
    // Of one person's sentences the one that everybody may read stands first: reports to share show only that.
    func isPublished(_ standing: QuoteStanding) -> Bool {
      if case .published = standing { true } else { false }
    }
    for one in known.filter({ isPublished($0.standing) }) + known.filter({ !isPublished($0.standing) }) {
      guard one.standing.approvedBy != nil, askers.insert(one.post.author).inserted else { continue }
      approved.append(quotations.candidate(one.sentence, of: one.post, version: one.version))
    }
    for one in known where proposed.count < Self.proposed {
      guard one.standing == .open, !grave.contains(one.post.id), askers.insert(one.post.author).inserted
      else { continue }
      proposed.append(quotations.candidate(one.sentence, of: one.post, version: one.version))
    }
    return approved + proposed
  }

  /// The version of a post's text, unless people took the post away or had it changed as it is now: then nothing of it is
  /// shown, whatever was approved before.
  private func mayBeQuoted(_ post: Post) -> TextVersion? {
    guard let version = versions.of(post) else { return nil }
    let isGone = (judged.inForce[post.id] ?? []).contains {
      $0.judgement.version == version && [.removed, .edited].contains($0.judgement.kind)
    }
    return isGone ? nil : version
  }

  /// The question that a title is word for word, as the core group would read it: one that may be shown before one that
  /// monitors are asked about; nil when none of the questions is, or people refused.
  func title(_ title: String, among asked: [NightFacts.AskedQuestion]) -> QuoteCandidate? {
    let candidates = asked.filter { $0.sentence.text == title }.compactMap { question in
      mayBeQuoted(question.post).map {
        quotations.candidate(question.sentence, of: question.post, version: $0)
      }
    }
    return candidates.first { $0.approved != nil }
      ?? candidates.first { $0.standing == .open && !grave.contains($0.post) }
  }
}
