// Made-up texts in Dutch and English: what is somebody's own, what is quoted and what is a signature.
import Testing

@testable import Importers

/// A text, and the parts it has; a text that stays whole has no parts.
struct QuoteCase: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var body: String?
  var quoted: String?
  var signature: String?
  var style = QuoteSplitter.Style.plain

  var testDescription: String { name }

  init(
    _ name: String, _ text: String, body: String? = nil, quoted: String? = nil, signature: String? = nil,
    style: QuoteSplitter.Style = .plain
  ) {
    self.name = name
    self.text = text
    self.body = body
    self.quoted = quoted
    self.signature = signature
    self.style = style
  }

  // MARK: - Texts that are split

  static let split = [
    QuoteCase(
      "a Dutch announcement above >",
      """
      Dat doen wij ook zo.

      Op di 3 mrt. 2024 om 10:12 schreef Anna de Vries <anna@example.nl>:
      > Hoe regelen jullie vervoer?
      > Wij komen er niet uit.
      """, body: "Dat doen wij ook zo.",
      quoted: """
        Op di 3 mrt. 2024 om 10:12 schreef Anna de Vries <anna@example.nl>:
        > Hoe regelen jullie vervoer?
        > Wij komen er niet uit.
        """, style: .mail),
    QuoteCase(
      "an announcement broken over two lines",
      "Eens.\n\nOp di 3 mrt. 2024 om 10:12 schreef Anna de Vries\n<anna@example.nl>:\n\n> Doen?",
      body: "Eens.",
      quoted: "Op di 3 mrt. 2024 om 10:12 schreef Anna de Vries\n<anna@example.nl>:\n\n> Doen?", style: .mail),
    QuoteCase(
      "an announcement broken over three lines",
      "Prima.\nOn Tue, Mar 3, 2024 at 10:12 AM\nJan Jansen <jan@example.com>\nwrote:\n> Shall we?",
      body: "Prima.",
      quoted: "On Tue, Mar 3, 2024 at 10:12 AM\nJan Jansen <jan@example.com>\nwrote:\n> Shall we?",
      style: .mail),
    QuoteCase(
      "an English announcement", "Yes.\n\nOn Monday Jane wrote:\n> Does it work?\n> For whom?", body: "Yes.",
      quoted: "On Monday Jane wrote:\n> Does it work?\n> For whom?"),
    QuoteCase(
      "names in front of quoted lines",
      "On Mon, 26 Nov 2001 08:21:40 +0100 Martin wrote:\n\nMartin> Are there plans?\n\nThere is a project.\n\nMartin> Clean.\n\nYes.",
      body: "There is a project.\n\nYes.",
      quoted:
        "On Mon, 26 Nov 2001 08:21:40 +0100 Martin wrote:\n\nMartin> Are there plans?\n\nMartin> Clean.",
      style: .mail),
    QuoteCase(
      "a cryptographic signature",
      "Hallo\n-----BEGIN PGP SIGNATURE-----\nabc?\n-----END PGP SIGNATURE-----\nEn dit ook.",
      body: "Hallo\n\nEn dit ook.",
      signature: "-----BEGIN PGP SIGNATURE-----\nabc?\n-----END PGP SIGNATURE-----"),
    QuoteCase(
      "a short quote below a sure announcement", "Ja.\n\nOp 3 mrt 2024 om 10:12 schreef Jo:\n> Nu?",
      body: "Ja.",
      quoted: "Op 3 mrt 2024 om 10:12 schreef Jo:\n> Nu?"),
    QuoteCase(
      "a German announcement", "Ja.\n\nAm 03.03.2024 um 10:12 schrieb Karl:\n> Geht das?", body: "Ja.",
      quoted: "Am 03.03.2024 um 10:12 schrieb Karl:\n> Geht das?", style: .mail),
    QuoteCase(
      "a French announcement", "Oui.\n\nLe 3 mars 2024 à 10:12, Marie a écrit :\n> Ça marche ?", body: "Oui.",
      quoted: "Le 3 mars 2024 à 10:12, Marie a écrit :\n> Ça marche ?", style: .mail),
    QuoteCase(
      "an announcement with only an address",
      "Fijn.\n2024-03-03 10:12 GMT+01:00 Bram <bram at example.nl>:\n> Oké?",
      body: "Fijn.", quoted: "2024-03-03 10:12 GMT+01:00 Bram <bram at example.nl>:\n> Oké?", style: .mail),
    QuoteCase(
      "answers between quoted lines stay, in order",
      """
      Anna schreef:
      > Wie doet de intake?
      Het wijkteam.
      > En wie betaalt?
      De gemeente.
      """, body: "Het wijkteam.\n\nDe gemeente.",
      quoted: "Anna schreef:\n> Wie doet de intake?\n\n> En wie betaalt?"),
    QuoteCase(
      "quotes in quotes", "Klopt.\n\nBram schreef:\n> Anna schreef:\n>> Weet iemand dit?\n> Nee.",
      body: "Klopt.",
      quoted: "Bram schreef:\n> Anna schreef:\n>> Weet iemand dit?\n> Nee."),
    QuoteCase(
      "mail with > and no announcement", "> Komt er een vervolg?\n\nJa, in mei.", body: "Ja, in mei.",
      quoted: "> Komt er een vervolg?", style: .mail),
    QuoteCase(
      "one typed line with > apart from the answer",
      "> Komt er een vervolg op deze bijeenkomst?\n\nJa, in mei.",
      body: "Ja, in mei.", quoted: "> Komt er een vervolg op deze bijeenkomst?"),
    QuoteCase(
      "Outlook in Dutch",
      """
      Hoi Anna,
      Dat klopt.

      Van: Anna de Vries <anna@example.nl>
      Verzonden: dinsdag 3 maart 2024 10:12
      Aan: Bram Bakker
      Onderwerp: RE: vervoer

      Hoe regelen jullie vervoer?
      """, body: "Hoi Anna,\nDat klopt.",
      quoted: """
        Van: Anna de Vries <anna@example.nl>
        Verzonden: dinsdag 3 maart 2024 10:12
        Aan: Bram Bakker
        Onderwerp: RE: vervoer

        Hoe regelen jullie vervoer?
        """),
    QuoteCase(
      "Outlook in bold print below a line",
      "Eens.\n\n________________________________\n*From:* Jane\n*Sent:* Monday\n*To:* Joe\n*Subject:* x\n\nOld text",
      body: "Eens.",
      quoted:
        "________________________________\n*From:* Jane\n*Sent:* Monday\n*To:* Joe\n*Subject:* x\n\nOld text"),
    QuoteCase(
      "Outlook in German and French",
      "Gut.\n\nVon: Karl <k@example.de>\nGesendet: Montag\nAn: Anna\nBetreff: x\n\nFrage?", body: "Gut.",
      quoted: "Von: Karl <k@example.de>\nGesendet: Montag\nAn: Anna\nBetreff: x\n\nFrage?"),
    QuoteCase(
      "original message", "Akkoord\n-----Oorspronkelijk bericht-----\nVan: Anna\nGaat dit door?",
      body: "Akkoord",
      quoted: "-----Oorspronkelijk bericht-----\nVan: Anna\nGaat dit door?"),
    QuoteCase(
      "original message, spaced", "Ok.\n\n-------- Original Message --------\nSubject: x\n\nReally?",
      body: "Ok.",
      quoted: "-------- Original Message --------\nSubject: x\n\nReally?"),
    QuoteCase(
      "a forward", "Ter info.\n\nBegin doorgestuurd bericht:\n\nVan: Cor\nWie heeft dit ook?",
      body: "Ter info.",
      quoted: "Begin doorgestuurd bericht:\n\nVan: Cor\nWie heeft dit ook?"),
    QuoteCase(
      "a forward of Gmail",
      "Zie hieronder.\n\n---------- Forwarded message ---------\nVan: Cor\nWie heeft dit ook?",
      body: "Zie hieronder.", quoted: "---------- Forwarded message ---------\nVan: Cor\nWie heeft dit ook?"),
    QuoteCase(
      "a phone that quotes without >",
      "Doen we!\n\nOp 3 mrt 2024 om 10:12 heeft Anna <anna@example.nl> het volgende geschreven:\n\nZullen we morgen?",
      body: "Doen we!",
      quoted:
        "Op 3 mrt 2024 om 10:12 heeft Anna <anna@example.nl> het volgende geschreven:\n\nZullen we morgen?"),
    QuoteCase(
      "a forum's quote", "[quote=\"anna\"]Hoe doen jullie dat?[/quote]\nWij bellen eerst.",
      body: "Wij bellen eerst.",
      quoted: "[quote=\"anna\"]Hoe doen jullie dat?[/quote]"),
    QuoteCase(
      "a forum's quote in a line", "Tja [quote]Echt?[/quote] ja hoor", body: "Tja\n\nja hoor",
      quoted: "[quote]Echt?[/quote]"),
    QuoteCase(
      "forum quotes in each other", "[quote=b][quote=a]Een?[/quote]\nTwee?[/quote]\nDrie.", body: "Drie.",
      quoted: "[quote=b][quote=a]Een?[/quote]\nTwee?[/quote]"),
    QuoteCase(
      "a Dutch closing with name and function",
      """
      Wie heeft ervaring met pgb?

      Met vriendelijke groet,

      Anna de Vries
      Beleidsadviseur Jeugd
      Gemeente Voorbeeld
      T 06-00000000
      """, body: "Wie heeft ervaring met pgb?",
      signature: """
        Met vriendelijke groet,

        Anna de Vries
        Beleidsadviseur Jeugd
        Gemeente Voorbeeld
        T 06-00000000
        """),
    QuoteCase(
      "a short closing", "Dank voor het meedenken.\nGroetjes, Anna", body: "Dank voor het meedenken.",
      signature: "Groetjes, Anna"),
    QuoteCase(
      "office hours below the name",
      "Wie belt er?\n\nMet vriendelijke groet,\n\nAnna de Vries\n\nGemeente Voorbeeld\nWerkdagen: maandag en dinsdag",
      body: "Wie belt er?",
      signature:
        "Met vriendelijke groet,\n\nAnna de Vries\n\nGemeente Voorbeeld\nWerkdagen: maandag en dinsdag"),
    QuoteCase(
      "a tip below the name stays", "Doen we.\n\nGroet,\nAnna\n\nTip van mij is om het loket te bellen",
      body: "Doen we.\n\nTip van mij is om het loket te bellen", signature: "Groet,\nAnna"),
    QuoteCase(
      "a name with a lost letter", "Doen we.\n\nRegards\n\nLuc?a\nhttps://example.nl/?a=1", body: "Doen we.",
      signature: "Regards\n\nLuc?a\nhttps://example.nl/?a=1"),
    QuoteCase("mvg", "Dat is handig.\n\nMvg\nBram", body: "Dat is handig.", signature: "Mvg\nBram"),
    QuoteCase(
      "a closing from a place", "Tot dan.\nHartelijke groeten uit Zwolle,\nCor", body: "Tot dan.",
      signature: "Hartelijke groeten uit Zwolle,\nCor"),
    QuoteCase(
      "an English closing", "That works.\n\nKind regards,\nJane Doe\nCity of Example", body: "That works.",
      signature: "Kind regards,\nJane Doe\nCity of Example"),
    QuoteCase(
      "a postscript stays", "Tot dan!\n\nGroet,\nAnna\n\nPS. Weet iemand waar we kunnen parkeren?",
      body: "Tot dan!\n\nPS. Weet iemand waar we kunnen parkeren?", signature: "Groet,\nAnna"),
    QuoteCase(
      "a question below the name stays", "Fijn.\n\nGroet,\nAnna\n\nNog iets anders\nhoe doen jullie dat?",
      body: "Fijn.\n\nNog iets anders\nhoe doen jullie dat?", signature: "Groet,\nAnna"),
    QuoteCase(
      "RFC 3676", "See you.\n-- \nJane\nhttps://example.com", body: "See you.",
      signature: "-- \nJane\nhttps://example.com"),
    QuoteCase(
      "two hyphens without the space", "Tot morgen.\n\n--\nBram Bakker\nbram@example.nl", body: "Tot morgen.",
      signature: "--\nBram Bakker\nbram@example.nl"),
    QuoteCase(
      "a phone", "Ik bel je.\n\nVerzonden vanaf mijn iPhone", body: "Ik bel je.",
      signature: "Verzonden vanaf mijn iPhone"),
    QuoteCase(
      "a phone above a quote",
      "Ja.\n\nVerstuurd vanaf mijn Samsung Galaxy-smartphone.\n\nOp ma 2 mrt schreef Jo:\n> Nu?",
      body: "Ja.", quoted: "Op ma 2 mrt schreef Jo:\n> Nu?",
      signature: "Verstuurd vanaf mijn Samsung Galaxy-smartphone."),
    QuoteCase(
      "Outlook on a phone", "Goed plan\n\nOutlook voor Android downloaden", body: "Goed plan",
      signature: "Outlook voor Android downloaden"),
    QuoteCase("sent from", "Will do.\n\nSent from my iPad", body: "Will do.", signature: "Sent from my iPad"),
    QuoteCase(
      "a mailing list's footer",
      "Done.\n_______________________________________________\nJeugd mailing list\nhttps://example.org/listinfo/jeugd",
      body: "Done.",
      signature:
        "_______________________________________________\nJeugd mailing list\nhttps://example.org/listinfo/jeugd"
    ),
    QuoteCase(
      "Google Groups",
      "Oké.\n\n--\nYou received this message because you are subscribed to the Google Groups \"jeugd\" group.\nTo unsubscribe from this group, send an email to x@example.com.",
      body: "Oké.\n\n--",
      signature:
        "You received this message because you are subscribed to the Google Groups \"jeugd\" group.\nTo unsubscribe from this group, send an email to x@example.com."
    ),
    QuoteCase(
      "a disclaimer",
      "Hierbij de stukken.\n\nDisclaimer:\nDit e-mailbericht is uitsluitend bestemd voor de geadresseerde.",
      body: "Hierbij de stukken.",
      signature: "Disclaimer:\nDit e-mailbericht is uitsluitend bestemd voor de geadresseerde."),
    QuoteCase(
      "signature and quote",
      "Eens.\n\nGroet,\nBram\n\nVan: Anna\nVerzonden: maandag\nOnderwerp: plan\n\nDoen?\n\nGroet,\nAnna",
      body: "Eens.",
      quoted: "Van: Anna\nVerzonden: maandag\nOnderwerp: plan\n\nDoen?\n\nGroet,\nAnna",
      signature: "Groet,\nBram"),
    QuoteCase(
      "a quote and nothing of one's own but a greeting",
      "Groet,\nBram\n\n-----Oorspronkelijk bericht-----\nVan: Anna\n\nWie weet dit?", body: "Groet,\nBram",
      quoted: "-----Oorspronkelijk bericht-----\nVan: Anna\n\nWie weet dit?"),
  ]

  // MARK: - Texts that stay whole

  static let whole = [
    QuoteCase("more than", "Wie heeft ervaring met jongeren\n> 18 jaar\nin de jeugdzorg?"),
    QuoteCase("more than, in mail", "De grens is\n> 18 jaar\n", style: .mail),
    QuoteCase(
      "more than, with a name", "Kosten> baten vind ik.\nKosten> baten, zegt men. Wat vinden jullie?"),
    QuoteCase("an arrow", "Melding\n-> wijkteam\n-> intake\nKlopt dit?"),
    QuoteCase(
      "arrows as bullets",
      "Dit zijn onze stappen:\n> melding doen bij het loket\n> gesprek aan de keukentafel"),
    QuoteCase("short arrows", "> melding\n> gesprek\n> besluit\nWie doet het anders?"),
    QuoteCase("a prompt", "Probeer dit:\n>>> print(1)\n>>> quit()"),
    QuoteCase(
      "somebody wrote, in a sentence",
      "Op die school schreef een leerling:\nik wil naar huis. Wat doe je dan?"),
    QuoteCase(
      "a minister wrote on a day",
      "Op 3 maart 2024 schreef de minister:\n\nDe wet gaat door. Wat vinden jullie?"),
    QuoteCase(
      "a question behind the greeting, on its line", "Dank!\nGroet, Anna - ps. weet iemand waar dit is?"),
    QuoteCase("greet somebody", "Fijn dat het lukt.\nGroet de collega's van mij"),
    QuoteCase("regards as a word", "Kijk even.\nRegards is een Engels woord dat ik hier niet verwacht."),
    QuoteCase(
      "a greeting inside a sentence", "Alvast bedankt voor het meedenken en hartelijke groet van ons, Anna."),
    QuoteCase("only a greeting", "Groetjes,\nAnna"),
    QuoteCase("only a quote", "> Komt er een vervolg?\n> En wanneer?", style: .mail),
    QuoteCase("only a forum's quote", "[quote]Hoe doen jullie dat?[/quote]"),
    QuoteCase("a tag without its end", "Ik typ [quote] en dan? Hoe sluit ik dat?"),
    QuoteCase("a closing tag alone", "Ik zag [/quote] staan. Wat is dat?"),
    QuoteCase(
      "an invitation", "Datum: 12 maart\nVan: 10.00 uur\nTot: 12.00 uur\nOnderwerp: jeugd\nKom je ook?"),
    QuoteCase(
      "an invitation in the order of mail",
      "Van: 10.00 uur\nDatum: 12 maart\nAan: allen\nOnderwerp: jeugd\nKom je?"),
    QuoteCase("two headers", "Aan: alle leden\nOnderwerp: uitnodiging\n\nKomen jullie ook?"),
    QuoteCase(
      "a forward and nothing else", "---------- Forwarded message ---------\nVan: Cor\n\nWie heeft dit ook?"),
    QuoteCase("a disclaimer that is somebody's own", "Disclaimer: ik ben geen jurist.\nMaar mag dit zomaar?"),
    QuoteCase("a rule between parts", "Deel een\n----------------\nDeel twee. Wat vinden jullie?"),
    QuoteCase(
      "two hyphens as a pause",
      "Eerst dit.\n--\nDan volgt hier nog een heel verhaal over de wet en wat wij doen."),
    QuoteCase("a table of hyphens", "naam | aantal\n---- | ----\nx | 1"),
    QuoteCase(
      "a phone in a sentence",
      "Verzonden vanaf mijn iPhone kreeg ik een foutmelding in het portaal, wie kent dat?"),
    QuoteCase(
      "original message as words",
      "Het oorspronkelijke bericht staat hier.\nOriginal message volgt.\nKlopt dit?"),
    QuoteCase("a list with colons", "Wat wij zien:\n- Van: kind naar jongere\n- Aan: wie vragen we dit?"),
    QuoteCase("groep 8", "Gr 8 krijgt een boekje.\nWie nog meer?"),
    QuoteCase(
      "a paragraph that ends as an announcement",
      "Herkennen jullie dit? Ik denk dat het anders kan, zoals de wethouder al zei:\n> dit is de weg"),
    QuoteCase("nothing special", "Wij werken met een vast team.\nDat bevalt goed."),
  ]
}
