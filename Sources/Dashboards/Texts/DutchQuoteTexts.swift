// The Dutch texts of the monitors' page of quotations.
import Discussion

extension DutchTexts {
  /// The monitors' page of quotations.
  enum Quotes {
    static let menu = "Citaten"
    static func heading(_ quotes: QuoteView) -> String {
      switch quotes.shown.count {
      case 0: "De kerngroep leest nu geen enkele zin uit een bericht"
      case 1: "De kerngroep leest nu 1 zin uit een bericht"
      default: "De kerngroep leest nu \(DutchFormat.number(quotes.shown.count)) zinnen uit berichten"
      }
    }
    static let intro =
      "Een zin uit een bericht komt pas op de pagina’s van de kerngroep als u die hier heeft gelezen en vrijgegeven. Hieronder "
      + "staat elke zin precies zoals de kerngroep hem leest: zonder datum en zonder schrijver."
    static let warning = (
      strong: "Lees elke zin goed voordat u hem vrijgeeft.",
      rest:
        " Het programma haalt namen, nummers, plaatsen en onbekende hoofdletterwoorden weg, maar het mist soms iets. Is een "
        + "kind, gezin of collega te herkennen aan het verhaal zelf? Weiger de zin dan."
    )
    static let columns = (question: "Zo leest de kerngroep het", place: "Waar", post: "Bericht")
    static func kind(_ place: QuoteRow.Place) -> String {
      switch place {
      case .topic: "Onderwerp"
      case .title: "Titel van onderwerp"
      case .signal: "Signaal"
      case .story: "Rapport"
      }
    }
    static let shownHeading = "Dit leest de kerngroep nu"
    static func shownIntro(_ quotes: QuoteView) -> String {
      let all = quotes.shown.count + quotes.spare.count + quotes.stories.count
      let rest = quotes.approvals - all
      return "Verandert de schrijver zijn tekst, dan verdwijnt de zin vanzelf en vragen we u opnieuw."
        + (rest > 0
          ? " Voor \(rest == 1 ? "nog 1 bericht" : "nog \(DutchFormat.number(rest)) berichten") is er een akkoord dat nu "
            + "nergens te zien is, bijvoorbeeld omdat de tekst veranderde of andere vragen beter passen."
          : "")
    }
    static let shownNone = "Er is nog niets vrijgegeven."
    static let spareHeading = "Vrijgegeven, maar nu niet te zien"
    static let spareIntro = "Bij een onderwerp of signaal staan hooguit drie vragen. Deze staan daarachter."
    static let proposedHeading = "Voorstellen"
    static let proposedIntro =
      "Vragen die een onderwerp of signaal goed laten zien. U hoeft niets vrij te geven. Wat u weigert, stellen we niet "
      + "opnieuw voor zolang de tekst dezelfde blijft."
    static let proposedNone = "Er is nu niets om voor te stellen."
    static let storiesHeading = "Verhalen over wat goed gaat: vrijgegeven"
    static let storiesIntro =
      "Deze zinnen komen niet bij de kerngroep, alleen in de rapporten om te delen, en daar pas met "
      + "\(QuoteAnswer.published.rawValue)."
    static let proposedStoriesHeading = "Verhalen over wat goed gaat: voorstellen"
    static let proposedStoriesIntro =
      "Zinnen waarin iemand vertelt wat goed gaat. Met verhalen naast de vragen geeft een rapport een eerlijker beeld. "
      + "Een zin die u vrijgeeft, kan iedereen lezen. Geef hem alleen vrij als niemand zichzelf of een ander erin herkent. Lees "
      + "ook de rest van het bericht: een akkoord geldt voor de hele tekst, en een nieuwere versie van het programma kan er een "
      + "andere zin uit kiezen."
    static let publish =
      "Vrijgeven voor iedereen, in de rapporten om te delen (dan leest de kerngroep hem ook). Lees eerst het hele bericht: het "
      + "akkoord geldt voor de tekst, niet alleen voor deze zin."
    static let publishAsRow =
      "Vrijgeven voor iedereen, als regel in oordelen.csv onder \(VerdictForm.ownColumns):"
    static let isPublic = "Vrijgegeven voor iedereen: mag in de rapporten om te delen."
    static let record = "Vastleggen"
    static let approve = "Vrijgeven:"
    static let refuse = "Weigeren:"
    static let asRow = "Als regel in oordelen.csv, onder \(VerdictForm.ownColumns):"
    static let withdraw = "Akkoord intrekken:"
    static let refuseInstead = "Weigeren, als regel in oordelen.csv onder \(VerdictForm.ownColumns):"
    static let form = "Formulier met alle voorstellen, om in te vullen en in de inbox te leggen"
    static let formNotes = [
      "# Rijen die met # beginnen zijn uitleg. Vul bij oordeel in: " + QuoteAnswer.approved.rawValue
        + " (de kerngroep leest de zin), " + QuoteAnswer.published.rawValue
        + " (iedereen mag hem lezen, in een rapport om te delen) of " + QuoteAnswer.refused.rawValue
        + ". Een rij zonder oordeel verandert niets.",
      "# versie: laat staan. Schrijf in toelichting geen namen of nummers van mensen.",
    ]

    // The monitors' first page.

    static let privacyHeading = "Citaten en privacy"
    static func privacyIntro(_ quotes: QuoteView) -> String {
      let now =
        quotes.shown.count == 1 ? "1 zin" : "\(DutchFormat.number(quotes.shown.count)) zinnen"
      return "De kerngroep leest nu \(now) uit berichten, elk met een akkoord van een monitor. "
        + (quotes.proposed.count == 1
          ? "Er is 1 voorstel." : "Er zijn \(DutchFormat.number(quotes.proposed.count)) voorstellen.")
    }
    static let link = "Citaten bekijken, vrijgeven en weigeren"
  }
}
