// How long texts are kept: enforced by every night after its import, and shown beforehand by a command.
import Configuration
import Discussion
import Foundation
import Language
import Moderation
import Storage

/// Enforces how long texts are kept.
///
/// In a text's place comes what the strictest redaction leaves of it. That is not anonymous: redaction misses things. But
/// the questions and their topics stay, so that counts and signals of the past do not change because time goes by.
struct Retention {
  /// What went, or would go.
  struct Outcome {
    var counts = RetentionCounts()
    /// Nights whose dashboards are too old, oldest first.
    var nights: [CalendarDay] = []
    /// Lines of logs whose notes are too old.
    var notes = 0
  }

  /// The days before which things are too old; nil where all of a kind is kept.
  struct Limits {
    var texts: CalendarDay?
    var nights: CalendarDay?
    var notes: CalendarDay?
  }

  let file: PipelineFile
  let store: CommunityStore

  /// What is too old on a day. A night for a day that is still to come makes nothing older than it is: what goes does not
  /// come back.
  func limits(asOf: CalendarDay) -> Limits {
    let today = min(asOf, file.zone.day(of: Clock.now))
    let terms = file.retention
    return Limits(
      texts: terms.rawTextDays.map { today.advanced(by: -$0) },
      nights: terms.nightsGoAfter.map { today.advanced(by: -$0) },
      notes: terms.notesMonths.map(today.earlier(byMonths:)))
  }

  /// Takes out what is too old on a day.
  func enforce(asOf: CalendarDay, _ pseudonymiser: Pseudonymiser, isDryRun: Bool) throws -> Outcome {
    let limits = limits(asOf: asOf)
    var outcome = Outcome()
    if let first = limits.texts {
      outcome.counts = try retire(before: first, pseudonymiser, isDryRun: isDryRun)
    }
    if let first = limits.notes { outcome.notes = try store.emptyNotes(before: first, isDryRun: isDryRun) }
    if let first = limits.nights {
      let publication = Publication(folder: file.dashboards)
      outcome.nights = try publication.nights(before: first)
      if !isDryRun { try publication.withdraw(outcome.nights) }
    }
    return outcome
  }

  private func retire(before first: CalendarDay, _ pseudonymiser: Pseudonymiser, isDryRun: Bool) throws
    -> RetentionCounts
  {
    let redactor = Redactor(lexicon: file.nameLexicon(), mode: .publication)
    let detector = QuestionDetector(language: file.language)
    return try store.retire(
      before: file.zone.start(of: first), night: first, pseudonymiser, isDryRun: isDryRun
    ) { post in
      let body = RawText(post.body)
      let verdict = detector.verdict(title: post.title, body: post.body, opensThread: post.opensThread)
      let asking = verdict.isQuestion ? verdict.sentences : []
      return RetiredText(
        title: post.title.map { redactor.redact(RawText($0)).text }, body: redactor.redact(body).text,
        questions: asking.map { sentence in
          let redacted = sentence.range.map { redactor.redact(body, only: $0) }
          return (redacted ?? redactor.redact(RawText(sentence.text))).text
        }, version: TextVersion.of(post))
    }
  }
}

/// Which posts ask something: told by their texts, or by what was kept when these went.
struct AskingPosts {
  private let detector: QuestionDetector
  private let kept: [PostID: [String]]

  init(_ store: CommunityStore, language: LanguageCode) throws {
    detector = QuestionDetector(language: language)
    kept = try store.keptQuestions()
  }

  /// The asking sentences of a post, best first; nil when it asks nothing.
  func questions(of post: Post) -> [Question]? {
    if let kept = kept[post.id] {
      return kept.isEmpty
        ? nil : kept.map { Question(post: post.id, range: Self.range(of: $0, in: post.body), text: $0) }
    }
    let verdict = detector.verdict(title: post.title, body: post.body, opensThread: post.opensThread)
    return verdict.isQuestion
      ? verdict.sentences.map { Question(post: post.id, range: $0.range, text: $0.text) } : nil
  }

