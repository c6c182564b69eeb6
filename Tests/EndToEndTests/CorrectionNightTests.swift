// What people decide about topics: recorded at the keyboard or by a file in the inbox, in force on every later night.
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct CorrectionNightTests {
  private static let posts = 0..<200

  /// A community whose first night was, to make copies of.
  private static let first = Result {
    let community = try SmallCommunity(posts: posts)
    let night = try community.night()
    #expect(night.status == 0, "\(night.errors)")
    return community
  }

  /// A community of its own whose first night was.
  private static func community() throws -> SmallCommunity { try SmallCommunity(copyOf: try first.get()) }

  private static func put(_ rows: String, in community: SmallCommunity, as name: String = "correcties.csv")
    throws
  {
    let text = "actie;onderwerp;naar;titel;bericht;toelichting;door\n" + rows + "\n"
    try text.write(toFile: community.folder + "/inbox/" + name, atomically: true, encoding: .utf8)
  }

  private func topic(_ arguments: [String], in community: SmallCommunity) throws -> Program.Result {
    var arguments = arguments
    arguments.insert(community.pipeline, at: 1)
    return try Program.run(["topic"] + arguments)
  }

  private func store(_ community: SmallCommunity) throws -> CommunityStore {
    try CommunityStore(path: community.folder + "/out/store.sqlite")
  }

  private func state(_ community: SmallCommunity) throws -> TopicState {
    let store = try store(community)
    let run = try #require(try store.lastPublishedRun())
    return try #require(try store.topicState(run: run.id))
  }

  /// The largest topics, largest first.
  private func largest(_ state: TopicState) -> [TopicID] {
    let sizes = Dictionary(grouping: state.assignments.compactMap(\.topic)) { $0 }.mapValues(\.count)
    return sizes.keys.sorted { (sizes[$1] ?? 0, $0) < (sizes[$0] ?? 0, $1) }
  }

  private func posts(of topic: TopicID, _ state: TopicState) -> [String] {
    state.assignments.filter { $0.topic == topic }.map(\.post.description)
  }

  private func page(_ path: String, _ community: SmallCommunity) throws -> String {
    let link = try FileManager.default.destinationOfSymbolicLink(
      atPath: community.folder + "/out/dashboards/latest")
    return try String(
      contentsOfFile: "\(community.folder)/out/dashboards/\(link)/\(path)", encoding: .utf8)
  }

  @Test func aTitleThatAPersonGaveIsShownFromTheNextNightOn() throws {
    let community = try Self.community()
    let first = try #require(largest(try state(community)).first)
    let answer = try topic(
      ["rename", "ond-\(first.number)", "Een titel van mensen", "--by", "Ank", "--note", "Duidelijker"],
      in: community)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("Opgenomen als regel 1: \(first) heet voortaan “Een titel van mensen”."))
    #expect(answer.output.contains("vanaf de volgende nacht"))
    #expect(answer.output.contains("topic undo \(community.pipeline) 1"))
    let list = try topic(["list"], in: community)
    #expect(list.output.contains("Een titel van mensen") && list.output.contains("naam gegeven"))
    // The same day once more: what was decided makes it another night.
    #expect(try community.night().status == 0)
    #expect(try page("kerngroep/onderwerpen/\(first).html", community).contains("Een titel van mensen"))
    let log = try topic(["log"], in: community)
    #expect(log.output.contains("Ank") && log.output.contains("Duidelijker"))
    #expect(try topic(["undo", "1"], in: community).status == 0)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(try !page("kerngroep/onderwerpen/\(first).html", community).contains("Een titel van mensen"))
  }

  @Test func aMutedTopicIsSeenByMonitorsOnly() throws {
    let community = try Self.community()
    let before = try state(community)
    let first = try #require(largest(before).first)
    #expect(try topic(["mute", first.description], in: community).status == 0)
    #expect(try community.night().status == 0)
    let after = try state(community)
    #expect(!posts(of: first, after).isEmpty, "its questions still are its questions")
    let run = try #require(try store(community).lastPublishedRun()).id
    #expect(try store(community).weeklyCounts(run: run).allSatisfy { $0.series != first.description })
    #expect(try store(community).assessments(run: run).allSatisfy { $0.series != first.description })
    // Its questions still count in the volume of the platform.
    let volumes = try store(community).weeklyCounts(run: run)
    #expect(Set(volumes.map(\.week)).count > 20)
    let folder = community.folder + "/out/dashboards/2024-06-30/kerngroep"
    for path in FileManager.default.subpaths(atPath: folder) ?? [] {
      guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
      #expect(!path.contains(first.description))
      #expect(!String(decoding: data, as: UTF8.self).contains(first.description), "\(path)")
    }
    #expect(try page("monitors/index.html", community).contains("Verborgen voor de kerngroep"))
    #expect(try page("monitors/data/onderwerpen.csv", community).contains(",ja\r\n"))
    #expect(try topic(["list"], in: community).output.contains("verborgen"))
    #expect(try topic(["mute", first.description, "--off"], in: community).status == 0)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(try page("kerngroep/onderwerpen/\(first).html", community).contains(first.description))
  }

  @Test func theRowsOfAFileAreTakenOnceAndAWrongOneCostsOnlyItself() throws {
    let community = try Self.community()
    let topics = largest(try state(community))
    let post = try #require(posts(of: topics[1], try state(community)).first)
    try Self.put(
      """
      hernoem;\(topics[0]);;Titel uit een bestand;;;Ank
      verberg;OND-9999;;;;;Ank
      verplaats;;Een eigen onderwerp;;\(post);;Ank
      verplaats;;Een eigen onderwerp;;onbekend123;;Ank
      # alleen uitleg;;;;;;
      hernoem;\(topics[0]);;Titel uit een bestand;;;Ank
      """, in: community)
    let night = try community.night()
    #expect(night.status == 1, "\(night.errors)")
    #expect(night.output.contains("2 correcties opgenomen, 2 correcties geweigerd"), "\(night.output)")
    let intake = try page("monitors/inname.html", community)
    #expect(intake.contains("onderwerp OND-9999 bestaat niet") && intake.contains("correcties.csv"))
    #expect(!intake.contains("onbekend123"), "what people type is not repeated on a page")
    let numbers = try store(community).corrections().map(\.correction.number)
    #expect(numbers == [1, 2, 3])
    #expect(try store(community).posts().count == Self.posts.count, "rows are no posts")

    let bytes = try community.dashboards()
    #expect(try community.night().status == 1)
    #expect(try community.dashboards() == bytes, "the same night again gives the same bytes")

    // Mended, under another name, with a row more: what is known adds nothing.
    try FileManager.default.removeItem(atPath: community.folder + "/inbox/correcties.csv")
    try Self.put(
      """
      hernoem;\(topics[0]);;Titel uit een bestand;;;Ank
      zet-vast;\(topics[0]);;;;;Ank
      """, in: community, as: "Correcties juli.csv")
    let later = try community.night(["--as-of", "2024-07-01"])
    #expect(later.status == 0, "\(later.output)")
    #expect(later.output.contains("1 correcties opgenomen, 0 correcties geweigerd"), "\(later.output)")
    #expect(try store(community).corrections().count == 4)
    #expect(try page("kerngroep/onderwerpen/\(topics[0]).html", community).contains("Titel uit een bestand"))
  }

  @Test func aNightWithCorrectionsThatWasKilledEndsAsIfNothingHadHappened() throws {
    func rows(_ community: SmallCommunity) throws -> String {
      let topics = largest(try state(community))
      return "voeg-samen;\(topics[2]);\(topics[1]);;;;\nverplaats;;Nieuw onderwerp;;"
        + "\(posts(of: topics[0], try state(community))[0]);;\nverberg;OND-9999;;;;;"
    }
    let undisturbed = try Self.community()
    try Self.put(try rows(undisturbed), in: undisturbed)
    #expect(try undisturbed.night(["--as-of", "2024-07-01"]).status == 1)
    for stage in ["[1/6] inname", "[3/6] onderwerpen"] {
      let community = try Self.community()
      try Self.put(try rows(community), in: community)
      #expect(
        try community.night(["--as-of", "2024-07-01"], killedAt: stage, afterMilliseconds: 20).status
          == 128 + SIGKILL)
      #expect(try community.night(["--as-of", "2024-07-01"]).status == 1)
      #expect(try community.dashboards() == undisturbed.dashboards())
      #expect(try store(community).dump() == store(undisturbed).dump())
      #expect(try store(community).corrections().count == 3)
    }
  }

  @Test func whatPeoplePlaceAndMergeIsKeptAndInForce() throws {
    let community = try Self.community()
    let before = try state(community)
    let topics = largest(before)
    let moved = Array(posts(of: topics[0], before).prefix(3))
    let answer = try topic(
      ["split", topics[0].description] + moved + ["--title", "Door mensen gemaakt"], in: community)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("undo \(community.pipeline) 1-4"), "\(answer.output)")
    #expect(
      try topic(["merge", topics[2].description, "--into", topics[1].description], in: community).status == 0)
    let nowhere = try #require(posts(of: topics[3], before).first)
    #expect(try topic(["move", nowhere, "--to", "none"], in: community).status == 0)
    let folded = try store(community).topicCorrections()
    #expect(folded.created == [TopicID(number: before.nextNumber)])
    #expect(folded.successors == [topics[2]: topics[1]])
    #expect(folded.placed[PostID(nowhere)] == .some(nil))
    #expect(try store(community).nextTopicNumber() == before.nextNumber + 1)
    for day in ["2024-06-30", "2024-07-01"] {
      #expect(try community.night(["--as-of", day]).status == 0)
      let after = try state(community)
      let made = try #require(after.topics.first { $0.title == "Door mensen gemaakt" })
      #expect(made.id.number == before.nextNumber)
      let placed = Dictionary(after.assignments.map { ($0.post.description, $0.topic) }) { first, _ in first }
      for post in moved { #expect(placed[post] == made.id, "\(day) \(post)") }
      #expect(placed[nowhere] == .some(nil), "\(day)")
      let merged = after.topics.first { $0.id == topics[2] }
      #expect(merged?.status == .merged && merged?.successor == topics[1], "\(day)")
      #expect(posts(of: topics[2], after).isEmpty)
      #expect(after.nextNumber > made.id.number)
    }
  }

  @Test func aTopicIsShownWithItsQuestionsAndSplitByAWord() throws {
    let community = try Self.community()
    let state = try state(community)
    let first = largest(state)[0]
    let show = try topic(["show", first.description], in: community)
    #expect(show.status == 0, "\(show.errors)")
    let word = try #require(state.topics.first { $0.id == first }?.words.first)
    #expect(show.output.contains("woorden") && show.output.contains(word))
    let post = try #require(posts(of: first, state).first)
    #expect(show.output.contains(post))
    let dry = try topic(
      ["split", first.description, "--word", "xyzzy", "--title", "Nieuw", "--dry-run"], in: community)
    #expect(dry.status == 2 && dry.errors.contains("gebruikt het woord “xyzzy”"), "\(dry.errors)")
    let csv = try topic(["list", "--format", "csv", "--all"], in: community)
    #expect(csv.output.hasPrefix("onderwerp_id,titel,vragen,opgave,stand,"))
    #expect(csv.output.split(separator: "\n").count == state.topics.count + 1)
  }

  @Test func nothingIsRecordedOnATrialOrWhileANightRuns() throws {
    let community = try Self.community()
    let first = largest(try state(community))[0].description
    let dry = try topic(["pin", first, "--dry-run"], in: community)
    #expect(
      dry.status == 0 && dry.output.contains("Zou opnemen als regel 1")
        && dry.output.contains("niets opgenomen"))
    let lock = open(community.folder + "/out/store.sqlite.lock", O_CREAT | O_RDWR, 0o600)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let busy = try topic(["pin", first], in: community)
    #expect(busy.status == 2 && busy.errors.contains("al bezig"), "\(busy.errors)")
    #expect(try store(community).corrections().isEmpty)
  }

  @Test func whatCannotBeDoneIsSaidAndExitsWithTwo() throws {
    let community = try SmallCommunity(posts: 0..<60)
    let early = try topic(["list"], in: community)
    #expect(early.status == 2 && early.errors.contains("nog geen nacht geweest"), "\(early.errors)")
    #expect(try community.night().status == 0)
    for arguments in [
      ["rename", "OND-0999", "Titel"], ["merge", "OND-0001", "--into", "OND-0001"], ["undo", "12"],
      ["move", "nergens", "--to", "OND-0001"], ["rename", "OND-0001", "Mail jan.jansen@voorbeeld.nl maar"],
      ["rename", "OND-0001", " "], ["split", "OND-0001", "--title", "Leeg"],
    ] {
      let answer = try topic(arguments, in: community)
      #expect(answer.status == 2 && !answer.errors.isEmpty, "\(arguments): \(answer.output)")
      #expect(!answer.errors.contains("jan.jansen"), "\(answer.errors)")
    }
    #expect(try store(community).corrections().isEmpty)
  }

  @Test func theEmptyFormChangesNothingAndAFileWithoutColumnsIsNamed() throws {
    let community = try Self.community()
    let form = community.folder + "/out/dashboards/2024-06-30/monitors/correcties.csv"
    try FileManager.default.copyItem(atPath: form, toPath: community.folder + "/inbox/correcties.csv")
    let night = try community.night(["--as-of", "2024-07-01"])
    #expect(night.status == 0, "\(night.output)")
    #expect(night.output.contains("0 correcties opgenomen, 0 correcties geweigerd"), "\(night.output)")
    try "id;body\n1;Hallo?\n".write(
      toFile: community.folder + "/inbox/correcties-oud.csv", atomically: true, encoding: .utf8)
    #expect(try community.night(["--as-of", "2024-07-02"]).status == 1)
    #expect(try page("monitors/inname.html", community).contains("heeft geen kolom “actie”"))
  }
}
