// The Dutch text of the method page: what is counted, what a signal says and does not say.

extension DutchTexts {
  /// The method page.
  enum Method {
    /// A heading with its paragraphs.
    struct Section: Sendable {
      let id: String
      let heading: String
      let paragraphs: [String]
    }

    static let heading = "Zo werkt de Themaradar"
    static let intro =
      "Elke nacht zoekt een programma uit welke vragen bij elkaar horen en hoeveel mensen ze stellen. Hier leest u "
      + "hoe dat gaat, en wat u er wel en niet uit mag opmaken."

    static func sections(_ view: CoreView) -> [Section] {
      let method = view.method
      let falseSignals =
        method.falseSignalsPerMonth.map {
          " Over alle onderwerpen samen geeft het toeval naar schatting \(DutchFormat.decimal($0)) signaal per maand."
        } ?? ""
      return [
        Section(
          id: "tellen", heading: "Wat tellen we?",
          paragraphs: [
            "Van elk bericht kijken we of er iets in gevraagd wordt. Een vraagteken is daarvoor niet nodig, en ook "
              + "niet genoeg. Een antwoord of een aankondiging telt niet mee.",
            "In de tabellen en op de lijn staat het aantal vragen. Voor de signalen tellen we mensen: wie in één week "
              + "drie keer hetzelfde vraagt, telt één keer. Wie dezelfde tekst binnen twee weken nog eens plaatst, telt "
              + "ook in het aantal vragen één keer.",
            "Een week loopt van maandag tot en met zondag. Een rapport gaat altijd over een hele week.",
          ]),
        Section(
          id: "onderwerp", heading: "Hoe ontstaat een onderwerp?",
          paragraphs: [
            "Het programma vergelijkt de woorden in de vragen.\(languageModel(method.languageModel)) Vragen die veel op "
              + "elkaar lijken, komen bij elkaar in één onderwerp. Een onderwerp houdt elke nacht zijn eigen nummer, "
              + "zoals OND-0001.",
            "Past een vraag nergens bij, dan delen we haar niet in. Op de eerste pagina staat hoe vaak dat gebeurt.",
            "Onderwerpen veranderen. Er komt er een bij, twee onderwerpen worden samengevoegd, of een onderwerp komt "
              + "terug van weggeweest. Dat staat op de eerste pagina en bij het onderwerp zelf. De eerste "
              + "\(TopicNews.weeksNew) weken noemen we een onderwerp ‘nieuw’, maar niet als het er op de allereerste "
              + "dag al was.",
          ] + (view.themes.isEmpty ? [] : [themes])),
        Section(
          id: "verwacht", heading: "Wat is ‘verwacht’?",
          paragraphs: [
            "Per onderwerp kijken we naar de weken ervoor: hoeveel mensen vroegen toen iets, en hoe druk was het op "
              + "het platform? Ook het seizoen telt mee als er genoeg weken zijn. Daaruit volgt een ondergrens en een "
              + "bovengrens. Die ziet u als de gekleurde band in de grafiek.",
            "Is een onderwerp nieuw of is er nog weinig geschiedenis, dan is de verwachting minder zeker. De band is "
              + "dan breder, of ontbreekt.",
          ] + (view.showsHolidays ? Holidays.method : [])),
        Section(
          id: "signaal", heading: "Wanneer is het een signaal?",
          paragraphs: [
            "We kijken op twee manieren. De eerste telt per onderwerp: vroegen in de laatste 1, 2, 4 of 8 weken duidelijk "
              + "meer mensen iets dan verwacht? De tweede zoekt naar vragen die veel op elkaar lijken en in korte tijd "
              + "gesteld zijn, ook als ze maar een deel van een onderwerp zijn of nog bij geen onderwerp horen. Bij elk "
              + "signaal staat welke manier het zag.",
            "Eén persoon kan geen signaal maken. Eén team ook niet, als we weten waar mensen werken. Bij het tellen per "
              + "onderwerp moeten er in vier weken minstens \(method.evidenceAskers) verschillende mensen van minstens "
              + "\(method.evidenceOrganisations) organisaties zijn.",
            "Een signaal krijgt een eigen nummer, zoals SIG-2026-W10-1. Dat nummer verandert nooit. Het signaal krijgt ook "
              + "een eigen pagina. Is het signaal voorbij, dan blijft de pagina nog een jaar staan, met de cijfers van de "
              + "drukste tijd. Hoe zeldzaam een signaal is, zeggen we met hoe vaak het toeval zoiets geeft. "
              + "Verder dan tien jaar gaan we daarin niet.",
            "We houden er rekening mee dat we naar veel onderwerpen tegelijk kijken.\(falseSignals) Een signaal kan "
              + "dus ook toeval zijn.",
            "Een signaal zegt niet waarom mensen iets vragen, en niet hoe erg het is. Dat oordeel is aan de kerngroep.",
          ]),
        Section(
          id: "privacy", heading: "Hoe beschermen we mensen?",
          paragraphs: [
            "De kerngroep ziet geen namen en geen hele berichten. Een zin uit een bericht laten we alleen zien als een "
              + "monitor die zin heeft gelezen en vrijgegeven. We halen er eerst uit weg wat op een persoon wijst, zoals namen, "
              + "nummers en adressen. Er staat geen datum bij en niet wie het vroeg. Verandert de schrijver zijn tekst, dan "
              + "vervalt het akkoord.",
            "Ook de naam van een onderwerp is geen zin uit een bericht, tenzij een monitor die heeft vrijgegeven. Anders "
              + "noemen we het onderwerp naar de woorden die mensen erover gebruiken.",
            "Een organisatie, regio of functie laten we pas los zien vanaf \(view.rule.questions) vragen van "
              + "\(view.rule.people) verschillende mensen. De rest telt samen als ‘andere’. Blijft er dan maar één "
              + "groep over, dan voegen we de kleinste groep daarbij. Zo kunt u het kleine aantal ook niet uitrekenen.",
            "Vroegen er over een onderwerp minder dan \(view.rule.people) mensen iets, dan laten we geen voorbeelden "
              + "en geen woorden zien. Ook wat er met zo’n onderwerp gebeurt, vertellen we dan niet.",
            "Bij een signaal zeggen we niet welke organisaties erachter zitten. Hoeveel er van één persoon of één organisatie "
              + "komt, zeggen we alleen ongeveer, en alleen vanaf \(view.rule.people) mensen.",
            "Een computer kan iets over het hoofd zien. Ziet u toch iets herkenbaars? Meld het bij een monitor.",
          ]),
        Section(
          id: "vast", heading: "Wanneer liggen de cijfers vast?",
          paragraphs: [
            "De nacht na een week maakt het rapport over die week. Zijn alle gegevens binnen, dan liggen de cijfers vast tot "
              + "het volgende rapport. Komen er later nog vragen uit die week bij, of verandert daardoor een signaal, dan staat "
              + "dat boven aan de eerste pagina. In het rapport erna telt alles mee.",
            "Namen van onderwerpen, vrijgegeven vragen en besluiten zijn altijd die van de laatste nacht. Verbergt een monitor "
              + "een onderwerp, of wordt iemand gewist, dan geldt dat ook voor de rapporten van eerdere weken.",
          ]),
        Section(
          id: "bestanden", heading: "De cijfers zelf gebruiken",
          paragraphs: [
            "Alle cijfers op deze pagina’s staan ook in bestanden voor Excel. Het zijn precies dezelfde cijfers. Wat we "
              + "op de pagina niet laten zien, staat ook niet in het bestand."
          ]),
      ]
    }

