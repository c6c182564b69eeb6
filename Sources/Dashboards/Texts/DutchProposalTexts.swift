// The Dutch texts of the monitors' page of proposals about topics.
import Discussion

extension DutchTexts {
  /// The monitors' page of proposals.
  enum Proposals {
    static let menu = "Voorstellen"
    static func heading(_ count: Int) -> String {
      switch count {
      case 0: "Er zijn geen voorstellen voor de onderwerpen"
      case 1: "1 voorstel voor de onderwerpen"
      default: "\(DutchFormat.number(count)) voorstellen voor de onderwerpen"
      }
    }
    static let intro =
      "Het programma legt vragen bij elkaar, maar u kent het vak. Hier staat wat opvalt, waarom, en met welke regel u het "
      + "vastlegt. Er verandert niets vanzelf."
    static let how =
      "Zet de regel in correcties.csv en leg dat bestand in de inbox, of geef de opdracht. Het geldt vanaf de volgende "
      + "nacht. Is het goed zoals het is? Leg dat ook vast: dan komt het voorstel niet terug."

    static func group(_ kind: Kind) -> (heading: String, about: String, none: String) {
      switch kind {
      case .merge:
        (
          "Samenvoegen", "Vragen van deze onderwerpen lijken zo vaak op elkaar dat het er één lijkt.",
          "Er zijn geen onderwerpen die zoveel op elkaar lijken dat het er één kan zijn."
        )
      case .split:
        (
          "Splitsen", "De vragen van deze onderwerpen vallen uiteen in twee groepen die elkaar weinig raken.",
          "Er zijn geen onderwerpen die duidelijk in tweeën vallen."
        )
      case .rename:
        (
          "Een betere titel",
          "Deze onderwerpen heten naar losse woorden, of naar woorden die niemand meer gebruikt.",
          "Alle onderwerpen met genoeg vragen hebben een titel die past."
        )
      }
    }

    /// The kinds of proposals, in the order of the page.
    enum Kind: CaseIterable {
      case merge, split, rename
    }

    static func kind(_ row: ProposalRow) -> Kind {
      switch row.change {
      case .merge: .merge
      case .split: .split
      case .rename: .rename
      }
    }
    static func word(_ row: ProposalRow) -> String {
      switch kind(row) {
      case .merge: "samenvoegen"
      case .split: "splitsen"
      case .rename: "hernoemen"
      }
    }

    /// What is proposed, as a heading.
    static func what(_ row: ProposalRow, titles: [TopicID: String]) -> String {
      func name(_ topic: TopicID) -> String { "“\(titles[topic] ?? topic.description)”" }
      switch row.change {
      case .merge(let topic, let heir): return "Voeg \(name(topic)) bij \(name(heir))"
      case .split(let topic, let posts, let title):
        let part = posts.count == 1 ? "1 vraag" : "\(DutchFormat.number(posts.count)) vragen"
        return "Haal \(part) uit \(name(topic))" + (title.map { ", als “\($0)”" } ?? "")
      case .rename(let topic, let title?): return "Noem \(name(topic)) voortaan “\(title)”"
      case .rename(let topic, nil): return "Geef \(name(topic)) een titel"
      }
    }

    /// Why it is proposed, with the numbers.
    static func why(_ row: ProposalRow) -> [String] {
      var sentences: [String]
      switch row.reason {
      case .contact(let contact):
        sentences =
          row.heir == nil
          ? [apart(contact), shuffled(contact)].compactMap(\.self) : [together(contact), usual]
      case .looseWords(let source):
        sentences = ["De titel bestaat uit losse woorden."] + [better(source)]
      case .outworn(let before, let lately, let source):
        sentences = [
          "Vroeger kwamen woorden uit de titel voor in \(share(before)), het laatste jaar in \(share(lately)).",
          better(source),
        ]
      }
      if row.isPinned { sentences.append("Let op: u heeft dit onderwerp vastgezet.") }
      if row.isMuted { sentences.append("Dit is verborgen voor de kerngroep.") }
      return sentences
    }

