// Vectors from programs, files and folders: what goes well, and every way in which a program can fail.

import Discussion
import Foundation
import Storage
import TestSupport
import Testing
import Topics

@testable import Pipeline

/// Answers each line of `{"id","text"}` with a vector that tells where a word stands in the text.
private let answering =
  #"s/^\{"id":"([0-9]+)","text":"[^"]*[Ww]acht.*$/{"id":"\1","vector":[1,0.5]}/; t; "#
  + #"s/^\{"id":"([0-9]+)",.*$/{"id":\1,"vector":[-1,2e-1]}/"#

@Suite struct EmbeddingCommandTests {
  let folder = TemporaryFolder()
  private let texts = ["Hoe lang is de wachttijd?", "Wie kent een training?", "Wachten op hulp"]

  private func shell(_ script: String, timeout: Double = 20) -> EmbeddingCommand {
    EmbeddingCommand(arguments: ["sh", "-c", script], timeout: timeout)
  }

  private func vectors(_ command: EmbeddingCommand, of texts: [String]? = nil) throws -> [Int: [Float]] {
    var vectors: [Int: [Float]] = [:]
    try command.embed(texts ?? self.texts) { place, vector in vectors[place] = vector }
    return vectors
  }

  @Test func aProgramAnswersEveryText() throws {
    let command = EmbeddingCommand(arguments: ["sed", "-E", answering])
    #expect(try vectors(command) == [0: [1, 0.5], 1: [-1, 0.2], 2: [1, 0.5]])
    #expect(try vectors(command, of: []).isEmpty)
  }

  @Test func answersMayComeInAnyOrder() throws {
    let command = shell("sed -E '\(answering)' | sed -n '1!G;h;$p'")
    #expect(try vectors(command) == [0: [1, 0.5], 1: [-1, 0.2], 2: [1, 0.5]])
  }

  @Test(
    "Much text both ways comes through, whether the program reads first or writes first",
    arguments: [
      "cat > all; sed -E \"$0\" all", "sed -E \"$0\"", "seq 20000 >&2; sed -E \"$0\"; seq 20000 >&2",
    ])
  func muchText(script: String) throws {
    let many = (0..<6000).map { "Tekst \($0) " + String(repeating: "over wachten en hulp ", count: 10) }
    let command = EmbeddingCommand(
      arguments: ["sh", "-c", script, answering], folder: folder.path, timeout: 60)
    let vectors = try vectors(command, of: many)
    #expect(vectors.count == 6000)
    #expect(vectors.values.allSatisfy { $0 == [1, 0.5] })
  }

