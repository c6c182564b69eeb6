// The list of resources in the store: the last one read counts whole, and outlives its file.
import Discussion
import Testing

@testable import Storage

@Suite struct ResourceTests {
  let scratch = Scratch()

  private static let first = [
    Resource(name: "a", title: "Wijzer", publisher: "NJi", link: "https://www.nji.nl", theme: "scheiding"),
    Resource(title: "Gids", topic: TopicID(number: 4), note: "kort", validUntil: CalendarDay(number: 21_000)),
  ]

  private func read(_ resources: [Resource], in file: ImportFile, store: CommunityStore) throws -> FileReport
  {
    try store.importFile(file, night: firstNight) { writer in
      try writer.replaceResources(resources, list: file.sha256)
      return ReadSummary(format: "bronnen", records: resources.count)
    }
  }

  @Test func aListIsRememberedInItsOrderUntilAnotherIsRead() throws {
    let store = try scratch.store()
    #expect(try store.resources() == [] && store.resourceListHash() == nil)
    let report = try read(Self.first, in: file("a"), store: store)
    #expect(report.counts.resources == 2 && report.counts.read == 2 && report.outcome == .accepted)
    #expect(try scratch.store().resources() == Self.first)
    #expect(try store.resourceListHash() == file("a").sha256)
    _ = try read(Array(Self.first.reversed().prefix(1)), in: file("b"), store: store)
    #expect(try store.resources() == [Self.first[1]])
    // An empty list is a list.
    _ = try read([], in: file("c"), store: store)
    #expect(try store.resources() == [] && store.resourceListHash() == file("c").sha256)
  }

  @Test func aFileThatFailsLeavesTheListAsItWas() throws {
    let store = try scratch.store()
    _ = try read(Self.first, in: file("a"), store: store)
    let report = try store.importFile(file("b"), night: firstNight) { writer in
      try writer.replaceResources([], list: "x")
      throw FileRefusal(reason: "bron-kop", message: "geen lijst")
    }
    #expect(report.outcome == .refused)
    #expect(try store.resources() == Self.first)
  }
}
