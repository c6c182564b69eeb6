// Chats as text: layouts of dates, what lines are, and identities that two phones agree on.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

/// Reads made-up exports.
struct ChatReading {
  var posts: [ImportedPost] = []
  var revisions: [ImportedPost] = []
  var quarantined: [QuarantinedRecord] = []
  var summary: ImportSummary

  /// Reads the entries of one file.
  init(
    _ importer: any Importer, _ entries: [(name: String, text: String)], file: String = "map/bestand.zip",
    zone: String = "Europe/Amsterdam", includesPrivate: Bool = false
  ) throws {
    try self.init(
      importer, bytes: entries.map { ($0.name, Array($0.text.utf8)) }, file: file, zone: zone,
      includesPrivate: includesPrivate)
  }

  init(
    _ importer: any Importer, bytes entries: [(name: String, bytes: [UInt8])], file: String,
    zone: String = "Europe/Amsterdam", includesPrivate: Bool = false
  ) throws {
    var settings = ImportSettings(zone: try #require(LocalZone(identifier: zone)))
    settings.includesPrivate = includesPrivate
    var items: [ImportItem] = []
    let sink = ImportSink(file: file, settings: settings) { items.append($0) }
    if let survey = importer.makeSurvey() {
      for (name, bytes) in entries { try survey.look(at: ArchiveEntry(name: name, blocks: [bytes])) }
      sink.survey = survey
    }
    for (name, bytes) in entries {
      let entry = ArchiveEntry(name: name, blocks: [bytes])
      let sample = try EntrySample(file: file, entry: entry)
      #expect(importer.recognises(sample), "\(name)")
      sink.entry = name
      try importer.read(entry, sample, into: sink)
    }
    summary = sink.summary
    for item in items {
      switch item {
      case .post(let post): posts.append(post)
      case .revision(let post): revisions.append(post)
      case .quarantined(let record): quarantined.append(record)
      case .member: break
      }
    }
  }

  /// Reads one chat of WhatsApp.
  static func whatsApp(_ text: String, file: String = "_chat.txt") throws -> ChatReading {
    try ChatReading(WhatsAppImporter(), [("", text)], file: file)
  }
}

@Suite("Chats as text")
struct ChatsTests {
  @Test(
    "dates are read in each layout that phones write",
    arguments: [
      "24-11-2017 14:36 - ", "24-11-17 14:36 - ", "24-11-17, 14:36 - ", "24.11.17, 14:36 - ",
      "24/11/2017, 14:36 - ", "11/24/17, 2:36 PM - ", "11/24/17, 2:36\u{202F}PM - ", "11/24/2017, 2:36 pm - ",
      "24/11/17, 2:36 p.\u{A0}m. - ", "24/11/2017 2:36\u{A0}p.\u{A0}m. - ", "2017-11-24, 14:36 - ",
      "2017/11/24 14:36 - ", "2017. 11. 24. 14:36 - ", "24.11.2017 14.36 - ", "[24-11-17 14:36:02] ",
      "[24/11/2017, 14:36:02] ", "[11/24/17, 2:36:02\u{202F}PM] ", "\u{200E}[24-11-2017 14:36:02] ",
      "[2017-11-24 14:36:02] ", "[2017-11-24, 14:36:02] ", "24/11/17 14:36:02: ", "[24.11.17, 14:36:02] ",
    ])
  func layouts(header: String) throws {
    let reading = try ChatReading.whatsApp("\(header)Yu: Hoi: allemaal\ntweede regel\n\(header)Mi: Dag\n")
    #expect(reading.posts.map(\.body) == ["Hoi: allemaal\ntweede regel", "Dag"])
    #expect(reading.posts.map(\.author) == ["Yu", "Mi"])
    #expect(
      reading.posts.allSatisfy { $0.createdAt.description.hasPrefix("2017-11-24T13:36:") },
      "\(reading.posts.map(\.createdAt))")
    #expect(reading.posts.allSatisfy { $0.flags == [.zoneAssumed] && $0.kind == .chat })
    #expect(reading.summary.records == 2)
  }

