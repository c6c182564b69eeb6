// themaradar topic list, show and log: what there is, in tables for people or CSV for spreadsheets.
import Discussion
import Foundation
import Moderation
import Records
import Storage

extension TopicDesk {
  /// How a list is written.
  public enum Format: String, Sendable, CaseIterable {
    /// Columns for the eye.
    case table
    /// CSV.
    case csv
  }

  /// Lists the topics of the last published night, with what people decided since.
  public func list(all: Bool, format: Format) -> ExitStatus {
    telling {
      let community = try Community(try PipelineFile.read(path))
      let book = try CorrectionBook(store: community.store, file: community.file)
      let counts = book.counts()
      let topics = book.topics.filter { all || (book.heir(of: $0) == nil && $0.status != .asleep) }
      guard !book.topics.isEmpty else { throw CorrectionRefusal.noTopics }
      switch format {
      case .csv:
        var csv = CSVWriter(carriageReturns: false)
        csv.write([
          "onderwerp_id", "titel", "vragen", "opgave", "stand", "opgegaan_in", "naam_gegeven", "vastgezet",
          "verborgen",
        ])
        for topic in topics {
          csv.write([
            topic.id.description, CSVWriter.neutralised(topic.title), String(counts[topic.id] ?? 0),
            CSVWriter.neutralised(topic.theme ?? ""), Self.status(topic, book),
            book.heir(of: topic)?.description ?? "", Self.yes(book.folded.titles[topic.id] != nil),
            Self.yes(book.folded.pinned.contains(topic.id)), Self.yes(book.folded.muted.contains(topic.id)),
          ])
        }
        output.write(String(decoding: csv.take(), as: UTF8.self))
      case .table:
        let rows = topics.map { topic in
          [
            topic.id.description, String(counts[topic.id] ?? 0), Self.cut(topic.title, to: 60),
            Self.cut(topic.theme ?? "", to: 40), Self.marks(topic, book),
          ]
        }
        output.write(TextTable.text([["nummer", "vragen", "titel", "opgave", "kenmerken"]] + rows))
      }
      return .clean
    }
  }

  /// Shows one topic: what it is, what happened to it, what people decided, and its newest questions.
  public func show(_ text: String, posts limit: Int) -> ExitStatus {
    telling {
      let community = try Community(try PipelineFile.read(path))
      let book = try CorrectionBook(store: community.store, file: community.file)
      let topic = try book.anyTopic(text)
      let posts = try book.posts(of: topic.id).compactMap { try community.store.post($0) }
        .sorted { ($1.createdAt, $0.id) < ($0.createdAt, $1.id) }
      var lines = ["\(topic.id) “\(topic.title)”"]
      lines.append("  stand        \(Self.marks(topic, book))")
      lines.append(
        "  oorsprong    \(topic.origin == .catalogue ? "thema uit de catalogus" : "uit de vragen zelf")")
      if let theme = topic.theme { lines.append("  opgave       \(theme)") }
      if !topic.words.isEmpty { lines.append("  woorden      \(topic.words.joined(separator: ", "))") }
      lines.append("  vragen       \(posts.count)\(Self.perYear(posts, community.file.zone))")
      lines.append("  8 weken      \(try Self.lastWeeks(posts, community))")
      let events =
        try community.store.lastPublishedRun().flatMap { try community.store.topicState(run: $0.id) }?
        .events.filter { $0.topic == topic.id || $0.other == topic.id } ?? []
      if !events.isEmpty { lines += ["", "In de laatste nacht"] + events.map { "  " + Self.sentence($0) } }
      let log = try community.store.corrections().filter { $0.correction.action.isAbout(topic.id) }
      if !log.isEmpty { lines += ["", "Correcties"] + Self.log(log, in: book) }
      lines += ["", "Vragen, nieuwste eerst"]
      lines += Self.excerpts(posts.prefix(max(0, limit)), community)
      if posts.count > limit { lines.append("  … en nog \(posts.count - limit) (--posts \(posts.count))") }
      output.write(lines.joined(separator: "\n") + "\n")
      return .clean
    }
  }

  /// Shows the log of corrections, oldest first.
  public func log() -> ExitStatus {
    telling {
      let community = try Community(try PipelineFile.read(path))
      let book = try CorrectionBook(store: community.store, file: community.file)
      let lines = try community.store.corrections()
      output.write(
        lines.isEmpty
          ? "Er zijn nog geen correcties.\n" : Self.log(lines, in: book).joined(separator: "\n") + "\n")
      return .clean
    }
  }

