// The built program, started as a person would start it.
import Foundation

/// Starts `themaradar` and waits for it.
struct Program {
  /// How it ended and what it said.
  struct Result {
    /// Its exit status; 128 + the signal's number when it was killed.
    var status: Int32
    /// Its standard output.
    var output: String
    /// Its standard error.
    var errors: String
  }

  /// Where the tests' own build lies: the program is built beside it.
  static let executable: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "themaradar").path
  }()

  /// The repository's root.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Runs the program to its end, or kills it with SIGKILL when a line of its standard error starts with a text.
  static func run(_ arguments: [String], killedAt line: String? = nil, afterMilliseconds delay: Int = 0)
    throws
    -> Result
  {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    var said = Data()
    while true {
      let chunk = errors.fileHandleForReading.availableData
      if chunk.isEmpty { break }
      said += chunk
      if let line,
        String(decoding: said, as: UTF8.self).split(separator: "\n").contains(where: { $0 == line })
      {
        Thread.sleep(forTimeInterval: Double(delay) / 1000)
        kill(process.processIdentifier, SIGKILL)
        break
      }
    }
    let told = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let status = process.terminationStatus
    return Result(
      status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
      output: String(decoding: told, as: UTF8.self), errors: String(decoding: said, as: UTF8.self))
  }
}
