// Reads Slack: its own export, and the dumps of slackdump.
import Archives
import Records

/// Reads Slack's export (a folder for each channel with a file for each day) and slackdump's dump (a document for each
/// channel with replies nested).
///
/// A message is identified by its conversation and its `ts`. The conversation is Slack's id of it wherever
/// `channels.json` and its likes, or a dump, tell that; so both kinds of file, and exports before and after a channel
/// got another name, give the same identities. Without any list of channels the folder's name is all there is.
public struct SlackImporter: Importer {
  /// The format's name.
  public var format: String { "slack" }

  /// A reader.
  public init() {}

  /// Whether it is a list of messages with Slack's times, a dump of a channel, or one of the lists beside them.
  public func recognises(_ sample: EntrySample) -> Bool { SlackDocument(sample) != nil }

  /// Who and what the ids stand for.
  public func makeSurvey() -> (any ImportSurvey)? { SlackDirectory() }

  /// Reads the messages; the lists of members and channels hold none.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    let directory = sink.survey as? SlackDirectory
    switch SlackDocument(sample) {
    case .day:
      guard let messages = try JSONDocumentReading.readOrQuarantine(entry, sample, sink) else { return }
      let path = SlackPath(sample.entry.isEmpty ? sample.file : sample.entry)
      let conversation = directory?.conversation(at: path) ?? SlackConversation(folder: path.folder)
      var reader = SlackMessages(conversation, directory, sink)
      for message in messages.elements { try reader.read(message) }
    case .dump:
      guard let dump = try JSONDocumentReading.readOrQuarantine(entry, sample, sink) else { return }
      guard let id = dump["channel_id"]?.string.filled else {
        return try sink.quarantine(
          "value-missing", "het bestand noemt geen kanaal (channel_id)", raw: dump.fragment,
          at: sink.place(record: 1))
      }
      let conversation = (directory ?? SlackDirectory()).conversation(
        id: id, name: dump["name"]?.string.filled)
      var reader = SlackMessages(conversation, directory, sink)
      for message in dump["messages"].map({ Array($0.elements) }) ?? [] { try reader.read(message) }
    case .users, .conversations, .other:
      // Damage in these is told as well: without them ids and names are poorer.
      _ = try JSONDocumentReading.readOrQuarantine(entry, sample, sink)
    case nil:
      throw ImportRefusal(reason: "unknown-format", message: "is geen export van Slack")
    }
  }
}
