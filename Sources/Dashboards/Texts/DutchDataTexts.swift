// The Dutch text of the page on data: what comes in, what is kept, where it goes, who sees it, and for how long.
import Discussion

extension DutchTexts {
  /// The page on data.
  enum DataFlow {
    static let name = "gegevens.html"
    static let menu = "Welke gegevens"
    static let link = "Welke gegevens er zijn, waar ze blijven en hoe lang"

    static func page(_ view: MonitorView) -> DocumentPage {
      DocumentPage(
        name: name, title: "Gegevens", heading: "Welke gegevens gebruikt de Themaradar?",
        intro:
          "Hier staat wat er binnenkomt, wat we bewaren, wie wat ziet en wanneer het weggaat. De pagina is gemaakt met de "
          + "instellingen van \(view.community).",
        sections: [
          DocumentSection(id: "weg", heading: "De weg van een bericht", blocks: [.flow(steps(view))]),
          DocumentSection(id: "in", heading: "Wat komt er binnen?", blocks: sources(view)),
          DocumentSection(id: "bewaard", heading: "Wat bewaren we, en wat niet?", blocks: kept(view)),
          DocumentSection(id: "wie", heading: "Wie ziet wat?", blocks: readers(view)),
          DocumentSection(id: "termijn", heading: "Hoe lang blijft het?", blocks: terms(view)),
          DocumentSection(id: "buiten", heading: "Wat gaat er nooit naar buiten?", blocks: outside(view)),
          DocumentSection(id: "niet", heading: "Wat kan het programma niet?", blocks: limits(view)),
        ])
    }

    private static func steps(_ view: MonitorView) -> [DocumentStep] {
      [
        DocumentStep(
          name: "1. Inbox",
          text: "Een monitor legt een export van het platform in een map. Het programma haalt zelf niets op."),
        DocumentStep(
          name: "2. Inlezen",
          text:
            "Alleen de velden hieronder worden overgenomen. De schrijver krijgt meteen een pseudoniem; naam en lidnummer "
            + "blijven achter in de export."),
        DocumentStep(
          name: "3. Opslag",
          text:
            "Eén bestand op deze machine, dat alleen de eigenaar kan lezen. Daarnaast staat, als monitors oordelen gaven, een "
            + "bestand met wat de rangschikking daarvan leerde: alleen getallen. De sleutel van de pseudoniemen staat apart."
        ),
        DocumentStep(
          name: "4. Rekenen",
          text: "Vragen herkennen, onderwerpen en signalen zoeken, persoonsgegevens opsporen."
            + (view.method.languageModel == .anotherProgram
              ? " De tekst van vragen gaat daarvoor ook naar een ander programma: een taalmodel dat u zelf heeft ingesteld."
              : " Dat gebeurt helemaal op deze machine.")),
        DocumentStep(
          name: "5a. Pagina’s van de monitors",
          text:
            "De wachtrij, nieuwe berichten, vragen zonder antwoord, gemeenschap, citaten, inname. Alleen voor de monitors."
        ),
        DocumentStep(
          name: "5b. Pagina’s van de kerngroep",
          text:
            "Aantallen, onderwerpen en signalen. Geen namen, geen kleine aantallen mensen, en alleen zinnen die een monitor "
            + "heeft vrijgegeven."),
        DocumentStep(
          name: "5c. Rapporten om te delen",
          text:
            "Aantallen en onderwerpen per thema of bron. Geen namen, geen kleine groepen, en alleen zinnen die een monitor "
            + "voor iedereen heeft vrijgegeven. Ze liggen klaar in een eigen map: u bepaalt of en met wie u ze deelt."
        ),
      ]
    }

    private static func sources(_ view: MonitorView) -> [DocumentBlock] {
      let rows = view.privacy.sources.map { source in
        [
          source.name, source.files,
          source.mapping.map { "alleen de kolommen die \($0) noemt" }
            ?? "de vaste velden van het exportformaat",
          source.isComplete ? "ja: wat ontbreekt, telt niet meer mee" : "nee",
        ]
      }
      return [
        .table(
          caption: "Bronnen", heads: ["Bron", "Bestanden in de inbox", "Wat we lezen", "Export volledig?"],
          rows: rows),
        .paragraph(
          "Ook wat mensen invullen komt binnen: correcties van onderwerpen, besluiten over signalen, oordelen over berichten en "
            + "lijsten met bronnen. Een burgerservicenummer dat iemand daarin typt, bewaren we niet."),
        .paragraph(
          "Nu staan er \(DutchFormat.number(view.privacy.posts)) berichten in de opslag. Van "
            + "\(view.privacy.members == 1 ? "1 lid" : "\(DutchFormat.number(view.privacy.members)) leden") is een "
            + "organisatie, regio of functie bekend. \(quarantined(view.privacy.quarantined)) in quarantaine."
        ),
      ]
    }

