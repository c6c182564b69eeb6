// Static embeddings against the numbers of model2vec itself (make_model2vec_golden.py), and damaged models.
import Embeddings
import Foundation
import Records
import TestSupport
import Testing

/// The small models of the tests.
private enum SmallModel {
  static let folder = Repository.root.appending(path: "Tests/EmbeddingsTests/Models")

  static func bytes(_ model: String, _ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: model).appending(path: file)))
  }

  static func embedding(_ model: String) throws -> StaticEmbedding {
    try StaticEmbedding(
      vectors: bytes(model, "model.safetensors"), tokenizer: bytes(model, "tokenizer.json"),
      configuration: bytes(model, "config.json"))
  }

  static func golden(_ model: String) throws -> [(text: String, vector: [Double])] {
    let value = try JSONParser().parse(bytes("", "golden.json"))
    let texts = try #require(value["texts"]).elements.map { $0.string ?? "" }
    let vectors = try #require(value["models"]?[model]).elements.map { $0.elements.map { $0.double ?? .nan } }
    return Array(zip(texts, vectors)).map { (text: $0, vector: $1) }
  }
}

@Suite struct StaticEmbeddingTests {
  @Test(
    "A text gets the vector that model2vec gives it",
    arguments: [
      // The Python package rounds what comes from half-precision vectors to half precision again.
      ("wordpiece", 2e-6), ("cased", 2e-3), ("unigram", 2e-6), ("bytepairs", 2e-6), ("shared", 2e-6),
    ])
  func golden(model: String, tolerance: Double) throws {
    let embedding = try SmallModel.embedding(model)
    let golden = try SmallModel.golden(model)
    #expect(golden.count > 30)
    for (text, expected) in golden {
      let vector = embedding.vector(of: text)?.map(Double.init) ?? Array(repeating: 0, count: 6)
      #expect(vector.count == expected.count)
      let difference = zip(vector, expected).map { abs($0 - $1) }.max() ?? .infinity
      #expect(difference <= tolerance, "\(model): \(text.prefix(60).debugDescription)")
    }
  }

  @Test func `a text without a known word has no vector`() throws {
    let embedding = try SmallModel.embedding("wordpiece")
    #expect(embedding.vector(of: "") == nil)
    #expect(embedding.vector(of: "\u{4F60}\u{597D}") == nil)
    #expect(embedding.vector(of: "school") != nil)
  }

  @Test func `a model does without config`() throws {
    let bare = try StaticEmbedding(
      vectors: SmallModel.bytes("wordpiece", "model.safetensors"),
      tokenizer: SmallModel.bytes("wordpiece", "tokenizer.json"))
    let vector = try #require(bare.vector(of: "school"))
    let normalized = try #require(try SmallModel.embedding("wordpiece").vector(of: "school"))
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    for (one, other) in zip(vector, normalized) { #expect(abs(one / length - other) < 1e-6) }
  }

  @Test func `a tokenizer of another model is refused`() throws {
    #expect(throws: EmbeddingError.self) {
      try StaticEmbedding(
        vectors: SmallModel.bytes("wordpiece", "model.safetensors"),
        tokenizer: SmallModel.bytes("bytepairs", "tokenizer.json"))
    }
  }

