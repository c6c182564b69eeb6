// Earlier verdicts as a file for the filter `triage`.

import Discussion
import Records
import Triage

/// Reads what monitors said of posts: CSV with a header; columns `post_id`, `verdict` and `reasons`, or as the monitors'
/// form and log call them. Of several verdicts on a post and a class the last counts.
struct TriageVerdictFile {
  /// What the verdicts teach.
  private(set) var examples: [TriageExample] = []
  /// Rows that teach nothing because they cannot be read.
  private(set) var refused = 0

  private static let post = ["post_id", "bericht", "bericht_id"]
  private static let verdict = ["verdict", "oordeel"]
  private static let reasons = ["reasons", "reason", "class", "reden", "redenen_toen", "waarom"]

  /// Reads a file; `texts` are the posts after redaction.
  init(_ path: String, texts: [(id: String, text: String)], report: (String) -> Void) throws {
    let bytes = try ByteReader.contents(of: path)
    let delimiter = CSVFormat.delimiter(ofFirstLineIn: bytes) ?? UInt8(ascii: ",")
    let records = CSVParser.records(in: bytes, format: CSVFormat(delimiter: delimiter))
    let header = records.first?.strings.map { $0.lowercased() } ?? []
    func column(_ names: [String]) -> Int? { names.lazy.compactMap { header.firstIndex(of: $0) }.first }
    guard let post = column(Self.post), let verdict = column(Self.verdict) else {
      throw FilterInputError(description: "\(path): no columns post_id and verdict")
    }
    let holds = header.firstIndex(of: "geldt")
    let reasonColumns = Self.reasons.compactMap { header.firstIndex(of: $0) }
    let known = Dictionary(texts.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    var said: [String: [TriageClass: Bool?]] = [:]
    for (number, record) in records.enumerated().dropFirst() {
      guard let id = record.string(post), !id.isEmpty, !id.hasPrefix("#") else { continue }
      guard let word = record.string(verdict), !word.isEmpty, QuoteAnswer(rawValue: word) == nil,
        holds.flatMap({ record.string($0) }) != "nee"
      else { continue }
      guard known[id] != nil, let kind = try? VerdictBook.kind(word) else {
        refused += 1
        report("\(path): record \(number + 1): an unknown post or verdict")
        continue
      }
      let named = reasonColumns.lazy.compactMap { record.string($0) }.first { !$0.isEmpty } ?? ""
      for reason in named.split(whereSeparator: { "|,".contains($0) }) {
        guard
          case .triage(let one, _)? = ReviewReason(word: CorrectionBook.trimmed(String(reason)))
            ?? TriageClass(rawValue: CorrectionBook.trimmed(String(reason))).map({
              .triage($0, confidence: 0)
            })
        else { continue }
        said[id, default: [:]][one] = .some(kind == .postponed ? nil : kind != .unjust)
      }
    }
    for (id, classes) in said.sorted(by: { $0.key < $1.key }) {
      let judged = classes.compactMapValues { $0 }
      guard !judged.isEmpty, let text = known[id] else { continue }
      examples.append(
        TriageExample(
          id: "! " + id, text: text, classes: Set(judged.filter(\.value).keys),
          unlabelled: Set(TriageClass.allCases.filter { judged[$0] == nil })))
    }
  }
}

/// Why a file cannot be read at all.
struct FilterInputError: Error, CustomStringConvertible {
  var description: String
}
