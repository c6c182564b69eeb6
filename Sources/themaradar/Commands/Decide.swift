// The command `themaradar decide`: what people decide about signals, and what became of it.
import ArgumentParser
import Pipeline

/// Records what people decide about a signal, and shows what there is to decide about.
struct Decide: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Records what people decide about a signal.",
    discussion: """
      A signal is named by its number (SIG-2026-W10-1; --list shows those that wait). What is recorded goes to a log that \
      only grows, takes force in the next night and holds on every later one. People can fill in the same as rows of \
      besluiten.csv in the inbox.

      Decisions: themabijeenkomst (with --datum when the day is known), volgen, niet-nu, al-beantwoord, gegevensfout.

      Exit status: 0 = done, 2 = not done (the reason is on standard error).
      """)

  @Argument(help: "The pipeline file (YAML).") var pipeline: String
  @Argument(help: "The signal.") var signal: String?

  @Option(help: "What is decided.") var besluit: String?
  @Option(help: "The day of the theme meeting, such as 2026-03-27.") var datum: String?
  @Option(help: "Afterwards: whether the signal was of use (ja, deels or nee).") var nuttig: String?
  @Option(help: "Afterwards: the day on which the theme meeting was held.") var gehouden: String?
  @Option(help: "Takes lines of the log back, such as 4 or 4-7, by lines that say so.") var intrekken: String?
  @Option(help: "Why, kept in the log.") var toelichting: String?
  @Option(name: [.long, .customLong("by")], help: "Who says so, kept in the log.") var door: String?
  @Flag(help: "Says what would be recorded, and records nothing.") var dryRun = false
  @Flag(help: "Lists the signals that wait for a decision, are kept in sight or still stand.") var list =
    false
  @Flag(name: .customLong("alle"), help: "With --list: all signals there ever were.") var all = false
  @Flag(help: "Shows the log, oldest first.") var log = false

  private var recorded: [String?] { [besluit, datum, nuttig, gehouden] }

  func validate() throws {
    let isRecording = recorded.contains { $0 != nil }
    let asked = [isRecording, intrekken != nil, list, log].count { $0 }
    guard asked == 1 else {
      throw ValidationError(
        asked == 0
          ? "Say what is decided (--besluit, --nuttig, --gehouden or --intrekken), or give --list or --log."
          : "Give one of: a decision, --intrekken, --list, --log.")
    }
    if isRecording, signal == nil { throw ValidationError("Name the signal; --list shows those that wait.") }
    if !isRecording, signal != nil { throw ValidationError("A signal goes with a decision only.") }
  }

  func run() throws {
    let desk = DecisionDesk(pipeline: pipeline)
    let status =
      if list {
        desk.list(all: all)
      } else if log {
        desk.log()
      } else if let intrekken {
        desk.withdraw(intrekken, by: door, note: toelichting, isDryRun: dryRun)
      } else {
        desk.record(
          DecisionRequest(
            signal: signal ?? "", decision: besluit, date: datum, usefulness: nuttig, held: gehouden,
            note: toelichting), by: door, isDryRun: dryRun)
      }
    throw ExitCode(status.rawValue)
  }
}
