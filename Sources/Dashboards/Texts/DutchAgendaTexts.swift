// The Dutch texts of the agenda on one sheet.
import Discussion

extension DutchTexts {
  /// The agenda.
  enum Agenda {
    static let menu = "Agenda"
    static let link = "Agenda voor het overleg, op één blad om af te drukken"
    static func item(_ number: Int) -> String { "Agendapunt \(number)" }

    static func kicker(_ view: CoreView) -> String {
      "Overleg van de kerngroep · \(DutchFormat.weekOfYear(view.week))"
    }
    static func heading(_ count: Int) -> String {
      switch count {
      case 0: "Agenda: niets te besluiten"
      case 1: "Agenda: één besluit"
      default: "Agenda: \(DutchFormat.word(count)) besluiten"
      }
    }
    static func report(_ view: CoreView) -> Sentence {
      Sentence(
        start: "Bij dit overleg hoort het ", strong: "rapport van \(DutchFormat.week(view.week))",
        rest: " (\(DutchFormat.period(view.week))).")
    }
    static let day = "Datum:"
    static let present = "Aanwezig:"
    static let decideHeading = "Besluiten"
    static let caption = "Per signaal één keuze"
    static let columns = (
      item: "Punt", subject: "Waar gaat het over?", choice: "Keuze", who: "Wie en wanneer"
    )
    static let choices = ["themabijeenkomst", "volgen", "niet nu", "al beantwoord", "gegevensfout"]
    static func decided(_ word: String) -> String { "Besloten: \(word)." }
    static func more(_ count: Int) -> String {
      count == 1
        ? "Er is nog 1 signaal. Dat staat in het rapport."
        : "Er zijn nog \(DutchFormat.number(count)) signalen. Die staan in het rapport."
    }
    static func nothing(_ view: CoreView) -> String {
      view.signals.isEmpty
        ? "Er is deze week geen signaal. U hoeft niets te besluiten."
        : "Over elk signaal van deze week is al besloten."
    }

    static let backHeading = "Terugblik"
    static let backCaption = "Besluiten van de laatste drie maanden, het nieuwste eerst"
    static let backNone = "In de laatste drie maanden is er niets besloten."
    static let backColumns = (
      day: "Besloten op", subject: "Onderwerp", decision: "Besluit", since: "Sindsdien"
    )

    /// What happened after a decision; of one that asked for nothing, how the topic is now.
    static func since(_ signal: DecidedSignal, _ view: CoreView) -> String {
      let outcome = Decisions.outcome(signal, view)
      if outcome != "–" { return outcome }
      guard let topic = view.topics.first(where: { $0.id == signal.topic }) else { return outcome }
      return "\(questionsOrNone(topic.questionsInFourWeeks)) in de laatste vier weken"
    }

    static let newsHeading = "Mededelingen"
    /// The meetings to come, the state of the data and what happened to topics, a line each.
    static func news(_ view: CoreView, meetings: ArraySlice<MeetingView>) -> [String] {
      var lines = meetings.map {
        "Gepland: themabijeenkomst over \(Decisions.title($0.topic, $0.report.meeting.signal, view)), op "
          + "\(DutchFormat.longDate($0.date))."
      }
      lines.append(Index.completeness(view).plain)
      lines.append(Open.sentence(view))
      let merged = view.changes.filter { $0.kind == .merged }
      if let first = merged.first, let topic = first.topic {
        let other = first.other.map { " met ‘\(view.live.title(of: $0))’" } ?? ""
        let more = merged.count > 1 ? " Dat gebeurde met nog \(topics(merged.count - 1))." : ""
        lines.append("‘\(view.live.title(of: topic))’ is samengevoegd\(other).\(more)")
      }
      return lines
    }
    static let notes = "Aantekeningen:"
  }
}
