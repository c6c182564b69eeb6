// Why a row of a list of resources is not taken, in Dutch.
import Discussion

/// Why a row of a list of resources cannot be taken.
enum ResourceRefusal: Error, Hashable, Sendable {
  /// It cannot be read as CSV.
  case unreadableRow
  /// A column that must be filled is not.
  case emptyColumn(String)
  /// A text of so many characters, where fewer fit.
  case longText(ResourceColumn, Int, most: Int)
  /// The link is no address on the web.
  case badLink
  /// Neither a topic nor a theme.
  case noSubject
  /// The topic that it names cannot be found.
  case topic(CorrectionRefusal)
  /// There is no such theme; the one that was probably meant.
  case unknownTheme(String, nearest: String?)
  /// The community has no themes.
  case noThemes
  /// The last day is no day.
  case badDay
  /// A text with personal data.
  case personalData(ResourceColumn)
}

/// The Dutch words for lists of resources.
enum ResourceTexts {
  /// Why a row was not taken.
  ///
  /// - Parameter quoting: whether words that a person typed may be repeated: at the keyboard they may, on a page they
  ///   may not, because they can hold anything.
  static func reason(_ refusal: ResourceRefusal, quoting: Bool) -> String {
    switch refusal {
    case .unreadableRow: return "deze regel is niet te lezen: er is een aanhalingsteken te veel of te weinig"
    case .emptyColumn(let column): return "de kolom “\(column)” is leeg"
    case .longText(let column, let count, let most):
      return "in de kolom “\(column.rawValue)” staan \(count) tekens; er passen er \(most)"
    case .badLink:
      return "de link is geen webadres: schrijf hem helemaal uit, zoals https://www.nji.nl, zonder spaties"
    case .noSubject: return "noem een onderwerp (zoals OND-0012, of de titel) of een thema"
    case .topic(let refusal): return CorrectionTexts.reason(refusal, quoting: quoting)
    case .unknownTheme(let text, let nearest):
      return "er is geen thema dat" + (quoting ? " “\(text)”" : "") + " zo heet"
        + (nearest.map { ". Bedoelde u \($0)?" } ?? "")
    case .noThemes: return "deze community heeft geen thema’s: noem een onderwerp"
    case .badDay: return "in de kolom “geldig_tot” staat geen dag zoals 2027-12-31"
    case .personalData(let column):
      return
        "in de kolom “\(column.rawValue)” staan persoonsgegevens, en de kerngroep krijgt de lijst te zien. Schrijf het anders"
    }
  }

  /// A stable code for the reason.
  static func code(_ refusal: ResourceRefusal) -> String {
    switch refusal {
    case .unreadableRow: "bron-regel"
    case .emptyColumn, .longText: "bron-kolom"
    case .badLink: "bron-link"
    case .noSubject, .topic: "bron-onderwerp"
    case .unknownTheme, .noThemes: "bron-thema"
    case .badDay: "bron-datum"
    case .personalData: "bron-persoonsgegevens"
    }
  }
}
