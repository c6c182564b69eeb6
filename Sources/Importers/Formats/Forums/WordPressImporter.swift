// Reads WordPress: posts, comments, and the topics and replies of bbPress, from the export that WordPress gives.
import Archives
import Discussion

/// Reads WordPress eXtended RSS (WXR 1.0 to 1.2): posts with their comments, and bbPress's topics and replies.
///
/// Pages, attachments, menus and other types are left out, but comments on public pages are read. Private posts and
/// forums, posts behind a password and all that stands in them are private parts. Numbers of posts and comments are
/// the identity; of a blog that is part of a network, together with its folder or subdomain.
public struct WordPressImporter: Importer {
  /// The format's name.
  public var format: String { "wordpress.wxr" }

  /// A reader.
  public init() {}

  /// Whether it is RSS with WordPress's export namespace.
  public func recognises(_ sample: EntrySample) -> Bool {
    guard sample.start.first == UInt8(ascii: "<"), let root = XMLRoot(sample.head) else { return false }
    return root.name == "rss" && root.tag.contains("://wordpress.org/export/")
  }

  /// What has to be known of the blogs.
  public func makeSurvey() -> (any ImportSurvey)? { WordPressSurvey() }

  /// Reads the posts.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    let survey = sink.survey as? WordPressSurvey
    let reading = WordPressReading(survey: survey, sink: sink)
    try XMLRecordParser.read(WordPressExport.whole, entry.forEachBlock) { record, around in
      try reading.take(record, around)
    }
  }
}

/// The reading of one document.
private final class WordPressReading {
  private let survey: WordPressSurvey
  /// Whether the survey is of this document alone, and learns while it is read.
  private let isLearning: Bool
  private let sink: ImportSink
  private var blog: WordPressBlog?
  /// The number of the item that was taken before its end, because its comments start.
  private var taken: Int?
  /// Comments of an item that has not said yet what it is.
  private var waiting: [XMLRecord] = []
  private var waitingBytes = 0
  private static let waitingLimit = 8 << 20

  init(survey: WordPressSurvey?, sink: ImportSink) {
    self.survey = survey ?? WordPressSurvey()
    isLearning = survey == nil
    self.sink = sink
  }

  func take(_ record: XMLRecord, _ around: XMLRecord?) throws {
    switch record.path {
    case WordPressExport.author:
      if isLearning, let channel = around { currentBlog(channel).learn(record) }
    case WordPressExport.comment:
      guard let item = around else { return }
      try takeComment(record, of: item)
    case WordPressExport.item:
      guard let channel = around else { return }
      let blog = currentBlog(channel)
      if isLearning { blog.learn(record) }
      if taken != record.number { try WordPressItem(record, blog, sink).take() }
      try flushComments(of: record)
      taken = nil
    default: break
    }
  }

  private func currentBlog(_ channel: XMLRecord) -> WordPressBlog {
    if let blog { return blog }
    let found = survey.blog(of: channel)
    blog = found
    return found
  }

  /// Comments stand last in their item, so that they need not be gathered when the rest of it has been read.
  private func takeComment(_ comment: XMLRecord, of item: XMLRecord) throws {
    if taken == item.number, let blog {
      return try WordPressComment(comment, item, blog, sink).take()
    }
    let isComplete =
      item.has("wp:post_id") && item.has("wp:post_type") && item.has("wp:status")
      && item.has("content:encoded") && blog != nil && !isLearning
    waiting.append(comment)
    waitingBytes += comment.size
    guard let blog, isComplete || waitingBytes > Self.waitingLimit else { return }
    taken = item.number
    try WordPressItem(item, blog, sink).take()
    try flushComments(of: item)
  }

  private func flushComments(of item: XMLRecord) throws {
    defer {
      waiting = []
      waitingBytes = 0
    }
    guard let blog else { return }
    for comment in waiting { try WordPressComment(comment, item, blog, sink).take() }
  }
}
