// The command `map check`: tries a mapping on a file, without storing.
import Archives
import Discussion
import Importers
import Records

/// Tries a mapping on a file and shows what comes of it.
public struct MapCheckCommand: Sendable {
  /// The mapping.
  public var mapping: String
  /// The file or archive.
  public var path: String
  /// The zone of times that name none, where the mapping names none either.
  public var zone: String
  /// Times after this are impossible.
  public var notAfter: Timestamp

  /// A check of a mapping on a file. Times after tomorrow are impossible: a day's grace for clocks that run ahead.
  public init(mapping: String, path: String, zone: String = "Europe/Amsterdam") {
    self.mapping = mapping
    self.path = path
    self.zone = zone
    notAfter = Clock.now.advanced(byMilliseconds: 86_400_000)
  }

  /// Reads the file and shows the first posts, what would be put aside, and counts.
  ///
  /// - Parameters:
  ///   - report: is given each message about what could not be done.
  ///   - output: is given what is shown.
  /// - Returns: clean when nothing was put aside, incomplete when something was, failed when the mapping is wrong or
  ///   does not fit the file.
  public func run(
    report: (String) -> Void, output: (String) -> Void = Console.standardOutput.write
  ) -> ExitStatus {
    let name = MappedInput.name(of: path)
    do {
      guard let zone = LocalZone(identifier: zone) else {
        throw ImportFilterError("onbekende tijdzone “\(zone)”")
      }
      let text = String(decoding: try ByteReader.contents(of: mapping), as: UTF8.self)
      let check = try MappingCheck(
        try Mapping(yaml: text, file: mapping), on: try ArchiveFile(path: path), name: name,
        settings: ImportSettings(zone: zone, notAfter: notAfter))
      output(check.lines.map { $0 + "\n" }.joined())
      switch check.verdict {
      case .clean: return .clean
      case .rejects: return .incomplete
      case .misfit: return .failed
      }
    } catch {
      report(MappedInput.message(error, name))
      return .failed
    }
  }
}