  @Test(
    "What a tokenizer asks for and is not understood is named",
    arguments: [
      (#""type":"BertNormalizer""#, #""type":"Nmt""#, "\"Nmt\""),
      (#""type":"BertPreTokenizer""#, #""type":"UnicodeScripts""#, "\"UnicodeScripts\""),
      (#""type":"WordPiece""#, #""type":"Morphemes""#, "\"Morphemes\""),
      (#""model":{"#, #""other":{"#, "\"model\""),
      (#""single_word":false"#, #""single_word":true"#, "single_word"),
    ])
  func notUnderstood(part: String, other: String, named: String) throws {
    let text = String(decoding: try SmallModel.bytes("wordpiece", "tokenizer.json"), as: UTF8.self)
    // The last occurrence: the decoder also has a type WordPiece.
    let range = try #require(text.range(of: part, options: part.contains("WordPiece") ? .backwards : []))
    let changed = text.replacingCharacters(in: range, with: other)
    let error = try #require(throws: EmbeddingError.self) {
      try StaticEmbedding(
        vectors: SmallModel.bytes("wordpiece", "model.safetensors"), tokenizer: Array(changed.utf8))
    }
    #expect(error.description.contains(named))
    #expect(error.file == "tokenizer.json")
  }
}

@Suite struct DamagedModelTests {
  private static func file(header: String, data: Int = 16, length: UInt64? = nil) -> [UInt8] {
    let header = Array(header.utf8)
    let size = length ?? UInt64(header.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: size >> (8 * UInt64($0))) } + header
      + Array(repeating: 0, count: data)
  }

  @Test(
    "A damaged or hostile safetensors file is refused with a reason",
    arguments: [
      ("", 0, nil, "te kort"),
      ("{}", 16, UInt64.max, "kop"), ("{}", 16, 1 << 62, "kop"), ("{}", 16, 200_000_000, "kop"),
      ("{}", 16, 19, "kop"), ("[1,2]", 16, nil, "JSON-object"), ("{\"embeddings\":", 16, nil, "JSON"),
      ("{}", 16, nil, "embeddings"),
      (#"{"embeddings":{"dtype":"F32","shape":[2,2]}}"#, 16, nil, "niet volledig"),
      (#"{"embeddings":{"dtype":"F32","shape":[2,-2],"data_offsets":[0,16]}}"#, 16, nil, "niet volledig"),
      (#"{"embeddings":{"dtype":"F32","shape":[2,2],"data_offsets":[0,17]}}"#, 16, nil, "buiten"),
      (#"{"embeddings":{"dtype":"F32","shape":[2,2],"data_offsets":[-4,12]}}"#, 16, nil, "buiten"),
      (#"{"embeddings":{"dtype":"F32","shape":[2,2],"data_offsets":[16,0]}}"#, 16, nil, "buiten"),
      (#"{"embeddings":{"dtype":"F32","shape":[2,3],"data_offsets":[0,16]}}"#, 16, nil, "vorm"),
      (
        #"{"embeddings":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,16]}}"#, 16, nil,
        "te groot"
      ),
      (
        #"{"embeddings":{"dtype":"F32","shape":[4611686018427387904,4,0],"data_offsets":[0,0]}}"#, 16, nil,
        "te groot"
      ),
      (#"{"embeddings":{"dtype":"F8_E4M3","shape":[4,4],"data_offsets":[0,16]}}"#, 16, nil, "F8_E4M3"),
      (#"{"embeddings":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}"#, 16, nil, "rijen"),
      (#"{"embeddings":{"dtype":"F32","shape":[0,4],"data_offsets":[0,0]}}"#, 16, nil, "rijen"),
    ] as [(String, Int, UInt64?, String)])
  func refused(header: String, data: Int, length: UInt64?, reason: String) throws {
    let bytes = header.isEmpty ? [1, 2, 3] : Self.file(header: header, data: data, length: length)
    let error = try #require(throws: EmbeddingError.self) {
      try StaticEmbedding(vectors: bytes, tokenizer: SmallModel.bytes("wordpiece", "tokenizer.json"))
    }
    #expect(error.description.contains(reason), "\(error)")
  }

  @Test(
    "Each type of number is read as it is meant",
    arguments: [
      ("F32", [0x00, 0x00, 0xC0, 0x3F] as [UInt8], 1.5 as Float), ("F16", [0x00, 0x3E], 1.5),
      ("F16", [0x01, 0x80], -0x1p-24), ("F16", [0xFF, 0x7B], 65504), ("BF16", [0xC0, 0xBF], -1.5),
      ("I8", [0xFE], -2), ("F64", [0, 0, 0, 0, 0, 0, 0xF8, 0x3F], 1.5),
    ])
  func numberTypes(type: String, bytes: [UInt8], value: Float) throws {
    let header =
      #"{"embeddings":{"dtype":"\#(type)","shape":[1,1],"data_offsets":[0,\#(bytes.count)]}}"#
    let tokenizer = #"{"model":{"type":"WordLevel","vocab":{"hulp":0}}}"#
    let embedding = try StaticEmbedding(
      vectors: Self.file(header: header, data: 0) + bytes, tokenizer: Array(tokenizer.utf8))
    #expect(embedding.vector(of: "hulp") == [value])
  }

  @Test func `files with bytes changed anywhere never crash the reader`() throws {
    var generator = SeededGenerator(seed: 7)
    for model in ["wordpiece", "unigram", "bytepairs", "shared"] {
      let files = try ["model.safetensors", "tokenizer.json", "config.json"].map {
        try SmallModel.bytes(model, $0)
      }
      for round in 0..<60 {
        var changed = files
        let file = round % 3
        for _ in 0..<3 {
          // The headers and the grammar are where damage does most.
          let place = Int.random(
            in: 0..<min(changed[file].count, round % 2 == 0 ? 300 : .max), using: &generator)
          changed[file][place] = UInt8.random(in: 0...255, using: &generator)
        }
        if round % 5 == 0 { changed[file].removeLast(changed[file].count / 3) }
        let embedding = try? StaticEmbedding(
          vectors: changed[0], tokenizer: changed[1], configuration: changed[2])
        let vector = embedding?.vector(of: "Mag ik informatie delen met de huisarts? \u{FB01}\u{2460}")
        #expect(vector?.allSatisfy(\.isFinite) ?? true)
      }
    }
  }
}
