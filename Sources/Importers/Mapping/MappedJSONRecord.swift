// Values out of JSON records by the paths of a mapping: the same for JSON Lines and JSON documents.
import Discussion
import Records

/// Looks values up in JSON records. Make one for a file.
final class MappedJSONRecord {
  private let file: MappedFile

  init(file: MappedFile) { self.file = file }

  /// The lookup of a record's values; text, numbers, and for some fields yes and no.
  func lookup(_ value: JSONValue) -> MappedRecordReader.Lookup {
    { source in
      guard let keys = source.keys, let found = value[path: keys], !found.isNull else { return nil }
      let path = source.source.path ?? []
      guard found.count == 0, let text = found.text, found.kind != .boolean || self.takesBoolean(path) else {
        throw RecordProblem(
          reason: self.isTime(path) ? "date" : "json-type",
          message: "bij “\(path.joined(separator: "."))” staat geen tekst of getal")
      }
      return MappedValue(text)
    }
  }

  private func takesBoolean(_ path: [String]) -> Bool {
    if case .column(let source, _) = file.opens, source.path == path { return true }
    return file.fields[.deleted]?.sources.contains { $0.path == path } == true
      || (file.skip + file.only).contains { $0.source.path == path }
      || file.fields.values.contains { $0.sources.contains { $0.condition?.path == path } }
  }

  private func isTime(_ path: [String]) -> Bool {
    [MappedField.Name.created, .edited].contains { name in
      file.fields[name]?.sources.contains { $0.path == path } == true
    }
  }
}
