// The Dutch text of the template for a data protection impact assessment (DPIA), with what this program does filled in.
import Discussion

extension DutchTexts {
  /// The template for a DPIA.
  enum Assessment {
    static let name = "dpia.html"
    static let menu = "DPIA"
    static let link = "Sjabloon voor een DPIA, om verder in te vullen"

    static func page(_ view: MonitorView) -> DocumentPage {
      DocumentPage(
        name: name, title: "DPIA", heading: "DPIA: sjabloon voor de Themaradar",
        intro:
          "Een gegevens\u{AD}beschermings\u{AD}effect\u{AD}beoordeling (DPIA, artikel 35 AVG) is hier nodig: het gaat om bijzondere gegevens, om "
          + "kwetsbare mensen en om stelselmatig volgen. Wat het programma doet, staat al ingevuld. De rest vult u in met uw "
          + "functionaris gegevensbescherming (FG). Dit sjabloon is geen juridisch advies.",
        sections: [
          DocumentSection(id: "verwerking", heading: "1. Wat doen we?", blocks: description(view)),
          DocumentSection(id: "doel", heading: "2. Waarvoor?", blocks: purposes),
          DocumentSection(id: "grondslag", heading: "3. Op welke grond?", blocks: basis),
          DocumentSection(
            id: "nodig", heading: "4. Is het nodig en kan het met minder?", blocks: necessity(view)),
          DocumentSection(id: "mensen", heading: "5. Om wie gaat het?", blocks: people),
          DocumentSection(
            id: "risico", heading: "6. Risico’s, maatregelen en wat overblijft", blocks: risks(view)),
          DocumentSection(id: "rechten", heading: "7. Rechten van mensen", blocks: rights(view)),
          DocumentSection(id: "termijn", heading: "8. Bewaartermijnen", blocks: [DataFlow.retention(view)]),
          DocumentSection(id: "lek", heading: "9. Bij een datalek", blocks: breach),
          DocumentSection(id: "besluit", heading: "10. Advies en besluit", blocks: conclusion),
        ])
    }

    private static func description(_ view: MonitorView) -> [DocumentBlock] {
      let sources = DutchFormat.list(view.privacy.sources.map(\.name))
      return [
        .paragraph(
          "De Themaradar leest elke nacht exports van besprekingen in \(view.community) (bronnen: \(sources)). Het programma "
            + "zoekt welke vragen terugkomen, merkt op wanneer veel mensen tegelijk iets vragen, en helpt de monitors bij het "
            + "modereren. De kerngroep krijgt aantallen, en zinnen die een monitor heeft vrijgegeven."),
        .paragraph("De pagina gegevens.html beschrijft precies welke gegevens er zijn en waar ze blijven."),
        .blank("Verwerkingsverantwoordelijke (naam, adres, contact):"),
        .blank("Verwerkers, zoals wie de machine beheert, en de verwerkersovereenkomst:"),
        .blank("Wie is monitor, wie zit in de kerngroep, en wie beheert de sleutel?"),
      ]
    }

    private static let purposes: [DocumentBlock] = [
      .list([
        "Onderwerpen vinden waarover een themabijeenkomst nuttig is.",
        "Zien of een bijeenkomst heeft geholpen.",
        "Het platform veilig houden: persoonsgegevens van cliënten, nood, vijandigheid en reclame opmerken.",
        "Vragen zonder antwoord onder de aandacht brengen.",
      ]),
      .paragraph(
        "Niet de bedoeling, en niet mogelijk met de pagina’s: leden beoordelen, vergelijken of rangschikken (artikel 5, lid 1, "
          + "onder b)."),
      .blank("Andere doelen, of doelen die niet gelden:"),
    ]

