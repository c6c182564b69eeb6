// The Dutch texts of the page on how good the data are.
import Discussion

extension DutchTexts {
  /// How good the data are.
  enum Quality {
    static let menu = "Kwaliteit van de gegevens"
    static let link = "Hoe goed zijn de gegevens?"
    static let caption = "Wat we nakijken"
    static let columns = (what: "Wat", value: "Aantal", norm: "Hoort te zijn", state: "Oordeel")
    static let fine = "in orde"
    static let mind = "let op"
    static let file = "Deze cijfers voor Excel"
    static let week = "Week"

    static func heading(_ view: CoreView) -> String {
      let week = DutchFormat.week(view.week)
      if view.completeness == .noData { return "Er zijn nog geen gegevens" }
      let bad = view.quality.measures.count { !$0.isFine }
      return bad == 0
        ? "De gegevens van \(week) zijn in orde"
        : "Let op \(bad == 1 ? "één ding" : "\(DutchFormat.word(bad)) dingen") bij de gegevens van \(week)"
    }

    static func intro(_ view: CoreView) -> String {
      let sentence = Index.completeness(view).plain
      let bad = view.quality.measures.contains { !$0.isFine }
      return sentence
        + (bad ? " Hieronder leest u wat dat voor de cijfers betekent." : "")
    }

    static func what(_ kind: QualityMeasure.Kind) -> String {
      switch kind {
      case .daysCovered: "Dagen van de week die binnen zijn"
      case .recordsRead: "Regels die zijn gelezen"
      case .recordsRefused: "Regels die niet te lezen waren"
      case .filesFailed: "Bestanden die niet te lezen waren"
      case .duplicates: "Berichten die dubbel in een bestand stonden"
      case .oldPosts: "Oude berichten die pas nu binnenkwamen"
      case .unassigned: "Vragen die bij geen onderwerp passen"
      case .emptyWeeks: "Weken zonder één bericht"
      }
    }

    static func meaning(_ measure: QualityMeasure, _ quality: QualityFacts) -> String {
      switch measure.kind {
      case .daysCovered:
        measure.isFine
          ? "De hele week telt mee."
          : "De cijfers van deze week zijn nu te laag. Ze worden bijgewerkt zodra de rest er is."
      case .recordsRead: "In alle bestanden die de laatste nacht in de inbox stonden."
      case .recordsRefused:
        measure.isFine
          ? "Alles was te lezen." : "Deze regels tellen niet mee. De monitors zien per regel waarom."
      case .filesFailed:
        measure.isFine
          ? "Elk bestand was te lezen."
          : "Wat erin staat, telt nog niet mee. De monitors weten welke het zijn."
      case .duplicates: "Die tellen één keer."
      case .oldPosts:
        measure.isFine
          ? "Er kwam niets binnen dat weken oud was."
          : "Ze tellen mee in de week waarin ze geschreven zijn. Een stijging in oude weken kan daardoor komen."
      case .unassigned:
        "Van de \(questions(quality.questions)) uit de laatste vier weken. Bij geen onderwerp betekent: ze lijken op te weinig "
          + "andere vragen."
      case .emptyWeeks:
        measure.isFine
          ? "In elke week zijn er berichten."
          : "Van de laatste \(weeks(quality.weeks)). Misschien was het stil, misschien ontbreekt er een export."
      }
    }

    static func value(_ measure: QualityMeasure, _ quality: QualityFacts) -> String {
      switch measure.kind {
      case .daysCovered: "\(measure.value) van 7"
      case .unassigned:
        DutchFormat.number(measure.value)
          + (DutchFormat.percentage(measure.value, of: quality.questions).map { " (\($0))" } ?? "")
      default: DutchFormat.number(measure.value)
      }
    }

    static func norm(_ measure: QualityMeasure) -> String {
      switch measure.norm {
      case .none: "–"
      case .atLeast(let least): DutchFormat.number(least)
      case .atMost(let most):
        measure.kind == .unassigned
          ? "hoogstens \(QualityFacts.unassignedPercent)%"
          : most == 0 ? "0" : "hoogstens \(DutchFormat.number(most))"
      }
    }

    static let daysHeading = "Berichten per dag"
    static let daysIntro =
      "Een dag met 0 kan een stille dag zijn, maar ook een dag die in de export ontbreekt."
    static let daysCaption = "Berichten per dag, de nieuwste week eerst"

    static let leftHeading = "Wat telt niet mee?"
    static func left(_ view: CoreView) -> [String] {
      [
        "Berichten die op het platform zijn weggehaald, en berichten van mensen die zijn gewist.",
        "Wat er op andere plaatsen gevraagd wordt: aan de telefoon, in het team, in andere groepen.",
        "Onderwerpen die de monitors verborgen houden. Op de pagina’s van de kerngroep staan ze niet.",
      ]
    }
  }
}
