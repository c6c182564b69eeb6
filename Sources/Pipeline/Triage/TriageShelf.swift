// The ranking of a community: the one that comes with the program, taught further by what its monitors said.
import Crypto
import Discussion
import Foundation
import Moderation
import Records
import Storage
import Triage

/// Keeps a community's ranking beside its store.
///
/// Without verdicts that is the ranking of the program. With them it is trained anew, from the program's examples and the
/// verdicts together, in the first night that finds them changed; what was made is kept in a file beside the store, of
/// hashes and weights only. Whoever erases somebody removes that file.
struct TriageShelf {
  /// Where the ranking is kept.
  let path: String
  /// The examples that come with the program.
  var shipped: (Redactor) -> [TriageExample] = { TriageExampleFile(shippedWith: $0).examples }

  /// The shelf of a community.
  init(file: PipelineFile) { self.init(besideStore: file.store) }

  /// The shelf beside a store.
  init(besideStore store: String) { path = store + ".rangschikking" }

  /// The ranking that this night's verdicts ask for.
  /// - Returns: the ranking; from how many verdicts it learned; and whether it was made just now.
  func model(store: CommunityStore, verdicts: Verdicts, redactor: Redactor) throws -> (
    model: TriageModel, learned: Int, isNew: Bool
  ) {
    let teacher = VerdictExamples(verdicts: verdicts, redactor: redactor)
    let texts = try TextVersions(store)
    let examples = try teacher.posts.compactMap { id in
      try store.post(id).flatMap { teacher.example($0, version: texts.of($0)) }
    }
    return try model(examples: examples, redactor: redactor)
  }

  /// The ranking that the program's examples and these make.
  func model(examples: [TriageExample], redactor: Redactor) throws -> (
    model: TriageModel, learned: Int, isNew: Bool
  ) {
    guard !examples.isEmpty else {
      forget()
      return (try ShippedTriage.model(), 0, false)
    }
    let mark = Self.mark(examples)
    if let kept = read(mark) { return (kept, examples.count, false) }
    let model = TriageModel(shipped(redactor) + examples)
    try keep(model, mark)
    return (model, examples.count, true)
  }

  /// The ranking that the last night used, without looking whether verdicts changed since.
  func current() throws -> TriageModel { try read(nil) ?? ShippedTriage.model() }

  /// Removes what is kept.
  func forget() {
    unlink(path)
    unlink(draft)
  }

  /// Where it is written before it is put in place.
  private var draft: String { path + ".nieuw" }

  /// Tells one lot of examples from another, and one version of the program's own from the next: 32 bytes.
  private static func mark(_ examples: [TriageExample]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: ShippedTriage.ranking)
    hash.update(data: Data(ProgramVersion.current.utf8))
    withUnsafeBytes(of: TriageModel.fingerprint(of: examples).littleEndian) {
      hash.update(bufferPointer: $0)
    }
    return Array(hash.finalize())
  }

  /// What is kept, when it has this mark or whatever mark it has; nil when there is none or it is broken.
  private func read(_ mark: [UInt8]?) -> TriageModel? {
    guard let data = FileManager.default.contents(atPath: path), data.count > SHA256.byteCount,
      mark == nil || data.prefix(SHA256.byteCount).elementsEqual(mark ?? [])
    else { return nil }
    return try? TriageModel(bytes: Array(data.dropFirst(SHA256.byteCount)))
  }

  /// Writes the file beside itself and puts it in place, so that a reader never finds half of it.
  private func keep(_ model: TriageModel, _ mark: [UInt8]) throws {
    let writer = try ByteWriter(path: draft)
    try writer.write(mark)
    try writer.write(model.bytes)
    try writer.flush()
    guard rename(draft, path) == 0 else {
      throw NightError.cannotRun("\(path) kan niet worden geschreven: \(String(cString: strerror(errno)))")
    }
  }
}
