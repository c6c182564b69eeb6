// The cache of vectors: what was put in comes out to the bit, and what is no longer needed goes.
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct VectorCacheTests {
  let scratch = Scratch()
  private let texts = ["Hoe lang is de wachttijd?", "Wie kent een training?", ""].map { TextHash(of: $0) }

  @Test func vectorsComeBackToTheBit() throws {
    let store = try scratch.store()
    let vectors: [[Float]] = [
      [1, -0.25, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -0.0], [0.1, 1 / 3],
    ]
    try store.addVectors([(texts[0], vectors[0]), (texts[1], vectors[1]), (texts[2], [])], model: "a")
    let again = try scratch.store().vectors(model: "a", of: texts + texts)
    #expect(again.count == 3)
    for (text, vector) in zip(texts, vectors) {
      #expect(again[text]?.map(\.bitPattern) == vector.map(\.bitPattern))
    }
    #expect(again[texts[2]] == [])
  }

  @Test func aModelDoesNotSeeTheVectorsOfAnother() throws {
    let store = try scratch.store()
    try store.addVectors([(texts[0], [1, 2])], model: "a")
    try store.addVectors([(texts[0], [3, 4]), (texts[1], [5, 6])], model: "b")
    try store.addVectors([(texts[0], [7, 8])], model: "a")
    #expect(try store.vectors(model: "a", of: texts) == [texts[0]: [7, 8]])
    #expect(try store.vectors(model: "b", of: texts) == [texts[0]: [3, 4], texts[1]: [5, 6]])
    #expect(try store.vectors(model: "c", of: texts).isEmpty)
  }

  @Test func whatIsNoLongerUsedIsDropped() throws {
    let store = try scratch.store()
    try store.addVectors([(texts[0], [1]), (texts[1], [2])], model: "a")
    try store.addVectors([(texts[0], [3])], model: "b")
    #expect(try store.keepVectors(model: "a", of: [texts[1]]) == 2)
    #expect(try store.vectors(model: "a", of: texts) == [texts[1]: [2]])
    #expect(try store.vectors(model: "b", of: texts).isEmpty)
    #expect(try store.keepVectors(model: "a", of: [texts[1]]) == 0)
    #expect(try store.keepVectors(model: nil, of: [texts[1]]) == 1)
    #expect(try store.vectors(model: "a", of: texts).isEmpty)
    let models = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM embedding_model") }
    #expect(models == 0)
  }

  @Test func noTextStandsInTheCache() throws {
    let store = try scratch.store()
    try store.addVectors([(TextHash(of: "een heel bijzondere zin"), [1])], model: "a")
    let bytes = try Data(contentsOf: URL(filePath: store.path))
    #expect(bytes.range(of: Data("bijzondere".utf8)) == nil)
  }
}
