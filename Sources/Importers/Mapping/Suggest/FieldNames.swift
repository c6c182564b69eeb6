// What platforms call the things that a mapping has fields for: Dutch, English, and the tables of known software.
import Foundation

/// The names that columns have on platforms.
enum FieldNames {
  /// Names by field, without spaces and marks; the ones that say most first.
  static let names: [MappedField.Name: [String]] = [
    .id: [
      "berichtid", "berichtnr", "berichtnummer", "postid", "messageid", "reactieid", "reactienr", "replyid",
      "commentid",
      "antwoordid", "postkey", "messagekey", "id", "nr", "nummer", "key", "guid", "uuid", "msgid",
      "volgnummer",
      "vraagid", "topicid", "onderwerpid",
    ],
    .thread: [
      "threadid", "threadkey", "gesprekid", "gesprek", "discussieid", "discussie", "conversationid",
      "conversation",
      "topicid", "topic", "onderwerpid", "vraagid", "rootid", "draad", "thread", "draadid", "bbptopicid",
      "commentpostid",
      "topickey",
    ],
    .replyTo: [
      "reactieop", "antwoordop", "replyto", "replytoid", "inreplyto", "inreplytoid", "parentid", "parent",
      "repliedtoid",
      "parentpostid", "parentmessageid", "parentcommentid", "commentparent", "postparent",
      "replytopostnumber",
      "reactieopid", "ouder", "ouderid", "secondaryitemid", "hoofdbericht",
    ],
    .title: [
      "onderwerp", "titel", "title", "subject", "posttitle", "topictitle", "threadtitle", "kop",
      "postsubject",
      "displaytitle", "vraagtitel", "discussietitel",
    ],
    .created: [
      "geplaatstop", "geplaatst", "aangemaaktop", "aangemaakt", "createdat", "created", "creationdate",
      "createddate",
      "datumgeplaatst", "postdate", "posttime", "postedat", "commentdate", "daterecorded", "plaatsingsdatum",
      "datum",
      "date", "tijdstip", "tijd", "timestamp", "verzonden", "verzondenop", "publishedat", "datumtijd",
      "datetime",
      "ingediendop", "ingevuldop", "starttijd", "voltooiingstijd", "starttime", "completiontime",
      "tijdstempel",
    ],
    .edited: [
      "gewijzigdop", "gewijzigd", "bewerktop", "bewerkt", "editedat", "edited", "lasteditdate", "lastedited",
      "updatedat",
      "updated", "modifiedat", "postmodified", "modified", "postedittime", "laatstgewijzigd",
      "datumgewijzigd",
    ],
    .author: [
      "lidnummer", "lidnr", "lidid", "auteurid", "authorid", "userid", "posterid", "senderid", "owneruserid",
      "creatorid",
      "memberid", "gebruikerid", "gebruikersid", "postauthor", "respondentid", "respondent",
      "respondentnummer", "auteur",
      "author", "gebruikersnaam", "username", "gebruiker", "user", "lid", "member", "afzender", "sender",
      "poster",
      "commentauthor", "geplaatstdoor", "schrijver", "door", "creator", "wie", "deelnemer", "from", "naam",
    ],
    .authorName: [
      "auteurnaam", "authorname", "displayname", "weergavenaam", "username", "sendername", "postername",
      "postusername",
      "fullname", "volledigenaam", "naam", "name",
      "nickname", "bijnaam", "voornaam", "achternaam", "firstname", "lastname", "email", "to", "aan",
      "ontvanger", "recipient", "contactpersoon", "emailadres",
      "useremail",
    ],
    .channel: [
      "groep", "groepnaam", "groupname", "group", "kanaal", "channel", "channelname", "forum", "forumname",
      "forumnaam",
      "categorie", "category", "categoryname", "spacename", "space", "community", "communityname", "board",
      "ruimte",
      "themagroep", "werkveld", "groupid", "forumid", "spaceid", "categoryid",
    ],
    .body: [
      "bericht", "berichttekst", "berichtinhoud", "tekst", "body", "bodyhtml", "content", "inhoud", "message",
      "messagetext", "posttext", "postcontent", "commentcontent", "commenttext", "html", "cooked", "raw",
      "text",
      "reactie", "reactietekst", "antwoord", "vraag", "vraagtekst", "omschrijving", "description",
      "bodyplaintext",
      "bodyparsed", "opmerking",
    ],
    .deleted: [
      "verwijderd", "isverwijderd", "deleted", "isdeleted", "userdeleted", "gewist", "deletedat", "status",
      "poststatus",
      "state", "visible", "postvisibility",
    ],
    .organisation: [
      "organisatie", "organisatienaam", "organisation", "organization", "werkgever", "company", "instelling",
      "bedrijf",
      "employer",
    ],
    .region: ["regio", "regionaam", "region", "provincie", "gemeente", "jeugdregio", "plaats"],
    .role: ["functie", "rol", "role", "jobtitle", "functietitel", "beroep", "functienaam"],
  ]

  /// Columns that say what a post is.
  static let kinds: Set<String> = [
    "soort", "soortbericht", "type", "posttype", "kind", "berichttype", "berichtsoort",
  ]
  /// What such a column says of posts that open a conversation.
  static let openers: Set<String> = [
    "vraag", "topic", "onderwerp", "question", "hoofdbericht", "openingsbericht", "startbericht", "thread",
    "discussie",
    "activityupdate", "discussion",
  ]
  /// What it says of the others.
  static let replies: Set<String> = [
    "reactie", "antwoord", "reply", "comment", "answer", "activitycomment", "opmerking",
  ]
  /// What a column for deleted posts says of these.
  static let deletions: Set<String> = [
    "verwijderd", "deleted", "removed", "gewist", "trash", "true", "ja", "yes", "1", "waar", "weggehaald",
  ]

  /// A name without spaces, marks and case: of a path, its last part, and its last two together.
  static func keys(_ name: String) -> [String] {
    let parts = name.split(separator: ".").map { part in
      String(
        String.UnicodeScalarView(
          part.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
          }))
    }
    guard let last = parts.last else { return [] }
    return parts.count > 1 ? [parts[parts.count - 2] + last, last] : [last]
  }

  /// How well a name says that a column is a field: 0 for not at all; more for names that say more.
  static func score(_ name: String, _ field: MappedField.Name) -> Int {
    guard let names = names[field] else { return 0 }
    let keys = keys(name)
    for (position, key) in keys.enumerated() {
      if let rank = names.firstIndex(of: key) { return 200 - rank - position * 5 }
    }
    // `Datum en tijd van plaatsing`, `post_author_id`: a long name that begins or ends with one that says much.
    guard let key = keys.last, key.count >= 6 else { return 0 }
    let part = names.firstIndex { $0.count >= 5 && (key.hasPrefix($0) || key.hasSuffix($0)) }
    return part.map { 80 - $0 } ?? 0
  }
}
