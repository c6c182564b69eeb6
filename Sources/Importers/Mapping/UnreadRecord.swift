// What replies have to know of the record that they stand in when that record gives no post.
import Discussion

/// A record that is left out or went to quarantine. The replies in it stay replies to it, in its conversation: nobody
/// asked in them what it asked.
struct UnreadRecord {
  let reader: MappedRecordReader

  /// The identity and conversation of the post that the record would have been.
  func enclosing(
    _ lookup: MappedRecordReader.Lookup, at place: Provenance, within enclosing: MappedRecordReader.Enclosing?
  ) throws -> MappedRecordReader.Enclosing? {
    guard reader.file.entity != .member else { return enclosing }
    if let post = try leftOut(lookup, at: place, within: enclosing) { return post }
    let id = line(.id, lookup) ?? derivedID(lookup)
    let thread =
      enclosing?.thread ?? line(.thread, lookup)
      ?? line(.replyTo, lookup).map { parent in
        follows ? reader.openers?.root(of: id, parent: parent) ?? parent : parent
      }
    return MappedRecordReader.Enclosing(id: id, thread: thread ?? id)
  }

  private var follows: Bool { reader.file.fields[.thread]?.followsReplies == true }

  /// The record read as if the mapping did not leave it out; nil where it cannot be read.
  private func leftOut(
    _ lookup: MappedRecordReader.Lookup, at place: Provenance, within enclosing: MappedRecordReader.Enclosing?
  ) throws -> MappedRecordReader.Enclosing? {
    var file = reader.file
    file.skip = []
    file.only = []
    let all = MappedRecordReader(
      mapping: reader.mapping, file: file, settings: reader.settings, openers: reader.openers)
    let nobody = ImportSink(file: place.file, settings: reader.settings) { _ in }
    return try all.read(lookup, raw: [], at: place, flags: [], within: enclosing, into: nobody)
  }

  /// A field's value where it can be read.
  private func line(_ name: MappedField.Name, _ lookup: MappedRecordReader.Lookup) -> String? {
    (try? reader.line(name, lookup)).flatMap { $0 }
  }

  /// An identity over all values that the mapping names, for a record without a number that can be read.
  private func derivedID(_ lookup: MappedRecordReader.Lookup) -> String {
    let names = reader.file.fields.keys.sorted { $0.rawValue < $1.rawValue }
    return DerivedIdentity.id(of: ["unread"] + names.flatMap { [$0.rawValue, line($0, lookup) ?? ""] })
  }
}
