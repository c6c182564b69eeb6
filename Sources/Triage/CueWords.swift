// Lists of words by what they hint at: cues for the ranking, written down by hand, that never decide anything.

/// Words by kind of cue. A cue is one feature among thousands: its weight is learned, a text without any is ranked by its
/// other terms. An underscore joins a phrase, an asterisk stands for whatever follows.
enum CueWords {
  /// The kinds of cue.
  static let all: [(name: String, words: String)] = [
    (
      "haste",
      """
      nu nú vanavond vannacht vandaag zojuist zonet straks vanmiddag vanochtend vanmorgen direct meteen
      uur uren minuten minuut morgenochtend gisteravond gister gisteren sinds_gisteren op_dit_moment
      half_uur ligt_nu staat_nu zit_nu nu_net spoed acuut acute dringend
      """
    ),
    (
      "weapon",
      """
      mes messen mesje pistool pistolen wapen wapens vuurwapen* geweer kogel kogels bijl hamer schaar
      machete jerrycan* benzine explosie* bom vuurwerk gas aansteker touw strop kabel scheermes* glas
      """
    ),
    (
      "death",
      """
      dood doodgaan doodmaken doodslaa* sterven sterft stierf overleden vermoord* moord zelfmoord* suicid*
      suïcid* zelfdoding* levenseinde euthanasie lijk begrafenis wil_dood niet_meer_leven er_niet_meer
      niet_meer_wakker nooit_meer einde_aan van_kant
      """
    ),
    (
      "goodbye",
      """
      afscheid afscheids* weggegeven weggeeft geeft_weg vaarwel zorg_goed zorg_voor laatste_keer
      laatste_dag laatste_bericht niet_meer_nodig dank_voor_alles het_spijt dag_mama brief briefje datum
      """
    ),
    (
      "substance",
      """
      pillen pil paracetamol overdosis tabletten slaappillen insuline gif vergif* schoonmaakmiddel chloor
      ghb drugs cocaine crack dronken gedronken bewusteloos buiten_westen buiten_bewustzijn
      """
    ),
    (
      "height",
      """
      brug spoor trein viaduct overweg dak balkon reling raam flat rails perron water kanaal snelweg
      kofferbak kelder schuur zolder
      """
    ),
    (
      "injury",
      """
      bloed bloedt bloeden bloedend bloeduitstorting* blauwe_plek blauwe_plekken striem* brandwond*
      brandplek* verbrand* gebroken breuk breuken botbreuk* wond wonden wondjes snee sneeën littekens
      afdruk* gezwollen kneuzing* geschud gewurgd wurg* keel hoofdletsel letsel bewegingloos slap blauw*
      reageert_niet ademt ademen
      """
    ),
    (
      "violence",
      """
      slaat sloeg slaan geslagen mishandel* schopt schopte getrapt trapt sla stomp stompt duwde geduwd
      gegooid neergestoken steekt stak gestoken verkracht* misbruik* misbruikt aangerand aanranding betast
      betasten geweld huiselijk* eerwraak eergerelateerd* uithuwelijk* verminkt besnijd* besneden martel*
      """
    ),
    (
      "threat",
      """
      dreigt dreigde dreig* bedreig* gedreigd wraak stalkt stalking achtervolg* opgewacht wacht_op
      weet_waar vindt_me krijgen_haar afpers* chantage gechanteerd iets_aan_te_doen iets_aandoen doe_ik_ze
      laat_ik
      """
    ),
    (
      "captivity",
      """
      opgesloten sluit_op vastgebonden vastgehouden slot op_slot haak ontvoerd meegenomen meeneemt vermist
      verdwenen weggelopen wegloopt kwijt onvindbaar spoorloos gevlucht niet_naar_huis ondergedoken
      """
    ),
    (
      "exploitation",
      """
      loverboy* pooier prostitutie mannen_komen klanten hotel hotelkamer* uitgebuit seksueel seks
      naaktfoto* naakt filmpje filmpjes sexting verhandeld mensenhandel busje dure_cadeaus tweede_telefoon
      ronsel* geronseld
      """
    ),
    (
      "illness",
      """
      weegt gewicht afgevallen eet_niet eet_niets eet_al drinkt_niet ondervoed uitgedroogd verhonger*
      honger uitgemergeld flauwgevallen flauw_gevallen hartslag psychose psychotisch stemmen waan wanen
      wartaal koorts stuip*
      """
    ),
    (
      "fear",
      """
      bang doodsbang angstig paniek trilt trillen huilt huilend huilen gilt gillen smeekt smeekte
      durft_niet verstijf* durf_niet geschrokken
      """
    ),
    (
      "help",
      """
      112 politie ambulance crisisdienst huisartsenpost achterwacht spoedeisende ggz-crisis brandweer
      spoeduithuisplaatsing niemand_neemt neemt_niet_op niet_opnemen geen_gehoor geen_plek wat_doe_ik
      wat_moet_ik wie_bel_ik moet_ik wat_nu
      """
    ),
    (
      "self-harm",
      """
      snijdt snijden gesneden krast krassen zelfbeschadig* automutil* zichzelf zelfverwond* springen
      sprong springt ophangen opgehangen verdrinken
      """
    ),
    (
      "despair",
      """
      trek_het_niet kan_niet_meer niet_meer_aan ik_ben_op ben_op geen_uitweg zie_het_niet_meer
      wil_niet_meer heeft_geen_zin hoeft_niet_meer zonder_mij beter_af niet_meer_verder ben_zo_moe
      last_voor
      """
    ),
    (
      "first person",
      """
      ik mij me mijn
      """
    ),
    (
      "child",
      """
      jongen jongetje meisje kind kindje kinderen baby baby's peuter kleuter dochter dochtertje zoon
      zoontje jongere cliënt cliënte client pleegkind tweeling broertje zusje tiener puber
      """
    ),
    (
      "family",
      """
      moeder vader mama papa ouders stiefvader stiefmoeder oma opa oom tante vriend_van_mama pleegvader
      pleegmoeder pleegouders ex partner broer zus
      """
    ),
    (
      "second person",
      """
      jij jou jouw jullie u uw je
      """
    ),
    (
      "abuse",
      """
      idioot idioten sukkel* prutser* clown* tuig leugenaar* lieg liegt liegen laf lafaard* dom domme
      dommer domheid zielig zielige schande walgelijk* triest trieste narcist* debiel* trut trutten kreng
      wijf wijven parasiet* crimineel criminelen maffia incompetent* onbekwa* hypocriet* arrogant* waffel
      bek smoel muil kop_dicht rot_op oprotten opzouten flikker* kneus* sneu sneue bespottelijk*
      achterlijk* mongool* zwakzinnig* imbeciel* nietsnut* lapzwans* slappeling* schijnheilig* eikel*
      klootzak* lul klote hufter* etter* gestoord* randdebiel* mafketel* trol heks zeikerd* zeik* gezeik
      gezeur gejank gejammer jankerd* mietje* watje figuur zuurpruim* kinderrovers beul* ratten rat
      varken* aap apen zak stumper* mislukk* onbenul*
      """
    ),
    (
      "groups",
      """
      volk buitenlander* allochtoon allochtonen asielzoeker* gelukszoeker* die_lui dat_soort dit_soort
      soort_mensen achterban eigen_land terug_naar zwarte moslims marokkanen turken polen joden zigeuner*
      negers homo's homo vrouwtjes wijfjes boomers
      """
    ),
    (
      "contempt",
      """
      onzin flauwekul kolder lachwekkend belachelijk* schattig gefeliciteerd applaus bravo knap_hoor
      leuk_hoor ach_gut ach_arme boehoe snotter slaap_lekker ga_lekker ga_maar ga_toch zoek_hulp hobby
      leven_zoeken niemand_vroeg niemand_zit wie_denk wat_verwacht geen_flauw geen_idee_van snap_je
      begrijp_je blijf_bij kruip hou_toch hou_op doe_normaal schaam_je schaam zielenpoot betweter*
      geneuzel gebrabbel gezwets lulkoek zwamt zwammen raaskal* geblaat hersens hersenen verstand iq
      beroepsgroep jullie_soort
      """
    ),
    (
      "menace",
      """
      ik_weet_je weet_je_te je_te_vinden je_zult je_krijgt wacht_maar pas_op pas_maar let_maar
      je_bent_gewaarschuwd gewaarschuwd krijgt_bezoek zorg_dat_je baan_kwijt aangifte_tegen
      tuchtrecht_voor screenshots adres_van
      """
    ),
    (
      "selling",
      """
      gratis korting kortingscode code aanbieding aanbod bestel bestellen bestelt webshop webwinkel klik
      link dm pb privébericht aanmelden schrijf_je inschrijven masterclass webinar e-book ebook verdien
      verdienen verdiend winst cadeau exclusief exclusieve beperkt plekken offerte demo vrijblijvend
      abonnement proefperiode nieuwsbrief actie stunt kortings* verkoop verkopen verkoopt te_koop prijs
      prijzen vanaf per_maand tarief tarieven geld_terug laatste_kans op_is_op vol_is_vol early_bird
      boek_nu mis_het profiel mijn_pagina volg_mij volg_mijn like deel_dit reageer_met stuur_me bonus
      betaling creditcard
      """
    ),
    (
      "goods",
      """
      crypto bitcoin forex beleggen rendement lening lenen casino seo backlink* linkbuilding followers
      volgers supplement* shake* vitamine* collageen cbd olie afvallen kilo kilo's reiki healing horoscoop
      energetisch coach coaching coachtraject retraite zonnepanelen energiecontract panel enquête reviews
      leads omzet klanten ondernemer* financieel financieel_vrij passief_inkomen thuiswerken ambassadeur
      iphone tablet detachering recruiter bemiddeling software platform app cursus training opleiding
      certificaat dekens knuffels shop
      """
    ),
    (
      "case",
      """
      ots uithuisplaatsing uithuisgeplaatst uit_huis gezag omgang voogdij voogd gezinsvoogd raad rechter
      rechtbank zitting dossier dossiernummer casus melding aanmelding aangemeld traject behandeling
      diagnose autisme adhd odd ptss hechting iq school groep klas begeleiding begeleid begeleiden
      opgenomen geplaatst plaatsing crisisplek pleeggezin gezinshuis verslag rapport gezin familie fam
      cliënte
      """
    ),
    (
      "colleagues",
      """
      training bijeenkomst overleg team collega collega's aanspreekpunt contactpersoon vragen mail mailen
      bel bellen bereikbaar nummer groet groeten groetjes bedankt dank stel_je voorstellen welkom werkzaam
      vacature presentatie spreker congres podcast boek artikel onderzoek film documentaire webinar
      intervisie methode richtlijn
      """
    ),
    (
      "unique",
      """
      enige eerste bekende burgemeester wethouder dominee predikant huisarts apotheker dierenarts notaris
      bakker slager voetballer rapper zanger zangeres kampioen krant nieuws media dorp dorpje eiland
      gehucht tweeling drieling vierling syndroom zeldzame kerk moskee viraal rtv omroep journaal
      """
    ),
    (
      "policy",
      """
      protocol protocollen beleid onderzoek cijfers richtlijn training cursus workshop scholing folder wet
      wetgeving gemeente werkgroep jaarverslag formulier meldcode stappenplan vragenlijst preventie
      subsidie scriptie studenten thema themamiddag intervisie symposium congres
      """
    ),
  ]
}
