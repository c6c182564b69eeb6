// Labelled posts as files hold them.

import Discussion
import Moderation
import Records
import Triage

/// Reads labelled posts: NDJSON `{id,text,classes,unlabelled?}`.
struct TriageExampleFile {
  /// The examples, their personal data taken out.
  private(set) var examples: [TriageExample] = []
  /// Lines that are none.
  private(set) var refused = 0

  /// Reads a file; `-` is standard input.
  init(_ path: String, redactor: Redactor, report: (String) -> Void) throws {
    try JSONLines.forEach(of: path) { result, line in
      guard let example = Self.example(result, redactor) else {
        refused += 1
        report("\(path):\(line): no JSON object with an id, a text and known classes")
        return
      }
      examples.append(example)
    }
  }

  /// The examples that come with the program.
  init(shippedWith redactor: Redactor) {
    JSONLines.forEach(in: ShippedTriage.examples) { result, _ in
      if let example = Self.example(result, redactor) { examples.append(example) } else { refused += 1 }
    }
  }

  private static func example(_ line: Result<JSONValue, JSONError>, _ redactor: Redactor) -> TriageExample? {
    guard case .success(let value) = line, let id = value["id"]?.text, let text = value["text"]?.string,
      let classes = classes(value["classes"]),
      let unlabelled = value["unlabelled"] == nil ? [] : Self.classes(value["unlabelled"])
    else { return nil }
    return TriageExample(
      id: id, text: redactor.redact(RawText(text)).text, classes: classes, unlabelled: unlabelled)
  }

  private static func classes(_ value: JSONValue?) -> Set<TriageClass>? {
    guard let value, value.kind == .array else { return nil }
    let names = value.elements.map { $0.string.flatMap(TriageClass.init) }
    return names.contains(nil) ? nil : Set(names.compactMap(\.self))
  }
}
