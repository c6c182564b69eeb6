// Proposals about topics: each line that is shown is taken by the program as it stands, and does what it says.
import Dashboards
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct ProposalNightTests {
  private static let first = Result {
    let community = try SmallCommunity(posts: 0..<200)
    let night = try community.night()
    #expect(night.status == 0, "\(night.errors)")
    return community
  }

  private static func state(_ community: SmallCommunity) throws -> TopicState {
    let store = try CommunityStore(path: community.folder + "/out/store.sqlite")
    let run = try #require(try store.lastPublishedRun())
    return try #require(try store.topicState(run: run.id))
  }

  /// What people would copy, for proposals about real topics of a community.
  private struct Lines {
    let merged: (TopicID, into: TopicID)
    let split: TopicID
    let posts: [PostID]
    let renamed: TopicID
    static let title = "Wat mag 's avonds; en dan \"nu\"?"
    let rows: [String]
    let commands: [String]
    let leavingRows: [String]
    let leavingCommands: [String]

    init(_ state: TopicState) throws {
      let sizes = Dictionary(grouping: state.assignments.filter { $0.topic != nil }) { $0.topic }
        .mapValues(\.count)
      let topics = sizes.keys.compactMap(\.self).sorted { (sizes[$1] ?? 0, $0) < (sizes[$0] ?? 0, $1) }
      (merged, split, renamed) = ((topics[2], into: topics[1]), topics[0], topics[3])
      let own = topics[0]
      posts = state.assignments.filter { $0.topic == own }.map(\.post).sorted().prefix(4).map(\.self)
      let contact = ProposalRow.Contact(
        pairs: 1, expectedPairs: 9, percent: 11, going: .init(questions: 4, people: 4),
        staying: .init(questions: 9, people: 9))
      var report = NightReport(
        community: "Proef", asOf: CalendarDay(number: 19_000), reportWeek: ISOWeek(number: 2_700))
      report.verdicts.pipeline = "pipeline.yaml"
      report.proposals.rows = [
        ProposalRow(change: .merge(topics[2], into: topics[1]), reason: .contact(contact)),
        ProposalRow(
          change: .split(topics[0], posts: posts, title: "Een deel apart"), reason: .contact(contact)),
        ProposalRow(change: .rename(topics[3], title: Self.title), reason: .looseWords(source: nil)),
      ]
      let page = try #require(
        try Dashboards.render(report).first { $0.path == "monitors/voorstellen.html" })
      let text = String(decoding: page.bytes, as: UTF8.self)
      let lines = text.components(separatedBy: "<code>").dropFirst().compactMap {
        $0.components(separatedBy: "</code>").first
      }.map {
        $0.replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
          .replacingOccurrences(of: "&amp;", with: "&")
      }
      leavingRows = lines.filter { $0.hasPrefix("laat-zo;") }
      leavingCommands = lines.filter { $0.contains(" topic keep ") }
      rows = lines.filter { !$0.hasPrefix("laat-zo;") && !$0.hasPrefix("themaradar") }
      commands = lines.filter { $0.hasPrefix("themaradar") && !$0.contains(" topic keep ") }
      #expect(rows.count == 3 && commands.count == 3 && leavingRows.count == 3 && leavingCommands.count == 3)
    }
  }

  /// Gives a line to a shell, as who copies it would.
  private func shell(_ line: String, in community: SmallCommunity) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(filePath: community.folder)
    let folder = URL(filePath: Program.executable).deletingLastPathComponent().path
    process.environment = ["PATH": folder + ":/usr/bin:/bin"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func put(_ rows: [String], in community: SmallCommunity) throws {
    let text = (["actie;onderwerp;naar;titel;bericht;toelichting;door"] + rows).joined(separator: "\n")
    try (text + "\n").write(
      toFile: community.folder + "/inbox/correcties.csv", atomically: true, encoding: .utf8)
  }

  private func obeyed(_ lines: Lines, _ community: SmallCommunity) throws {
    let after = try Self.state(community)
    let topics = Dictionary(after.topics.map { ($0.id, $0) }) { first, _ in first }
    #expect(
      topics[lines.merged.0]?.status == .merged && topics[lines.merged.0]?.successor == lines.merged.into)
    let made = try #require(after.topics.first { $0.title == "Een deel apart" })
    let places = Dictionary(after.assignments.map { ($0.post, $0.topic) }) { first, _ in first }
    for post in lines.posts { #expect(places[post] == made.id, "\(post)") }
    #expect(topics[lines.split]?.status == .active)
    #expect(topics[lines.renamed]?.title == Lines.title)
  }

  @Test func theRowsThatAreShownAreTakenAndDoWhatTheySay() throws {
    let community = try SmallCommunity(copyOf: try Self.first.get())
    let lines = try Lines(try Self.state(community))
    try put(lines.rows, in: community)
    let night = try community.night(["--as-of", "2024-07-01"])
    #expect(night.status == 0, "\(night.errors)")
    #expect(night.output.contains("3 correcties opgenomen, 0 correcties geweigerd"), "\(night.output)")
    try obeyed(lines, community)
    // Earlier nights are told of; tonight is not.
    let page = try String(
      contentsOfFile: community.folder + "/out/dashboards/2024-07-01/monitors/nachten.html", encoding: .utf8)
    #expect(
      page.contains("De nacht van 30 juni 2024 ging goed") && !page.contains("<th scope=\"row\">1 juli 2024"))
    let bytes = try community.dashboards()
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(try community.dashboards() == bytes, "the same night again gives the same bytes")
  }

  @Test func theCommandsThatAreShownAreTakenAndDoWhatTheySay() throws {
    let community = try SmallCommunity(copyOf: try Self.first.get())
    let lines = try Lines(try Self.state(community))
    for command in lines.commands { #expect(try shell(command, in: community) == 0, "\(command)") }
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    try obeyed(lines, community)
  }

  @Test func whatPeopleLeaveAsItIsDoesNotComeBack() throws {
    let community = try SmallCommunity(copyOf: try Self.first.get())
    let store = { try CommunityStore(path: community.folder + "/out/store.sqlite") }
    let lines = try Lines(try Self.state(community))
    for command in lines.leavingCommands { #expect(try shell(command, in: community) == 0, "\(command)") }
    let expected: [TopicCorrection.Action] = [
      .keep(lines.merged.0, .apart(from: lines.merged.into)), .keep(lines.split, .whole),
      .keep(lines.renamed, .title),
    ]
    #expect(try store().corrections().map(\.correction.action) == expected)
    try put(lines.leavingRows, in: community)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(try store().corrections().map(\.correction.action) == expected + expected)

    // A real proposal of that night, answered: gone on the next one, and only that one.
    func rows() throws -> [Substring] {
      let folder = community.folder + "/out/dashboards/"
      let latest = try FileManager.default.destinationOfSymbolicLink(atPath: folder + "latest")
      let page = try String(contentsOfFile: folder + latest + "/monitors/voorstellen.html", encoding: .utf8)
      return page.split(separator: "<code>").dropFirst().filter { $0.hasPrefix("laat-zo;") }
        .map { $0.prefix { $0 != "<" } }
    }
    let before = try rows()
    let row = try #require(before.first)
    #expect(!before.contains { $0.contains("\(lines.renamed);titel") })
    try put([String(row)], in: community)
    #expect(try community.night(["--as-of", "2024-07-02"]).status == 0)
    // A topic stands in one proposal to merge: with this one answered, another of its pairs may come up.
    let after = try rows()
    #expect(!after.contains(row))
    #expect(Set(before.dropFirst()).isSubset(of: after))
    #expect(after.count <= before.count)
  }

  @Test func aTitleThatPeopleMustThinkOfIsRefusedAsLongAsTheyDidNot() throws {
    let community = try SmallCommunity(copyOf: try Self.first.get())
    #expect(try shell("themaradar topic rename pipeline.yaml OND-0001 … 2>/dev/null", in: community) == 2)
  }
}
