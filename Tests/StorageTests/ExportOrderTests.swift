// Exports without edit times and dates: their names say which is the later one, whichever is read first.
import Discussion
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite struct ExportOrderTests {
  let scratch = Scratch()

  /// A first export and a later one: post 2 was edited, post 3 was taken away, post 4 is new.
  private static let earlier = [post("1"), post("2", "Oud", minute: 2), post("3", minute: 3)]
  private static let later = [post("1"), post("2", "Nieuw", minute: 2), post("4", minute: 4)]

  private func read(
    _ files: [(name: String, posts: [Post])], _ order: [Int], isComplete: Bool = false,
    nights: Bool = false, name: String = "community.sqlite"
  ) throws -> CommunityStore {
    let store = try scratch.store(name)
    for (turn, index) in order.enumerated() {
      let input = file(files[index].name, completeness: isComplete ? .complete : .partial)
      let night = nights ? firstNight.advanced(by: turn) : firstNight
      let report = try store.add(files[index].posts, in: input, night: night)
      if report.outcome != .unchanged { #expect(report.counts.read == files[index].posts.count) }
    }
    return store
  }

  @Test(
    arguments: [
      ("forum_v1.csv", "forum_v2.csv"), ("forum-9.csv", "forum-10.csv"),
      ("forum_2025-03-12.csv", "forum_2025-04-10.csv"), ("12-03-2025/a.csv", "10-04-2025/a.csv"),
    ], [[0, 1], [1, 0], [0, 1, 0, 1], [1, 0, 1, 0]])
  func theLaterExportsTextStandsWhicheverIsReadFirst(names: (String, String), order: [Int]) throws {
    let store = try read([(names.0, Self.earlier), (names.1, Self.later)], order, nights: true)
    let text = post("1").body
    #expect(
      try store.summary() == [
        "jeugd:1 live \(text)", "jeugd:2 live Nieuw < Oud", "jeugd:3 live \(text)", "jeugd:4 live \(text)",
      ])
  }

  @Test(
    arguments: [("forum_v1.csv", "forum_v2.csv"), ("forum_2025-03-12.csv", "forum_2025-04-10.csv")],
    [[0, 1], [1, 0], [0, 1, 0], [1, 0, 1]])
  func whatTheLaterCompleteExportLacksIsMissingWhicheverIsReadFirst(
    names: (String, String), order: [Int]
  ) throws {
    let store = try read(
      [(names.0, Self.earlier + [post("5", minute: 1)]), (names.1, Self.later)], order, isComplete: true,
      nights: true)
    let states = try store.posts(withdrawn: true).map { "\($0.id) \($0.state)" }
    #expect(
      states == [
        "jeugd:1 live", "jeugd:5 withdrawn", "jeugd:2 live", "jeugd:3 withdrawn", "jeugd:4 live",
      ])
  }

  private static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

  private func state(of id: String, _ store: CommunityStore) throws -> String? {
    try store.read { try String.fetchOne($0, sql: "SELECT state FROM post WHERE id = ?", arguments: [id]) }
  }

  @Test(arguments: orders) func aMarkOfTheLastExportStandsInEveryOrder(order: [Int]) throws {
    let mark = post("1", "", state: .withdrawn)
    let store = try read(
      [
        ("forum_2025-03-12.csv", [post("1")]), ("forum_2025-04-10.csv", [post("1")]),
        ("forum_2025-05-10.csv", [mark]),
      ], order, nights: true)
    #expect(try state(of: "jeugd:1", store) == "withdrawn")
  }

  @Test(arguments: orders) func aMarkOfAnEarlierExportDoesNotStandInAnyOrder(order: [Int]) throws {
    let mark = post("1", "", state: .withdrawn)
    let store = try read(
      [
        ("forum_2025-03-12.csv", [mark]), ("forum_2025-04-10.csv", [post("1")]),
        ("forum_2025-05-10.csv", [post("1")]),
      ], order, nights: true)
    #expect(try state(of: "jeugd:1", store) == "live")
  }

  @Test(arguments: orders) func whatTheLastCompleteExportLacksIsMissingAlsoWithAnOlderMark(order: [Int])
    throws
  {
    let (first, last) = (post("0"), post("9", minute: 9))
    let store = try read(
      [
        ("forum_2025-03-12.csv", [first, post("1", "", minute: 5, state: .withdrawn), last]),
        ("forum_2025-04-10.csv", [first, post("1", minute: 5), last]),
        ("forum_2025-05-10.csv", [first, last]),
      ], order, isComplete: true, nights: true)
    #expect(try state(of: "jeugd:1", store) == "missing")
  }

  @Test func whatALaterExportLacksIsCountedInTheFileThatBringsIt() throws {
    let store = try scratch.store()
    let (first, last) = (post("0"), post("9", minute: 9))
    try store.add([first, last], in: file("forum_2025-05-10.csv", completeness: .complete))
    let older = file("forum_2025-04-10.csv", completeness: .complete)
    let report = try store.add([first, post("1", minute: 5), last], in: older)
    #expect(try state(of: "jeugd:1", store) == "missing")
    #expect(report.counts.new == 1)
    #expect(report.counts.missing == 1)
  }

  @Test func whatIsTakenAwayInTheSameFileIsNotCountedAsMissing() throws {
    let store = try scratch.store()
    let (first, last) = (post("0"), post("9", minute: 9))
    try store.add([first, last], in: file("forum_2025-05-10.csv", completeness: .complete))
    let older = file("forum_2025-04-10.csv", completeness: .complete)
    let gone = post("1", minute: 5, state: .withdrawn)
    let report = try store.add([first, post("1", minute: 5), gone, last], in: older)
    #expect(try state(of: "jeugd:1", store) == "withdrawn")
    #expect(report.counts.missing == 0)
  }

  /// The numbers of months start at 1 again: a part with a higher number and older posts is not the later export.
  @Test func aHigherNumberWithoutTheNewestPostSaysNothing() throws {
    let december = [post("1", "December", minute: 1), post("2", minute: 2)]
    let january = [post("1", "Januari", minute: 1), post("3", minute: 3)]
    let files = [("deel-12.csv", december), ("deel-1.csv", january)]
    for (order, text) in [([0, 1], "Januari < December"), ([1, 0], "December < Januari")] {
      let store = try read(files, order, name: "\(order).sqlite")
      #expect(try store.summary()[0] == "jeugd:1 live " + text)
    }
  }

  @Test(arguments: [[0, 1], [1, 0]]) func anEditTimeGoesBeforeTheName(order: [Int]) throws {
    let files = [
      ("forum_v1.csv", [post("1", "Bewerkt", edited: 9)]),
      ("forum_v2.csv", [post("1", "Oud"), post("2", minute: 3)]),
    ]
    #expect(try read(files, order).summary()[0] == "jeugd:1 live Bewerkt < Oud")
  }

  @Test(arguments: [[0, 1], [1, 0]]) func theDateOfTheExportGoesBeforeTheName(order: [Int]) throws {
    let store = try scratch.store()
    let files = [
      (file("forum_v1.csv", exported: 20), post("1", "Later")),
      (file("forum_v2.csv", exported: 10), post("1", "Eerder")),
    ]
    for index in order { try store.add([files[index].1], in: files[index].0) }
    #expect(try store.summary() == ["jeugd:1 live Later < Eerder"])
  }

  @Test(arguments: [[0, 1], [1, 0]]) func namesWithinAnArchiveOrderToo(order: [Int]) throws {
    let store = try scratch.store()
    let entries = ["2025-03-12/berichten.csv", "2025-04-10/berichten.csv"]
    for index in order {
      _ = try store.importFile(file("export.zip", content: "\(index)"), night: firstNight) { writer in
        for (record, post) in [Self.earlier, Self.later][index].enumerated() {
          try writer.add(post, at: Provenance(file: "export.zip", entry: entries[index], record: record + 1))
        }
        return ReadSummary()
      }
    }
    #expect(try store.summary()[1] == "jeugd:2 live Nieuw < Oud")
  }

  /// What waited for the end of a file goes with the entry that could not be read.
  @Test func whatARefusedEntryBroughtDoesNotWait() throws {
    let store = try read([("forum_v2.csv", Self.later)], [0])
    let report = try store.importFile(file("forum_v1.csv"), night: firstNight) { writer in
      try writer.entry("goed.csv") {
        try writer.add(post("1"), at: Provenance(file: "forum_v1.csv", entry: "goed.csv", record: 1))
      }
      try writer.entry("stuk.csv") {
        let place = Provenance(file: "forum_v1.csv", entry: "stuk.csv", record: 1)
        #expect(try writer.add(post("2", "Oud", minute: 2), at: place) == .waiting)
        throw FileRefusal(reason: "csv", message: "Stuk.")
      }
      return ReadSummary(records: 1)
    }
    #expect(report.counts.unchanged == 1)
    #expect(try store.summary()[1] == "jeugd:2 live Nieuw")
  }

  /// Random exports of one forum, complete or not, in every order and some twice: the same posts, older texts and states.
  @Test(arguments: 0..<40) func everyOrderOfVersionsEndsAlike(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let isComplete = seed % 2 == 0
    let files = (1...3).map { version in
      let posts = (1...6).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }.map { id in
        post("\(id)", ["Een", "Twee", "Drie"].randomElement(using: &random)!, minute: id)
      }
      // Each later version has a later post.
      return (name: "forum_v\(version).csv", posts: posts + [post("n\(version)", minute: 10 + version)])
    }
    let straight = try Self.content(read(files, [0, 1, 2], isComplete: isComplete, name: "straight"))
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [2, 0, 2, 1, 0]] {
      let other = try Self.content(read(files, order, isComplete: isComplete, name: "\(order)"))
      #expect(other == straight, "\(order)")
    }
  }

  private static func content(_ store: CommunityStore) throws -> [String] {
    try store.summary().map { line in
      let parts = line.components(separatedBy: " < ")
      return parts[0] + parts.dropFirst().sorted().map { " < " + $0 }.joined()
    }
  }
}
