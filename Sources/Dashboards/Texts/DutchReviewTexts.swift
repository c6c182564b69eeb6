// The Dutch texts of the monitors' queue: reasons, what can be done about them, and how a verdict is recorded.
import Discussion
import Moderation

extension DutchTexts {
  /// The monitors' queue.
  enum Review {
    static func heading(_ view: MonitorView) -> String {
      switch view.today.count {
      case 0: "Er is niets om te modereren"
      case 1: "1 bericht om te modereren"
      default: "\(DutchFormat.number(view.today.count)) berichten om te modereren"
      }
    }
    static let intro =
      "Elk bericht staat hier één keer, met alle redenen. Het belangrijkste staat bovenaan. Nummers en namen die we "
      + "herkennen, laten we niet zien: open het bericht op het platform."
    static let warning = (
      strong: "Deze rij is geen noodmelding.",
      rest:
        " Deze pagina verandert één keer per nacht, en het programma kan een crisis missen: kijk ook bij Nieuw, daar staan ze "
        + "allemaal. Het neemt zelf met niemand contact op: dat doet u."
    )
    static let none = "Geen enkel bericht vraagt nu aandacht."
    static let caption = "Berichten om te bekijken"
    static let columns = (
      rank: "Nr.", post: "Bericht", reasons: "Reden", advice: "Wat kunt u doen?",
      excerpt: "Uit het bericht"
    )

    static func reason(_ reason: ReviewReason, words: [String] = []) -> String {
      switch reason {
      case .personalData(let kind): personalData(kind)
      case .triage(let triageClass, let standing):
        "\(triage(triageClass)). Lijkt er meer op dan \(outOfHundred(standing)) gewone berichten."
          + (words.isEmpty ? "" : " Vooral door: \(words.map { "‘\($0)’" }.joined(separator: ", ")).")
      case .unanswered(let days):
        days == 1 ? "1 werkdag geen antwoord" : "\(days) werkdagen geen antwoord"
      }
    }

    /// A share of ordinary posts in words that people can weigh; never more than was measured.
    static func outOfHundred(_ standing: Double) -> String {
      "\(min(99, Int((standing * 100).rounded(.down)))) van de 100"
    }

    private static func triage(_ triageClass: TriageClass) -> String {
      switch triageClass {
      case .crisis: "Mogelijk is iemand in gevaar"
      case .identifiableClient: "Mogelijk een herkenbare cliënt"
      case .hostile: "Mogelijk vijandig"
      case .spam: "Mogelijk reclame"
      }
    }

    private static func personalData(_ kind: FindingKind) -> String {
      switch kind {
      case .person: "Naam van een persoon"
      case .bsn: "Burger\u{AD}service\u{AD}nummer (BSN)"
      case .phone: "Telefoon\u{AD}nummer"
      case .email: "E-mailadres"
      case .address: "Adres"
      case .postcode: "Postcode"
      case .place: "Woonplaats bij een adres"
      case .dateOfBirth: "Geboorte\u{AD}datum"
      case .iban: "Bank\u{AD}rekening\u{AD}nummer"
      case .licencePlate: "Kenteken"
      case .caseNumber: "Zaak- of dossier\u{AD}nummer"
      case .school: "Naam van een school"
      case .profileURL: "Link naar een profiel"
      case .socialHandle: "Naam op sociale media"
      }
    }

    /// What to do, each advice once, gravest first.
    static func advice(_ reasons: [ReviewReason]) -> [String] {
      // Who takes a number away takes a name beside it away as well.
      let isLeak = reasons.contains {
        ReviewClass($0) == .identifier || ReviewClass($0) == .identifiableClient
      }
      var advices: [String] = []
      for reason in reasons where !isLeak || ![.contact, .name].contains(ReviewClass(reason)) {
        for advice in Self.advice(reason) where !advices.contains(advice) { advices.append(advice) }
      }
      return advices
    }

    private static func advice(_ reason: ReviewReason) -> [String] {
      let leak = "Mogelijk datalek: meld het aan de FG; die heeft 72 uur."
      switch ReviewClass(reason) {
      case .crisis:
        return crisisAdvice
      case .identifier:
        return ["Haal alle gegevens meteen weg, of laat de schrijver dat doen.", leak]
      case .identifiableClient:
        return [
          "Kijk of het kind of het gezin te herkennen is. Zo ja: haal dat weg, of vraag het de schrijver.",
          leak,
        ]
      case .contact, .name:
        return ["Vraag de schrijver om de gegevens weg te halen, of doe het zelf."]
      case .hostile:
        return ["Lees het hele gesprek. Spreek de schrijver erop aan, of haal het bericht weg."]
      case .spam: return ["Is het reclame? Haal het bericht weg en zeg de schrijver waarom."]
      case .unanswered: return ["Vraag iemand die het weet om te antwoorden."]
      }
    }

    /// What to do when somebody may be in danger, with the numbers that help. Check the numbers every year.
    static let crisisAdvice = [
      "Lees dit bericht nu. Neem zelf contact op met de schrijver: het programma neemt met niemand contact op.",
      "Direct gevaar: bel 112.",
      "Vermoeden van kindermishandeling of huiselijk geweld: Veilig Thuis, 0800-2000, gratis, dag en nacht.",
      "Gedachten aan zelfdoding: bel 113 of 0800-0113, of chat op 113.nl.",
    ]