  @Test("midnight and noon on a clock of twelve hours are told apart")
  func halfDays() throws {
    let reading = try ChatReading.whatsApp("1/13/24, 12:05 AM - A: a\n1/13/24, 12:05 PM - A: b\n")
    #expect(reading.posts.map(\.createdAt.description) == ["2024-01-12T23:05:00Z", "2024-01-13T11:05:00Z"])
  }

  @Test("a year of two digits that stands first is told by what changes most")
  func yearFirst() throws {
    let days = ["23/11/05", "23/11/06", "23/11/09", "23/12/01", "24/01/11"]
    let reading = try ChatReading.whatsApp(days.map { "\($0), 10:00 - A: x\n" }.joined())
    #expect(reading.posts.first?.createdAt.description == "2023-11-05T09:00:00Z")
    #expect(reading.posts.last?.createdAt.description == "2024-01-11T09:00:00Z")
  }

  @Test("where nothing tells day from month the day comes first, and every post says that this was assumed")
  func ambiguous() throws {
    let reading = try ChatReading.whatsApp("03-04-2024 10:00 - A: een\n04-05-2024 10:00 - B: twee\n")
    #expect(reading.posts.map(\.createdAt.description) == ["2024-04-03T08:00:00Z", "2024-05-04T08:00:00Z"])
    #expect(reading.posts.allSatisfy { $0.flags.contains(.dateOrderAssumed) })
    #expect(reading.summary.warnings.map(\.code) == ["date-order-assumed"])
  }