  private static func log(_ lines: [RecordedCorrection], in book: CorrectionBook) -> [String] {
    let withdrawn = TopicCorrections.withdrawn(in: book.log)
    let titles = book.titles
    return lines.map { line in
      var text =
        "  \(line.correction.number). \(CorrectionTexts.sentence(line.correction.action, titles: titles))"
      text += " (\(line.recordedOn)"
      if let by = line.by { text += ", \(by)" }
      if case .row(let file, let row, _) = line.source { text += ", \(file) regel \(row)" }
      text += ")"
      if let note = line.note { text += ": \(note)" }
      return withdrawn.contains(line.correction.number) ? text + " [teruggenomen]" : text
    }
  }

  private static func status(_ topic: Topic, _ book: CorrectionBook) -> String {
    if book.heir(of: topic) != nil { return "samengevoegd" }
    return topic.status == .asleep ? "slaapt" : "actief"
  }

  private static func marks(_ topic: Topic, _ book: CorrectionBook) -> String {
    var marks = [status(topic, book)]
    if let heir = book.heir(of: topic) { marks[0] = "opgegaan in \(heir)" }
    if book.folded.titles[topic.id] != nil { marks.append("naam gegeven") }
    if book.folded.pinned.contains(topic.id) { marks.append("vast") }
    if book.folded.muted.contains(topic.id) { marks.append("verborgen") }
    return marks.joined(separator: ", ")
  }

  private static func sentence(_ event: TopicEvent) -> String {
    let questions = event.questions == 1 ? "1 vraag" : "\(event.questions) vragen"
    let other = event.other.map { " \($0)" } ?? " een ander onderwerp"
    return switch event.kind {
    case .born: "\(event.topic) is nieuw, met \(questions)"
    case .died: "\(event.topic) heeft geen vragen meer"
    case .merged: "\(event.topic) is opgegaan in\(other), met \(questions)"
    case .split: "van \(event.topic) gingen \(questions) naar\(other)"
    case .woke: "\(event.topic) is terug, met \(questions)"
    }
  }

  private static func perYear(_ posts: [Post], _ zone: LocalZone) -> String {
    let years = Dictionary(grouping: posts) { zone.day(of: $0.createdAt).civil.year }
    guard years.count > 1 else { return years.keys.first.map { " (in \($0))" } ?? "" }
    let parts = years.keys.sorted().map { "\($0): \(years[$0]?.count ?? 0)" }
    return " (\(parts.joined(separator: ", ")))"
  }

  /// Questions in each of the eight weeks up to the last night's.
  private static func lastWeeks(_ posts: [Post], _ community: Community) throws -> String {
    guard let night = try community.store.lastPublishedRun()?.asOf else { return "" }
    let now = ISOWeek(containing: night)
    let weeks = Dictionary(grouping: posts) { community.file.zone.week(of: $0.createdAt) }
    return (0..<8).reversed().map { String(weeks[now.advanced(by: -$0)]?.count ?? 0) }.joined(separator: " ")
  }

  /// The posts with their first words. Numbers and names that the program knows are left out here too: a terminal's
  /// lines are copied into mails.
  private static func excerpts(_ posts: some Collection<Post>, _ community: Community) -> [String] {
    guard !posts.isEmpty else { return ["  geen"] }
    let redactor = Redactor(lexicon: community.file.nameLexicon())
    return posts.map { post in
      let text = [post.title, post.body].compactMap { $0 }.joined(separator: " — ")
      let scalars = Array(text.unicodeScalars)
      let end = scalars.count <= 90 ? scalars.count : scalars[..<90].lastIndex(of: " ") ?? 90
      let words = redactor.redact(RawText(text), only: 0..<end).text.split(whereSeparator: \.isWhitespace)
      return "  \(post.id)  \(community.file.zone.day(of: post.createdAt))  \(words.joined(separator: " "))"
        + (end < scalars.count ? " …" : "")
    }
  }

  private static func cut(_ text: String, to length: Int) -> String {
    text.count <= length ? text : text.prefix(length - 1) + "…"
  }

  private static func yes(_ truth: Bool) -> String { truth ? "ja" : "nee" }
}

extension CorrectionBook {
  /// How many questions each topic has.
  func counts() -> [TopicID: Int] {
    var counts: [TopicID: Int] = [:]
    for post in questions { if let topic = topic(of: post) { counts[topic, default: 0] += 1 } }
    return counts
  }
}

extension TopicCorrection.Action {
  /// Whether it is about a topic, or made it.
  func isAbout(_ topic: TopicID) -> Bool {
    if case .create(let made, _) = self { return made == topic }
    return names(topic)
  }
}

/// Rows of text in columns of equal width.
enum TextTable {
  /// The rows, two blanks between columns, no blanks at the ends of lines.
  static func text(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
