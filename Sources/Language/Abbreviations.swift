// Abbreviations with a point at their end, which ends no sentence.

/// The abbreviations of a language.
struct Abbreviations: Sendable {
  private let titles: Set<UInt64>
  private let others: Set<UInt64>

  /// The lists of a language.
  init(language: LanguageCode) {
    switch language {
    case .dutch:
      titles = Self.hashes(
        """
        dhr mevr mw mej dr drs mr ir ing prof fam hr st bijv bv vb resp ca incl excl vgl zgn zg evt mn
        """)
      others = Self.hashes(
        """
        etc enz ed jl ll min max gem uur wk wkn mnd jr kl afd org nr blz pag art lid tel par hfst
        e.d. o.i.d. a.u.b. s.v.p. z.s.m. p.p. p.w. p.j. p.m. v.v. e.a. e.v. n.v.t. m.m.
        """)
    case .english:
      titles = Self.hashes("mr mrs ms dr prof st rev sr jr cf vs viz approx fig eq vol pp eds")
      others = Self.hashes("etc inc ltd co corp dept est no ed a.m. p.m. u.s. u.k. b.c.")
    }
  }

  /// Whether a point behind the word never ends a sentence: something has to follow (`dhr.`, `bijv.`).
  func neverEnds(_ hash: UInt64) -> Bool { titles.contains(hash) }

  /// Whether a point behind the word may end a sentence, when a capital follows (`etc.`).
  func isKnown(_ hash: UInt64) -> Bool { others.contains(hash) }

  private static func hashes(_ list: String) -> Set<UInt64> {
    Set(list.split(whereSeparator: \.isWhitespace).map { WordHash.of($0) })
  }
}
