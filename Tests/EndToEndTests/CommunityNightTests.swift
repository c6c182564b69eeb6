// The community list of a night of the demo community, up to its page and its file.
import Foundation
import Testing

@Suite(.serialized) struct CommunityNightTests {
  /// The first half year of the demo community, with an announcement that asks something and a heated conversation.
  private static let night = Result {
    let community = try SmallCommunity(posts: 0..<300)
    var rows = [
      post(
        "k1", day: "2024-06-11T10:00:00+02:00", by: "k",
        "Hoe ga je om met boosheid bij ouders? Daarover gaat ons webinar op 3 september van 13.00 tot 15.00 uur. "
          + "Aanmelden kan via www.voorbeeld.nl.")
    ]
    rows.append(
      post("h0", day: "2024-06-26T09:00:00+02:00", by: "h0", "De bel in de klas gaat te vroeg, vind ik."))
    for number in 1...9 {
      rows.append(
        post(
          "h\(number)", day: "2024-06-26T1\(number):00:00+02:00", by: "h\(number % 3)", parent: "h0",
          "Nee, daar ben ik het helemaal niet mee eens, want bij ons is dat anders, punt \(number)."))
    }
    try rows.joined().write(
      toFile: community.folder + "/inbox/meer.jsonl", atomically: true, encoding: .utf8)
    let night = try community.night()
    #expect(night.status == 0, "\(night.errors)")
    return (community, night.output + night.errors)
  }

  private static func post(
    _ id: String, day: String, by author: String, parent: String? = nil, _ body: String
  )
    -> String
  {
    let parentText = parent.map { #""\#($0)""# } ?? "null"
    return
      #"{"id": "\#(id)", "thread_id": "\#(parent ?? id)", "parent_id": \#(parentText), "channel": "vragen", "#
      + #""title": null, "body": "\#(body)", "author_id": "\#(author)", "created_at": "\#(day)"}"# + "\n"
  }

  private func text(_ path: String) throws -> String {
    try String(
      contentsOfFile: try Self.night.get().0.folder + "/out/dashboards/latest/monitors/" + path,
      encoding: .utf8)
  }

  @Test func everyGroupHasItsRowOnThePageAndInTheFile() throws {
    let page = try text("gemeenschap.html")
    // An excerpt may hold more than one line: a row starts with its kind.
    let kinds = ["aankondiging,", "nieuwkomer,", "vaker geplaatst,", "overgenomen,", "verhit,"]
    let rows = try text("data/gemeenschap.csv").split(whereSeparator: \.isNewline).filter { line in
      kinds.contains { line.hasPrefix($0) }
    }
    // A labelled copy of three weeks before.
    #expect(
      rows.contains {
        $0.hasPrefix("vaker geplaatst,jeugd:p00236,") && $0.contains(",2,2024-06-07,jeugd:p00235,")
      })
    #expect(
      rows.contains {
        $0.hasPrefix("verhit,jeugd:h0,") && $0.contains("9 reacties in 24 uur, van 3 mensen; gewoonlijk 1")
      })
    #expect(rows.contains { $0.hasPrefix("aankondiging,jeugd:k1,") })
    let newcomers = rows.filter { $0.hasPrefix("nieuwkomer,") }
    #expect(newcomers.count >= 2 && newcomers.contains { $0.hasPrefix("nieuwkomer,jeugd:k1,") })
    for row in rows {
      let post = String(row.split(separator: ",")[1])
      #expect(page.contains(post), "\(post) is on the page too")
    }
  }

  @Test func anAnnouncementThatAsksWaitsForNobody() throws {
    #expect(try !text("data/onbeantwoord.csv").contains("jeugd:k1"))
    #expect(try !text("data/moderatie.csv").contains("jeugd:k1"))
    #expect(try text("data/onbeantwoord.csv").split(whereSeparator: \.isNewline).count > 3)
  }

  @Test func nothingOfItReachesTheCoreGroupAndTheCheckExplainsIt() throws {
    let (community, said) = try Self.night.get()
    #expect(said.contains("op de lijst van de gemeenschap"), "\(said)")
    for (path, data) in try community.dashboards() where path.contains("/kerngroep/") {
      #expect(!String(decoding: data, as: UTF8.self).contains("gemeenschap.html"), "\(path)")
    }
    let check = try Program.run(["check", community.pipeline])
    #expect(
      check.output.contains("Gemeenschap  nieuwkomers zonder reactie na 2 werkdagen"), "\(check.output)")
  }
}