    private static let basis: [DocumentBlock] = [
      .table(
        caption: "Grondslagen om te kiezen", heads: ["Vraag", "Artikel", "Invullen"],
        rows: [
          ["Grondslag voor gewone gegevens van leden", "6 AVG", "………"],
          [
            "Uitzondering voor gegevens over gezondheid en dergelijke, ook van cliënten over wie leden schrijven",
            "9 AVG", "………",
          ],
          ["Gegevens over strafbare feiten (jeugdreclassering)", "10 AVG", "………"],
          [
            "Burgerservicenummer: mag niet zonder wettelijke taak; het programma bewaart het niet apart en toont het niet",
            "46 UAVG", "………",
          ],
          ["Zijn leden vooraf geïnformeerd, en hoe?", "13 en 14 AVG", "………"],
        ]),
      .blank("Motivering:"),
    ]

    private static func necessity(_ view: MonitorView) -> [DocumentBlock] {
      let few = view.method.minimumAskers >= 2 ? view.method.minimumAskers : 5
      return [
        .list([
          "Minder gegevens: bij het inlezen nemen we alleen velden over die nodig zijn. Geen namen, e-mailadressen, "
            + "IP-adressen, profielen, foto’s of bijlagen (artikel 5, lid 1, onder c, en artikel 25).",
          "Pseudoniemen in plaats van namen; de sleutel staat apart (artikel 4, onder 5).",
          "De kerngroep ziet aantallen vanaf \(few) verschillende mensen, en geen zin zonder akkoord van een monitor.",
          "Een mens beslist: het programma haalt niets weg, blokkeert niemand en neemt met niemand contact op (artikel 22).",
        ]),
        .blank("Waarom kan het doel niet met minder, bijvoorbeeld met de hand of met een steekproef?"),
      ]
    }

    private static let people: [DocumentBlock] = [
      .table(
        caption: "Betrokkenen en gegevens", heads: ["Wie", "Welke gegevens", "Bijzonder"],
        rows: [
          [
            "Leden van de community (professionals)",
            "wat zij schrijven, onder pseudoniem; organisatie, regio en functie",
            "soms ook over henzelf: gezondheid, veiligheid",
          ],
          [
            "Kinderen, jongeren en ouders over wie zij schrijven",
            "wat een lid in een bericht zet, hoewel dat niet mag",
            "gezondheid, geweld, strafbare feiten, jeugdhulp; zij weten er meestal niet van en zijn kwetsbaar",
          ],
          ["Collega’s en anderen die genoemd worden", "namen en contactgegevens in teksten", "–"],
          ["Monitors en kerngroep", "wat zij vastleggen, met hun naam als zij die invullen", "–"],
        ]),
      .blank(
        "Hoeveel mensen ongeveer, en is met hen of hun vertegenwoordigers gesproken (artikel 35, lid 9)?"),
    ]

    private static func risks(_ view: MonitorView) -> [DocumentBlock] {
      let few = view.method.minimumAskers >= 2 ? view.method.minimumAskers : 5
      let term =
        view.privacy.rawTextDays.map { "Teksten verdwijnen na \(DutchFormat.number($0)) dagen." }
        ?? "Er is nog geen bewaartermijn ingesteld: stel die in (retention)."
      return [
        .table(
          caption: "Risico’s",
          heads: ["Risico", "Wat het programma doet", "Wat overblijft", "Kans en gevolg (invullen)"],
          rows: [
            [
              "Een kind of gezin is te herkennen in wat de kerngroep leest",
              "Geen zin zonder akkoord van een monitor; strenge bewerking; ingekort, zonder datum en schrijver",
              missed + " De monitor moet dus echt lezen. Een verhaal kan herkenbaar zijn zonder één naam",
              "………",
            ],
            [
              "Een lid is te herkennen aan een klein aantal",
              "Aantallen van minder dan \(few) mensen worden niet getoond, ook niet door aftrekken; één stap voor pagina, "
                + "bestand en grafiek",
              "Wie zelf veel weet, kan soms raden. Aantallen vragen zijn wel exact", "………",
            ],
            [
              "Iemand leest de opslag of de sleutel",
              "Bestanden alleen voor de eigenaar; een zwakke of leesbare sleutel wordt "
                + "geweigerd; geen namen in de opslag",
              "Teksten in de opslag zijn niet versleuteld. Versleutel de schijf en beperk de toegang", "………",
            ],
            [
              "Teksten blijven te lang", term,
              "Wat na de termijn overblijft, is niet anoniem. Exports en reservekopieën zijn uw eigen afspraak",
              "………",
            ],
            [
              "Een noodgeval wordt gemist",
              "De wachtrij zet ernstige redenen bovenaan en zegt dat ze geen noodmelding is",
              "Het programma mist berichten. Het vervangt geen monitor", "………",
            ],
            [
              "Het programma wordt gebruikt om leden te beoordelen",
              "Geen lijst of telling per persoon op enige pagina",
              "Afspraken en toezicht blijven nodig", "………",
            ],
            [
              "Pagina’s komen bij de verkeerde mensen", "Twee losse mappen; niets wordt verstuurd",
              "Kopiëren, mailen en printen is mensenwerk", "………",
            ],
            [
              "Signalen of oordelen zijn onterecht",
              "Elk oordeel is terug te draaien; de pagina telt hoe vaak een reden klopt",
              "Een signaal kan toeval zijn", "………",
            ],
          ]),
        .blank("Andere risico’s:"),
      ]
    }