  /// Where a sentence stands, in Unicode scalars; nil when it stands in the title, or changed on the way.
  private static func range(of sentence: String, in body: String) -> Range<Int>? {
    guard let found = body.firstRange(of: sentence) else { return nil }
    let scalars = body.unicodeScalars
    return scalars.distance(
      from: scalars.startIndex, to: found.lowerBound)..<scalars.distance(
        from: scalars.startIndex, to: found.upperBound)
  }
}

/// Shows what a retention would take out, or lets it.
public enum RetentionCommand {
  /// Tells on standard output what goes, or would.
  /// - Parameter asOf: the day; nil takes the pipeline file's, else today.
  public static func run(pipeline path: String, asOf: CalendarDay?, isDryRun: Bool) -> ExitStatus {
    do {
      let file = try PipelineFile.read(path)
      try Community.requireStore(file)
      let lock = isDryRun ? nil : try RunLock(besideStore: file.store)
      defer { withExtendedLifetime(lock) {} }
      let store = try Community(file).store
      let day = asOf ?? file.asOf ?? file.zone.day(of: Clock.now)
      let retention = Retention(file: file, store: store)
      guard file.retention.hasTerm else {
        Console.standardOutput.write(
          "Er is geen bewaartermijn ingesteld: alles blijft. Zet \"retention: {raw_text_days: 90, notes_months: 24}\" in "
            + "\(path).\n"
        )
        return .clean
      }
      let outcome = try retention.enforce(
        asOf: day, try store.pseudonymiser(keyFile: file.key), isDryRun: isDryRun)
      Console.standardOutput.write(
        text(
          outcome, file.retention, retention.limits(asOf: day), retired: try store.retiredPosts(),
          isDryRun: isDryRun))
      return .clean
    } catch {
      Console.standardError.write("themaradar: \(error)\n")
      return .failed
    }
  }

  private static func text(
    _ outcome: Retention.Outcome, _ terms: PipelineFile.RetentionSection, _ limits: Retention.Limits,
    retired: Int,
    isDryRun: Bool
  ) -> String {
    var lines: [String] = []
    if let days = terms.rawTextDays, let first = limits.texts {
      lines.append(
        "Bewaartermijn \(days) dagen: teksten van vóór \(first) maken plaats voor een tekst zonder herkende "
          + "persoonsgegevens.")
    }
    if let days = terms.nightsGoAfter, let first = limits.nights {
      lines.append("Dashboards \(days) dagen: die van nachten vóór \(first) gaan weg.")
    }
    if let months = terms.notesMonths, let first = limits.notes {
      lines.append(
        "Toelichtingen \(months) maanden: in regels van de logboeken van vóór \(first) gaan de toelichting en de naam van "
          + "wie haar opnam weg; de regels zelf blijven.")
    }
    let verb = isDryRun ? "Zou weghalen" : "Weggehaald"
    lines.append(
      "\(verb): de tekst van \(outcome.counts.posts) berichten, \(outcome.counts.revisions) oudere teksten, "
        + "\(outcome.counts.quarantined) regels in quarantaine, de dashboards van \(outcome.nights.count) nachten, "
        + "toelichting en naam bij \(outcome.notes) regels."
    )
    if !outcome.nights.isEmpty {
      lines.append("Nachten: " + outcome.nights.map(\.description).joined(separator: ", ") + ".")
    }
    lines.append(
      "\(retired) berichten \(isDryRun ? "hadden" : "hebben") hun eigen tekst al niet meer. Kenmerk, tijden, gesprek, "
        + "pseudoniem, onderwerp en aantallen blijven.")
    if isDryRun { lines.append("Er is niets weggehaald (--dry-run).") }
    return lines.joined(separator: "\n") + "\n"
  }
}
