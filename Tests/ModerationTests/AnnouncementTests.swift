// Announcements that ask something, and questions that look like announcements.
import Discussion
import Testing

@testable import Moderation

@Suite struct AnnouncementTests {
  private func isAnnouncement(
    _ body: String, asking: String..., title: String? = nil, channel: String? = nil
  ) -> Bool {
    let post = CommunityPosts.post("p", by: "a", day: 1, title: title, body: body, channel: channel)
    return !Announcements.find(in: [post], asking: [post.id: asking]).isEmpty
  }

  @Test(
    "An invitation that asks whether its readers come along is an announcement",
    arguments: [
      (
        "Webinar over traumasensitief werken",
        "Op 3 december van 13.00 tot 15.00 uur. Kom je ook? Meld je aan via de agenda.",
        "Kom je ook?"
      ),
      (
        "Vacature gezinsbegeleider",
        "Wij zoeken een collega voor 24 uur. Ben jij nieuwsgierig? Solliciteer voor 1 mei.",
        "Ben jij nieuwsgierig?"
      ),
      (
        nil,
        "Hoe ga je om met boze ouders? Daarover gaat onze workshop op 12 maart. Aanmelden kan via www.voorbeeld.nl.",
        "Hoe ga je om met boze ouders?"
      ),
      (
        "Nieuwsbrief mei",
        "Wat gebeurde er deze maand? Lees het op https://voorbeeld.nl. Meer weten? Meld je aan.",
        "Wat gebeurde er deze maand?"
      ),
      (
        "Uitnodiging symposium", "Wij organiseren een symposium op 9 juni. Wie komt er ook?",
        "Wie komt er ook?"
      ),
      (
        nil,
        "Ik organiseer in november een netwerkbijeenkomst. Op 14 november om 16.00 uur. Zijn jullie erbij?",
        "Zijn jullie erbij?"
      ),
      (
        "Save the date: congres",
        "Op 4 oktober is ons congres. Heb je interesse? Inschrijven kan tot 1 september.",
        "Heb je interesse?"
      ),
      (
        "Join our webinar",
        "On 3 March we host a webinar on trauma. Will you join? Register at https://example.org.",
        "Will you join?"
      ),
    ])
  func announcements(title: String?, body: String, asking: String) {
    #expect(isAnnouncement(body, asking: asking, title: title))
  }

  @Test(
    "A question to the community stays a question, whatever else the post announces",
    arguments: [
      (
        "Webinar over AVG op 3 december",
        "Ik organiseer een webinar, aanmelden kan. Wie kan er iets vertellen over dossiers?",
        "Wie kan er iets vertellen over dossiers?"
      ),
      (
        "Training agressie",
        "Op 3 mei hebben we een training. Hoe doen jullie dat met nieuwe collega's? Aanmelden hoeft niet.",
        "Hoe doen jullie dat met nieuwe collega's?"
      ),
      (
        "Aanmelden symposium", "Kan ik me nog aanmelden voor het symposium op 9 juni?",
        "Kan ik me nog aanmelden voor het symposium op 9 juni?"
      ),
      (
        "Congres 4 oktober", "Heeft iemand zin om mee te rijden naar het congres op 4 oktober om 9.00 uur?",
        "Heeft iemand zin om mee te rijden naar het congres op 4 oktober om 9.00 uur?"
      ),
      (nil, "Uitnodiging voor een bruiloft. Gaan of niet gaan?", "Gaan of niet gaan?"),
      (
        "Vacatures", "Wij zoeken al maanden, op https://voorbeeld.nl staan er zes. Welke tips hebben jullie?",
        "Welke tips hebben jullie?"
      ),
      (nil, "Is er een cursus in mei?", "Is er een cursus in mei?"),
      (nil, "", ""), (nil, "🎉", "🎉"),
    ])
  func questions(title: String?, body: String, asking: String) {
    #expect(!isAnnouncement(body, asking: asking, title: title))
  }

  @Test func oneRealQuestionAmongInvitationsKeepsItAQuestion() {
    let body =
      "Webinar op 3 december, aanmelden via www.voorbeeld.nl. Kom je ook? En wie weet een goede spreker?"
    #expect(isAnnouncement(body, asking: "Kom je ook?"))
    #expect(!isAnnouncement(body, asking: "Kom je ook?", "En wie weet een goede spreker?"))
  }

  @Test func aReplyIsNoAnnouncementAndAPostThatAsksNothingIsNotLookedAt() {
    let body = "Webinar op 3 december, aanmelden via www.voorbeeld.nl. Kom je ook?"
    let reply = CommunityPosts.post("r", by: "a", day: 1, parent: "p", body: body)
    #expect(Announcements.find(in: [reply], asking: [reply.id: ["Kom je ook?"]]).isEmpty)
    let opening = CommunityPosts.post("p", by: "a", day: 1, body: body)
    #expect(Announcements.find(in: [opening], asking: [:]).isEmpty)
  }

  @Test func noLabelledQuestionOfTheDemoIsTakenForAnAnnouncement() throws {
    let (posts, labels) = try CommunityPosts.demo()
    let asking = Dictionary(
      uniqueKeysWithValues: labels.filter(\.is_question).map { (PostID($0.id), [$0.question_text ?? ""]) })
    let openers = posts.filter { $0.opensThread && asking[$0.id] != nil }
    #expect(openers.count > 500)
    #expect(Announcements.find(in: posts, asking: asking).isEmpty)
  }

  @Test func theCuesAloneTellTheDemosAnnouncementsFromItsQuestions() throws {
    let (posts, labels) = try CommunityPosts.demo()
    let announced = Set(labels.filter { $0.signals.contains("post_type:announce") }.map { PostID($0.id) })
    let asked = Set(labels.filter(\.is_question).map { PostID($0.id) })
    let weighty = Set(posts.filter { $0.opensThread && AnnouncementCues.weight(of: $0) >= 3 }.map(\.id))
    #expect(announced.count == 24)
    #expect(weighty.intersection(announced).count >= 8)
    #expect(weighty.intersection(asked).count <= 3)
  }
}
