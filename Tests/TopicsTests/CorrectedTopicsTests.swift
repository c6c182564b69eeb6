// Topics obey what people decided, night after night.

import Discussion
import Testing

@testable import Topics

@Suite("Topics that people corrected")
struct CorrectedTopicsTests {
  private static let settings = TopicSettings(language: .dutch)

  /// Six posts on waiting lists, six on foster care, six on bullying: each subject with words of its own.
  private static let posts: [TopicPost] = {
    let subjects = [
      ("w", "wachtlijst wachttijd overbruggen specialistische behandeling"),
      ("p", "pleegouder pleegkind bezoekregeling netwerkpleegzorg matching"),
      ("s", "pesten klas leerling docent schoolplein"),
    ]
    return subjects.flatMap { name, words in
      (0..<6).map { number in
        let own = words.split(separator: " ")
        let text = (0..<4).map { own[(number + $0) % own.count] }.joined(separator: " ")
        return TopicPost(
          id: PostID("\(name)\(number)"), body: "Vraag \(text)",
          createdAt: Timestamp(seconds: Int64(number) * 1000))
      }
    }
  }()

  private func night(
    _ log: [TopicCorrection.Action] = [], after previous: TopicState? = nil, posts: [TopicPost] = posts
  )
    -> TopicResult
  {
    let lines = log.enumerated().map { TopicCorrection(number: $0.offset + 1, action: $0.element) }
    return TopicModel(settings: Self.settings)
      .cluster(posts, previous: previous, corrections: TopicCorrections(lines))
  }

  private func places(_ result: TopicResult) -> [String: TopicID?] {
    Dictionary(uniqueKeysWithValues: result.assignments.map { ($0.post.description, $0.topic) })
  }

  private func id(_ number: Int) -> TopicID { TopicID(number: number) }

  @Test("Without corrections there are three topics")
  func three() {
    let result = night()
    #expect(result.topics.count == 3)
    #expect(result.assignments.allSatisfy { $0.topic != nil })
  }