    private static func quarantined(_ count: Int) -> String {
      count == 1 ? "1 regel staat" : "\(DutchFormat.number(count)) regels staan"
    }

    private static func kept(_ view: MonitorView) -> [DocumentBlock] {
      [
        .table(
          caption: "Gegevens in een export", heads: ["Gegeven", "Bewaard?", "Waarvoor"],
          rows: [
            ["Titel en tekst van een bericht", "ja", "Vragen en onderwerpen vinden; modereren"],
            ["Oudere tekst van een gewijzigd bericht", "ja", "Zien of een beoordeeld bericht veranderd is"],
            [
              "Nummer van bericht en gesprek, waar het een antwoord op is", "ja",
              "Dubbelen en antwoorden herkennen",
            ],
            ["Groep of kanaal", "ja", "Laten zien waar iets staat"],
            ["Dag en tijd van plaatsen en wijzigen", "ja", "Tellen per week"],
            [
              "Schrijver (lidnummer, gebruikersnaam of e-mailadres)", "alleen als pseudoniem",
              "Verschillende mensen tellen",
            ],
            ["Organisatie, regio en functie uit een ledenlijst", "ja", "Zien hoe breed iets leeft"],
            ["Naam, e-mailadres, telefoonnummer, profiel en foto van leden", "nee", "–"],
            [
              "Een regel van een export",
              "alleen als kenmerk: een hash met sleutel, waaruit niets terug te lezen is",
              "Regels die niet veranderd zijn herkennen in een volgende export",
            ],
            ["IP-adres, apparaat, leesgedrag, reacties met een duim of hart", "nee", "–"],
            ["Inhoud van bijlagen en afbeeldingen", "nee", "–"],
            [
              "Wat iemand zelf in een tekst schrijft, ook namen en e-mailadressen", "ja, in de tekst",
              "Daarom zoekt de wachtrij ernaar en verdwijnt de tekst na een termijn",
            ],
            [
              "Regels die niet te lezen zijn", "ja, helemaal, in quarantaine",
              "Zodat u ze kunt herstellen. Hierin kan alles staan wat in de export stond, ook een e-mailadres of IP-adres",
            ],
          ]),
        .paragraph(
          "Een pseudoniem is geen anonimiteit: wie de sleutel heeft, kan uit een lidnummer het pseudoniem berekenen. Dat is ook "
            + "nodig om te kunnen wissen als iemand dat vraagt."),
      ]
    }

    private static func readers(_ view: MonitorView) -> [DocumentBlock] {
      let few = view.method.minimumAskers >= 2 ? view.method.minimumAskers : 5
      return [
        .table(
          caption: "Wie ziet wat", heads: ["Wie", "Ziet", "Ziet niet"],
          rows: [
            [
              "Beheerder van deze machine", "de inbox, de opslag, de sleutel en alle pagina’s",
              "–",
            ],
            [
              "Monitors",
              "de wachtrij, nieuwe berichten (een stuk tekst, zonder herkende gegevens), vragen zonder antwoord, gemeenschap, citaten, "
                + "inname",
              "namen en pseudoniemen van schrijvers, burgerservicenummers",
            ],
            [
              "Kerngroep",
              "aantallen vragen, onderwerpen, signalen, besluiten, en zinnen die een monitor heeft vrijgegeven",
              "berichten, schrijvers, data van zinnen, aantallen van minder dan \(few) mensen, en organisaties onder die grens",
            ],
            [
              "Anderen",
              "niets, behalve een rapport dat u zelf deelt: aantallen, en zinnen die een monitor voor iedereen heeft vrijgegeven",
              "al het andere: er is geen website en niets wordt verstuurd",
            ],
          ]),
        .paragraph(
          "De drie mappen met pagina’s staan los van elkaar. Geef de kerngroep alleen de map kerngroep. Bestanden zijn alleen "
            + "leesbaar voor de eigenaar: wie welke map krijgt, bepaalt u."),
      ]
    }

