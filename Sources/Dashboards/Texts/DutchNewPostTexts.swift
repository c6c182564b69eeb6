// The Dutch texts of the monitors' list of every new post.
import Discussion
import Moderation

extension DutchTexts {
  /// The list of every new post.
  enum NewPosts {
    static let menu = "Nieuw"

    static func heading(_ view: MonitorView) -> String {
      switch view.newPosts.posts.count {
      case 0: "Er zijn geen nieuwe berichten"
      case 1: "1 nieuw bericht"
      case let count: "\(DutchFormat.number(count)) nieuwe berichten"
      }
    }

    static func intro(_ view: MonitorView) -> String {
      let since =
        view.newPosts.since.map {
          "Alles wat sinds \(DutchFormat.longDate($0)) is binnengekomen of gewijzigd."
        }
        ?? "Dit is de eerste nacht: alle berichten zijn nieuw."
      return since
        + " Bovenaan staat wat het meest op een crisis lijkt. In het bestand onderaan staan ze allemaal."
    }
    static let warning = (
      strong: "Het programma kan een crisis missen.",
      rest:
        " De volgorde is een schatting, gemaakt met berichten waarvan mensen zeiden wat ze zijn. Lees daarom ook wat verder "
        + "naar onderen staat."
    )
    static let none = "Sinds de vorige nacht kwam er niets bij."
    static let caption = "Nieuwe en gewijzigde berichten"
    static let columns = (
      rank: "Nr.", post: "Bericht", like: "Lijkt meer dan gewone berichten op",
      excerpt: "Begin van het bericht"
    )
    static let revised = "gewijzigd"

    /// What a post is like, in words that people can weigh; nothing where it is an ordinary post.
    static func likes(_ post: NewPost) -> [String] {
      let told = TriageClass.allCases.filter { (post.standings[$0] ?? 0) >= shownFrom }
      guard !told.isEmpty else { return ["gewoon bericht"] }
      return told.map { one in
        "\(name(one)): meer dan \(DutchTexts.Review.outOfHundred(post.standings[one] ?? 0))"
      }
    }
    /// Nine in ten ordinary posts say nothing here.
    private static let shownFrom = 0.9

    private static func name(_ triageClass: TriageClass) -> String {
      switch triageClass {
      case .crisis: "een crisis"
      case .identifiableClient: "een herkenbare cliënt"
      case .hostile: "vijandig"
      case .spam: "reclame"
      }
    }

    static let helpHeading = "Is iemand in gevaar?"
    static let missedHeading = "Ziet u een crisis die niet in de rij staat?"
    static func missed(_ view: MonitorView) -> String {
      "Doe eerst wat nodig is. Leg daarna vast wat u deed, met de reden crisis: daar leert het programma van."
    }
    static func missedCommand(_ view: MonitorView) -> String {
      "themaradar review \(VerdictForm.quoted(view.verdicts.pipeline)) BERICHT --oordeel doorverwezen --reden crisis"
    }
  }
}