    private static let themes =
      "Een onderwerp valt onder een thema als de vragen daar duidelijk over gaan. Is dat niet duidelijk, dan staat er "
      + "‘\(Overview.noTheme)’."
    private static func languageModel(_ use: MethodSettings.LanguageModelUse) -> String {
      switch use {
      case .none: ""
      case .within: " Een taalmodel helpt om te zien dat twee vragen met andere woorden hetzelfde bedoelen."
      case .anotherProgram:
        " Een taalmodel helpt om te zien dat twee vragen met andere woorden hetzelfde bedoelen. Dat model is een ander "
          + "programma. Het krijgt de hele tekst van de vragen, maar niet wie ze stelde."
      }
    }

    static let filesIntro = "De bestanden:"
    /// What a file is called in a list of links.
    static func fileName(_ file: String) -> String {
      switch file {
      case "signalen": "Alle signalen"
      case "onderwerp_week": "Vragen per onderwerp en week"
      case "onderwerpen": "Alle onderwerpen"
      case "weken": "Alle weken"
      case "kerncijfers": "De week in cijfers"
      case "veranderingen": "Wat er veranderde"
      case "wie_vraagt": "Wie vragen dit?"
      case "voorbeeldvragen": "Vrijgegeven vragen"
      case "verwant": "Onderwerpen die op elkaar lijken"
      case "besluiten_log": "Besluiten over signalen"
      case "opvolging": "Voor en na themabijeenkomsten"
      case "bronnen": "Wat er al is over onderwerpen"
      case "onbeantwoord": "Vragen zonder antwoord"
      case "kwaliteit": "Hoe goed de gegevens zijn"
      case "rapporten": "Alle rapporten"
      case "kolommen": "Uitleg bij alle kolommen"
      default: file
      }
    }
    static let version = "Versie en instellingen"
    static func versionLine(_ view: CoreView) -> String {
      let version = view.method.version.isEmpty ? "" : " \(view.method.version)"
      let settings =
        view.method.settingsHash.isEmpty ? "" : ", instellingen \(view.method.settingsHash.prefix(12))"
      return "Gemaakt met Themaradar\(version)\(settings)."
    }
  }
}