  @Test func noShellSeesTheArguments() throws {
    let marker = folder.path("ran")
    let command = EmbeddingCommand(arguments: ["sed", "-E", answering, "-", "; touch \(marker)"])
    #expect(throws: EmbeddingSourceError.self) { try vectors(command) }
    #expect(!FileManager.default.fileExists(atPath: marker))
    #expect(
      EmbeddingCommand(line: " sed  -E a;b $HOME 'x y' ").arguments == [
        "sed", "-E", "a;b", "$HOME", "'x", "y'",
      ])
  }

  @Test(
    "A program that fails is told of, with the reason",
    arguments: [
      ("cat > /dev/null; exit 3", "status 3"), ("cat > /dev/null; kill -9 $$", "signaal 9"),
      ("true", "voor 3 van de 3 teksten kwam geen vector terug"),
      ("sed -E \"$0\" | head -2", "voor 1 van de 3 teksten"),
      ("sed -E \"$0\" | sed '2s/,2e-1//'", "een vector heeft 1 getallen, de eerdere hadden er 2"),
      ("sed -E \"$0\" | sed 's/2e-1/1e999/'", "geen eindig getal"),
      ("sed -E \"$0\" | sed 's/2e-1/null/'", "geen eindig getal"),
      ("sed -E \"$0\" | sed 's/\\[.*\\]/[]/'", "0 getallen"),
      ("sed -E \"$0\" | sed 's/vector/other/'", "\"vector\" ontbreekt"),
      ("sed -E \"$0\" | sed 's/\"id\":\"2\"/\"id\":7/'", "niet gevraagd"),
      ("sed -E \"$0\" | sed 's/\"id\":\"2\"/\"id\":-1/'", "niet gevraagd"),
      ("sed -E \"$0\" | sed 's/\"id\":\"2\"/\"id\":\"0\"/'", "had al een antwoord"),
      ("echo Loading model", "regel 1 van het antwoord: dit is geen JSON-object"),
    ])
  func failures(script: String, reason: String) throws {
    let command = EmbeddingCommand(arguments: ["sh", "-c", script, answering], timeout: 20)
    let error = try #require(throws: EmbeddingSourceError.self) { try vectors(command) }
    #expect(error.description.contains(reason), "\(error)")
    #expect(error.description.hasPrefix("sh: "))
  }

  @Test func aProgramThatIsNotThereIsSaid() throws {
    let command = EmbeddingCommand(arguments: ["/no/such/program"])
    let error = try #require(throws: EmbeddingSourceError.self) { try vectors(command) }
    #expect(error.description.contains("kan niet worden gestart"))
  }

  @Test func aProgramThatIsSilentTooLongIsEndedWithAllItStarted() throws {
    let began = ContinuousClock.now
    let command = shell("sleep 100 & echo $! > \(folder.path("pid")); sleep 100", timeout: 0.5)
    let error = try #require(throws: EmbeddingSourceError.self) { try vectors(command) }
    #expect(error.description.contains("niets terug"))
    #expect(ContinuousClock.now - began < .seconds(20))
    let child = try #require(Int32(try folder.text("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
    // A process that is gone, or waits to be taken away by its new parent; dying takes a moment.
    func isGone() -> Bool {
      let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
      return state.map { $0.contains(") Z") || $0.contains(") X") } ?? true
    }
    for _ in 0..<500 where !isGone() { usleep(10_000) }
    #expect(isGone())
  }

  @Test func aProgramThatStopsReadingDoesNotEndThisOne() throws {
    let many = (0..<5000).map { "Tekst \($0) " + String(repeating: "over wachten ", count: 20) }
    let error = try #require(throws: EmbeddingSourceError.self) {
      try vectors(shell("exec <&-; exit 4"), of: many)
    }
    #expect(error.description.contains("status 4"))
  }

  @Test func aProgramThatLivesOnAfterItsLastWordIsEnded() throws {
    let began = ContinuousClock.now
    let error = try #require(throws: EmbeddingSourceError.self) {
      try vectors(shell("exec >&- 2>&-; sleep 300"))
    }
    #expect(error.description.contains("signaal") || error.description.contains("kwam geen vector"))
    #expect(ContinuousClock.now - began < .seconds(60))
  }

  @Test func nothingThatAProgramSaysIsPassedOn() throws {
    let script = "echo 'Error: out of memory' >&2; cat >&2; echo >&2; echo 'at layer 3' >&2; exit 1"
    let error = try #require(throws: EmbeddingSourceError.self) {
      try vectors(shell(script), of: ["Mijn zoon Daan van zeven slaapt slecht", "Pim?"])
    }
    #expect(error.description.contains("status 1"))
    #expect(!error.description.contains("layer"))
    #expect(!error.description.contains("Daan"))
    #expect(!error.description.contains("Pim"))
    #expect(error.description.contains("met de hand"))
  }
}

/// Counts what it is asked.
private final class CountingEmbedder: TextEmbedder {
  let identity: String
  private(set) var asked: [String] = []

  init(_ identity: String) { self.identity = identity }

  func embed(_ texts: [String], each: (Int, [Float]) throws -> Void) throws {
    asked += texts
    for place in texts.indices { try each(place, [Float(texts[place].utf8.count), 1]) }
  }
}

@Suite struct PostEmbeddingTests {
  let folder = TemporaryFolder()

  private func posts(_ texts: [String]) -> [TopicPost] {
    texts.enumerated().map { TopicPost(id: PostID("p\($0)"), body: $1) }
  }

  @Test func eachTextIsAskedOnceAndOnlyNewOnesLater() throws {
    let store = try CommunityStore(path: folder.path("store.sqlite"))
    let first = CountingEmbedder("a")
    let vectors = try PostEmbedding(embedder: first, store: store).vectors(
      of: posts(["x", "yy", "x", " \n"]))
    #expect(first.asked == ["x", "yy"])
    #expect(vectors?.count == 3)
    #expect(vectors?[PostID("p2")].map(Array.init) == [1, 1])
    let second = CountingEmbedder("a")
    let later = try PostEmbedding(embedder: second, store: store).vectors(of: posts(["yy", "zzz"]))
    #expect(second.asked == ["zzz"])
    #expect(later?[PostID("p0")].map(Array.init) == [2, 1])
    let other = CountingEmbedder("b")
    _ = try PostEmbedding(embedder: other, store: store).vectors(of: posts(["yy"]))
    #expect(other.asked == ["yy"])
  }

