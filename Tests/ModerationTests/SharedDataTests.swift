// How well it does on labelled posts: the bars, measured where the shared data and the Dutch word list are there.
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Moderation

@Suite struct SharedDataTests {
  static let dictionary = "/usr/share/hunspell/nl_NL.dic"
  static let isThere =
    Repository.sharedPath("data/pii/labels.ndjson") != nil
    && FileManager.default.fileExists(atPath: dictionary)

  struct Span: Decodable {
    var kind: String?
    var start: Int
    var end: Int
  }
  struct Label: Decodable {
    var id: String
    var pii: [Span]
    var ignore: [Span]?
    var is_question: Bool?
    var signals: [String]?
  }
  struct Labelled: Decodable {
    var id: String
    var text: String?
    var body: String?
    var parent_id: String?
    var thread_id: String?
    var author_id: String?
    var created_at: String?
  }

  private func read<Row: Decodable>(_ path: String, as type: Row.Type) throws -> [Row] {
    let text = try String(contentsOf: Repository.shared.appending(path: path), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
  }

  private func scanner() throws -> PersonalDataScanner {
    var lexicon = NameLexicon()
    lexicon.add(hunspell: Array(try Data(contentsOf: URL(filePath: Self.dictionary))))
    return PersonalDataScanner(lexicon: lexicon)
  }

  @Test(.enabled(if: isThere, "the shared data or hunspell-nl is not here"))
  func labelledPersonalDataIsFoundAndLittleElse() throws {
    let scanner = try scanner()
    let posts = Dictionary(
      uniqueKeysWithValues: try read("data/pii/posts.ndjson", as: Labelled.self).map {
        ($0.id, $0.text ?? "")
      })
    var (gold, found, predicted, right) = (0, 0, 0, 0)
    for label in try read("data/pii/labels.ndjson", as: Label.self) {
      let findings = scanner.findings(in: posts[label.id] ?? "")
      func isHit(_ finding: Finding, _ span: Span) -> Bool {
        finding.kind.rawValue == span.kind && finding.range.overlaps(span.start..<span.end)
      }
      let counted = findings.filter { finding in
        !(label.ignore ?? []).contains { finding.range.overlaps($0.start..<$0.end) }
          || label.pii.contains { finding.range.overlaps($0.start..<$0.end) }
      }
      predicted += counted.count
      right += counted.filter { finding in label.pii.contains { isHit(finding, $0) } }.count
      gold += label.pii.count
      found += label.pii.filter { span in findings.contains { isHit($0, span) } }.count
    }
    let (precision, recall) = (Double(right) / Double(predicted), Double(found) / Double(gold))
    #expect(gold == 373)
    #expect(2 * precision * recall / (precision + recall) >= 0.95)
  }

  @Test(.enabled(if: isThere, "the shared data or hunspell-nl is not here"))
  func unansweredQuestionsOfTheGoldCommunityAreFound() throws {
    let labels = try read("data/gold/labels.ndjson", as: Label.self)
    let posts = try read("data/gold/posts.ndjson", as: Labelled.self).map { row in
      Post(
        id: PostID(row.id), source: "gold", thread: ThreadID(row.thread_id ?? ""),
        parent: row.parent_id.map { PostID($0) },
        kind: row.parent_id == nil ? .topic : .reply, author: row.author_id.map { MemberID($0) },
        createdAt: try #require(Timestamp(iso8601: row.created_at ?? "")), body: row.body ?? "")
    }
    let asOf = try #require(Timestamp(iso8601: "2026-10-31T03:00:00Z"))
    let waiting = UnansweredQuestions(
      workingDays: try WorkingDaysTests.calendar(),
      zone: try #require(LocalZone(identifier: "Europe/Amsterdam"))
    ).find(
      in: posts, questions: Set(labels.filter { $0.is_question ?? false }.map { PostID($0.id) }), asOf: asOf)
    let gold = Set(labels.filter { $0.signals?.contains("unanswered") ?? false }.map(\.id))
    let hits = waiting.filter { gold.contains($0.post.description) }.count
    print("unanswered: gold \(gold.count), found \(waiting.count), right \(hits)")
    #expect(Double(hits) / Double(waiting.count) >= 0.95)
    #expect(Double(hits) / Double(gold.count) >= 0.95)
  }
}
