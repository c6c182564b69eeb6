// Files that are no plain, finished files: the night says what they are, reads the others, and never waits or follows.
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct LiveInboxTests {
  @Test(
    "a pipe, a link, a file that may not be read and one that is too large each get their reason; the rest is read"
  )
  func irregularFiles() throws {
    let community = try SmallCommunity(posts: 0..<40)
    let inbox = community.folder + "/inbox"
    let files = FileManager.default
    #expect(mkfifo(inbox + "/pijp.jsonl", 0o600) == 0)
    try "geheim".write(toFile: community.folder + "/buiten.jsonl", atomically: true, encoding: .utf8)
    try files.createSymbolicLink(
      atPath: inbox + "/koppeling.jsonl", withDestinationPath: community.folder + "/buiten.jsonl")
    try "x".write(toFile: inbox + "/dicht.jsonl", atomically: true, encoding: .utf8)
    try files.setAttributes([.posixPermissions: 0], ofItemAtPath: inbox + "/dicht.jsonl")
    #expect(files.createFile(atPath: inbox + "/ijl.jsonl", contents: nil))
    let sparse = try FileHandle(forWritingTo: URL(filePath: inbox + "/ijl.jsonl"))
    try sparse.truncate(atOffset: 10 << 30)
    try sparse.close()
    try files.createDirectory(atPath: inbox + "/map.zip", withIntermediateDirectories: true)
    try community.put(40..<50, as: "map.zip/binnen.jsonl")
    let night = try community.night()
    #expect(night.status == 1)
    let list = try Program.run(["quarantine", "list", community.pipeline, "--csv"]).output
    func reason(_ name: String) -> String? {
      list.split(separator: "\r\n").first { $0.contains(",\(name),") }.map {
        String($0.split(separator: ",", omittingEmptySubsequences: false)[7])
      }
    }
    #expect(reason("pijp.jsonl") == "not-regular")
    #expect(reason("koppeling.jsonl") == "not-regular")
    #expect(reason("ijl.jsonl") == "limit-bytes")
    if getuid() != 0 { #expect(reason("dicht.jsonl") == "permission") }
    let read = try community.table("monitors/data/inname.csv")
    #expect(read.first { $0["bestand"] == "posts.jsonl" }?["nieuw"] == "40")
    #expect(read.first { $0["bestand"] == "map.zip/binnen.jsonl" }?["nieuw"] == "10")
    #expect(!night.output.contains("geheim"))
  }

  @Test(
    "a file that goes on growing is left for the next night, which reads all of it; its neighbour is read now"
  )
  func growingFile() throws {
    let community = try SmallCommunity(posts: 0..<30)
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try settings.replacingOccurrences(of: "settle_seconds: 0", with: "settle_seconds: 3").write(
      toFile: community.pipeline, atomically: true, encoding: .utf8)
    let path = community.folder + "/inbox/groeit.jsonl"
    try community.put(30..<60, as: "groeit.jsonl")
    let whole = try Data(contentsOf: URL(filePath: path))
    let half = whole.prefix(whole.count / 2)
    try half.write(to: URL(filePath: path))
    let writer = Thread {
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      _ = try? handle.seekToEnd()
      for chunk in 0..<20 {
        let rest = whole.suffix(whole.count - half.count)
        let size = rest.count / 20 + 1
        let piece = rest.dropFirst(chunk * size).prefix(size)
        try? handle.write(contentsOf: piece)
        Thread.sleep(forTimeInterval: 0.5)
      }
      try? handle.close()
    }
    writer.start()
    let first = try community.night()
    #expect(first.status == 1)
    let rows = try community.table("monitors/data/inname.csv")
    #expect(rows.first { $0["bestand"] == "groeit.jsonl" }?["uitkomst"] == "mislukt")
    #expect(rows.first { $0["bestand"] == "posts.jsonl" }?["nieuw"] == "30")
    while !writer.isFinished { Thread.sleep(forTimeInterval: 0.2) }
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    let after = try community.table("monitors/data/inname.csv")
    #expect(after.first { $0["bestand"] == "groeit.jsonl" }?["nieuw"] == "30")
  }
}
