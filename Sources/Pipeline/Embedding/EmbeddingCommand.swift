// A program that turns texts into vectors: texts in on its standard input, vectors out on its standard output.

import Records

/// A program that turns texts into vectors.
///
/// It is started once, without a shell. It gets NDJSON `{"id","text"}` on standard input, where `id` is a number of ours
/// and says nothing about the post, and answers with NDJSON `{"id","vector":[…]}` on standard output, in any order, and
/// ends with status 0. Texts never stand on its command line, in its environment or in a message of ours.
public struct EmbeddingCommand: Sendable, Hashable, TextEmbedder {
  /// The program and its arguments.
  public var arguments: [String]
  /// What its vectors are kept under: change it when the program's model changes.
  public var name: String
  /// The folder it is started in; nil is that of this program.
  public var folder: String?
  /// Seconds in which it must take texts or give vectors, or it is ended.
  public var timeout: Double

  /// How long a program may be silent: it may have to load a model, or read everything first.
  public static let usualTimeout = 3600.0

  /// A command from its parts; without a name its arguments are its name.
  public init(
    arguments: [String], name: String? = nil, folder: String? = nil, timeout: Double = Self.usualTimeout
  ) {
    self.arguments = arguments
    self.name = name ?? arguments.joined(separator: " ")
    self.folder = folder
    self.timeout = timeout
  }

  /// A command from one line, taken apart at white space: no shell sees it, so quotes and variables mean nothing.
  public init(line: String) {
    self.init(arguments: line.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  var identity: String { "command " + name }

  func embed(_ texts: [String], each: (Int, [Float]) throws -> Void) throws {
    guard !texts.isEmpty else { return }
    var answers = EmbeddingAnswers(count: texts.count)
    var lines = LineSplitter(limit: 4 << 20)
    let parser = JSONParser()
    var next = 0
    let exchange = ProgramExchange(arguments: arguments, folder: folder, timeout: timeout)
    func take(_ line: Line) throws {
      guard line.bytes.contains(where: { !JSONLines.isSpace($0) }) else { return }
      let (place, vector) = try answers.take(line, parser: parser)
      try each(place, vector)
    }
    do {
      let complaints = try exchange.run(
        input: {
          var bytes: [UInt8] = []
          while next < texts.count, bytes.count < 1 << 16 {
            JSONOutput.object([("id", .string(String(next))), ("text", .string(texts[next]))]).writeLine(
              to: &bytes)
            next += 1
          }
          return bytes
        },
        output: { try lines.feed($0, take) })
      try lines.finish(take)
      if answers.missing > 0 {
        throw ProgramFailure(
          reason: "voor \(answers.missing) van de \(texts.count) teksten kwam geen vector terug",
          complaints: complaints)
      }
    } catch let failure as ProgramFailure {
      // What it said may repeat a text in a form of its own: it is not passed on.
      let said =
        failure.complaints.isEmpty ? "" : "; wat het daarbij meldde is niet bewaard, draai het met de hand"
      throw EmbeddingSourceError(source: arguments.first ?? "", reason: failure.reason + said)
    }
  }
}

/// What came back of what was asked: every answer once, all of one length.
private struct EmbeddingAnswers {
  private var isAnswered: [Bool]
  private(set) var missing: Int
  private var dimension: Int?

  init(count: Int) {
    isAnswered = Array(repeating: false, count: count)
    missing = count
  }

  /// The place and the vector on a line.
  mutating func take(_ line: Line, parser: JSONParser) throws -> (Int, [Float]) {
    func wrong(_ reason: String) -> ProgramFailure {
      ProgramFailure(reason: "regel \(line.number) van het antwoord: \(reason)")
    }
    guard !line.isCut, let value = try? parser.parse(line.bytes), value.kind == .object else {
      throw wrong("dit is geen JSON-object")
    }
    guard let place = (value["id"]?.text).flatMap({ Int($0) }), isAnswered.indices.contains(place) else {
      throw wrong("\"id\" ontbreekt of is niet gevraagd")
    }
    guard !isAnswered[place] else { throw wrong("\"id\" \(place) had al een antwoord") }
    let vector: [Float]
    do throws(VectorReader.NoVector) {
      vector = try VectorReader.vector(value["vector"], dimension: dimension)
    } catch {
      throw wrong(error.reason)
    }
    dimension = vector.count
    isAnswered[place] = true
    missing -= 1
    return (place, vector)
  }
}
