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

  /// One stretch of a text, such as the sentence that asks, with every finding replaced. The whole text is looked at:
  /// a name that only another sentence gives away is taken out here too.
  /// - Parameter range: offsets in Unicode scalars, the end exclusive; what lies outside the text is left out.
  public func redact(_ raw: RawText, only range: Range<Int>) -> RedactedText {
    let text = ScalarText(raw.text)
    return Self.fill(gaps(in: text, matches: scanner.matches(in: text)), in: text, only: range)
  }

  /// The text with every finding replaced, and the findings of the scanner, in one pass.
  public func redactWithFindings(_ raw: RawText) -> (redacted: RedactedText, findings: [Finding]) {
    let text = ScalarText(raw.text)
    let matches = scanner.matches(in: text)
    return (
      Self.fill(gaps(in: text, matches: matches), in: text, only: 0..<text.count),
      scanner.findings(in: text, matches: matches)
    )
  }

  /// Everything that is taken out, in order.
  private func gaps(in text: ScalarText, matches: Matches) -> [Gap] {
    var gaps = matches.all.map { Gap(range: $0.range, placeholder: Self.placeholder(for: $0.kind)) }
    if mode == .publication {
      gaps += PublicationFilter(lexicon: scanner.lexicon).gaps(in: text, beside: matches)
    }
    gaps.sort { $0.range.lowerBound < $1.range.lowerBound }
    return gaps
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

  /// A stretch of the text with the gaps that touch it filled in.
  private static func fill(_ gaps: [Gap], in text: ScalarText, only range: Range<Int>) -> RedactedText {
    let range = range.clamped(to: 0..<text.count)
    let touching = gaps.filter { $0.range.overlaps(range) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count + 16)
    var position = range.lowerBound
    for gap in touching {
      text.append(position..<max(position, gap.range.lowerBound), to: &result)
      result += gap.placeholder.utf8
      position = gap.range.upperBound
    }
    text.append(position..<max(position, range.upperBound), to: &result)
    return RedactedText(text: String(decoding: result, as: UTF8.self), replacements: touching.count)
  }
}

/// A stretch that is taken out and what stands in its place.
struct Gap: Sendable {
  var range: Range<Int>
  var placeholder: String
}
