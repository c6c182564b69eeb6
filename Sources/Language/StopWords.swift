// The words that carry no meaning of their own, per language, and the customs of forums apart from them.

/// Stop words of a language, and its forum words: greetings, thanks and the set ways of asking.
public struct StopWords: Sendable {
  private let words: Set<String>
  private let forum: Set<String>

  /// The lists of a language.
  /// - Parameter extra: further stop words, in lower case.
  public init(language: LanguageCode, extra: Set<String> = []) {
    switch language {
    case .dutch:
      words = Self.dutch.union(extra)
      forum = Self.dutchForum
    case .english:
      words = Self.english.union(extra)
      forum = Self.englishForum
    }
  }

  /// Whether a word in lower case is a stop word.
  public func contains(_ word: String) -> Bool { words.contains(word) }

  /// Whether a word in lower case belongs to the customs of a forum.
  public func isForumWord(_ word: String) -> Bool { forum.contains(word) }

  /// Cuts a list of words written as text with blanks and line ends.
  static func list(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

extension StopWords {
  /// Dutch function words, months and words of forms.
  public static let dutch = list(
    """
    de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan zou of wat
    mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want
    nog zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus
    alles onder ja eens hier wie werd altijd doch wordt wezen kunnen ons zelf tegen na reeds wil kon niets uw
    iemand geweest andere welke welk waarom wanneer waar werden kun kunt wel we wij jij jullie onze hoeveel elk
    elke alle aantal via per tussen volgende graag zoals nieuwe eerste laatste binnen sinds daarbij hierbij
    daarvoor hiervoor waarbij waarvoor momenteel vraag vragen antwoord jaar jaren januari februari maart april
    mei juni juli augustus september oktober november december geven krijgen mogelijk evt echter
    """)

  /// Words of parliamentary questions that say nothing about their subject. Together with ``dutch`` this is the
  /// list of the measured topic recipe.
  public static let dutchParliamentary = list(
    "overzicht minister ls stand zaken gegeven vlaanderen vlaamse vlaams")

  /// What Dutch forum posts say whatever they are about.
  public static let dutchForum = list(
    """
    hallo hoi hi hey hé heej dag beste allemaal allen iedereen goedemorgen goedemiddag goedenavond goedendag
    morgen middag moi collega collega's collegae collegas leden lezers mensen groep forum
    groet groeten groetjes gr mvg vriendelijke hartelijke lieve warme liefs
    dank dankjewel dankje dankuwel bedankt bedanken merci thanks thx alvast voorbaat
    tip tips advies adviezen idee ideeën suggestie suggesties ervaring ervaringen ervaren meedenken meedenkt
    benieuwd nieuwsgierig hoor horen lees lezen weet weten iemand anderen delen deel gedeeld reactie reacties
    reageren bericht berichten berichtje post topic draadje oproep help hulp gezocht zoek zoeken
    vraagje vraagjes antwoorden antwoordje pb dm privébericht mail mailen mailtje bellen inbox
    loop loopt lopen tegenaan herkenbaar herken herkent herkennen
    even gewoon eigenlijk misschien natuurlijk inderdaad helaas gelukkig sowieso soms vaak steeds best erg heel
    """)

  /// English function words and the words most forum posts share.
  public static let english = list(
    """
    about above after again all also am an and any are as at be because been before being below between both but
    by can cannot could did do does doing don down during each few for from further get had has have having he
    her here hers him his how i if in into is it its itself just like me more most my myself no nor not of off on
    once only or other our out over own please same she should so some such than that the their them then there
    these they this those through to too under until up use using very want was way we were what when where
    which while who whom why will with would you your yours need know let make tell give im ive id dont cant
    doesnt whats a s t d ll m re ve
    """)

  /// What English forum posts say whatever they are about.
  public static let englishForum = list(
    """
    hello hi hey dear everyone everybody all folks guys greetings morning afternoon evening
    regards cheers best sincerely thanks thank thx appreciated advance grateful
    tip tips advice idea ideas suggestion suggestions experience experiences recommend recommendation
    recommendations wondering curious anyone anybody someone somebody help question questions answer answers
    ask asking reply replies post posts posting thread topic forum share sharing hear hope
    really actually maybe perhaps probably currently basically
    """)
}
