// The list of a folder's files with their hashes, so that a reader can tell whether all is there and untouched.
import Crypto
import Discussion
import Records

/// `manifest.json` of a folder.
enum Manifest {
  /// Version of the files' columns: rises when a column is renamed or moved.
  static let schema = 1

  /// The manifest of files whose paths lie below a folder. Holds no clock time: equal nights give equal bytes.
  /// - Parameters:
  ///   - method: of the night that made the files, also where the week is an older one.
  ///   - day: the day whose data were used.
  static func file(
    in folder: String, of files: [RenderedFile], _ method: MethodSettings, asOf day: CalendarDay,
    week: ISOWeek
  ) -> RenderedFile {
    let listed = files.sorted { $0.path < $1.path }.map { file in
      JSONOutput.object([
        ("path", .string(String(file.path.dropFirst(folder.count + 1)))),
        ("bytes", .integer(file.bytes.count)), ("sha256", .string(hash(file.bytes))),
      ])
    }
    let manifest = JSONOutput.object([
      ("program", .string("themaradar")), ("version", .string(method.version)),
      ("settings", .string(method.settingsHash)), ("schema", .integer(schema)),
      ("as_of", .string(day.description)), ("iso_week", .string(week.description)),
      ("files", .array(listed)),
    ])
    var bytes: [UInt8] = []
    manifest.writeLine(to: &bytes)
    return RenderedFile(path: folder + "/manifest.json", bytes: bytes)
  }

  /// SHA-256 as hexadecimal digits.
  static func hash(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
