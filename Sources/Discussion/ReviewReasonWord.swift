// The Dutch words by which people name reasons in files and at the keyboard.

extension ReviewReason {
  /// The word by which people name the reason.
  public var word: String {
    switch self {
    case .unanswered: "geen-antwoord"
    case .triage(let triageClass, _):
      switch triageClass {
      case .crisis: "crisis"
      case .identifiableClient: "client-herkenbaar"
      case .hostile: "vijandig"
      case .spam: "reclame"
      }
    case .personalData(let kind):
      switch kind {
      case .person: "naam"
      case .bsn: "bsn"
      case .phone: "telefoonnummer"
      case .email: "e-mailadres"
      case .address: "adres"
      case .postcode: "postcode"
      case .place: "woonplaats"
      case .dateOfBirth: "geboortedatum"
      case .iban: "rekeningnummer"
      case .licencePlate: "kenteken"
      case .caseNumber: "dossiernummer"
      case .school: "school"
      case .profileURL: "profiellink"
      case .socialHandle: "accountnaam"
      }
    }
  }

  /// The reason that a word names, in whatever capitals and with blanks or dashes; also the codes of files.
  public init?(word text: String) {
    let plain = Self.plain(text)
    let synonyms: [String: ReviewReason] = [
      "spam": .triage(.spam, confidence: 0),
      "clientherkenbaar": .triage(.identifiableClient, confidence: 0),
      "cliëntherkenbaar": .triage(.identifiableClient, confidence: 0),
      "herkenbareclient": .triage(.identifiableClient, confidence: 0),
      "onbeantwoord": .unanswered(workingDays: 0), "telefoon": .personalData(.phone),
      "email": .personalData(.email), "mail": .personalData(.email), "iban": .personalData(.iban),
      "zaaknummer": .personalData(.caseNumber), "profiel": .personalData(.profileURL),
      "plaats": .personalData(.place), "namen": .personalData(.person),
    ]
    let known = Self.all.first { Self.plain($0.word) == plain || $0.code == text.lowercased() }
    guard let found = known ?? synonyms[plain] else { return nil }
    self = found
  }

  private static func plain(_ text: String) -> String {
    String(text.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" })
  }
}
