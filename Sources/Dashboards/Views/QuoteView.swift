// The monitors' page of quotations: which sentences the core group reads now, and which monitors are asked about.
import Discussion
import Moderation

/// A sentence with where the core group reads it, or would.
struct QuoteRow: Hashable, Sendable {
  /// For what it stands.
  enum Place: Hashable, Sendable {
    case topic(TopicID)
    /// It would be the topic's title.
    case title(TopicID)
    case signal(SignalID)
    /// A story of what goes well, in a report to share.
    case story
  }
  let place: Place
  /// What the topic or signal is called.
  let name: String
  /// Its page, seen from the night's folder.
  let path: String
  let candidate: QuoteCandidate

  /// The line of the log that lets it be read; nil when none does.
  var approvedBy: Int? { candidate.standing.approvedBy }

  /// The line of the log that lets everybody read it; nil when none does, or when something would be taken out of it.
  var publishedBy: Int? { candidate.published == nil ? nil : approvedBy }
}

/// All sentences of a night that may be shown, or may be if a monitor says so. Each post stands in it once.
struct QuoteView: Sendable {
  /// What the core group reads now.
  let shown: [QuoteRow]
  /// What was approved and is not read now: others stand before it.
  let spare: [QuoteRow]
  /// What monitors are asked about: the signals that stand first, then topics.
  let proposed: [QuoteRow]
  /// Approvals that hold.
  let approvals: Int
  /// Stories of what goes well that everybody reads, or may read.
  let stories: [QuoteRow]
  /// Stories that monitors are asked about.
  let proposedStories: [QuoteRow]

  /// What was found on a night. Only what the core group would be shown if it were approved is proposed: nothing of hidden
  /// topics, or of those that too few people asked about.
  init(_ night: NightReport, core: CoreView, share: ShareView) {
    var shown: [QuoteRow] = []
    var spare: [QuoteRow] = []
    var proposed: [QuoteRow] = []
    let signals = Dictionary(
      night.signals.map { ($0.signal.id, $0) }, uniquingKeysWith: { first, _ in first })
    let topics = Dictionary(night.topics.map { ($0.topic.id, $0) }, uniquingKeysWith: { first, _ in first })
    func sort(_ rows: [QuoteRow], shows: Int, mayPropose: Bool) {
      var approved = 0
      for row in rows {
        if row.approvedBy == nil {
          if mayPropose { proposed.append(row) }
        } else {
          approved += 1
          if approved <= shows { shown.append(row) } else { spare.append(row) }
        }
      }
    }
    for view in core.allSignals where view.shown.mayQuote && view.hasPage {
      let rows = (signals[view.id]?.examples ?? []).map {
        QuoteRow(place: .signal(view.id), name: view.title, path: "kerngroep/" + view.path, candidate: $0)
      }
      sort(rows, shows: TopicView.examplesShown, mayPropose: view.isOpen)
    }
    for view in core.topics where view.mayQuote {
      func row(_ candidate: QuoteCandidate, _ place: QuoteRow.Place) -> QuoteRow {
        QuoteRow(place: place, name: view.title, path: "kerngroep/" + view.path, candidate: candidate)
      }
      let report = topics[view.id]
      sort(report?.titleQuote.map { [row($0, .title(view.id))] } ?? [], shows: 1, mayPropose: true)
      sort(
        (report?.examples ?? []).map { row($0, .topic(view.id)) }, shows: TopicView.examplesShown,
        mayPropose: true)
    }
    var met: Set<PostID> = []
    self.shown = shown.filter { met.insert($0.candidate.post).inserted }
    self.spare = spare.filter { met.insert($0.candidate.post).inserted }
    self.proposed = proposed.filter { met.insert($0.candidate.post).inserted }
    let told = Self.stories(night.share, share).filter { met.insert($0.candidate.post).inserted }
    stories = told.filter { $0.approvedBy != nil }
    proposedStories = told.filter { $0.approvedBy == nil && $0.candidate.mayBePublished }
    approvals = Verdicts(night.verdicts.lines.map(\.line)).approvedPosts
  }

  /// Stories of the reports that there are, and of the list of reports.
  private static func stories(_ report: ShareReport, _ share: ShareView) -> [QuoteRow] {
    func rows(_ candidates: [QuoteCandidate], _ name: String, _ path: String) -> [QuoteRow] {
      candidates.map {
        QuoteRow(place: .story, name: name, path: "\(SharePages.folder)/\(path)", candidate: $0)
      }
    }
    return share.reports.flatMap { view in
      rows(
        report.parts.first { $0.kind == view.kind && $0.name == view.name }?.storyQuotes ?? [],
        Texts.Share.name(view), view.path)
    } + rows(report.strayQuotes, Texts.Share.all, "index.html")
  }

  /// All rows, those that are read now first.
  var all: [QuoteRow] { shown + spare + proposed + stories + proposedStories }
}

extension Verdicts {
  /// Posts of which a text may be quoted, as far as the last word about it goes.
  fileprivate var approvedPosts: Int {
    quotations.values.count { ($0.last?.quotation.answer ?? .refused) != .refused }
  }
}
