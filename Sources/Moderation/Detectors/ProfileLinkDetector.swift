// Links to a person's page on a social platform.

import Discussion

struct ProfileLinkDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    var index = 0
    while index < text.count {
      guard !text.isSpace(index) else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, !text.isSpace(end) { end += 1 }
      if let range = link(in: text, index..<end) { matches.add(.profileURL, range) }
      index = end
    }
  }

  /// The profile link within a run without spaces.
  private func link(in text: ScalarText, _ run: Range<Int>) -> Range<Int>? {
    for slash in run where text.scalar(slash) == 0x2F && text.scalar(slash + 1) != 0x2F {
      guard let host = host(in: text, endingAt: slash, from: run.lowerBound) else { continue }
      var end = slash + 1
      while end < run.upperBound, !Self.closing.contains(text.scalar(end)) { end += 1 }
      while end > slash + 1, Self.trailing.contains(text.scalar(end - 1)) { end -= 1 }
      guard end > slash + 2, !isCommunal(text, slash + 1) else { return nil }
      return host..<end
    }
    return nil
  }

  /// Where the link starts whose host ends at a slash; nil when it is no social platform.
  private func host(in text: ScalarText, endingAt slash: Int, from limit: Int) -> Int? {
    var start = slash
    while start > limit,
      text.isWord(start - 1) || text.scalar(start - 1) == 0x2E || text.scalar(start - 1) == 0x2D
    {
      start -= 1
    }
    let host = String(String.UnicodeScalarView(text.lower[start..<slash].compactMap(Unicode.Scalar.init)))
    guard Self.hosts.contains(where: { host == $0 || host.hasSuffix("." + $0) }) else { return nil }
    for scheme in ["https://", "http://"] as [StaticString]
    where text.has(scheme, at: start - scheme.utf8CodeUnitCount) { return start - scheme.utf8CodeUnitCount }
    return start
  }

  /// Pages of groups, companies and single messages are nobody's profile.
  private func isCommunal(_ text: ScalarText, _ path: Int) -> Bool {
    [
      "groups/", "company/", "events/", "jobs/", "school/", "hashtag/", "watch", "sharer", "share/", "p/",
      "reel/",
    ]
    .contains { (literal: StaticString) in text.has(literal, at: path) }
  }

  private static let hosts = [
    "facebook.com", "fb.com", "fb.me", "instagram.com", "linkedin.com", "tiktok.com", "twitter.com", "x.com",
    "threads.com", "threads.net", "snapchat.com", "vk.com", "t.me", "wa.me", "bsky.app", "pinterest.com",
  ]
  private static let closing: Set<UInt32> = [0x29, 0x5D, 0x3E, 0x22, 0x2C, 0x201D, 0x7C]
  private static let trailing: Set<UInt32> = [0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x27, 0x2019]
}
