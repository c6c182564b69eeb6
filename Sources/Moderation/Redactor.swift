// Replaces personal data by Dutch placeholders.

import Discussion

/// How much is taken out.
public enum RedactionMode: String, Hashable, Sendable, CaseIterable {
  /// What the scanner finds.
  case standard
  /// Also every capitalised word that is not explained, runs of digits, links and handles. For text that leaves
  /// the monitors' hands: even so, rule-based redaction is no anonymisation.
  case publication
}

/// Makes ``RedactedText`` out of ``RawText``; nothing else can.
public struct Redactor: Sendable {
  private let scanner: PersonalDataScanner
  private let mode: RedactionMode

  /// A redactor with a lexicon and a mode.
  public init(lexicon: NameLexicon, mode: RedactionMode = .standard) {
    self.scanner = PersonalDataScanner(lexicon: lexicon)
    self.mode = mode
  }

  /// The text with every finding replaced by a placeholder.
  public func redact(_ raw: RawText) -> RedactedText { redactWithFindings(raw).redacted }

  /// The text with every finding replaced, and the findings of the scanner, in one pass.
  public func redactWithFindings(_ raw: RawText) -> (redacted: RedactedText, findings: [Finding]) {
    let text = ScalarText(raw.text)
    let matches = scanner.matches(in: text)
    var gaps = matches.all.map { Gap(range: $0.range, placeholder: Self.placeholder(for: $0.kind)) }
    if mode == .publication {
      gaps += PublicationFilter(lexicon: scanner.lexicon).gaps(in: text, beside: matches)
    }
    gaps.sort { $0.range.lowerBound < $1.range.lowerBound }
    return (Self.fill(gaps, in: text), scanner.findings(in: text, matches: matches))
  }

  /// The placeholder for a kind.
  public static func placeholder(for kind: FindingKind) -> String {
    switch kind {
    case .person: "[naam]"
    case .bsn: "[bsn]"
    case .phone: "[telefoonnummer]"
    case .email: "[e-mailadres]"
    case .address: "[adres]"
    case .postcode: "[postcode]"
    case .place: "[plaats]"
    case .dateOfBirth: "[geboortedatum]"
    case .iban: "[rekeningnummer]"
    case .licencePlate: "[kenteken]"
    case .caseNumber: "[dossiernummer]"
    case .school: "[school]"
    case .profileURL: "[profiellink]"
    case .socialHandle: "[accountnaam]"
    }
  }

  private static func fill(_ gaps: [Gap], in text: ScalarText) -> RedactedText {
    var result = ""
    var position = 0
    for gap in gaps {
      result += text.string(position..<gap.range.lowerBound)
      result += gap.placeholder
      position = gap.range.upperBound
    }
    result += text.string(position..<text.count)
    return RedactedText(text: result, replacements: gaps.count)
  }
}

/// A stretch that is taken out and what stands in its place.
struct Gap: Sendable {
  var range: Range<Int>
  var placeholder: String
}
