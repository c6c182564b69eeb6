// What a file of a Microsoft Teams export is, and what its lists tell.
import Archives
import Records

/// The kinds of document in an export of Teams.
enum TeamsDocument {
  /// The messages of a team, or those of the chats of a member.
  case messages
  /// What the channels of a team are.
  case channels
  /// A list that holds no messages.
  case other

  init?(_ sample: EntrySample) {
    guard sample.start.first == UInt8(ascii: "[") else { return nil }
    let paths = sample.outline.paths
    func has(_ keys: String...) -> Bool { keys.allSatisfy { paths.contains($0) } }
    if has("Id", "Body", "Body.ContentType", "CreatedDateTime", "MessageType", "ChannelIdentity") {
      self = .messages
    } else if has("Id", "DisplayName", "MembershipType") {
      self = .channels
    } else if has("GroupsId", "Privacy") || has("InternalId", "MessagingSettings")
      || has("Id", "DisplayName", "UserPrincipalName") || has("TeamsAppDefinition.TeamsAppId")
      || has("ICalUId", "OnlineMeeting") || (has("UserId", "UserName", "Role"))
    {
      self = .other
    } else if paths.isEmpty, sample.isWhole, Self.isListName(sample.leafName) {
      // An empty list, which only its name can tell.
      guard sample.start.filter({ !JSONLines.isSpace($0) }).elementsEqual("[]".utf8) else { return nil }
      self = sample.leafName.hasPrefix("messages_") ? .messages : .other
    } else {
      return nil
    }
  }

  private static func isListName(_ name: String) -> Bool {
    if ["teamsList.json", "teamsSettings.json", "usersList.json"].contains(name) { return true }
    return name.hasSuffix(".json")
      && ["messages_", "channels_", "teamMembers_", "teamInstalledApps_", "meetings_"].contains {
        name.hasPrefix($0)
      }
  }
}

/// The channels of all teams.
final class TeamsDirectory: ImportSurvey {
  private var channels: [String: (name: String?, isPrivate: Bool)] = [:]

  func look(at entry: ArchiveEntry) throws {
    let sample = try EntrySample(file: "", entry: entry)
    guard case .channels = TeamsDocument(sample) else { return }
    // Damage is told when it is read.
    guard let list = try? JSONDocumentReading.read(entry, sample) else { return }
    for channel in list.elements {
      guard let id = channel["Id"]?.string else { continue }
      let membership = channel["MembershipType"]?.string ?? "standard"
      channels[id] = (channel["DisplayName"]?.string.filled, membership == "private")
    }
  }

  /// The name of a channel.
  func name(of id: String) -> String? { channels[id]?.name }

  /// Whether a channel is private to some members of its team.
  func isPrivate(_ id: String) -> Bool { channels[id]?.isPrivate ?? false }
}
