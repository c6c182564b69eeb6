// How Dutch tells that something goes well: function words, verbs of outcome and set phrases.

extension ExperienceLexicon {
  /// Words by kind. A word may stand in several lines.
  static let dutchWords = """
    good: goed goede prima perfect uitstekend uitstekende super fantastisch geweldig prachtig soepel
    good: vlekkeloos fijn lekker top mooi positief voortreffelijk wonderwel
    better: beter rustiger vrolijker opener losser zekerder zelfverzekerder sterker makkelijker soepeler
    better: fijner gezelliger zelfstandiger meegaander vertrouwder blijer gezonder
    bettered: verbeterd verbeterde verbeterden opgelost opgeknapt opgebloeid opgeleefd hersteld geslaagd
    bettered: gered doorbroken ontdooid toegekend gehonoreerd gegrond geaccepteerd goedgekeurd teruggevonden
    bettered: bijgelegd vlotgetrokken afgerond thuisgeplaatst teruggeplaatst
    works: werkt werkte werken werkten loopt liep lopen liepen draait draaide draaien bevalt beviel gaat
    works: ging gaan gingen verloopt verliep pakt pakte slaapt sliep slapen sliepen eet at luistert
    works: luisterde luisterden voelt voelde
    worked: gewerkt gelopen gegaan verlopen bevallen uitgepakt gedraaid afgelopen samengewerkt geslapen
    worked: ontvangen
    managed: gelukt lukte lukten
    manages: lukt lukken
    nice: waardevol leerzaam nuttig nuttigst nuttigste prettig fijn leuk geweldig prachtig mooi mooiste
    nice: leukste briljant indrukwekkend inspirerend helpend bevestigend verhelderend ontroerend goud
    nice: bijzonder hartverwarmend top heerlijk eyeopener eye-opener verademing verrijking verrijkend
    nice: opluchting cadeau verfrissend hoopvol bemoedigend fantastisch plezierig zinvol super
    glad: trots tevreden dankbaar opgelucht verheugd enthousiast apetrots supertrots beretrots reuzetrots
    happy: blij gelukkig
    feels: ben is zijn was waren bent werd werden wordt word worden blijft bleef bleven voel voelde voelden
    was: was waren werd werden vond vonden bleek bleken
    finds: vindt vinden vond vonden
    have: heeft hebben had hadden heb
    experience: ervaring ervaringen
    goodadj: goede positieve mooie fijne prima uitstekende leuke prachtige geweldige enthousiaste lovende
    succeed: succes succesje succesverhaal schot hit topper
    succeeded: succesvol succesvolle geslaagde
    helped: geholpen
    helps: hielp hielpen
    that: dat dit het die deze wat
    much: veel enorm echt erg zoveel ontzettend heel flink
    had: gehad
    on: aan
    baat: baat profijt plezier
    yields: levert leverde leverden opgeleverd leveren geeft gaf gaven scheelt scheelde scheelden
    gain: rust lucht ruimte energie vertrouwen plezier tijd winst overzicht verbinding
    praise: compliment compliments complimenten complimentje complimentjes bloemen bloemetje bedankkaartje
    praise: bedankje applaus kaartje
    got: kreeg kregen gekregen krijgen krijg krijgt ontving ontvingen ontvangen gestuurd stuurde stuurden
    got: gaf gaven bracht brachten
    bright: lichtpunt lichtpuntje lichtpuntjes pareltje pareltjes doorbraak mijlpaal overwinning hoogtepunt
    bright: hoogtepunten vooruitgang stap-vooruit kadootje cadeautje verademing feestje
    recommend: aanrader aanraders
    firsttime: eerst
    enjoy: genoten genoot genieten straalt straalde stralen straalden stralend glunderde glundert glunderen
    enjoy: glunderend gelachen lachte lachten lacht juichte juichten gedanst
    never: nooit geen
    trouble: gedoe probleem problemen klacht klachten incident incidenten ruzie last gezeur gezeik spijt
    trouble: uitval terugval discussie agressie bezwaar escalaties escalatie
    burden: verzuim schoolverzuim uitval incidenten incident wachttijd wachttijden wachtlijst wachtlijsten
    burden: ruzie ruzies klachten stress probleem problemen agressie meldingen werkdruk overlast escalaties
    burden: crisisplaatsingen administratie no-show telefoontjes paniekaanvallen conflicten
    less: minder gedaald daalde halveerde gehalveerd afgenomen omlaag verdwenen lager korter opgelost weg
    less: verminderd naar
    since: sinds sindsdien inmiddels
    perf: is zijn was waren heeft hebben had hadden werd werden
    number: een één twee drie vier vijf zes zeven acht negen tien elf twaalf anderhalf paar half
    unit: jaar jaren maand maanden week weken dagen dag uur
    within: binnen in
    done: rond geregeld klaar voor
    already: al
    dothis: daarvoor daarom hiervoor hierom waarvoor dáár daar hier
    doit: doe doen
    for: voor
    thisword: dit
    job: vak werk beroep baan
    love: hou houden houd
    proudly: trots
    found: gevonden gehaald gekregen
    goal: diploma baan woning werkplek stageplek stage woonplek huis thuis plek zwemdiploma rijbewijs
    goal: startkwalificatie pleeggezin
    not: niet geen nooit nauwelijks amper zonder nergens niemand niets niks evenmin onvoldoende
    actor: kind kinderen jongen jongens meisje meisjes meiden moeder vader ouders gezin gezinnen leerling
    actor: leerlingen cliënt cliënten client clienten bewoner bewoners jongere jongeren collega's collega
    actor: team groep klas iedereen pleegkind pleegouders puber pubers student studenten oma opa buurman
    actor: buurvrouw hij zij ze
    cheer: straalt straalde stralen straalden glundert glunderde glunderden glunderen juichte bloeit bloeide
    cheer: bloeien bloeiden
    finer: mooi mooie prachtig prachtige bijzonder bijzondere geweldig geweldige fijn fijne heerlijk
    finer: heerlijke klein kleine
    moment: moment momenten momentje gebaar resultaat resultaten doorbraak succes succesje overwinning
    moment: ontmoeting
    response: reactie reacties feedback respons terugkoppeling beoordeling beoordelingen resultaten
    response: resultaat effect effecten
    measure: tevredenheid opkomst deelname slagingspercentage aanwezigheid schoolbezoek
    up2: omhoog gestegen steeg hoger verdubbeld verdubbelde
    dares: durft durfde durven durfden praat praatte praten
    again: nu weer inmiddels ineens opeens eindelijk
    weakens: maar behalve alleen
    own: ik wij we ons onze mij mijn m'n me hier
    comparesWith: een 'n herboren vanouds
    unreal: als indien mocht mits tenzij stel hopelijk hoop hopen hoopt hoopte wens wensen zou zouden
    unreal: misschien wellicht zodra wie welke volgens schijnt zogenaamd waarschijnlijk vermoedelijk hoezo
    intended: moet moeten wil willen wilt graag zoek zoeken gezocht of zegt zeggen beloofd beloofde beloven
    intended: probeer probeert verwacht verwachten hoe doel streven kan kun kunnen kunt dacht denk denkt zal
    intended: zult zullen mag wilde wilden wou laat
    spoils: helaas jammer mislukt mislukte teleurstellend schandalig frustrerend belachelijk ongelofelijk
    spoils: verloren mis fout slecht slechte slechter niks gezeik onzin waanzin drama ramp wanhopig
    trade: korting kortingscode bestel gratis aanbieding vrijblijvend webshop reclame inschrijven aanmelden
    trade: aanmelding vacature solliciteer klik webinar link deelname kosten inschrijving aanmeldlink
    trade: privébericht euro opname documenten
    news: onderzoek rapport kabinet minister staatssecretaris gemeente gemeenten evaluatie cijfers
    news: rekenkamer inspectie nieuws wet wetsvoorstel persbericht
    grave: zelfmoord suïcide suicide suïcidaal uitvaart begrafenis wapen wapens pistool vuurwapen mes
    grave: tabletten pillen vermist mishandeld mishandelt mishandeling doodmaken overdosis
    """

