// What erased posts gave to topics, and where others speak of somebody.
import Discussion
import Foundation
import Storage
import Testing

@testable import Pipeline

@Suite struct ErasureWordingTests {
  private let scratch = FileManager.default.temporaryDirectory.appending(
    path: "erasure-\(UUID().uuidString).sqlite")

  private func words() throws -> ErasedWords {
    let store = try CommunityStore(path: scratch.path)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let body = "Wie kent het Zonnekadeproject? Hoe gaan jullie om met wachttijden?"
    _ = try store.importFile(ImportFile(path: "a", sha256: "a", bytes: 1), night: CalendarDay(number: 1)) {
      writer in
      try writer.add(
        Post(
          id: PostID("jeugd:1"), source: "jeugd", thread: ThreadID("jeugd:1"), kind: .topic,
          createdAt: Timestamp(seconds: 1), body: body), at: Provenance(file: "a", entry: "", record: 1))
      return ReadSummary()
    }
    let texts = try store.erasable(ErasureRequest(posts: [PostID("jeugd:1")], day: CalendarDay(number: 2)))
    return try ErasedWords(texts, language: .dutch) {
      $0("De wachttijd is lang. Hoe gaan wij om met ouders?")
    }
  }

  @Test(arguments: [
    (
      "Hoe gaan jullie om met wachttijden?", ["wachttijd", "zonnekadeproject", "ouders"], "wachttijd, ouders"
    ),
    ("Wachttijden: zonnekadeproject, ouders", ["zonnekadeproject", "ouders"], "Wachttijden: ouders"),
    ("zonnekadeproject", ["zonnekadeproject"], "zonder titel"), ("Wachttijden", ["ouders"], nil),
    ("Hoe gaan jullie om met ouders die wachten?", ["ouders"], nil),
  ])
  func titlesLoseWhatOnlyTheErasedSaid(title: String, words: [String], expected: String?) throws {
    #expect(try self.words().title(title, words) == expected)
  }

  @Test func profilesLoseTheStemsAndPostsOfTheErased() throws {
    let before =
      "1\tzonnekadeproject\t0.5\n1\twachttijd\t0.25\nfit\t3\tzonnekadeproject\nsince\tjeugd:1\nsince\tjeugd:2\n"
    let after = try words().state(Array(before.utf8))
    #expect(
      String(decoding: after, as: UTF8.self)
        == "1\twachttijd\t0.25\nfit\t3\tzonnekadeproject\nsince\tjeugd:2\n")
  }

  @Test(arguments: [
    ("Dank je, RENÉE van den Berg!", PersonMentions.Reason.wholeName), ("Renee van den\nBerg", .wholeName),
    ("Ik sprak Renee.", .partOfName), ("Op de berg van den Haag", .partOfName),
    ("Bergen en van den Boer", nil),
    ("Zij schreef: “een twee drie vier vijf zes zeven acht” zei ze", .quote),
    ("een twee drie vier vijf zes zeven", nil),
  ])
  func mentionsAreToldApart(body: String, expected: PersonMentions.Reason?) {
    let mentions = PersonMentions(
      names: ["Renée van den Berg"], texts: ["Nul, een twee drie vier vijf zes zeven acht. Negen."])
    let post = Post(
      id: PostID("jeugd:2"), source: "jeugd", thread: ThreadID("jeugd:2"), kind: .topic,
      createdAt: Timestamp(seconds: 1), body: body)
    #expect(mentions.reason(in: post) == expected)
  }
}
