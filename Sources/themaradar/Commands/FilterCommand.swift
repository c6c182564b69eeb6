// What the filter commands share: messages on standard error under the command's name, and the exit status.
import ArgumentParser
import Pipeline

/// A command that runs one of the filters.
protocol FilterCommand: ParsableCommand {
  /// Runs the filter; `report` is given a line per thing that is wrong.
  func filter(report: (String) -> Void) -> ExitStatus
}

extension FilterCommand {
  /// Runs the filter, and ends the program with its status.
  func run() throws {
    let name = Self.configuration.commandName ?? "\(Self.self)".lowercased()
    let status = filter { Console.standardError.write("themaradar \(name): \($0)\n") }
    throw ExitCode(status.rawValue)
  }
}
