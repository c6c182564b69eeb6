// `themaradar map`: proposes mappings and tries them.
import ArgumentParser
import Pipeline

/// Sets up mappings.
struct Map: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Stelt een mapping op voor een export, en probeert hem uit.",
    subcommands: [MapSuggest.self, MapCheck.self])
}

/// Proposes a mapping.
struct MapSuggest: FilterCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Schrijft een voorstel voor een mapping van een bestand.",
    discussion: """
      Leest een CSV, JSON, JSONL, Excel-bestand of notulen, ook in een archief, en schrijft naar standaarduitvoer een \
      mapping (YAML) met uitleg: de kolommen met drie waarden, en per veld een voorstel met waarop het berust. \
      Wat niet voor te stellen is, staat er als commentaar in.

      Eindigt met 0 als de mapping zo te proberen is, 1 als er eerst iets ingevuld moet worden, 2 als er niets voor te \
      stellen is.
      """)

  @Argument(help: "Het bestand of archief.")
  var file: String

  func filter(report: (String) -> Void) -> ExitStatus { MapSuggestCommand(path: file).run(report: report) }
}

/// Tries a mapping.
struct MapCheck: FilterCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Probeert een mapping op een bestand, zonder iets op te slaan.",
    discussion: """
      Toont tien berichten zoals ze gelezen worden (namen van schrijvers alleen met beginletters), alles wat niet te \
      lezen is met plaats en reden, en tellingen.

      Eindigt met 0 als alles gelezen is, 1 als er iets niet te lezen is, 2 als de mapping niet klopt of niet bij het \
      bestand past.
      """)

  @Argument(help: "De mapping (YAML).")
  var mapping: String

  @Argument(help: "Het bestand of archief.")
  var file: String

  @Option(name: .long, help: "Tijdzone voor tijden zonder zone, als de mapping er geen noemt.")
  var timezone = "Europe/Amsterdam"

  func filter(report: (String) -> Void) -> ExitStatus {
    MapCheckCommand(mapping: mapping, path: file, zone: timezone).run(report: report)
  }
}
