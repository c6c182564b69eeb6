// How posts rank comes back as it was stored, and new posts are found by when they came or were written.
import Discussion
import Foundation
import Testing

@testable import Storage

@Suite struct TriageTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
    try store.add((1...4).map { post("\($0)", minute: $0) }, in: file("a"))
  }

  @Test func ranksComeBackByPostAndClassAndGoWithTheirPosts() throws {
    let run = try store.beginRun(
      asOf: firstNight, programVersion: "1", pipelineHash: "", startedAt: Timestamp(seconds: 0))
    let ids = (1...4).map { post("\($0)").id }
    let rows = [
      StoredTriage(post: ids[1], triageClass: .spam, score: -0.25, standing: 0.5),
      StoredTriage(post: ids[0], triageClass: .crisis, score: 1.5, standing: 1),
      StoredTriage(post: PostID("nowhere:1"), triageClass: .crisis, score: 1, standing: 1),
    ]
    try store.completeStage(
      StageRecord(position: 1, name: "moderation", status: "done", counts: "{}", milliseconds: 0), of: run.id
    ) { try $0.replaceTriage(rows) }
    #expect(try store.triage(run: run.id) == [rows[1], rows[0]])
    #expect(
      try store.dump([.runs]).contains("triage\trun=\(run.id)\tpost=\(ids[0].description.debugDescription)"))
    try store.completeStage(
      StageRecord(position: 1, name: "moderation", status: "done", counts: "{}", milliseconds: 0), of: run.id
    ) { try $0.replaceTriage([]) }
    #expect(try store.triage(run: run.id).isEmpty)
  }

  @Test func arrivalsAreWhatCameOrChangedSinceANight() throws {
    let next = firstNight.advanced(by: 1)
    #expect(try store.arrivals(since: next).isEmpty)
    #expect(try store.arrivals(since: nil).map(\.isRevision) == [false, false, false, false])
    var edited = post("2", minute: 2)
    edited.body = "een heel andere tekst"
    edited.editedAt = edited.createdAt.advanced(byMilliseconds: 3_600_000)
    try store.add([edited, post("5", minute: 5)], in: file("b"), night: next)
    #expect(
      try store.arrivals(since: next) == [
        PostArrival(post: post("2").id, isRevision: true), PostArrival(post: post("5").id, isRevision: false),
      ])
  }

  @Test func whatIsOfALaterDayThanTheNightArrivesOnItsDay() throws {
    let next = firstNight.advanced(by: 1)
    let third = post("3", minute: 3).createdAt
    #expect(
      try store.arrivals(since: next, writtenFrom: third) == [
        PostArrival(post: post("3").id, isRevision: false),
        PostArrival(post: post("4").id, isRevision: false),
      ])
  }

  @Test func filesAreKnownUnderEachNameThatTheyHad() throws {
    let known = try store.knownPaths()
    #expect(known.count == 1 && known[0].path == file("a").path && known[0].bytes == file("a").bytes)
  }

  @Test func whatCameInOrChangedSinceAMarkIsFound() throws {
    let mark = try store.postMark()
    #expect(try store.posts(after: mark).isEmpty)
    var edited = post("1", minute: 1)
    edited.body = "anders"
    try store.add([edited, post("2", minute: 2), post("9", minute: 0)], in: file("b"), night: secondNight)
    #expect(try store.posts(after: mark).map(\.id) == [post("1").id, post("9").id])
    #expect(try store.posts(after: try store.postMark()).isEmpty)
  }

  @Test func newPostsAreThoseWrittenOrEditedSince() throws {
    let third = post("3", minute: 3).createdAt
    #expect(try store.posts(since: third).map(\.id) == [post("3").id, post("4").id])
    let late = third.advanced(byMilliseconds: 86_400_000)
    #expect(try store.posts(since: late).isEmpty)
    var edited = post("1", minute: 1)
    edited.body = "anders"
    edited.editedAt = late
    try store.add([edited], in: file("c"))
    #expect(try store.posts(since: late).map(\.id) == [post("1").id])
  }
}
