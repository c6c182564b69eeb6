// Which chat an export is of, and what keeps the name of a person out.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

@Suite("Which chat it is")
struct ChatIdentityTests {
  static let words = """
    24-11-2017 14:36 - Yu: Wie weet dit?
    24-11-2017 14:36 - Mi: ok
    24-11-2017 14:37 - Jan: ok
    """

  @Test(
    "exports of one group are one set, whatever their files are called",
    arguments: [
      "WhatsApp Chat with Jeugd_ zuid.txt", "WhatsApp-chat met Jeugd zuid (1).txt",
      "WhatsApp-chat met jeugd: zuid - kopie (2).txt", "WhatsApp Chat - Jeugd: zuid.zip",
    ])
  func copies(file: String) throws {
    let first = try ChatReading.whatsApp(Self.words, file: "WhatsApp-chat met Jeugd zuid.txt")
    let other = try ChatReading.whatsApp(Self.words, file: file)
    #expect(first.posts.map(\.id) == other.posts.map(\.id))
    #expect(first.posts.map(\.thread) == other.posts.map(\.thread))
  }

  @Test("two chats in which the same is said in the same minute stay apart, also groups of two years")
  func apart() throws {
    let names = [
      "WhatsApp-chat met Noord.txt", "WhatsApp-chat met Zuid.txt", "WhatsApp-chat met Zuid (2024).txt",
      "WhatsApp-chat met Zuid (2025).txt", "telefoon1.txt",
    ]
    let readings = try names.map { try ChatReading.whatsApp(Self.words, file: $0) }
    #expect(Set(readings.flatMap { $0.posts.map(\.id) }).count == 15)
    #expect(Set(readings.flatMap { $0.posts.map(\.thread) }).count == 5)
    let signal = try ["Noord/chat.md", "Zuid/chat.md"].map {
      try ChatReading(
        SignalImporter(), [("", "[2024-03-01, 09:05] Anna: Hoi  \n[2024-03-01, 09:06] Bo: Dag  \n")], file: $0
      )
    }
    #expect(Set(signal.flatMap { $0.posts.map(\.id) }).count == 4)
  }

  @Test("a name of a file that is not WhatsApp's own is no name of a chat: two phones are one chat")
  func phones() throws {
    let readings = try ["overlap/whatsapp_phone1.txt", "overlap/whatsapp_phone2.txt"].map {
      try ChatReading.whatsApp(Self.words, file: $0)
    }
    #expect(readings[0].posts.map(\.id) == readings[1].posts.map(\.id))
    #expect(readings.allSatisfy { $0.posts.allSatisfy { $0.thread == "whatsapp" } })
  }

  @Test(
    "where no file names a group its own lines do, the last of its names first",
    arguments: [
      ["Mi heeft de groep \"Team: zuid\" aangemaakt"],
      ["Team: zuid: Messages and calls are end-to-end encrypted"],
      ["Mi created group “Oud”", "Mi changed the subject from “Oud” to “Team: zuid”"],
      [
        "Team: zuid: \u{200E}Berichten en gesprekken zijn end-to-end versleuteld.",
        "Mi heeft de groep \"Oud\" gemaakt",
      ],
      ["Mi hat die Gruppe „Team: zuid“ erstellt"],
      [
        "Mi: \u{200E}Mi heeft het onderwerp gewijzigd van ‘Oud’ in \"Team: zuid\"",
        "Mi heeft de groep verlaten",
      ],
    ])
  func ownLines(lines: [String]) throws {
    let named = try ChatReading.whatsApp(Self.words, file: "WhatsApp-chat met Team_ zuid.txt")
    let text = lines.map { "23-11-2017 10:00 - \($0)\n" }.joined() + Self.words
    let reading = try ChatReading.whatsApp(text)
    #expect(reading.posts.map(\.id) == named.posts.map(\.id))
    #expect(reading.posts.map(\.thread) == named.posts.map(\.thread))
    #expect(reading.posts.allSatisfy { $0.channel == "Team: zuid" })
    #expect(reading.summary.events == lines.count)
  }

  @Test("a chat between two stays the same chat when the other starts to write")
  func grows() throws {
    let first = "24-11-2017 14:36 - Bob Jansen: Dag\n24-11-2017 14:37 - Bob Jansen: Ben je er?\n"
    let readings = try [first, first + "24-11-2017 14:39 - Anna: Dag Bob\n"].map {
      try ChatReading.whatsApp($0, file: "WhatsApp-chat met Bob Jansen.txt")
    }
    #expect(readings[0].posts.map(\.id) == Array(readings[1].posts.map(\.id).prefix(2)))
    #expect(Set(readings.flatMap { $0.posts.map(\.thread) }).count == 1)
    #expect(readings.allSatisfy { $0.posts.allSatisfy { $0.channel == nil } })
  }

  @Test("of two layouts with as many lines the first says whose chat it is, in every run")
  func tie() throws {
    let first = [
      "24-11-2017 14:36 - Mi heeft de groep \"Noord\" gemaakt", "24-11-2017 14:37 - Mi: Dag",
    ]
    let second = [
      "[1/2/24, 9:00:00] Cor heeft de groep \"Zuid\" gemaakt", "[1/2/24, 9:01:00] Dirk: ook",
    ]
    for (lines, channel) in [(first + second, "Noord"), (second + first, "Zuid")] {
      let reading = try ChatReading.whatsApp(lines.map { $0 + "\n" }.joined())
      #expect(reading.posts.first?.channel == channel)
    }
  }

  @Test(
    "lines with dates and colons within a message make no group of a chat between two",
    arguments: [
      "12-03-2024 14:00 - agenda: opening\n12-03-2024 15:00 - locatie: zaal 3\n12-03-2024 16:00 - borrel: ja\n",
      "12-03-2024 14:00 - agenda: opening\n",
      "[1/2/24, 9:00:00] Cor: van elders\n[1/2/24, 9:01:00] Dirk: ook\n",
      "12-03-2024 14:00 - overleg met de groep over het onderwerp wonen\n12-03-2024 15:00 - locatie: zaal\n",
    ])
  func pasted(lines: String) throws {
    let both = "24-11-2017 14:36 - Bob Jansen: Dag\n24-11-2017 14:37 - Anna: De agenda:\n"
    let rest = "24-11-2017 14:38 - Anna: Tot dan\n"
    for name in ["Bob Jansen", "Bob Jansen - kopie", "Bob"] {
      let reading = try ChatReading.whatsApp(
        both + lines + rest, file: "WhatsApp-chat met \(name).txt")
      #expect(reading.posts.allSatisfy { $0.channel == nil && !$0.thread.contains("Bob") }, "\(name)")
    }
  }

  @Test(
    "where only one of two writes, a line with a date within a message makes no group of their chat either")
  func pastedAlone() throws {
    let reading = try ChatReading.whatsApp(
      "24-11-2017 14:37 - Anna: Wanneer?\n12-03-2024 14:00 - agenda: opening\n24-11-2017 14:38 - Anna: Dag\n",
      file: "WhatsApp-chat met Bob Jansen.txt")
    #expect(reading.posts.allSatisfy { $0.channel == nil && !$0.thread.contains("Bob") })
  }
}
