// What the queue says of a reason, in plain Dutch: its name and what a monitor may do.

import Discussion

extension ReviewReason {
  /// The reason in a few words.
  public var title: String {
    switch self {
    case .unanswered(let days): days == 1 ? "1 werkdag zonder antwoord" : "\(days) werkdagen zonder antwoord"
    case .personalData(let kind):
      switch kind {
      case .person: "naam van een persoon"
      case .bsn: "burgerservicenummer"
      case .phone: "telefoonnummer"
      case .email: "e-mailadres"
      case .address: "adres"
      case .postcode: "postcode"
      case .place: "woonplaats"
      case .dateOfBirth: "geboortedatum"
      case .iban: "rekeningnummer"
      case .licencePlate: "kenteken"
      case .caseNumber: "dossiernummer"
      case .school: "naam van een school"
      case .profileURL: "link naar een profiel"
      case .socialHandle: "accountnaam"
      }
    }
  }
}

extension ReviewItem {
  /// What a monitor may do, by the gravest reason. The program itself contacts nobody and removes nothing.
  public var advice: String {
    guard let reason = reasons.first else { return "" }
    switch ReviewClass(reason) {
    case .identifier where reason == .personalData(.bsn):
      return """
        Haal het nummer weg en bel of mail de schrijver. Dit kan een datalek zijn: meld het bij de functionaris \
        gegevensbescherming, die heeft 72 uur.
        """
    case .identifier:
      return """
        Controleer of dit over een cliënt gaat. Zo ja: haal het weg, neem contact op met de schrijver en meld het als \
        mogelijk datalek.
        """
    case .contact:
      return
        "Controleer van wie dit is. Van een ander dan de schrijver: haal het weg en neem contact op met de schrijver."
    case .name:
      return
        "Controleer of een kind, ouder of cliënt te herkennen is. Zo ja: vraag de schrijver om de naam weg te halen."
    case .unanswered:
      return "Zoek iemand die deze vraag kan beantwoorden, of reageer zelf."
    }
  }
}
