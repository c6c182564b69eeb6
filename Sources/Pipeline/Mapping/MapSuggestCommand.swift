// The command `map suggest`: proposes a mapping for a file.
import Archives
import Importers

/// Proposes a mapping for a file and writes it to standard output.
public struct MapSuggestCommand: Sendable {
  /// The file or archive.
  public var path: String

  /// A proposal for a file.
  public init(path: String) { self.path = path }

  /// Writes the mapping.
  ///
  /// - Parameters:
  ///   - report: is given each message for people, one line.
  ///   - output: is given the mapping.
  /// - Returns: clean when the mapping can be tried as it is, incomplete when something has to be filled in first,
  ///   failed when there is nothing to propose.
  public func run(
    report: (String) -> Void, output: (String) -> Void = Console.standardOutput.write
  ) -> ExitStatus {
    let name = MappedInput.name(of: path)
    do {
      let suggestion = try MappingSuggestion(for: try ArchiveFile(path: path), name: name)
      output(suggestion.yaml)
      return suggestion.isComplete ? .clean : .incomplete
    } catch {
      report(MappedInput.message(error, name))
      return .failed
    }
  }
}

/// What both commands do with a file.
enum MappedInput {
  /// The last part of a path.
  static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// An error in words.
  static func message(_ error: any Error, _ name: String) -> String {
    switch error {
    case let refusal as ImportRefusal: "\(name): \(refusal.message) [\(refusal.reason)]"
    case let archive as ArchiveError: "\(name): \(archive.message) [\(archive.reason.rawValue)]"
    default: "\(error)"
    }
  }
}
