// The filter `themes`: checks a theme catalogue, tries it on a text, and measures what it covers.

import Configuration
import Language
import Topics

/// Tells about a theme catalogue.
public struct ThemesFilter: Sendable {
  /// The folder of the catalogue.
  public var folder: String
  /// The language of the texts.
  public var language: LanguageCode

  /// A filter for a catalogue.
  public init(folder: String, language: LanguageCode = .dutch) {
    self.folder = folder
    self.language = language
  }

  /// Checks the catalogue: a line for each mistake and remark, with its place.
  /// - Returns: clean when the catalogue can be used and nothing deserves a look, incomplete when there are remarks,
  ///   failed when it cannot be used.
  public func check(write: (String) -> Void) -> ExitStatus {
    let reader = ThemeCatalogueReader(folder: folder)
    for problem in reader.problems { write("fout: \(problem)") }
    let remarks = reader.remarks
    for remark in remarks { write("let op: \(remark)") }
    let catalogue = reader.catalogue
    write(
      "\(catalogue.themes.count) thema's, \(catalogue.tasks.count) opgaven, \(reader.problems.count) fouten, "
        + "\(remarks.count) opmerkingen")
    if !reader.problems.isEmpty { return .failed }
    return remarks.isEmpty ? .clean : .incomplete
  }

  /// Tells which themes a text scores on, and by which words.
  /// - Returns: clean when the text names a theme, incomplete when it only resembles some or none.
  public func test(_ text: String, write: (String) -> Void) throws(ConfigurationError) -> ExitStatus {
    let finder = ThemeFinder(
      catalogue: try ThemeCatalogueReader.catalogue(folder: folder), language: language)
    let matches = finder.matches(in: [text])[0]
    for match in matches {
      write("\(Self.twoDecimals(match.score))  \(match.theme.slug)  \(match.theme.title)")
      for term in match.terms {
        write("        \(Self.twoDecimals(term.gain))  \(term.text) (\(Self.name(of: term.kind)))")
      }
      if match.terms.isEmpty { write("        lijkt op de omschrijving of de voorbeeldvragen") }
      if !match.words.isEmpty {
        write("        woorden die meetellen: " + match.words.map(\.text).joined(separator: ", "))
      }
    }
    if matches.isEmpty { write("geen thema past bij deze tekst") }
    return matches.contains(where: \.isNamed) ? .clean : .incomplete
  }

  /// Tells how many posts name a theme, and which themes none names.
  /// - Parameter report: is given a line per post that could not be read.
  /// - Returns: clean when all posts could be read, incomplete when some could not, failed when none could.
  public func coverage(
    ofPosts path: String, write: (String) -> Void, report: (String) -> Void
  ) throws -> ExitStatus {
    let finder = ThemeFinder(
      catalogue: try ThemeCatalogueReader.catalogue(folder: folder), language: language)
    var reader = TopicPostReader(path: path)
    try reader.read(report: report)
    guard !reader.posts.isEmpty else {
      report("\(path): no post could be used")
      return .failed
    }
    let named = finder.namedThemes(
      in: reader.posts.map { post in post.title.map { $0 + "\n" + post.body } ?? post.body })
    let hits = named.count { !$0.isEmpty }
    var counts: [String: Int] = [:]
    for slug in named.joined() { counts[slug, default: 0] += 1 }
    let share = Double(hits) / Double(named.count)
    write("\(named.count) berichten, \(hits) met een sterk woord van een thema (\(Self.percentage(share)))")
    let themes = finder.catalogue.themes
    for theme in themes.sorted(by: { (counts[$1.slug] ?? 0, $0.slug) < (counts[$0.slug] ?? 0, $1.slug) }) {
      guard let count = counts[theme.slug] else { continue }
      write("\(count)  \(theme.slug)")
    }
    let silent = themes.filter { counts[$0.slug] == nil }
    write("nooit geraakt: \(silent.count) van \(themes.count) thema's")
    for theme in silent { write("0  \(theme.slug)") }
    return reader.refused == 0 ? .clean : .incomplete
  }

  /// How a term counts, in Dutch.
  static func name(of kind: ThemeTermKind) -> String {
    switch kind {
    case .strong: "sterk"
    case .weak: "zwak"
    case .abbreviation: "afkorting"
    case .compoundOfStrong: "in een samenstelling, sterk"
    case .compoundOfWeak: "in een samenstelling, zwak"
    }
  }

  private static func twoDecimals(_ value: Double) -> String {
    let scaled = Int((value * 100).rounded())
    let digits = String(scaled % 100)
    return "\(scaled / 100)," + (digits.count < 2 ? "0" : "") + digits
  }

  private static func percentage(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
