// Finds personal data in a text: all detectors in order, the gravest and surest first.

import Discussion

/// Finds personal data in Dutch text by rules: patterns with checksums and context for numbers and addresses, and
/// a lexicon with context for names. Rules miss some and take some for what they are not: see the redactor's
/// publication mode before anything leaves the monitors' hands.
public struct PersonalDataScanner: Sendable {
  let lexicon: NameLexicon

  /// A scanner with a lexicon.
  public init(lexicon: NameLexicon) { self.lexicon = lexicon }

  /// The personal data in a text, sorted by place, never overlapping. The text of a BSN is left empty: that
  /// number is never to be written anywhere.
  public func findings(in text: String) -> [Finding] {
    let laidOut = ScalarText(text)
    return findings(in: laidOut, matches: matches(in: laidOut))
  }

  func findings(in text: ScalarText, matches: Matches) -> [Finding] {
    matches.all.sorted { $0.start < $1.start }.map { match in
      Finding(kind: match.kind, range: match.range, text: match.kind == .bsn ? "" : text.string(match.range))
    }
  }

  func matches(in text: ScalarText) -> Matches {
    var matches = Matches(count: text.count)
    for detector in Self.detectors { detector.detect(in: text, lexicon: lexicon, into: &matches) }
    return matches
  }

  /// In this order: what an earlier one took, a later one can't.
  private static let detectors: [any Detector] = [
    ProfileLinkDetector(), EmailDetector(), IBANDetector(), CaseNumberDetector(), PhoneDetector(),
    BSNDetector(),
    LicencePlateDetector(), DateOfBirthDetector(), PostcodeDetector(), AddressDetector(), PlaceDetector(),
    SchoolDetector(), SocialHandleDetector(), PersonDetector(), AdjoiningDateDetector(),
  ]
}
