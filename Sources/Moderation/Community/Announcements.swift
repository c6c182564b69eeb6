// Posts that announce something and ask only to come along: no question that waits for an answer.
import Discussion

/// Tells announcements that ask something from questions.
///
/// An announcement opens a conversation and shows three kinds of cues at least: what is announced (a webinar, a vacancy, a
/// newsletter), how to take part, a date or an hour, a link, an organiser's word, a channel for news. A title that names what is
/// announced counts twice. Whatever the cues, a post that asks the community something itself ("wie kan", "hoe doen jullie",
/// "ik zoek") stays a question: that one question too many is listed is better than that one is hidden.
public enum Announcements {
  /// The announcements among posts that ask something.
  /// - Parameters:
  ///   - posts: posts, in any order.
  ///   - asking: the asking sentences of each post; others are not looked at.
  public static func find(in posts: [Post], asking: [PostID: [String]]) -> Set<PostID> {
    var announcing: Set<PostID> = []
    let openers = ConversationOpeners.of(posts)
    for post in posts where openers.contains(post.id) {
      guard let sentences = asking[post.id] else { continue }
      if isAnnouncement(post, asking: sentences) { announcing.insert(post.id) }
    }
    return announcing
  }

  /// Whether a post that asks nothing announces something, by the same cues.
  public static func announces(_ post: Post) -> Bool { AnnouncementCues.weight(of: post) >= enoughCues }

  static func isAnnouncement(_ post: Post, asking sentences: [String]) -> Bool {
    // Most questions ask outright: the cues are looked for in the others only.
    guard !sentences.contains(where: isForTheCommunity) else { return false }
    return AnnouncementCues.weight(of: post) >= enoughCues
  }

  private static let enoughCues = 3

  /// Whether a sentence asks its readers for what they know, do or think. It does when it speaks of them, of somebody or of
  /// the asker; not when it only invites ("Kom je ook?"), nor when it is the start of a story ("Hoe ga je om met boosheid?").
  static func isForTheCommunity(_ sentence: String) -> Bool {
    let words = ScalarText(sentence).words.map(\.hash)
    guard words.contains(where: community.contains) else { return false }
    let invites =
      words.contains(where: lures.contains) && words.contains(where: readers.contains)
      && !words.contains(where: seeking.contains)
    return !invites
  }

  /// Words by which a question turns to the community, or speaks of who asks.
  private static let community = WordSet(
    """
    jullie iemand anderen wie ik mij me mijn m'n tip tips ervaring ervaringen advies suggesties voorbeelden
    anyone anybody someone somebody who i my me advice experience experiences
    """)
  /// Words for those who are invited.
  private static let readers = WordSet("je jij jou jullie u wie you who")
  /// Words that invite.
  private static let lures = WordSet(
    """
    mee meedoen meedenken meepraten meeluisteren erbij aanwezig interesse belangstelling zin komen kom komt langs aanmelden
    aansluiten sluit deelnemen deelneemt solliciteren geïnteresseerd geinteresseerd nieuwsgierig inschrijven ontmoeten zien
    join joining interested attend attending come coming register apply
    """)
  /// Words that make a question one for knowledge, whatever else it says.
  private static let seeking = WordSet(
    """
    iemand anderen ik mij me mijn m'n hoe wat waarom welk welke waar wanneer hoeveel tips ervaring ervaringen advies weet
    kent
    anyone anybody someone somebody i my me how what why which where when advice experience experiences knows
    """)
}

/// The kinds of cues that a post announces something.
struct AnnouncementCues: OptionSet {
  let rawValue: Int

  init(rawValue: Int) { self.rawValue = rawValue }

  static let subject = AnnouncementCues(rawValue: 1)
  static let takingPart = AnnouncementCues(rawValue: 2)
  static let date = AnnouncementCues(rawValue: 4)
  static let link = AnnouncementCues(rawValue: 8)
  static let organiser = AnnouncementCues(rawValue: 16)
  static let channel = AnnouncementCues(rawValue: 32)

  /// How many kinds of cues a post shows; a subject in the title counts twice.
  static func weight(of post: Post) -> Int {
    let title = AnnouncementCues(in: ScalarText(post.title ?? ""))
    var cues = title.union(AnnouncementCues(in: ScalarText(post.body)))
    if isForNews(post.channel) { cues.insert(.channel) }
    return cues.rawValue.nonzeroBitCount + (title.contains(.subject) ? 1 : 0)
  }

  private init(in text: ScalarText) {
    self.init()
    var before: UInt64 = 0
    for word in text.words {
      if Self.subjects.contains(word.hash) { insert(.subject) }
      if Self.participation.contains(word.hash) { insert(.takingPart) }
      if Self.organisers.contains(word.hash) { insert(.organiser) }
      if Self.ends.contains(word.hash), Self.beginnings.contains(before) { insert(.takingPart) }
      if Self.dated.contains(word.hash), Self.hasDigit(text, before: word.start) { insert(.date) }
      if Self.addresses.contains(word.hash) { insert(.link) }
      before = word.hash
    }
    if Self.hasCompound(text) { insert(.subject) }
  }

  /// Whether a digit stands just before a place: "27 maart", "13.00 uur".
  private static func hasDigit(_ text: ScalarText, before place: Int) -> Bool {
    var position = place - 1
    while text.isSpace(position) { position -= 1 }
    return text.isDigit(position)
  }

  /// Whether a word ends as meetings do: themabijeenkomst, informatieavond.
  private static func hasCompound(_ text: ScalarText) -> Bool {
    text.words.contains { word in
      compounds.contains { end in
        word.length > end.count && text.lower[(word.end - end.count)..<word.end].elementsEqual(end)
      }
    }
  }

  private static func isForNews(_ channel: String?) -> Bool {
    guard let channel else { return false }
    let lower = channel.lowercased()
    return ["agenda", "nieuws", "aankondig", "vacature", "mededeling", "evenement", "announce", "jobs"]
      .contains { !lower.ranges(of: $0).isEmpty }
  }

  private static let compounds = [
    "bijeenkomst", "bijeenkomsten", "avond", "congres", "dagtraining", "webinar",
  ]
  .map { $0.unicodeScalars.map(\.value) }
  private static let subjects = WordSet(
    """
    vacature vacatures webinar webinars nieuwsbrief uitnodiging aankondiging symposium congres studiedag workshop workshops
    masterclass livestream conferentie seminar bijeenkomst bijeenkomsten training trainingen cursus leergang lezing enquête
    enquete vragenuurtje meetup podcast
    vacancy newsletter invitation announcement conference meeting
    """)
  private static let participation = WordSet(
    """
    aanmelden inschrijven reserveren solliciteren solliciteer deelname deelnemers welkom inloggen toegang gratis cv
    register registration apply attend free
    """)
  /// "meld je aan", "schrijf u in", "meer informatie", "sign up": the end of a phrase, behind its beginning.
  private static let beginnings = WordSet("meld schrijf meer more sign lees save the")
  private static let ends = WordSet("je u jullie info informatie weten information up meer date")
  private static let organisers = WordSet(
    """
    organiseer organiseert organiseren georganiseerd nodigen nodigt uitgenodigd verzorgen verzorgt starten lanceren
    presenteren presenteert zoeken
    organise organize organising organizing host hosting hiring launch invite
    """)
  private static let dated = WordSet(
    """
    januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sept
    okt nov dec uur
    january february march may june july august october
    """)
  private static let addresses = WordSet("http https www")
}
