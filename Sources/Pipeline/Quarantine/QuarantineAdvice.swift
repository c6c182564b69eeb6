// What a monitor can do about what could not be read.

/// What a monitor can do about a record or file in quarantine.
enum QuarantineAdvice {
  /// One plain Dutch sentence for a reason's stable code; empty when there is nothing special to do.
  static func text(for reason: String) -> String {
    switch reason {
    case let code where code.hasPrefix("date"):
      "Kijk of de datum in de export klopt, en of de mapping het goede datumpatroon noemt."
    case let code where code.hasPrefix("archive-encrypted"):
      "Maak de export opnieuw, zonder wachtwoord."
    case let code where code.hasPrefix("archive"), let code where code.hasPrefix("zip"):
      "Haal de export opnieuw op: dit bestand is beschadigd of niet af."
    case let code where code.hasPrefix("limit"):
      "Dit is groter dan toegestaan. Klopt de export, verhoog dan de grens in het pipelinebestand."
    case let code where code.hasPrefix("correctie"):
      "Verbeter de regel in het bestand met correcties en leg het opnieuw in de inbox. Wat al gelezen is, telt niet "
        + "dubbel."
    case let code where code.hasPrefix("besluit"):
      "Verbeter de regel in het bestand met besluiten en leg het opnieuw in de inbox. Wat al gelezen is, telt niet "
        + "dubbel."
    case let code where code.hasPrefix("oordeel"):
      "Verbeter de regel in het bestand met oordelen en leg het opnieuw in de inbox. Wat al gelezen is, telt niet "
        + "dubbel."
    case let code where code.hasPrefix("bron-"):
      "Verbeter de regel in de lijst met bronnen en leg de hele lijst opnieuw in de inbox. De andere regels gelden al."
    case "no-mapping":
      "Maak een mapping voor dit bestand: themaradar map suggest geeft een begin. Noem die in het pipelinebestand."
    case "unstable": "Wacht tot het bestand helemaal binnen is. De volgende nacht wordt het vanzelf gelezen."
    case "not-regular": "Leg het bestand zelf in de inbox, geen koppeling ernaar."
    case "permission": "Geef het programma leesrechten op dit bestand."
    case "read-error": "Kijk of de schijf of netwerkmap bereikbaar is."
    case "too-many-bad-records":
      "Meer dan een vijfde van de regels is niet te lezen. Kijk of de mapping bij dit bestand past (themaradar map check)."
    case "header-ambiguous": "Geef de kolommen in de export verschillende namen."
    case "columns", "csv-quote":
      "Kijk of het scheidingsteken en de aanhalingstekens in de mapping kloppen, of exporteer opnieuw."
    case "json-truncated", "incomplete": "Haal de export opnieuw op: het bestand is niet af."
    case let code where code.hasPrefix("json"), let code where code.hasPrefix("xml"):
      "Haal de export opnieuw op. Blijft het zo, vraag dan de beheerder van het platform om een geldige export."
    case "value-missing": "Kijk of de mapping de goede kolom noemt voor het nummer van het bericht."
    case "nul": "In de tekst staat een teken dat daar niet hoort. Exporteer opnieuw, of haal het teken weg."
    case "unknown-format", "ambiguous-format": "Vraag de beheerder van het platform welk soort export dit is."
    case "id-conflict": "Bekijk beide berichten op het platform; bewaar een nieuwe export in de inbox."
    case let code where code.hasPrefix("encoding"):
      "Kijk of de mapping de goede tekencodering noemt."
    default: ""
    }
  }
}