  /// Set ways of telling that something goes well: a weight, then steps. A step is words or kinds (`@kind`) parted by `|`,
  /// with `~n` before it when up to n other words may stand between; `^` begins a sentence, `$` ends it. Two points make a
  /// sentence tell it.
  static let dutchPhrases = """
    2 @works ~3 @good
    2 @good ~1 @worked
    2 @good ~1 uit ~0 @works
    2 @works ~4 @better
    2 @works ~0 als ~0 een ~0 trein|tierelier|zonnetje
    2 @better ~1 geworden|gaan
    1 @feels ~4 @better
    2 werkt|loopt|draait|werkte|liep ~1 @already ~2 @number ~1 @unit
    2 werkt|loopt|draait ~0 @already ~0 jaren|maanden|weken
    2 ^ ~2 werkt ~0 $
    2 ^ ~2 werkte ~0 $
    2 ^ ~2 helpt ~0 $
    2 ^ ~2 hielp ~1 $
    2 @managed
    2 @manages ~2 nu|wel|inmiddels|steeds|weer|prima|goed|altijd|telkens
    1 @manages
    2 @goodadj ~1 @experience
    2 @experience ~6 @good|@nice
    2 @feels ~4 @glad
    2 @feels ~3 @happy ~3 mee|met|dat|om|van
    2 @proudly ~0 op
    2 er ~1 @proudly ~0 op
    2 @was ~5 een ~2 @succeed
    2 een ~1 @succeed
    1 @succeeded
    2 @perf ~6 @bettered
    1 @bettered
    2 @burden ~6 @less
    2 @less ~1 @burden
    2 @that ~3 @have ~5 @helped
    2 @helps ~3 ons|mij|mijn|hem|haar|hen|echt|enorm|erg|veel|heel|bij|wel
    1 @helps
    2 @much ~1 @on ~4 @had
    2 @much ~1 @had ~1 @on
    2 @baat ~2 bij|van
    2 @yields ~3 @gain
    2 @yields ~3 @much ~2 @gain
    2 @yields ~2 @much ~2 op
    2 @got ~5 @praise
    1 @praise
    2 @bright
    2 een|echte|absolute|dikke ~0 @recommend
    2 ^ ~0 @recommend
    1 voor ~0 het|'t|t ~0 @firsttime
    1 @enjoy
    2 @never ~1 @trouble ~2 @had|meer|gehad
    2 @never ~0 meer ~1 @trouble
    2 @since ~3 @never ~1 @trouble
    2 @since ~6 @better|rust
    2 @dothis ~0 @doit ~1 ik|je|we ~1 het ~0 @for
    2 @dothis ~0 @doit ~0 ik|we ~0 @thisword ~0 @job
    2 @dothis ~0 @love ~0 ik|we ~0 van
    2 @love ~1 van ~1 dit|mijn|m'n|ons ~0 @job
    2 @nice ~2 @job ~1 van|dat
    2 @was ~3 @nice
    1 @finds ~3 @nice
    2 @nice ~0 om ~1 te ~0 zien|merken|ervaren
    1 @goal ~2 @found
    2 @goal ~0 @found ~0 $
    2 @within ~3 @unit ~2 @done
    2 een ~0 wereld ~0 van ~0 verschil
    2 verschil ~0 van ~0 dag ~0 en ~0 nacht
    2 als ~0 herboren
    2 als|is|was|werd|lijkt ~0 een ~0 ander ~0 mens|kind|gezin
    2 goud ~0 waard
    2 gouden ~0 greep|zet|vondst
    2 schot ~0 in ~0 de ~0 roos
    2 @enjoy ~4 @since
    2 @since ~6 @enjoy
    2 @actor ~2 @cheer
    2 goede ~0 kant ~1 op|uit
    2 @works ~3 vooruit
    2 vooruit ~1 gegaan|gegroeid
    1 waarderen|waardeert|gewaardeerd|waardeerde|waardeerden
    2 ^ ~1 @proudly ~0 $
    2 scheelt|scheelde ~3 @much|uren|tijd|helft|uur
    2 @measure ~4 @up2
    1 dankzij
    1 eindelijk
    2 @much ~2 gebracht|opgeleverd|geleerd|gegroeid
    2 @goodadj ~1 @response
    2 gaat|ging|gaan|gingen|kwam|komt ~2 weer ~2 naar ~0 school
    2 @dares ~3 @again
    2 vertrouwen ~3 terug|gewonnen|hersteld|gegroeid|opgebouwd
    2 gewonnen|herwonnen|hersteld ~0 vertrouwen
    2 mooiste|leukste|fijnste ~5 ooit|jaar|tijden|week|vak|baan|werk
    2 beste ~4 ooit
    2 word|wordt|werd|worden ~3 @happy|vrolijk ~1 van
    2 @have|samen ~3 genoten
    1 kippenvel
    2 tranen ~1 van ~1 geluk|trots|blijdschap|ontroering|lachen
    2 blijkt|bleek|bleken ~3 te ~0 werken
    2 met ~1 succes
    2 @finer ~0 @moment
    2 ^ ~1 wat ~3 werkte|hielp
    2 ^ ~1 wat ~0 bij ~0 ons|mij ~2 werkt|helpt
    2 dat|dit ~0 werkt|werkte|werkten|helpt ~0 $
    2 dat|dit ~0 werkt|werkte|helpt ~0 hier|ons|mij|hen|echt|wel
    2 iedereen|allemaal|samen ~2 lachte|gelachen|lachen|lachten
    2 @have ~2 ons|mij|me ~3 @helped
    2 geweldig|geweldige|fantastische|fantastisch|prachtige|bijzondere ~0 mens|mensen|team|collega|collega's|vrijwilliger|vrijwilligers
    2 slaapt|sliep|sliepen|slapen ~3 door ~0 $
    2 @have ~4 verschil ~1 gemaakt
    2 maakt|maakte|maakten ~2 verschil
    2 @works ~0 wonderen
    2 viel|valt|vielen|vallen ~2 in ~1 smaak
    2 is|was ~1 het ~2 waard
    2 angst|spanning|druk|stress|onrust|boosheid ~2 gezakt|weg|verdwenen|minder|gedaald|afgenomen
    2 rust ~2 terug|gekomen|teruggekeerd|gekeerd
    2 goed|top|netjes|mooi|perfect|prima ~0 geregeld|opgelost|aangepakt|afgerond|opgevangen|opgepakt
    2 werkt|helpt|werkte|hielp ~1 bij ~0 ons|mij
    """

