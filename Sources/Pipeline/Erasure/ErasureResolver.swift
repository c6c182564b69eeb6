// Who and what is to be erased: from what people type to pseudonyms and identities of posts.
import Discussion
import Foundation
import Importers
import Storage

/// Why nothing was erased: a sentence for the person at the keyboard.
struct ErasureRefusal: Error, CustomStringConvertible {
  var description: String
}

/// Finds authors and posts.
struct ErasureResolver {
  let store: CommunityStore
  let pseudonymiser: Pseudonymiser
  let naming: RecordNaming
  let day: CalendarDay

  /// The request that the texts make; refused as a whole when one of them names nobody or nothing.
  func request(authors: [String], posts: [String], names: [String]) throws -> ErasureRequest {
    var request = ErasureRequest(day: day)
    let directory = PostDirectory(try store.postIDs())
    for text in authors { request.authors.formUnion(try author(text)) }
    for text in posts { request.posts.insert(try post(text, directory)) }
    request.names = names + authors.filter { $0.contains(" ") || $0.contains("@") }
    return request
  }

  private func author(_ text: String) throws -> Set<MemberID> {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if isPseudonym(trimmed) {
      let author = MemberID(trimmed.lowercased())
      guard try isKnown(author) else { throw nobody(text) }
      return [author]
    }
    var found: [(source: String, author: MemberID)] = []
    for source in naming.sources {
      let keys =
        [trimmed] + (trimmed.hasPrefix(source + ":") ? [String(trimmed.dropFirst(source.count + 1))] : [])
      for key in keys {
        for prefix in naming.prefixes {
          let author = pseudonymiser.memberID(source: source, authorKey: prefix + key)
          if let author, try isKnown(author) { found.append((source, author)) }
        }
      }
    }
    guard !found.isEmpty else { throw nobody(text) }
    guard Set(found.map(\.author)).count == 1 else {
      // The same number is somebody else on another platform.
      let choices = found.map { "\($0.source):\(trimmed)" }.sorted().joined(separator: " of ")
      throw ErasureRefusal(
        description: "“\(text)” is in meer dan één bron iemand. Zeg welke bedoeld is: \(choices). "
          + "Zijn ze het allemaal, noem ze dan allemaal")
    }
    return Set(found.map(\.author))
  }

  private func isPseudonym(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].first == "k" && parts[1].count == 32
      && parts[1].allSatisfy(\.isHexDigit)
  }

  private func isKnown(_ author: MemberID) throws -> Bool {
    try store.knows(author) || store.areErased(ErasureRequest(authors: [author], day: day), pseudonymiser)
  }

  private func nobody(_ text: String) -> ErasureRefusal {
    ErasureRefusal(
      description:
        "niemand is bekend als “\(text)”. Noem de auteur zoals de kolom of het veld doet waaruit de mapping "
        + "\"author\" leest, of met het pseudoniem. Er is niets gewist")
  }

  private func post(_ text: String, _ directory: PostDirectory) throws -> PostID {
    do {
      return try directory.post(text)
    } catch {
      let named = PostID(text)
      if try store.areErased(ErasureRequest(posts: [named], day: day), pseudonymiser) { return named }
      throw ErasureRefusal(
        description: "\(CorrectionTexts.reason(error, quoting: true)). Er is niets gewist")
    }
  }
}

extension PipelineFile {
  /// How the exports of the sources write authors and posts.
  func recordNaming(storedSources: [String] = []) throws -> RecordNaming {
    let mappings = try sources.compactMap { try $0.readMapping()?.mapping }
    let fields = mappings.flatMap(\.files).flatMap { file in
      [MappedField.Name.author, .id].compactMap { file.fields[$0] }
    }
    return RecordNaming(
      sources: sources.map(\.name) + mappings.map(\.source) + storedSources,
      prefixes: fields.map(\.prefix) + fields.flatMap(\.sources).compactMap(\.prefix))
  }
}
