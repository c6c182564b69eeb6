// What the rows of a file of corrections ask.
import Configuration
import Discussion

/// A file of corrections.
typealias CorrectionSheet = InboxSheet<CorrectionColumn>

/// The columns of a file of corrections.
enum CorrectionColumn: String, SheetColumn {
  case action = "actie"
  case topic = "onderwerp"
  case target = "naar"
  case title = "titel"
  case post = "bericht"
  case note = "toelichting"
  case by = "door"

  static var key: CorrectionColumn { .action }
  static var emptyMessage: String {
    "is leeg: er hoort een regel met kolomnamen in te staan (actie;onderwerp;naar;titel;bericht;…)"
  }
  static var noKeyMessage: String {
    "heeft geen kolom “actie”. Neem het voorbeeld over dat bij de pagina’s van de monitors staat. Is dit een "
      + "export met berichten, geef het dan een andere naam"
  }
}

extension InboxSheet.Row where Columns == CorrectionColumn {
  /// The words for the actions, as people write them.
  static var actions: [String] {
    [
      "hernoem", "voeg-samen", "splits", "verplaats", "zet-vast", "laat-los", "verberg", "toon", "laat-zo",
      "herroep",
    ]
  }

  /// What the row asks.
  func request() throws(CorrectionRefusal) -> CorrectionRequest {
    guard isReadable else { throw .unreadableRow }
    let word = try filled(.action)
    let action = word.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "-")
    switch action {
    case "hernoem":
      return .rename(
        topic: try filled(.topic),
        title: self[.title].isEmpty ? try filled(.target, as: .title) : self[.title])
    case "voeg-samen": return .merge(topics: [try filled(.topic)], into: try filled(.target))
    case "splits":
      let title = self[.title].isEmpty ? self[.target] : self[.title]
      guard !title.isEmpty else { throw .emptyColumn(CorrectionColumn.title.rawValue) }
      return .split(topic: try filled(.topic), title: title, posts: [try filled(.post)])
    case "verplaats":
      let target = self[.target].isEmpty ? self[.title] : self[.target]
      guard !target.isEmpty else { throw .emptyColumn(CorrectionColumn.target.rawValue) }
      return .move(posts: [try filled(.post)], to: target)
    case "zet-vast", "laat-los": return .pin(topic: try filled(.topic), isOn: action == "zet-vast")
    case "verberg", "toon": return .mute(topic: try filled(.topic), isOn: action == "verberg")
    case "laat-zo":
      let topic = try filled(.topic)
      switch self[.target].lowercased() {
      case "": return .keep(topic: topic, .whole)
      case "titel": return .keep(topic: topic, .title)
      default: return .keep(topic: topic, .apart(from: self[.target]))
      }
    case "herroep":
      return .withdraw(lines: self[.topic].isEmpty ? try filled(.target, as: .topic) : self[.topic])
    default: throw .unknownAction(word, nearest: EditDistance.nearest(to: action, among: Self.actions))
    }
  }

  /// What stands in a column that must not be empty; `named` is the column that people are told to fill.
  private func filled(_ column: CorrectionColumn, as named: CorrectionColumn? = nil)
    throws(CorrectionRefusal) -> String
  {
    guard !self[column].isEmpty else { throw .emptyColumn((named ?? column).rawValue) }
    return self[column]
  }
}