    private static func together(_ contact: ProposalRow.Contact) -> String {
      "Was het één onderwerp, dan zouden \(pairs(contact.expectedPairs)) over en weer op elkaar lijken. Het zijn er "
        + "\(DutchFormat.number(contact.pairs)). Telt mee hóé veel ze lijken, dan is dat \(contact.percent)%."
    }
    private static let usual = "Bij twee echte onderwerpen is dat zelden meer dan 40%."
    private static func apart(_ contact: ProposalRow.Contact) -> String {
      "\(side(contact.going)) lijken op elkaar, maar weinig op de andere \(side(contact.staying)). Was het één onderwerp, dan "
        + "zouden \(pairs(contact.expectedPairs)) over en weer op elkaar lijken. Het zijn er "
        + "\(DutchFormat.number(contact.pairs)). Telt mee hóé veel ze lijken, dan is dat \(contact.percent)%."
    }
    private static func shuffled(_ contact: ProposalRow.Contact) -> String? {
      contact.chancePercent.map { "Door toeval alleen wordt dat niet lager dan \($0)%." }
    }
    private static func pairs(_ count: Int) -> String {
      count == 1 ? "1 paar vragen" : "\(DutchFormat.number(count)) paren vragen"
    }
    private static func side(_ side: ProposalRow.Side) -> String {
      "\(questions(side.questions)) van \(side.people == 1 ? "1 mens" : "\(DutchFormat.number(side.people)) mensen")"
    }
    private static func share(_ share: ProposalRow.Share) -> String {
      "\(DutchFormat.number(share.part)) van de \(DutchFormat.number(share.whole)) vragen"
    }
    private static func better(_ source: ProposalRow.TitleSource?) -> String {
      switch source {
      case .theme(let named): "In \(share(named)) gaat het over dit thema uit de catalogus."
      case .phrase(let people):
        "\(DutchFormat.number(people)) verschillende mensen gebruiken de nieuwe woorden naast elkaar."
      case nil:
        "Het programma weet geen betere: bedenk er zelf een, en zet die op de plaats van \(ProposalForm.openTitle)."
      }
    }

    static func wordsLine(_ row: ProposalRow) -> String? {
      row.words.isEmpty ? nil : "Kenmerkende woorden: \(row.words.joined(separator: ", "))."
    }
    static func examplesHeading(_ row: ProposalRow, titles: [TopicID: String]) -> String {
      switch row.change {
      case .merge(let topic, into: _): "Vragen bij \(titles[topic] ?? topic.description)"
      case .split: "Deze vragen gaan, bijvoorbeeld"
      case .rename: "Vragen bij dit onderwerp"
      }
    }
    static func othersHeading(_ row: ProposalRow, titles: [TopicID: String]) -> String {
      row.heir.map { "Vragen bij \(titles[$0] ?? $0.description)" } ?? "Deze vragen blijven, bijvoorbeeld"
    }
    static let record = "Zo legt u het vast"
    static let asRow = "Als regel in correcties.csv, onder \(ProposalForm.columns):"
    static let asCommand = "Of als opdracht:"
    static let leave = "Is het goed zoals het is? Dan deze regel, of deze opdracht:"
    static func openTitleNote(_ row: ProposalRow) -> String? {
      switch row.change {
      case .rename(_, title: nil), .split(_, posts: _, title: nil):
        "Zet uw eigen titel op de plaats van \(ProposalForm.openTitle): zo wordt de regel niet aangenomen."
      default: nil
      }
    }
    static func cut(_ shown: Int, of all: Int) -> String {
      "U ziet de \(DutchFormat.number(shown)) sterkste van \(DutchFormat.number(all)) voorstellen. Het bestand bevat alles."
    }
    static let form = "Leeg formulier voor correcties"

    // The monitors' first page.

    static func line(_ count: Int) -> String {
      switch count {
      case 0: "Het programma heeft nu geen voorstellen."
      case 1: "Het programma heeft 1 voorstel."
      default: "Het programma heeft \(DutchFormat.number(count)) voorstellen."
      }
    }
    static let link = "Bekijk de voorstellen om samen te voegen, te splitsen en te hernoemen"
  }
}
