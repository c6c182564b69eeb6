// The settings of the monitors' community list: keys of `moderation` in the pipeline file.
import Configuration

/// Who and what is on the community list.
public struct CommunitySection: Sendable, Hashable {
  /// Working days without a reply after which a newcomer is listed.
  public var newcomersAfterWorkingDays = 2
  /// Newcomers whose post is older than so many days are let be.
  public var newcomersWithinDays = 60
  /// One person's copies of a text within so many days are one text that was placed more than once.
  public var duplicatesWithinDays = 14
  /// Texts are listed when a copy is no older than so many days.
  public var duplicatesLookBackDays = 30
  /// Conversations are judged over so many last days.
  public var heatLookBackDays = 7
  /// Fewer replies in 24 hours are never heat.
  public var heatLeastReplies = 5

  /// Takes its keys out of the group `moderation`; usual values for those that are not there.
  static func read(_ map: inout SettingsMapping?) throws(ConfigurationError) -> CommunitySection {
    var section = CommunitySection()
    section.newcomersAfterWorkingDays =
      try map?.optional("newcomers_after_working_days")?.integer(in: 1...60)
      ?? section.newcomersAfterWorkingDays
    section.newcomersWithinDays =
      try map?.optional("newcomers_within_days")?.integer(in: 7...366) ?? section.newcomersWithinDays
    section.duplicatesWithinDays =
      try map?.optional("duplicates_within_days")?.integer(in: 1...366) ?? section.duplicatesWithinDays
    section.duplicatesLookBackDays =
      try map?.optional("duplicates_look_back_days")?.integer(in: 1...366) ?? section.duplicatesLookBackDays
    section.heatLookBackDays =
      try map?.optional("heat_look_back_days")?.integer(in: 1...60) ?? section.heatLookBackDays
    section.heatLeastReplies =
      try map?.optional("heat_least_replies")?.integer(in: 3...1000) ?? section.heatLeastReplies
    return section
  }

  /// What `check` tells.
  var explanation: String {
    "nieuwkomers zonder reactie na \(newcomersAfterWorkingDays) werkdagen (tot \(newcomersWithinDays) dagen oud), dubbele "
      + "berichten van de laatste \(duplicatesLookBackDays) dagen, drukke gesprekken van de laatste \(heatLookBackDays) "
      + "dagen (vanaf \(heatLeastReplies) reacties in 24 uur)"
  }
}
