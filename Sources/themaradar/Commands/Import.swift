// `themaradar import`: reads exports into NDJSON, without a store.
import ArgumentParser
import Pipeline

/// Reads exports into NDJSON.
struct Import: FilterCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Leest exportbestanden en schrijft de berichten als NDJSON.",
    discussion: """
      Leest bestanden, archieven (zip, 7z, tar, gz, bz2, xz, zst) en mappen. Het formaat blijkt uit de inhoud: \
      mbox en eml, Discourse, Stack Exchange, WordPress, Disqus, Slack, Mattermost, Teams, Zulip, Gitter, WhatsApp, Signal, \
      Telegram, Discord, Messenger, Instagram, LinkedIn, en met een mapping elk CSV-, Excel-, JSON- of JSONL-bestand, \
      vragenlijsten en notulen.

      Schrijvers krijgen een pseudoniem onder de sleutel uit --key. Zonder --key is die sleutel elke keer een \
      andere: pseudoniemen uit twee keer lezen zijn dan niet te vergelijken.

      Eindigt met 0 als alles gelezen is, 1 als er iets in quarantaine ging, 2 als er niets te lezen was.
      """)

  @Argument(help: "Bestanden, archieven en mappen.")
  var paths: [String]

  @Option(name: .long, help: "Een mapping (YAML) voor tabellen, JSON en notulen. Mag vaker.")
  var mapping: [String] = []

  @Option(name: .long, help: "Naam van de bron, voor formaten zonder mapping.")
  var source = "import"

  @Option(name: .long, help: "Tijdzone voor tijden zonder zone, als de mapping er geen noemt.")
  var timezone = "Europe/Amsterdam"

  @Option(name: .long, help: "Waar de berichten heen gaan (NDJSON); - is standaarduitvoer.")
  var posts: String?

  @Option(name: .long, help: "Waar per bestand een regel met tellingen heen gaat (NDJSON).")
  var summary: String?

  @Option(name: .long, help: "Waar de onleesbare berichten heen gaan (NDJSON).")
  var quarantine: String?

  @Option(
    name: .long,
    help: "Bestand met de sleutel voor pseudoniemen: ten minste 32 bytes, leesbaar voor alleen de eigenaar.")
  var key: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Laat privéberichten en besloten groepen weg die tussen openbare gesprekken staan, zoals de nacht doet."
    ))
  var withoutPrivate = false

  func filter(report: (String) -> Void) -> ExitStatus {
    var filter = ImportFilter(paths: paths)
    filter.mappings = mapping
    filter.source = source
    filter.zone = timezone
    filter.posts = posts ?? (summary == nil && quarantine == nil ? "-" : nil)
    filter.summary = summary
    filter.quarantine = quarantine
    filter.key = key
    filter.includesPrivate = !withoutPrivate
    return filter.run(report: report)
  }
}
