// themaradar erase: takes a person, or a post, out of everything that Themaradar keeps and made.
import Discussion
import Foundation
import Storage

/// Erases authors and posts of a community, and says in Dutch what became of them.
///
/// In this order: one transaction that empties the tables and leaves tombstones; the dashboards; the file of the store,
/// written anew. A program that is killed after the transaction leaves a mark, and the next night or erasure goes on there.
public struct ErasureDesk {
  private let path: String
  private let output = Console.standardOutput
  private let errors = Console.standardError

  /// The desk of the community in a pipeline file.
  public init(pipeline path: String) { self.path = path }

  /// Erases.
  /// - Parameters:
  ///   - authors: pseudonyms, or what the exports call them.
  ///   - posts: identities of posts.
  ///   - names: what the person is called by others, to look for in their posts.
  ///   - isDryRun: whether to say only what would go.
  ///   - runsNight: whether to make the dashboards anew.
  public func erase(
    authors: [String], posts: [String], names: [String], isDryRun: Bool, runsNight: Bool
  ) -> ExitStatus {
    do {
      let file = try PipelineFile.read(path)
      let night = try work(file, authors, posts, names, isDryRun: isDryRun)
      guard let night, !isDryRun else { return .clean }
      guard runsNight else {
        output.write("Er zijn nu geen dashboards. Maak ze opnieuw: themaradar run \(path)\n")
        return .clean
      }
      let status = Night.run(pipeline: path, asOf: night, progress: Progress.fitting, timings: false)
      guard status == .failed else { return status }
      errors.write(
        "themaradar: het wissen is klaar, maar de dashboards zijn niet opnieuw gemaakt. Draai: themaradar run \(path)\n"
      )
      return .incomplete
    } catch let error as UnfinishedErasure {
      errors.write("themaradar: \(error)\n")
      return .incomplete
    } catch {
      errors.write("themaradar: \(error)\n")
      return .failed
    }
  }

  /// Does the work under the lock; gives the day of the last published night.
  private func work(
    _ file: PipelineFile, _ authors: [String], _ posts: [String], _ names: [String], isDryRun: Bool
  ) throws -> CalendarDay? {
    try Community.requireStore(file)
    let lock = isDryRun ? nil : try RunLock(besideStore: file.store)
    defer { withExtendedLifetime(lock) {} }
    let store = try Community(file).store
    let pseudonymiser = try store.pseudonymiser(keyFile: file.key)
    let naming = try file.recordNaming(storedSources: try store.sources())
    let resolver = ErasureResolver(
      store: store, pseudonymiser: pseudonymiser, naming: naming, day: file.zone.day(of: Clock.now))
    let request = try resolver.request(authors: authors, posts: posts, names: names)
    let texts = try store.erasable(request)
    let erased = Set(texts.posts)
    let words = try ErasedWords(texts, language: file.language) { body in
      try store.forEachPost(withdrawn: true) { post in
        guard !erased.contains(post.id) else { return }
        if let title = post.title { body(title) }
        body(post.body)
      }
    }
    let counts = try store.erase(
      request, pseudonymiser, naming: naming, wording: words.wording, isDryRun: isDryRun)
    let published = try store.lastPublishedRun()?.asOf
    if !isDryRun {
      do { try store.finishErasure(in: file) } catch {
        throw UnfinishedErasure(path: path, reason: "\(error)")
      }
    }
    output.write(ErasureTexts.answer(counts, file: file, isDryRun: isDryRun))
    let mentions = PersonMentions(names: request.names, texts: texts.texts)
    output.write(ErasureTexts.mentions(try Self.found(mentions, store, except: erased), asked: request.names))
    output.write(ErasureTexts.notes(try Self.notes(mentions, store)))
    return published
  }

  /// The posts of others that should be looked at, with the places they were read at.
  private static func found(
    _ mentions: PersonMentions, _ store: CommunityStore, except erased: Set<PostID>
  ) throws -> [(post: PostID, reason: PersonMentions.Reason, place: Provenance?)] {
    var found: [(post: PostID, reason: PersonMentions.Reason)] = []
    try store.forEachPost(withdrawn: true) { post in
      if !erased.contains(post.id), let reason = mentions.reason(in: post) { found.append((post.id, reason)) }
    }
    return try found.map { ($0.post, $0.reason, try store.provenance(of: $0.post).first) }
  }

  /// The lines of the logs whose notes name the person.
  private static func notes(_ mentions: PersonMentions, _ store: CommunityStore) throws -> [String] {
    let corrections = try store.corrections().filter { line in
      [line.note, line.by].compactMap(\.self).contains(where: mentions.isNamed)
    }
    let decisions = try store.decisionLog().filter { line in
      [line.note, line.by].compactMap(\.self).contains(where: mentions.isNamed)
    }
    let verdicts = try store.verdictLog().filter { line in
      [line.note, line.by].compactMap(\.self).contains(where: mentions.isNamed)
    }
    return corrections.map { "regel \($0.correction.number) van de correcties" }
      + decisions.map { "regel \($0.number) van de besluiten" }
      + verdicts.map { "regel \($0.number) van de oordelen" }
  }
}

/// The tables are empty, and something after them went wrong.
struct UnfinishedErasure: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String {
    "de berichten zijn uit de opslag, maar het opruimen is niet af: \(reason). "
      + "De volgende nacht maakt het af; sneller kan met dezelfde opdracht, of met themaradar run \(path)"
  }
}

extension CommunityStore {
  /// Finishes an erasure: dashboards hold texts, excerpts of texts and numbers that follow from them, so all of them go.
  /// A ranking that learned from verdicts goes too: the next night makes it anew from those that are left.
  func finishErasure(in file: PipelineFile) throws {
    TriageShelf(file: file).forget()
    try finishErasure { try Publication(folder: file.dashboards).withdrawAll() }
  }
}
