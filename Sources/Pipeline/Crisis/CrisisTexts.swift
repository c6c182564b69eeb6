// What `themaradar crisis` says, in Dutch: never a text, a name or a word of a post.
import Dashboards
import Discussion
import Storage

enum CrisisTexts {
  static func unreadable(_ since: String) -> String {
    "\"\(since)\" is geen moment. Schrijf bijvoorbeeld 15m, 2h, 2026-11-22T14:00 of 2026-11-22T13:00:00Z"
  }
  static let nightAtWork = "er is een nacht aan het werk: nieuwe bestanden in de inbox zijn nog niet gelezen"
  static func unread(_ report: FileReport) -> String {
    let refused = report.counts.quarantined
    let why =
      report.message.map { "is niet gelezen: \($0)" }
      ?? "is niet helemaal gelezen: \(refused == 1 ? "1 regel is" : "\(refused) regels zijn") geweigerd"
    return "\(report.path) \(why). De pagina Inname van de volgende nacht zegt waar en waarom"
  }
  static func noWordList(_ path: String) -> String {
    "de woordenlijst \(path) is er niet; er worden minder namen herkend"
  }

  /// All new posts, and what to do.
  static func answer(_ posts: [CrisisDesk.Ranked], since: Timestamp, zone: LocalZone) -> String {
    let urgent = posts.count(where: \.isUrgent)
    let start = "Nieuw sinds \(moment(since, zone)): \(count(posts.count))."
    guard !posts.isEmpty else { return start + "\n" }
    let rows = posts.enumerated().map { index, row in
      [
        row.isUrgent ? "LEES NU" : "", String(index + 1), row.post.id.description,
        moment(row.post.createdAt, zone), row.post.channel ?? "",
        "meer dan \(min(999, Int((row.crisis * 1000).rounded(.down)))) van de 1000",
      ]
    }
    let table = TextTable.text([["", "nr", "bericht", "geplaatst", "kanaal", "lijkt op een crisis"]] + rows)
    return [
      start
        + (urgent == 0
          ? " Geen ervan springt eruit."
          : urgent == 1
            ? " Eén lijkt op een crisis: lees dat nu." : " \(urgent) lijken op een crisis: lees die nu."),
      table, urgent == 0 ? nil : Dashboards.crisisAdvice.joined(separator: "\n"),
      "Het programma kan een crisis missen: lees ook de andere berichten.",
    ].compactMap(\.self).map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
  }

  private static func count(_ posts: Int) -> String { posts == 1 ? "1 bericht" : "\(posts) berichten" }

  /// Day and time on the community's clock.
  private static func moment(_ time: Timestamp, _ zone: LocalZone) -> String {
    let local = zone.local(time)
    let minutes = local.millisecondOfDay / 60_000
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(local.day) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}
