// What comes with the program: labelled posts, and the ranking that was trained on them.

import CTriageData

/// The labelled posts and the ranking that come with the program. Their files are `pipelines/triage/voorbeelden.ndjson` and
/// `pipelines/triage/rangschikking.bin`; `themaradar train` makes the second of the first.
public enum ShippedTriage {
  /// The labelled posts: NDJSON `{id,text,classes,unlabelled?}`.
  public static var examples: [UInt8] { bytes(themaradar_triage_examples) }

  /// The ranking as bytes.
  public static var ranking: [UInt8] { bytes(themaradar_triage_ranking) }

  /// The ranking. Throws only when the program was built with a broken file.
  public static func model() throws(TriageModelError) -> TriageModel { try TriageModel(bytes: ranking) }

  private static func bytes(_ read: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>) -> [UInt8] {
    var size = 0
    let start = read(&size)
    return Array(UnsafeBufferPointer(start: start, count: size))
  }
}
