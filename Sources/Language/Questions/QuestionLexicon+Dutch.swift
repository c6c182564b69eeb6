// How Dutch asks: function words and the set phrases of a community. No word about any subject.

extension QuestionLexicon {
  /// Function words by kind. A word may stand in several lines.
  static let dutchWords = """
    questionWord: wie wat waar wanneer waarom hoe welke welk hoeveel hoelang hoever hoezo wiens waarheen waarmee
    questionWord: waarvan waarover waarop waaraan waarbij waardoor waarin waarvoor waarnaar waartoe waarvandaan
    who: wie
    how: hoe hoeveel hoelang hoever
    why: waarom hoezo waartoe
    whether: of
    if: als indien mocht wanneer
    group: jullie
    anyone: iemand iemands eenieder
    others: andere anderen ander collega collega's collegas collegae vakgenoten lotgenoten meer medeleden elders
    everyone: allen allemaal iedereen leden lezers collega's collegas collegae mensen groepsleden forumleden netwerk
    everyone: community vakgenoten meelezers
    I: ik 'k
    my: mijn m'n
    my: mij me
    we: wij we
    our: ons onze
    you: je jij jou jouw
    formal: u uw
    there: er
    it: het 't dit men dat
    they: hij zij ze hem haar hun hen die
    this: dit dat deze die hierop daarop hierover daarover
    may: mag moet hoef hoeft mogen moeten dien
    have: heeft hebben heb hebt had hadden
    know: weet weten kent kennen ken wist
    be: is zijn ben bent was waren
    modal: kan kun kunt kunnen kon konden mag mogen moet moeten wil wilt willen zou zouden zal zult zullen hoef hoeft
    modal: hoeven durft durven dien dient dienen
    would: zou zouden wil willen wilde wou
    do: doe doet doen deed gaat gaan ga pak pakt pakken
    verb: werkt werken werk gebruikt gebruiken gebruik ziet zien zie hoort horen komt komen kom krijgt krijgen krijg
    verb: maakt maken maak geeft geven vindt vinden vind denkt denken denk houdt houden hou houd herkent herkennen
    verb: herken bestaat bestaan geldt gelden loopt lopen loop staat staan ligt liggen zit zitten zet zetten neemt
    verb: nemen neem blijft blijven blijf wordt worden word laat laten vraagt vragen stelt stellen lukt lukte
    verb: regelt regelen organiseert organiseren biedt bieden voert voeren deelt delen ervaart ervaren merkt merken
    verb: merk speelt spelen leert leren helpt helpen begint beginnen stuurt sturen klopt telt tellen vult vullen
    verb: hanteert hanteren betaalt betalen bespreekt bespreken mist missen zoekt zoeken
    seek: zoek zoeken zoekende zochten zocht gezocht
    wanted: gezocht gevraagd gewenst nodig
    gladly: graag liefst
    welcome: welkom
    advice: tip tips tipje advies adviezen suggestie suggesties idee ideeën ideeen hulp input info informatie ervaring
    advice: ervaringen ervaringsverhalen voorbeeld voorbeelden format formats link links linkje linkjes literatuur
    advice: materiaal materialen handvatten antwoord antwoorden reactie reacties adressen namen inzichten oplossing
    advice: oplossingen raad aanrader aanraders aanbeveling aanbevelingen feedback tegenargumenten ervaringsdeskundigen
    advice: benul mening meningen visie blik gedachten bevindingen tipjes trucs truc adres ervaringsverhaal werkwijze
    curious: benieuwd nieuwsgierig
    hear: hoor horen lees lezen verneem vernemen leren
    receive: ontvang ontvangen krijg krijgen overnemen zien
    contact: contact berichtje bericht gesprek sparren uitwisselen uitwisseling ruilen meelopen langskomen bellen
    contact: meekijken overleggen spreken interviewen
    askNoun: vraag vraagje vragen hulpvraag rondvraag gewetensvraag kwestie dilemma puzzel vraagstuk
    ask: vraag vragen stel stellen
    wonder: afvraag afvragen af
    share: laat vertel stuur deel gooi denk schrijf noem geef zeg leg app mail reageer roep help tip
    send: stuur mail app bel zet deel
    help: help helpen geholpen hulp uitleggen adviseren meedenken verder weg
    please: alsjeblieft alstublieft svp s.v.p. a.u.b. aub alsjeblief
    stuck: vastloop vastlopen vastgelopen vastloopt worstel worstelen worstelt worsteling twijfel twijfelen twijfelt
    stuck: radeloos ten einde vast
    particle: aanlopen tegenaan aanloop aanloopt aangelopen mee
    thanks: dank bedankt dankjewel dankuwel merci thanks thx bedank dankbaar compliment
    advance: alvast voorbaat
    speech: zei zegt zeggen zeiden vroeg vroegen vraagt riep roept riepen schreef schrijft appte antwoordde antwoordt
    speech: zeg vraag vragen
    greeting: beste hallo hoi hi dag goedemorgen goedemiddag goedenavond geachte lieve hey hé heej ha gegroet
    signup: aanmelden inschrijven inschrijving inschrijvingen aanmelding opgeven reserveren bestel bestellen korting
    signup: kortingscode gratis vrijblijvend webinar aanbieding actie tarief tarieven meld schrijf klik scan vacature
    signup: solliciteer solliciteren boek nieuwsbrief aanbod bespaar deelnemers deelname programma
    affirm: ja nee jawel klopt precies inderdaad juist zeker eens jazeker nope yep jep nou herkenbaar eh uh haha tja
    tag: toch hè he nietwaar niet hé
    not: niet geen nooit niks niets
    closed: de het een in op aan met van voor om te bij naar uit over door tot want maar en of dus omdat zodat toen
    closed: terwijl hoewel sinds voordat nadat zoals dan nu ook al als indien dat die deze dit zo veel alle alles geen
    closed: niet heel zeer erg vaak soms altijd nooit vandaag gisteren morgen straks daarna daarom daar hier wel nog
    closed: tussen tegen na per via zonder onder rond omtrent volgens vanaf tijdens binnen buiten naast behalve
    filler: en maar dus nu want oh ah o hoi hallo hi oké ok oke tja hmm serieus verder daarnaast overigens trouwens
    filler: eigenlijk even toch nog andersom concreet kortom ps p.s. nog oproep ook vraagje vraag zo nou
    with: met
    invite: lees kijk klik meld bekijk bestel schrijf ontdek kom doe download boek abonneer bezoek stuur vraag
    invite: aanmelden solliciteer reserveer mail
    mean: bedoel bedoelt bedoelde begrijp snap doel doelt
    survey: peilen peiling inventariseren inventarisatie rondvraag benchmark polsen pols rondje oproep uitvraag
    hope: hoop hopelijk hopen
    need: behoefte nodig open zit
    appreciated: prijs waardeer waarderen gewaardeerd geholpen aanbevolen dankbaar blij welkom
    to: naar
    """

