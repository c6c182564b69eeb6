// The words around names: what makes a name likely, and what makes a capital mean something else.

enum NameCues {
  /// Tussenvoegsels and the like, between first and family name.
  static let particles = WordSet(
    "van de der den het 't ten ter te el al la le du von zu tot v d in op bin ben ibn bint da dos do della di abu van't"
  )

  /// Kin, roles, titles and greetings right before a name.
  static let leading = WordSet(
    """
    moeder vader ouders mama papa zoon dochter zoontje dochtertje broer broertje zus zusje zusjes broertjes tweeling
    opa oma oom tante nicht nichtje neef neefje pleegmoeder pleegvader pleegzoon pleegdochter pleegkind stiefvader stiefmoeder
    stiefzoon stiefdochter pleegmeisje pleegjongen pleegouders pleegouder gezinshuisouder gezinshuisouders peetoom collega collega's mevrouw
    mevr mw meneer mijnheer heer dhr hr familie fam gezin juf meester mentor voogd gezinsvoogd trainer
    therapeut leerling cliënt cliënte client clientje jongere meisje jongen kind baby kindje pupil bewoner bewoonster
    buurvrouw buurman teamleider leidinggevende groepsleider groepsleidster manager voorganger stagebegeleider advocaat vriend
    vriendin vriendje vriendinnetje ex ex-man ex-vrouw ex-partner partner heet heten heette noemt noemde genaamd roepnaam hoi hallo hey hi dokter beste lieve dag ha hé dank dankjewel bedankt
    groet groeten groetjes gr mvg naam volgens broeder zuster kleinzoon kleindochter halfbroer halfzus schoonmoeder schoonvader
    jongeman peuter kleuter puber stagiair stagiaire tolk orthopedagoog psycholoog huisarts jeugdarts wijkagent casemanager begeleider
    begeleidster contactpersoon behandelaar regiebehandelaar jeugdbeschermer jeugdconsulent leerkracht loodgieter mediator nicht steungezin zaak
    """)
  /// Members of a family.
  static let kin = WordSet(
    """
    moeder vader ouders mama papa zoon dochter zoontje dochtertje broer broertje zus zusje zusjes broertjes tweeling
    opa oma oom tante nichtje neefje pleegmoeder pleegvader pleegzoon pleegdochter pleegouders stiefvader stiefmoeder
    kinderen kind gezin baby halfbroer halfzus
    """)
  static let possessives = WordSet("haar zijn hun mijn z'n zn d'r")
  static let titles = WordSet("dokter mevrouw mevr mw meneer mijnheer heer dhr hr familie fam gezin")
  static let dottedTitles = WordSet("mevr mw dhr hr fam dr drs mr ir ing prof gr geb ds")
  /// Weaker company of a name.
  static let weak = WordSet(
    "met van rond over voor aan bij dat toen als en of contact vraag bel zegt zei om door is hoor nou")
  static let lowerCaseCompany = WordSet("met rond van en kent ken ben over aan ik rondom bel")

  /// What a person does, right behind a name.
  static let verbs = WordSet(
    """
    is was heeft had wil wilde zit zat woont woonde belt belde vertelt vertelde kwam komt gaat ging mag moet kan kon
    durft zegt zei slaapt sliep krijgt kreeg werd wordt blijft bleef weigert loopt liep rijdt speelt eet begint begon
    hoorde vroeg vraagt schreef schrijft doet weet keek droeg geeft geven gaf werkt werkte vervangt notuleert staat
    huilde uit heette snijdt snapt verblijft zoekt stuurt appte mailde mailt huilt gebruikt verzuimt vindt vond denkt
    dacht lijkt leek heet ligt lag zag ziet gooit sloeg slaat liegt rookt drinkt blowt spijbelt stal steelt bijt mist
    verhuist verdween verdwijnt kijkt praat praatte reageert stopt stopte verloor kent kende wou
    """)

  /// Authors, office-holders and works are public: the name behind them is not to be taken out.
  static let publicRoles = WordSet(
    """
    methode model theorie boek boeken proefschrift werk oefening lied liedje film podcast citeer prof professor
    hoogleraar minister staatssecretaris wethouder schrijver schrijfster commissie kamerbrief auteur auteurs onderzoeker
    onderzoekster documentaire artikel column lezing interview spreker sprekers congres oratie volgens-prof handboek vragenlijst
    boekje publicatie kinderboek kinderboeken roman training lector burgemeester koning koningin prins prinses premier kamerlid principes gedachtegoed ideeën inzichten filosofie pedagogiek citaat quote grondlegger bedenker uitvinder cursus workshop webinar module interventie geschreven serie bestseller dichter zanger
    """)
  static let publicLinks = WordSet("van door met over uit")
  static let placePrepositions = WordSet("in te uit naar regio gemeente provincie stad dorp wijk")
  static let articles = WordSet("de het een")
  static let conjunctions = WordSet("en of")
  /// What an organisation or a building calls itself, right before its own name.
  static let establishments = WordSet(
    """
    studio stichting praktijk bureau locatie leefgroep groep project training methode camping hotel restaurant café team
    zorgboerderij villa huize kliniek hogeschool universiteit academie sint st heilige vereniging centrum instituut
    programma platform app applicatie systeem organisatie instelling aanbieder zorgaanbieder woongroep ziekenhuis
    uitgeverij website tool vragenlijst merk winkel theater museum kasteel kerk moskee station park wijk buurt
    """)
  static let farewells = WordSet("groet groeten groetjes gr hoogachtend mvg liefs sterkte xx weekend")

  /// Words that open sentences and are never names there, though some dictionary or list has them as such.
  static let openers = WordSet(
    """
    kent beste eerlijk zij wij hij ze we je jij jullie mijn onze haar zijn hun sinds heel nee ja al alle er na dan nu
    toen die dat dit deze retourcode foutcode kop dank bedankt wat wie waar hoe waarom ik u en maar of want dus ook nog niet geen
    wel hier daar bij in op van voor met aan om uit over onder tegen tot door als kan kun mag moet wil graag morgen vandaag
    gisteren let lees zie bel mail stuur neem vraag vraagje tip oproep spoed help top fijn fijne mooi ons uw zo iemand
    niemand alles iedereen sommige vader moeder ouders kind school meisje jongen jongere collega client gaan gaat komt stel
    stuk casus dossier gezin baby mevrouw meneer mevr mw dhr heer herken herkenbaar punt super prettig lieve hoi hallo dag ha hey
    hé groet groeten groetjes mvg sterkte succes proficiat gefeliciteerd reactie update
    """)
}