    /// The retention table, also on the page of the DPIA.
    static func retention(_ view: MonitorView) -> DocumentBlock {
      let privacy = view.privacy
      func days(_ count: Int?, _ after: String) -> String {
        count.map { "\(DutchFormat.number($0)) dagen\(after)" } ?? "geen termijn ingesteld: het blijft"
      }
      return .table(
        caption: "Bewaartermijnen zoals ze nu zijn ingesteld", heads: ["Wat", "Hoe lang", "Daarna"],
        rows: [
          [
            "Tekst zoals die geschreven is", days(privacy.rawTextDays, " zonder wijziging"),
            "vervangen door een tekst zonder herkende persoonsgegevens (niet anoniem)",
          ],
          [
            "Oudere teksten, regels in quarantaine", days(privacy.rawTextDays, ""), "leeggemaakt",
          ],
          [
            "Tekst zonder herkende persoonsgegevens, pseudoniemen, plaats in een onderwerp", "geen termijn",
            "blijft, omdat anders aantallen van vroeger veranderen. Wissen kan per persoon en per bericht",
          ],
          [
            "Tussenresultaten van een nacht", "tot de nacht erna", "gewist; de nieuwe nacht maakt ze opnieuw",
          ],
          [
            "Pagina’s van een nacht", days(privacy.dashboardsDays, ""),
            "verwijderd, behalve die van de laatste nacht",
          ],
          [
            "Toelichtingen bij besluiten, oordelen en correcties, en wie ze opnam",
            privacy.notesMonths.map { "\(DutchFormat.number($0)) \($0 == 1 ? "maand" : "maanden")" }
              ?? "geen termijn ingesteld: het blijft",
            "leeggemaakt; de regel zelf blijft, zodat niets opnieuw gevraagd wordt",
          ],
          [
            "Aantallen per week, signalen en besluiten", "geen termijn",
            "blijven. Het zijn tellingen; een telling kan wel 1 zijn",
          ],
          [
            "Rapporten van eerdere weken", "geen termijn",
            "blijven, als tellingen waar kleine groepen al uit zijn. Namen en zinnen staan er niet in; die komen van de laatste "
              + "nacht",
          ],
          [
            "Teken dat iemand gewist is", "geen termijn",
            "blijft, zodat een oude export die persoon niet terugbrengt",
          ],
          [
            "Exports in de inbox, reservekopieën, opgeslagen pagina’s", "uw eigen afspraak",
            "dit doet het programma niet",
          ],
        ])
    }

    private static func terms(_ view: MonitorView) -> [DocumentBlock] {
      let privacy = view.privacy
      return [
        retention(view),
        .paragraph(
          "De termijnen staan in \(privacy.pipeline), onder retention. Elke nacht houdt zich eraan. De opdracht "
            + "themaradar retention \(privacy.pipeline) --dry-run laat zien wat er weg zou gaan."),
        .paragraph(
          "Van \(DutchFormat.number(privacy.retiredPosts)) van de \(DutchFormat.number(privacy.posts)) berichten is de eigen "
            + "tekst al weg. Er zijn \(DutchFormat.number(privacy.tombstones)) mensen en berichten gewist."),
      ]
    }

    private static func outside(_ view: MonitorView) -> [DocumentBlock] {
      [
        .list([
          "Het programma maakt geen verbinding met internet en stuurt niemand iets."
            + (view.method.languageModel == .anotherProgram
              ? " Let op: u heeft een ander programma ingesteld als taalmodel. Dat krijgt de tekst van vragen; ga na wat het "
                + "daarmee doet." : ""),
          "De pagina’s vragen niets op van buiten hun eigen map.",
          "Namen, lidnummers en pseudoniemen van schrijvers staan op geen enkele pagina.",
          "Een burgerservicenummer schrijven we nergens op, ook niet in de wachtrij.",
          "In logboeken van nachten staan alleen aantallen en nummers.",
        ])
      ]
    }

    private static func limits(_ view: MonitorView) -> [DocumentBlock] {
      [
        .list([
          "Persoonsgegevens helemaal weghalen. Herkennen gaat met regels en lijsten, en die missen soms iets. Een tekst zonder "
            + "herkende gegevens is dus niet anoniem.",
          "Zien of een kind of gezin aan het verhaal te herkennen is. Dat moet een mens doen.",
          "Alarm slaan. Het programma leest één keer per nacht, of vaker als u de opdracht crisis gebruikt. Het belt niemand en kan een "
            + "crisis missen.",
          "Inloggen en toegang regelen. Wie bij de map kan, kan de pagina’s lezen.",
          "Iets terughalen van pagina’s die al zijn gekopieerd of geprint.",
          "Exports in de inbox en reservekopieën opruimen.",
        ])
      ]
    }
  }
}
