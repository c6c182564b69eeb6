// The recipe on labelled posts: as good as was measured.

import Discussion
import Foundation
import Language
import TestSupport
import Testing

@testable import Topics

/// A labelled set; it may not be copied into the repository.
private let spokenCommands = Repository.sharedPath("data/topics/xsid_nl.ndjson")

@Suite struct LabelledSetTests {
  @Test(
    .enabled(if: spokenCommands != nil, "the labelled sets are not here"))
  func spokenCommandsAreGroupedByIntent() throws {
    let lines = try String(contentsOfFile: try #require(spokenCommands), encoding: .utf8).split(
      separator: "\n")
    var posts: [TopicPost] = []
    var labels: [PostID: String] = [:]
    for line in lines {
      let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
      let id = PostID(try #require(row["id"]))
      posts.append(TopicPost(id: id, body: try #require(row["text"])))
      labels[id] = row["label"]
    }
    let result = TopicModel(settings: TopicSettings(language: .dutch)).cluster(posts)
    #expect(adjustedRandIndex(result.assignments, labels) >= 0.60)
  }

  /// Hubert & Arabie, "Comparing partitions" (1985); a post without a topic is a group of its own.
  private func adjustedRandIndex(_ assignments: [TopicAssignment], _ labels: [PostID: String]) -> Double {
    var cells: [String: Double] = [:]
    var rows: [String: Double] = [:]
    var columns: [String: Double] = [:]
    for assignment in assignments {
      let label = labels[assignment.post] ?? ""
      let topic = assignment.topic?.description ?? assignment.post.description
      cells[label + "\t" + topic, default: 0] += 1
      rows[label, default: 0] += 1
      columns[topic, default: 0] += 1
    }
    let pairs = { (counts: [String: Double]) in counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    let count = Double(assignments.count)
    let expected = pairs(rows) * pairs(columns) / (count * (count - 1) / 2)
    return (pairs(cells) - expected) / ((pairs(rows) + pairs(columns)) / 2 - expected)
  }
}