    // What came back.

    static func back(_ back: ReviewReturn) -> String {
      switch back {
      case .graver: "opnieuw: er is een ernstiger reden bij gekomen"
      case .edited: "opnieuw: de tekst is gewijzigd na het oordeel"
      case .due: "opnieuw: het uitstel is voorbij"
      case .withdrawn: "opnieuw: het oordeel is ingetrokken"
      }
    }

    // The number for a day.

    static func over(_ view: MonitorView) -> String {
      let over = view.over
      let classes = ReviewClass.allCases.compactMap { reviewClass -> String? in
        let count = over.count { $0.item.gravest == reviewClass }
        return count == 0 ? nil : "\(DutchFormat.number(count)) \(label(reviewClass))"
      }
      let posts = over.count == 1 ? "1 bericht" : "\(DutchFormat.number(over.count)) berichten"
      return
        "Nog \(posts) boven het aantal voor één dag (\(DutchFormat.number(view.verdicts.budget))): "
        + DutchFormat.list(classes)
    }
    private static func label(_ reviewClass: ReviewClass) -> String {
      switch reviewClass {
      case .crisis: "mogelijke crisis"
      case .identifier: "met een nummer of datum van een persoon"
      case .identifiableClient: "met een herkenbare cliënt"
      case .contact: "met adres of contactgegevens"
      case .hostile: "mogelijk vijandig"
      case .spam: "mogelijk reclame"
      case .name: "met een naam of school"
      case .unanswered: "zonder antwoord"
      }
    }
    static func budget(_ view: MonitorView) -> String {
      "Per dag staan er \(DutchFormat.number(view.verdicts.budget)) berichten in de rij. Een mogelijke crisis en nummers "
        + "van personen tellen niet mee: die staan er altijd allemaal. De rest schuift op als u oordelen vastlegt."
    }
    static let overCaption = "Berichten boven het aantal voor één dag"

    // Recording a verdict.

    static let record = "Oordeel vastleggen"
    static let recordCommand = "Als opdracht; kies zelf het woord na --oordeel:"
    static let recordRow = "Als regel in oordelen.csv, onder \(VerdictForm.ownColumns):"
    static let verdictHeading = "Een oordeel vastleggen"
    static func verdictIntro(_ view: MonitorView) -> String {
      "Vul het formulier in en leg het in de inbox, of geef de opdracht die bij een bericht staat. Het geldt vanaf de "
        + "volgende nacht. Een bericht met een oordeel komt niet terug, tenzij de tekst verandert, er een ernstiger reden "
        + "bij komt of het uitstel voorbij is. "
        + (view.verdicts.settled == 1
          ? "Nu staat 1 beoordeeld bericht niet in de rij."
          : "Nu staan \(DutchFormat.number(view.verdicts.settled)) beoordeelde berichten niet in de rij.")
        + " Elk oordeel kunt u intrekken."
    }
    static let form = "Formulier voor oordelen, met de rij van vandaag"
    static let log = "Alle oordelen tot nu toe, in een bestand voor Excel"
    static let all = "Alle nieuwe berichten, ook die niet in de rij staan"
    static let verdictCaption = "Wat u kunt kiezen"
    static let verdictColumns = (verdict: "Oordeel", meaning: "Wanneer?")
    static func meaning(_ kind: VerdictKind) -> String {
      switch kind {
      case .removed: "Het bericht is weggehaald."
      case .edited: "De tekst is aangepast."
      case .authorContacted: "Er is contact met de schrijver."
      case .referred: "Het is doorgegeven, bijvoorbeeld aan de FG of Veilig Thuis."
      case .noAction: "De reden klopt, maar er hoeft niets te gebeuren."
      case .unjust: "De reden klopt niet. Daar leert het programma van."
      case .postponed: "U kijkt later weer: geef bij tot een dag."
      }
    }

    // How often reasons were right.

    static let precisionHeading = "Hoe vaak klopt een reden?"
    static let precisionIntro = "Geteld over alle berichten waarover een oordeel is vastgelegd."
    static let precisionNone = "Er is nog geen oordeel vastgelegd."
    static func precision(_ precision: ReasonPrecision) -> String {
      "\(precision.reason.word): \(DutchFormat.number(precision.seen)) gezien, "
        + "\(DutchFormat.number(precision.unjust)) onterecht"
    }

    // The form.

    static let formNotes = [
      "# Rijen die met # beginnen zijn uitleg. Vul bij oordeel een woord in en leg dit bestand in de inbox. Een rij zonder "
        + "oordeel verandert niets.",
      "# oordeel: " + VerdictKind.allCases.map(\.rawValue).joined(separator: ", ")
        + ". Bij uitgesteld hoort een dag in tot, zoals 27-03-2026.",
      "# reden: leeg geldt voor alle redenen. Anders een of meer van: "
        + ReviewReason.all.map(\.word).joined(separator: ", ") + ".",
      "# versie: laat staan. Schrijf in toelichting geen namen of nummers van mensen.",
    ]
  }
}
