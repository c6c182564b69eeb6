// The lines that record a proposal, or say that all is well as it is: as rows of a file, and as commands.
import Discussion
import Records

/// What the page of proposals shows to be copied.
enum ProposalForm {
  /// The columns of a row.
  static let columns = CorrectionForm.columns.joined(separator: ";")
  /// What stands in the place of a title that people must think of. As it is it is refused.
  static let openTitle = "…"
  /// So many posts stand in one row at most.
  private static let postsInRow = 50

  /// The rows that do what is proposed, under ``columns``.
  static func rows(_ row: ProposalRow) -> [String] {
    switch row.change {
    case .merge(let topic, let heir):
      return [line(["voeg-samen", topic.description, heir.description])]
    case .rename(let topic, let title):
      return [line(["hernoem", topic.description, "", Table.harmless(title ?? openTitle)])]
    case .split(let topic, let posts, let title):
      return cells(posts).map {
        line(["splits", topic.description, "", Table.harmless(title ?? openTitle), Table.harmless($0)])
      }
    }
  }

  /// The row that says that all is well as it is.
  static func leavingRow(_ row: ProposalRow) -> String {
    switch row.change {
    case .merge(let topic, let heir): line(["laat-zo", topic.description, heir.description])
    case .split(let topic, posts: _, title: _): line(["laat-zo", topic.description])
    case .rename(let topic, title: _): line(["laat-zo", topic.description, "titel"])
    }
  }

  /// The command that does what is proposed.
  static func command(_ row: ProposalRow, pipeline: String) -> String {
    let quoted = VerdictForm.quoted
    switch row.change {
    case .merge(let topic, let heir):
      return "themaradar topic merge \(quoted(pipeline)) \(topic) --into \(heir)"
    case .rename(let topic, let title):
      return "themaradar topic rename \(quoted(pipeline)) \(topic) \(quoted(title ?? openTitle))"
    case .split(let topic, let posts, let title):
      return "themaradar topic split \(quoted(pipeline)) \(topic) --title \(quoted(title ?? openTitle)) "
        + posts.map { quoted($0.description) }.joined(separator: " ")
    }
  }

  /// The command that says that all is well as it is.
  static func leavingCommand(_ row: ProposalRow, pipeline: String) -> String {
    let start = "themaradar topic keep \(VerdictForm.quoted(pipeline)) \(row.topic)"
    return switch row.change {
    case .merge(_, let heir): "\(start) --apart-from \(heir)"
    case .split: start
    case .rename: "\(start) --title"
    }
  }

  /// Posts as the cells of rows: several to a cell, but for those that would read as several themselves.
  private static func cells(_ posts: [PostID]) -> [String] {
    let names = posts.map(\.description)
    let plain = names.filter { name in !name.contains { " ,;|\n".contains($0) } }
    let packed = stride(from: 0, to: plain.count, by: postsInRow).map {
      plain[$0..<min(plain.count, $0 + postsInRow)].joined(separator: " ")
    }
    return packed + names.filter { name in name.contains { " ,;|\n".contains($0) } }
  }

  private static func line(_ cells: [String]) -> String {
    var writer = CSVWriter(delimiter: UInt8(ascii: ";"), carriageReturns: false)
    writer.write(
      cells + Array(repeating: "", count: CorrectionForm.columns.count - cells.count))
    return String(decoding: writer.take().dropLast(), as: UTF8.self)
  }
}