  /// Phrases that speak to somebody, wish or mock: a sentence that holds one tells nothing.
  static let dutchVetoes = """
    0 fijn ~0 dat ~0 je
    0 fijn ~0 dat ~0 jullie
    0 goed ~0 dat ~0 je
    0 goed ~0 dat ~0 jullie
    0 mooi ~0 dat ~0 je
    0 wat ~0 goed ~0 van ~0 je
    0 knap ~0 dat ~0 je
    0 dank ~0 je
    0 dankjewel
    0 bedankt
    0 dank ~0 voor
    0 fijn ~0 hoor
    0 geweldig ~0 hoor
    0 prima ~0 hoor
    0 lekker ~0 dan
    0 mooi ~0 is ~0 dat
    0 blij ~0 met ~0 je
    0 blij ~0 met ~0 jullie
    0 veel ~0 succes
    0 succes ~0 met
    0 succes ~0 ermee
    0 succes ~0 en
    0 was ~0 het ~0 maar
    0 goed ~0 van ~0 je
    0 jullie ~0 tips
    0 jullie ~0 tip
    0 jullie ~0 reacties
    0 jullie ~0 reactie
    0 je ~0 tip
    0 je ~0 tips
    0 je ~0 reactie
    0 je ~0 antwoord
    0 jullie ~0 antwoorden
    0 jullie ~0 advies
    """
}