  @Test("one day above twelve anywhere decides for the whole file, and what contradicts it is set apart")
  func decided() throws {
    let reading = try ChatReading.whatsApp(
      """
      03/04/24, 10:00 - A: een
      03/25/24, 10:00 - B: twee
      04/26/24, 10:00 - B: drie
      27/03/24, 10:00 - C: andersom
      """)
    #expect(reading.posts.map(\.createdAt.description).first == "2024-03-04T09:00:00Z")
    #expect(reading.posts.count == 3)
    #expect(reading.quarantined.map(\.reason) == ["date"])
    #expect(reading.quarantined.first?.provenance.line == 4)
    #expect(
      reading.quarantined.first.map { String(decoding: $0.raw, as: UTF8.self) }
        == "27/03/24, 10:00 - C: andersom")
  }

  @Test("lines of an agenda and dates in another layout within a message belong to the message")
  func linesInMessages() throws {
    let lines = (1...30).map { "24-11-2017 14:\($0 + 10) - A: bericht \($0)" }
    let reading = try ChatReading.whatsApp(
      lines.joined(separator: "\n") + "\n25-11-2017 09:00 - B: Agenda\n12-03-2024 10:00 - 11:00 overleg\n"
        + "[1/2/24, 9:00:00] Cor: iets van een andere telefoon\n")
    #expect(reading.posts.count == 31)
    #expect(reading.posts.last?.body.hasSuffix("andere telefoon") == true)
    #expect(reading.posts.last?.body.contains("11:00 overleg") == true)
  }

  @Test(
    "lines of the program are events, also with a colon in them",
    arguments: [
      "Anna heeft de groep \"Team: zuid\" aangemaakt", "Anna created group \"Team: south\"",
      "Anna changed the subject from \"A: x\" to \"B: y\"", "Anna heeft het onderwerp gewijzigd in \"A: b\"",
      "Bram heeft de groep verlaten", "Team: Messages and calls are end-to-end encrypted. No one outside",
      "Team: \u{200E}Anna heeft Bram toegevoegd", "Anna: \u{200E}Gemiste spraakoproep",
      "Je beveiligingscode met Anna is gewijzigd.", "Team: \u{200E}You added Bram",
    ])
  func events(line: String) throws {
    let reading = try ChatReading.whatsApp("24-11-2017 14:36 - \(line)\n24-11-2017 14:37 - Mi: Dag\n")
    #expect(reading.summary.events == 1)
    #expect(reading.posts.map(\.body) == ["Dag"])
  }

  @Test(
    "what people wrote stays a message, however much it looks like an event",
    arguments: [
      "Wie heeft de groep aangemaakt?", "This business case is mooi", "image omitted was de melding",
      "Ik heb dit bericht verwijderd", "\u{200E}POLL:", "zie <https://voorbeeld.nl>",
      "(bestand bijgevoegd) zei je?",
    ])
  func messages(text: String) throws {
    let reading = try ChatReading.whatsApp(
      "24-11-2017 14:36 - Jan van der Berg: \(text)\n24-11-2017 14:37 - Mi: Dag\n")
    let plain = text.replacing("\u{200E}", with: "")
    #expect(reading.posts.map(\.body) == [plain, "Dag"])
    #expect(reading.posts.first?.author == "Jan van der Berg")
    #expect(reading.posts.first?.attachments == 0)
  }

  @Test(
    "files are counted, captions kept, and names of files never",
    arguments: [
      ("<Media weggelaten>", ""), ("<Media omitted>", ""), ("IMG-2024-WA0001.jpg (bestand bijgevoegd)", ""),
      ("IMG-2024-WA0001.jpg (file attached)\nDe zaal", "De zaal"), ("\u{200E}afbeelding weggelaten", ""),
      ("Kijk eens \u{200E}afbeelding weggelaten", "Kijk eens"), ("\u{200E}<bijgevoegd: 0001-PHOTO.jpg>", ""),
      ("Kijk eens \u{200E}<attached: 0001-PHOTO.jpg>", "Kijk eens"),
      ("Verslag Jan.pdf • \u{200E}2 pagina's \u{200E}document weggelaten", ""),
      ("Verslag Jan.pdf • 2 pages \u{200E}<attached: 0002-Verslag Jan.pdf>", ""),
      ("\u{200E}Jan Jansen contactkaart weggelaten", ""),
    ])
  func files(text: String, body: String) throws {
    let reading = try ChatReading.whatsApp("24-11-2017 14:36 - Yu: \(text)\n24-11-2017 14:37 - Mi: Dag\n")
    #expect(reading.posts.first?.body == body)
    #expect(reading.posts.map(\.attachments) == [1, 0])
  }

  @Test(
    "deleted messages are withdrawn, with the same identity in any language",
    arguments: [
      "This message was deleted", "You deleted this message.", "\u{200E}Je hebt dit bericht verwijderd",
    ])
  func deleted(text: String) throws {
    let reading = try ChatReading.whatsApp("24-11-2017 14:36 - Yu: \(text)\n24-11-2017 14:37 - Mi: Dag\n")
    let dutch = try ChatReading.whatsApp(
      "24-11-2017 14:36 - Zus: Dit bericht is verwijderd\n24-11-2017 14:37 - Mi: Dag\n")
    #expect(reading.posts.map(\.state) == [.withdrawn, .live])
    #expect(reading.posts.first?.body.isEmpty == true)
    #expect(reading.summary.deleted == 1)
    #expect(reading.posts.first?.id == dutch.posts.first?.id)
  }

  @Test("the mark of an edited message is no part of its text")
  func edited() throws {
    let reading = try ChatReading.whatsApp(
      "24-11-2017 14:36 - Yu: Beter zo \u{200E}<Dit bericht is bewerkt>\n24-11-2017 14:37 - Mi: Dag\n")
    #expect(reading.posts.first?.body == "Beter zo")
  }

  @Test("two phones give the same identities, with other names, seconds, languages and file names")
  func twoPhones() throws {
    let android = try ChatReading.whatsApp(
      """
      24-11-2017 14:36 - Yu: Wie weet dit?
      24-11-2017 14:36 - Mi: ok
      24-11-2017 14:36 - Jan: ok
      24-11-2017 14:37 - Mi: <Media weggelaten>
      24-11-2017 14:38 - Mi: alleen hier
      """, file: "WhatsApp-chat met Team.txt")
    let iPhone = try ChatReading.whatsApp(
      """
      [11/24/17, 2:35:00\u{202F}PM] Team: \u{200E}Messages and calls are end-to-end encrypted.
      [11/24/17, 2:36:02\u{202F}PM] ~\u{202F}Yu de Wit: Wie  weet dit?
      [11/24/17, 2:36:09\u{202F}PM] Mama: ok
      [11/24/17, 2:36:10\u{202F}PM] +31 6 1: ok
      [11/24/17, 2:37:59\u{202F}PM] Mama: \u{200E}image omitted
      [11/24/17, 2:39:01\u{202F}PM] Mama: alleen daar
      """, file: "_chat.txt")
    let (first, second) = (android.posts.map(\.id), iPhone.posts.map(\.id))
    #expect(first.prefix(4) == second.prefix(4))
    #expect(Set(first + second).count == 6)
    #expect(iPhone.posts.allSatisfy { $0.identity == .aligned })
    #expect(iPhone.posts.first?.author == "Yu de Wit")
    #expect(Set((android.posts + iPhone.posts).map(\.thread)).count == 1)
    #expect((android.posts + iPhone.posts).allSatisfy { $0.channel == "Team" })
  }

  @Test("the same text twice in a minute is two messages, a chat twice in a file is one chat")
  func repeats() throws {
    let chat = (0..<300).map { minute in
      let time = "\(10 + minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
      return
        "24-11-2017 \(time) - A: bericht \(minute)\n24-11-2017 \(time) - B: ok\n24-11-2017 \(time) - C: ok\n"
    }.joined()
    #expect(try ChatReading.whatsApp(chat).summary.posts == 900)
    let twice = try ChatReading.whatsApp(chat + chat)
    #expect(twice.summary.posts == 900)
    #expect(twice.summary.duplicates == 900)
  }

  @Test("an hour that never was is set apart, one that came twice is marked")
  func clockChanges() throws {
    let reading = try ChatReading.whatsApp(
      "31-03-2024 02:30 - A: nooit\n27-10-2024 02:30 - A: dubbel\n27-10-2024 03:30 - A: gewoon\n")
    #expect(reading.quarantined.map(\.reason) == ["date"])
    #expect(reading.posts.map(\.createdAt.description) == ["2024-10-27T00:30:00Z", "2024-10-27T02:30:00Z"])
    #expect(reading.posts.map { $0.flags.contains(.timeRepeated) } == [true, false])
  }

  @Test(
    "the chat's name comes from the names that WhatsApp gives to files",
    arguments: [
      ("WhatsApp-chat met Team Zuid.txt", "", "Team Zuid"),
      ("x/WhatsApp Chat - Team Zuid.zip", "_chat.txt", "Team Zuid"),
      ("WhatsApp Chat with Team Zuid (2).txt", "", "Team Zuid"),
      ("WhatsApp_Chat_with_Team_Zuid.txt", "", "Team Zuid"),
      ("alles.zip", "WhatsApp-chat Team Zuid.zip!/_chat.txt", "Team Zuid"), ("_chat.txt", "", nil),
      ("telefoon1.txt", "", nil),
    ] as [(String, String, String?)])
  func names(file: String, entry: String, name: String?) throws {
    let reading = try ChatReading(
      WhatsAppImporter(),
      [(entry, "24-11-2017 14:36 - Yu: Dag\n24-11-2017 14:36 - Mi: Dag\n24-11-2017 14:36 - Cor: Dag\n")],
      file: file)
    #expect((reading.posts.first?.thread == "whatsapp") == (name == nil))
    #expect(reading.posts.first?.channel == name)
  }

  @Test("a chat between two is called after one of them: that name stays out")
  func personalChats() throws {
    let text = "24-11-2017 14:36 - Bob Jansen: Dag\n24-11-2017 14:37 - Anna: Dag Bob\n"
    let alone = try ChatReading.whatsApp(text, file: "WhatsApp-chat met Bob Jansen.txt")
    #expect(alone.posts.allSatisfy { $0.channel == nil && !$0.thread.contains("Bob") })
    #expect(Set(alone.posts.map(\.thread)).count == 1)
    let copy = try ChatReading.whatsApp(text, file: "WhatsApp-chat met Bob Jansen - kopie.txt")
    #expect(copy.posts.allSatisfy { $0.channel == nil && !$0.thread.contains("Bob") })
    let silent = try ChatReading.whatsApp(
      "24-11-2017 14:36 - Anna: Dag\n24-11-2017 14:37 - Anna: Ben je daar?\n",
      file: "WhatsApp-chat met Bob Jansen.txt")
    #expect(silent.posts.allSatisfy { $0.channel == nil && !$0.thread.contains("Bob") })
    let other = try ChatReading.whatsApp(text, file: "WhatsApp-chat met Cor.txt")
    #expect(other.posts.allSatisfy { $0.channel == nil })
    let group = try ChatReading.whatsApp(
      text + "24-11-2017 14:38 - Team: \u{200E}Anna heeft Cor toegevoegd\n",
      file: "WhatsApp-chat met Team.txt")
    #expect(group.posts.allSatisfy { $0.channel == "Team" })
  }

  @Test("what is not text is replaced and marked, and costs its own message only")
  func brokenBytes() throws {
    let text =
      Array("24-11-2017 14:36 - Yu: caf".utf8) + [0xE9] + Array("\n24-11-2017 14:37 - Mi: café\n".utf8)
    let reading = try ChatReading(WhatsAppImporter(), bytes: [("", text)], file: "_chat.txt")
    #expect(reading.posts.map(\.body) == ["caf\u{FFFD}", "café"])
    #expect(reading.posts.map { $0.flags.contains(.charactersReplaced) } == [true, false])
  }

  @Test("Signal's chats are told from those of WhatsApp, and their quotes and reactions kept out of the text")
  func signal() throws {
    let text = """
      [2024-03-01 09:05:01] Me: \n
      > eerder bericht\n
      Ja, klopt  
      (- Anna: 👍 -)
      [2024-03-01 09:06:00] Anna: Mooi  [verslag van Jan.pdf](./media/verslag.pdf)  
      [2024-03-01 09:07:00] Anna: Dag  
      """
    let reading = try ChatReading(SignalImporter(), [("", text)], file: "Team/chat.md")
    #expect(reading.posts.map(\.body) == ["Ja, klopt", "Mooi", "Dag"])
    #expect(reading.posts.first?.quoted == "> eerder bericht")
    #expect(reading.posts.map(\.attachments) == [0, 1, 0])
    #expect(reading.posts.allSatisfy { $0.thread != "signal" && $0.identity == .aligned })
    let entry = ArchiveEntry(name: "", blocks: [Array(text.utf8)])
    #expect(!WhatsAppImporter().recognises(try EntrySample(file: "chat.md", entry: entry)))
  }

  @Test(
    "other text with dates is no chat",
    arguments: [
      "12-03-2024 10:00 - 11:00 overleg\n13-03-2024 10:00 - 11:00 overleg\n",
      "Datum;Tekst\n12-03-2024 10:00;x\n",
      "Notulen\n12-03-2024 10:00 - Anna: opent\n13-03-2024 10:00 - Bram: sluit\n",
      "2024-03-01 10:00:00 INFO x\n",
    ])
  func noChats(text: String) throws {
    let sample = try EntrySample(file: "x.txt", entry: ArchiveEntry(name: "", blocks: [Array(text.utf8)]))
    #expect(!WhatsAppImporter().recognises(sample) && !SignalImporter().recognises(sample))
  }
}
