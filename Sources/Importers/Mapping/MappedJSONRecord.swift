// Values out of JSON records by the paths of a mapping: the same for JSON Lines and JSON documents.
import Discussion
import Records

/// Looks values up in JSON records.
struct MappedJSONRecord {
  let file: MappedFile

  /// The lookup of a record's values; text, numbers, and for some fields yes and no.
  func lookup(_ value: JSONValue) -> MappedRecordReader.Lookup {
    { source in
      guard let path = source.path, let found = value[path: path], !found.isNull else { return nil }
      guard found.count == 0, let text = found.text, found.kind != .boolean || takesBoolean(path) else {
        throw RecordProblem(
          reason: isTime(path) ? "date" : "json-type",
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