  @Test("A post that people placed is there on every night, and one placed nowhere is nowhere")
  func placed() throws {
    var state = night().state
    let first = places(night())
    let (waiting, foster) = (try #require(first["w0"] ?? nil), try #require(first["p0"] ?? nil))
    for _ in 0..<3 {
      let result = night([.move(PostID("w0"), to: foster), .move(PostID("w1"), to: nil)], after: state)
      let now = places(result)
      #expect(now["w0"] == foster)
      #expect(now["w1"] == .some(nil))
      #expect(now["w2"] == waiting)
      state = result.state
    }
  }

  @Test("Posts move along with what people showed")
  func seeds() throws {
    // Half of one subject has a word of its own: people show with two posts that it is a subject by itself.
    var posts = Self.posts
    for number in 0..<6 {
      let extra = number < 3 ? " vakantie zomer kamp" : " diagnose intake autisme"
      posts[number].body += extra
    }
    let before = night(posts: posts)
    let old = try #require(places(before)["w0"] ?? nil)
    let log: [TopicCorrection.Action] = [
      .create(id(9), title: "Zomerkamp"), .move(PostID("w0"), to: id(9)), .move(PostID("w1"), to: id(9)),
    ]
    let after = night(log, after: before.state, posts: posts)
    let now = places(after)
    #expect(now["w0"] == id(9) && now["w1"] == id(9))
    #expect(now["w2"] == id(9), "it resembles the two that were shown")
    #expect(now["w4"] == old && now["w5"] == old)
    #expect(after.topics.first { $0.id == id(9) }?.title == "Zomerkamp")
    #expect(after.events.contains { $0.kind == .born && $0.topic == id(9) })
    #expect(after.state.nextNumber == 10)
    // The next night it is a topic like any other, that keeps its title.
    let later = night(log, after: after.state, posts: posts)
    #expect(places(later) == now)
    #expect(!later.events.contains { $0.kind == .born })
  }

  @Test("Merged topics stay one, under the heir's name, also when more posts come")
  func merged() throws {
    let before = night()
    let first = places(before)
    let (waiting, foster) = (try #require(first["w0"] ?? nil), try #require(first["p0"] ?? nil))
    var state = before.state
    for more in 0..<3 {
      let extra = (0..<more).map {
        TopicPost(id: PostID("w9\($0)"), body: "Vraag wachtlijst wachttijd overbruggen behandeling")
      }
      let result = night([.merge(waiting, into: foster)], after: state, posts: Self.posts + extra)
      let now = places(result)
      for post in now.keys where post.hasPrefix("w") || post.hasPrefix("p") {
        #expect(now[post] == foster, "\(post)")
      }
      let merged = result.topics.first { $0.id == waiting }
      #expect(merged?.status == .merged && merged?.successor == foster)
      #expect(result.events.filter { $0.kind == .merged }.count == (more == 0 ? 1 : 0))
      state = result.state
    }
  }

  @Test("A pinned topic keeps its posts, whatever they say")
  func pinned() throws {
    let before = night()
    let waiting = try #require(places(before)["w0"] ?? nil)
    var posts = Self.posts
    for number in 0..<3 { posts[number].body = "Vraag pesten klas leerling docent schoolplein" }
    let free = places(night(after: before.state, posts: posts))
    #expect(free["w0"] != waiting, "without the pin they go")
    let held = places(night([.pin(waiting, true)], after: before.state, posts: posts))
    for number in 0..<6 { #expect(held["w\(number)"] == waiting) }
  }

  @Test(
    "A merging that is taken back leaves a topic that can wake up, and the other keeps its posts until people move them"
  )
  func unmerged() throws {
    let before = night()
    let first = places(before)
    let (waiting, foster) = (try #require(first["w0"] ?? nil), try #require(first["p0"] ?? nil))
    let merged = night([.merge(waiting, into: foster)], after: before.state)
    let log: [TopicCorrection.Action] = [.merge(waiting, into: foster), .withdraw(1)]
    let back = night(log, after: merged.state)
    let topic = try #require(back.topics.first { $0.id == waiting })
    #expect(topic.status != .merged && topic.successor == nil)
    let moved = night(log + (0..<6).map { .move(PostID("w\($0)"), to: waiting) }, after: back.state)
    for number in 0..<6 { #expect(places(moved)["w\(number)"] == waiting) }
    #expect(moved.topics.first { $0.id == waiting }?.status == .active)
  }

  @Test("A muted topic holds on to its posts, so that they do not come into sight under another name")
  func muted() throws {
    let before = night()
    let waiting = try #require(places(before)["w0"] ?? nil)
    var posts = Self.posts
    for number in 0..<6 { posts[number].body = "Vraag pesten klas leerling docent schoolplein" }
    let held = places(night([.mute(waiting, true)], after: before.state, posts: posts))
    for number in 0..<6 { #expect(held["w\(number)"] == waiting) }
  }

  @Test("A few posts in an old topic do not take a new subject with them")
  func newSubject() throws {
    let before = night()
    let waiting = try #require(places(before)["w0"] ?? nil)
    let fresh = (0..<20).map {
      TopicPost(
        id: PostID("n\($0)"),
        body: "Vraag jeugdzwerfboot zeilkamp schipper \($0 % 2 == 0 ? "anker" : "haven")")
    }
    let result = night(
      [.move(PostID("n0"), to: waiting), .move(PostID("n1"), to: waiting)], after: before.state,
      posts: Self.posts + fresh)
    let now = places(result)
    #expect(now["n0"] == waiting && now["n1"] == waiting)
    #expect(result.events.contains { $0.kind == .born })
    #expect((2..<20).count { now["n\($0)"] != .some(waiting) } == 18)
  }

  @Test("A number that a line names is never given to another topic, also when the line no longer holds")
  func numbers() {
    let result = night([.create(id(7), title: "Pesten"), .withdraw(1)])
    #expect(result.topics.map(\.id.number).sorted() == [8, 9, 10])
    let unknown = night([.merge(id(1), into: id(99)), .move(PostID("w0"), to: id(50))], after: night().state)
    #expect(unknown.topics.allSatisfy { $0.status == .active })
    #expect(unknown.assignments.allSatisfy { $0.topic != nil })
  }

  @Test("A title that people gave holds, and no sentence of a post stands behind it")
  func renamed() throws {
    let before = night()
    let waiting = try #require(places(before)["w0"] ?? nil)
    let after = night([.rename(waiting, title: "Wachten")], after: before.state)
    #expect(after.topics.first { $0.id == waiting }?.title == "Wachten")
    #expect(after.titleSources[waiting] == nil)
    let back = night([.rename(waiting, title: "Wachten"), .withdraw(1)], after: after.state)
    #expect(back.topics.first { $0.id == waiting }?.title != "Wachten")
  }

  @Test("Corrections may come before the first night, and a number that people used is never given again")
  func beforeTheFirstNight() {
    let result = night([
      .create(id(4), title: "Pesten"), .move(PostID("s0"), to: id(4)), .move(PostID("s1"), to: id(4)),
    ])
    let now = places(result)
    for number in 0..<6 { #expect(now["s\(number)"] == id(4)) }
    #expect(result.topics.map(\.id.number).sorted() == [4, 5, 6])
  }

  @Test("What people decided does not depend on the order of the posts")
  func order() {
    let log: [TopicCorrection.Action] = [.create(id(4), title: "Pesten"), .move(PostID("s0"), to: id(4))]
    #expect(night(log, posts: Self.posts.reversed()).assignments == night(log).assignments)
  }
}
