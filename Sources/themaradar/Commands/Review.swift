// The command `themaradar review`: what became of posts in the monitors' queue.
import ArgumentParser
import Pipeline

/// Records what monitors decide about a post, and shows what waits.
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Records what became of a post in the monitors' queue.",
    discussion: """
      A post is named by its number (jeugd:p01204; --list shows those that wait). What is recorded goes to a log that only \
      grows and takes force in the next night: the post leaves the queue, and comes back only when its text is edited, a \
      graver reason appears, the day of --tot has come, or the verdict is taken back. People can fill in the same as rows \
      of oordelen.csv in the inbox.

      Verdicts: verwijderd, bewerkt, auteur_benaderd, doorverwezen, geen_actie, onterecht, uitgesteld (with --tot). \
      citaat_akkoord lets the core group read the post's question, after redaction; citaat_openbaar lets everybody read it, \
      in the reports to share (opbrengst); citaat_geweigerd keeps it from both and from being proposed again (citaten.html \
      lists what is proposed). All three are about the text of --versie, or as it is now.

      Exit status: 0 = done, 2 = not done (the reason is on standard error).
      """)

  @Argument(help: "The pipeline file (YAML).") var pipeline: String
  @Argument(help: "The post.") var post: String?

  @Option(help: "What became of it.") var oordeel: String?
  @Option(help: "The reasons that this is about, such as naam or naam,adres; without it: all.")
  var reden: String?
  @Option(help: "With uitgesteld: the day on which the post comes back, such as 2026-03-27.")
  var tot: String?
  @Option(help: "The text that was read, as the pages hold it; without it: the text as it is now.")
  var versie: String?
  @Option(help: "Takes lines of the log back, such as 4 or 4-7, by lines that say so.")
  var intrekken: String?
  @Option(help: "Why, kept in the log; a BSN in it is left out.") var toelichting: String?
  @Option(name: [.long, .customLong("by")], help: "Who says so, kept in the log.") var door: String?
  @Flag(help: "Says what would be recorded, and records nothing.") var dryRun = false
  @Flag(help: "Lists the posts of the queue that wait for a verdict.") var list = false
  @Flag(help: "Shows the log, oldest first.") var log = false

  func validate() throws {
    let isRecording = [oordeel, reden, tot, versie].contains { $0 != nil }
    let asked = [isRecording, intrekken != nil, list, log].count { $0 }
    guard asked == 1 else {
      throw ValidationError(
        asked == 0
          ? "Say what became of the post (--oordeel), or give --intrekken, --list or --log."
          : "Give one of: a verdict, --intrekken, --list, --log.")
    }
    if isRecording, post == nil {
      throw ValidationError("Name the post; --list shows those that wait.")
    }
    if isRecording, oordeel == nil {
      throw ValidationError("Say what became of the post (--oordeel).")
    }
    if !isRecording, post != nil { throw ValidationError("A post goes with a verdict only.") }
  }

  func run() throws {
    let desk = VerdictDesk(pipeline: pipeline)
    let status =
      if list {
        desk.list()
      } else if log {
        desk.log()
      } else if let intrekken {
        desk.withdraw(intrekken, by: door, note: toelichting, isDryRun: dryRun)
      } else {
        desk.record(
          VerdictRequest(
            post: post ?? "", verdict: oordeel, reason: reden, until: tot, note: toelichting, version: versie),
          by: door, isDryRun: dryRun)
      }
    throw ExitCode(status.rawValue)
  }
}