    /// What was measured of redaction, on invented posts with all that is personal marked in them.
    static let missed =
      "Bij metingen op verzonnen berichten bleef na de strenge bewerking enkele procenten van de persoonsgegevens leesbaar, en in "
      + "de gewone bewerking meer."

    private static func rights(_ view: MonitorView) -> [DocumentBlock] {
      let pipeline = view.privacy.pipeline
      return [
        .table(
          caption: "Rechten", heads: ["Recht", "Artikel", "Zo doet u het"],
          rows: [
            [
              "Inzage", "15 AVG",
              "Uit het lidnummer rekent het programma het pseudoniem opnieuw uit: themaradar erase \(pipeline) --author LIDNUMMER "
                + "--dry-run toont hoeveel berichten er zijn. De teksten zelf haalt u uit het platform",
            ],
            [
              "Verbeteren", "16 AVG",
              "Wijzig het bericht op het platform. De volgende export neemt de nieuwe tekst over; de oude blijft tot de termijn om is",
            ],
            [
              "Wissen", "17 AVG",
              "themaradar erase \(pipeline) --author LIDNUMMER --name NAAM. Alle pagina’s gaan weg; alleen die van de laatste nacht worden opnieuw gemaakt, en een oude "
                + "export brengt niets terug. U krijgt een lijst van berichten van anderen die de naam noemen",
            ],
            [
              "Wissen van één bericht, ook voor een cliënt", "17 AVG",
              "themaradar erase \(pipeline) --post NUMMER",
            ],
            ["Bezwaar en beperking", "18 en 21 AVG", "Afspraak nodig: ………"],
          ]),
        .paragraph(
          "Vergeet de exports in de inbox en reservekopieën niet: daar komt het programma niet aan."),
        .blank("Wie behandelt verzoeken, en binnen welke tijd (een maand, artikel 12)?"),
        .blank("Hoe lang blijven reservekopieën bestaan?"),
      ]
    }

    private static let breach: [DocumentBlock] = [
      .paragraph(
        "Staan gegevens van een ander op het platform, dan kan dat een datalek zijn. De wachtrij zegt dat erbij. Meld het aan de "
          + "FG; die heeft 72 uur (artikel 33), en soms moeten mensen het zelf horen (artikel 34)."),
      .blank("Naam en telefoonnummer van de FG:"),
    ]

    private static let conclusion: [DocumentBlock] = [
      .blank("Advies van de FG (artikel 35, lid 2), met datum:"),
      .blank(
        "Is het overgebleven risico hoog? Dan eerst de Autoriteit Persoonsgegevens raadplegen (artikel 36):"),
      .blank("Besluit, door wie, en datum van de volgende beoordeling:"),
    ]
  }
}