  @Test func keptVectorsOfAnotherLengthAreAnErrorThatSaysWhatToDo() throws {
    let store = try CommunityStore(path: folder.path("store.sqlite"))
    try store.addVectors([(TextHash(of: "x"), [1, 2, 3])], model: "a")
    let error = try #require(throws: EmbeddingSourceError.self) {
      try PostEmbedding(embedder: CountingEmbedder("a"), store: store).vectors(of: posts(["x", "y"]))
    }
    #expect(error.description.contains("name"))
  }

  @Test func nothingIsAskedOfNothing() throws {
    #expect(try PostEmbedding(embedder: CountingEmbedder("a"), store: nil).vectors(of: []) == nil)
  }
}

@Suite final class ClusterWithVectorsTests {
  private let folder = TemporaryFolder()
  private var messages: [String] = []

  private func cluster(_ source: EmbeddingSource?) throws -> (
    status: Pipeline.ExitStatus, assignments: String
  ) {
    messages = []
    let filter = ClusterFilter(
      posts: folder.path("posts.ndjson"), embeddings: source, assignments: folder.path("out.csv"))
    let status = filter.run { messages.append($0) }
    return (status, (try? folder.text("out.csv")) ?? "")
  }

  private func writePosts() throws {
    let lines = (0..<12).map { number in
      #"{"id":"p\#(number)","text":"\#(number % 2 == 0 ? "Wachten" : "Training")q\#(number)x"}"#
    }
    try folder.write(lines.joined(separator: "\n"), to: "posts.ndjson")
  }

  @Test func aFileAndAProgramWithTheSameVectorsGiveTheSameTopics() throws {
    try writePosts()
    let lines = (0..<12).map { #"{"id":"p\#($0)","vector":\#($0 % 2 == 0 ? "[1,0.5]" : "[-1,0.2]")}"# }
    let path = try folder.write(lines.joined(separator: "\n"), to: "vectors.ndjson")
    let byFile = try cluster(.named(path))
    #expect(byFile.status == .clean)
    #expect(messages.isEmpty)
    let byProgram = try cluster(.command(EmbeddingCommand(arguments: ["sed", "-E", answering])))
    #expect(byProgram.status == .clean)
    #expect(byProgram.assignments == byFile.assignments)
    #expect(byFile.assignments != (try cluster(nil)).assignments)
  }

  @Test func aFolderIsAModel() throws {
    try writePosts()
    let model = Repository.root.appending(path: "Tests/EmbeddingsTests/Models/wordpiece").path(
      percentEncoded: false)
    #expect(try cluster(.named(model)).status == .clean)
    #expect(try cluster(.named(folder.path)).status == .failed)
    #expect(messages.first?.contains("model.safetensors") == true)
  }

  @Test func postsWithoutAVectorAreTold() throws {
    try writePosts()
    let path = try folder.write(#"{"id":"p3","vector":[1,2]}"#, to: "vectors.ndjson")
    #expect(try cluster(.named(path)).status == .clean)
    #expect(messages == ["11 of 12 posts have no vector and are placed by their words alone"])
    try folder.write("", to: "vectors.ndjson")
    #expect(try cluster(.named(path)).status == .clean)
    #expect(messages.first?.contains("no post has a vector") == true)
  }

  @Test(
    "A file with a wrong vector is refused with its line",
    arguments: [
      ("geen json", ":2: dit is geen JSON-object"), (#"{"vector":[1,2]}"#, ":2: \"id\" ontbreekt"),
      (#"{"id":"p0","vector":[1,2]}"#, "staat hier twee keer"), (#"{"id":"p1","vector":[1]}"#, "1 getallen"),
      (#"{"id":"p1","vector":[1,"x"]}"#, "geen eindig getal"),
      (#"{"id":"p1","vector":[1,1e39]}"#, "geen eindig getal"),
      (#"{"id":"p1"}"#, "\"vector\" ontbreekt"),
    ])
  func wrongFile(line: String, reason: String) throws {
    try writePosts()
    let path = try folder.write(#"{"id":"p0","vector":[1,2]}"# + "\n" + line + "\n", to: "vectors.ndjson")
    #expect(try cluster(.named(path)).status == .failed)
    #expect(messages.count == 1)
    #expect(messages.first?.contains(reason) == true, "\(messages)")
  }
}
