// The part `embeddings` of the pipeline file: whether a language model helps, and which.

import Configuration
import Dashboards
import Foundation
import Topics

/// Which language model turns questions into vectors, and how much those count.
public struct EmbeddingSection: Sendable, Hashable {
  /// Where the vectors come from.
  public enum Model: Sendable, Hashable {
    /// A folder in Model2Vec's layout.
    case folder(String)
    /// A program that the texts are given to.
    case command(EmbeddingCommand)
  }

  /// Where the vectors come from.
  public var model: Model
  /// How much a vector counts beside the words and themes, which count as 1.
  public var weight: Double

  /// Reads the section; nil for `none` and where there is none.
  static func read(_ node: SettingsNode?, in folder: URL) throws(ConfigurationError) -> EmbeddingSection? {
    guard let node else { return nil }
    guard node.isMapping else {
      guard try node.text() == "none" else {
        throw node.error("\"embeddings\" moet none zijn, of een groep met \"model\" of \"command\"")
      }
      return nil
    }
    var map = try node.mapping()
    let weight = try map.optional("weight")?.number(in: 0.05...20) ?? Double(TopicSettings.usualVectorWeight)
    let modelNode = map.optional("model")
    let commandNode = map.optional("command")
    let name = map.optional("name")
    let timeout = map.optional("timeout_seconds")
    try map.finish()
    if let modelNode {
      guard commandNode == nil, name == nil, timeout == nil else {
        throw node.error("bij \"model\" horen geen \"command\", \"name\" of \"timeout_seconds\"")
      }
      return EmbeddingSection(
        model: .folder(try PipelineFile.existingFolder(modelNode, in: folder)), weight: weight)
    }
    guard let commandNode else {
      throw node.error("\"embeddings\" heeft een \"model\" (map) of een \"command\" (programma) nodig")
    }
    guard commandNode.isSequence else {
      throw commandNode.error("\"command\" moet een lijst zijn: het programma en zijn argumenten")
    }
    var arguments: [String] = []
    for argument in try commandNode.sequence() {
      let text = try argument.text()
      guard !text.utf8.contains(0) else { throw argument.error("een argument mag geen NUL bevatten") }
      arguments.append(text)
    }
    guard arguments.first?.isEmpty == false else {
      throw commandNode.error("\"command\" noemt geen programma")
    }
    let command = EmbeddingCommand(
      arguments: arguments, name: try name?.string(), folder: folder.path(percentEncoded: false),
      timeout: Double(try timeout?.integer(in: 1...604_800) ?? Int(EmbeddingCommand.usualTimeout)))
    guard command.programExists else {
      throw commandNode.error("het programma \"\(arguments[0])\" is er niet of mag niet worden gestart")
    }
    return EmbeddingSection(model: .command(command), weight: weight)
  }

  /// The model itself.
  func embedder() throws -> any TextEmbedder {
    switch model {
    case .folder(let folder): try ModelFolder(folder)
    case .command(let command): command
    }
  }

  /// Whether the model can be read. A program is not started.
  func check() throws { if case .folder(let folder) = model { _ = try ModelFolder(folder) } }

  /// What it does, in plain words.
  var explanation: String {
    switch model {
    case .folder(let folder): "\(folder), gewicht \(weight)"
    case .command(let command):
      "het programma \(command.arguments[0]) krijgt de teksten van vragen, gewicht \(weight)"
    }
  }

  /// What the method page tells of it.
  var use: MethodSettings.LanguageModelUse {
    switch model {
    case .folder: .within
    case .command: .anotherProgram
    }
  }

  /// The bytes of a model folder's files; none for a program.
  var modelFiles: [(name: String, data: Data?)] {
    guard case .folder(let folder) = model else { return [] }
    return ModelFolder.files.map { ($0, FileManager.default.contents(atPath: "\(folder)/\($0)")) }
  }
}

extension EmbeddingCommand {
  /// Whether its program can be started: a path from its folder, or a name on `PATH`.
  var programExists: Bool {
    guard let program = arguments.first else { return false }
    if program.contains("/") {
      let base = URL(
        filePath: folder ?? FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
      let path = URL(filePath: program, relativeTo: base).path(percentEncoded: false)
      return FileManager.default.isExecutableFile(atPath: path)
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}