  /// Ends of compounds (`literatuurtips`, `praktijkvoorbeelden`).
  static let dutchEndings = """
    advice: tips ervaring ervaringen voorbeeld voorbeelden suggesties adviezen ideeën
    askNoun: vraag vraagje
    others: collega's collegas
    everyone: leden collega's collegas
    """

  /// The set ways of asking.
  static let dutchPhrases = """
    anyoneHas: have|know|modal|be|do|verb ~1 anyone
    anyoneHas: anyone ~3 advice|have|know
    anyoneHas: anyone ~1 with ~1 advice
    anyoneFirst: ^ anyone
    whoHas: ^ who ~4 have|know
    whoHas: who ~1 have|know ~4 advice
    whoCould: ^ who ~2 modal|do|verb
    whoElse: who ~1 others
    othersDo: have|know|modal|be|do|verb others
    othersDo: how|questionWord ~3 others
    othersDo: whether ~2 others
    groupDoes: questionWord ~4 group
    groupDoes: have|know|modal|be|do|verb group
    groupDoes: whether group
    seeks: I|we ~2 seek
    seeks: seek I|we
    seeks: seek ~1 to
    seeks: ^ seek
    wanted: advice|askNoun|contact ~3 wanted
    adviceGladly: gladly ~4 advice|contact
    adviceGladly: advice|contact ~15 gladly
    hearGladly: gladly ~4 hear|receive|contact
    hearGladly: hear|receive ~2 gladly
    hearGladly: would ~4 hear|receive ~2 questionWord|whether
    welcomes: advice|contact ~18 welcome
    welcomes: welcome ~4 advice
    appreciates: would|advice|contact|be ~18 appreciated
    appreciates: I|we ~4 appreciated
    appreciates: verb|I|we ~2 appreciated
    curious: curious ~3 questionWord|whether|group|others|to
    curious: curious
    wantsToKnow: would ~4 know ~1 questionWord|whether
    wantsToKnow: I|we ~4 would ~3 know
    wantsToKnow: know ~1 I|we ~3 not ~2 questionWord|whether
    wantsContact: contact ~2 with ~6 others|anyone
    wantsContact: I|we ~4 contact ~2 with
    tellUs: share ~4 know
    tellUs: share ~1 my|our
    tellUs: ^ share ~2 group
    tellUs: share ~2 with ~2 my|our|I
    tellUs: share|verb I|we ~3 our
    tellUs: share ~4 particle
    asksLead: ^ askNoun
    myQuestion: ^ my|our ~1 askNoun
    myQuestion: askNoun ~1 be ~1 whether|questionWord
    myQuestion: ^ have|I|we ~4 askNoun
    anyoneAdvice: ^ anyone ~3 advice
    anyoneAdvice: ^ anyone ~1 with ~2 advice
    asksLead: my|our ~2 askNoun
    asksLead: askNoun ~3 group|others|everyone
    asksLead: have ~3 askNoun
    asksLead: I|we ~4 askNoun
    wonders: ask ~1 my|our ~3 wonder
    wonders: I|we ~4 wonder
    helpMe: help ~1 my|our
    helpMe: modal ~1 anyone ~6 help
    helpMe: who ~4 help
    helpMe: modal ~3 help ~2 verb
    stuck: I|we ~6 stuck
    stuck: I|we ~8 particle
    stuck: verb I|we ~5 stuck|particle
    ifSomeone: if ~1 anyone|others|group|you|formal ~25 gladly|welcome|appreciated|hear|receive|contact
    ifSomeone: if ~2 anyone
    ifSomeone: if ~3 others ~25 gladly|receive|contact
    ifSomeone: who ~8 gladly|receive|contact
    areThere: ^ be there
    areThere: ^ be ~1 others
    adviceFirst: ^ advice
    adviceFirst: ^ gladly
    survey: survey
    mayAsk: modal I|we ~1 group|you ~1 ask
    mayAsk: modal I|we ~4 group
    please: please
    experienceWith: advice ~1 with
    unsure: know ~2 not ~2 questionWord|whether
    unsure: not ~2 know ~2 questionWord|whether
    unsure: stuck ~1 whether|questionWord
    hopes: hope ~4 anyone|group|you|others
    hopes: need ~2 advice|contact
    hopes: be|I|we ~2 need ~2 advice
    generalYou: ^ may you
    generalYou: questionWord ~2 verb|modal|do ~1 you
    whoThen: ^ who ~20 my|our|gladly|contact
    clarifies: ^ mean you|formal|I
    clarifies: ^ have|know|be|modal|do|verb you|formal
    clarifies: ^ modal I ~1 ask
    isItNot: be ~1 it ~1 not
    isItNot: ^ who ~3 not
    wilYou: ^ would|be|have|seek you|formal|group
    wilYou: ^ seek you|formal
    verbFirstToGroup: ^ have|know|be|modal|do|verb ~1 anyone|group|others
    verbFirstToGroup: ^ have ~2 group
    offers: I|we ~2 send
    offers: send I|we
    offers: modal ~1 I|we ~2 you
    """
}
