// What can be judged and what was judged before: looks up what a request names and says what it comes down to.
import Configuration
import Discussion
import Moderation
import Storage

/// Posts, the queue that people saw last and the log of verdicts, to judge requests by. What it takes it adds to its own
/// copy of the log, so that a later request of the same file or command builds on it; nothing is stored.
struct VerdictBook {
  /// The posts that there are.
  let posts: PostDirectory
  /// Their texts as they are now.
  let versions: [PostID: TextVersion]
  /// The queue of the last published night, by post.
  let queue: [PostID: ReviewItem]
  /// The log, with what was taken since.
  private(set) var log: [Verdict]
  /// What the log comes down to.
  private(set) var folded: Verdicts
  /// The day on which lines are recorded.
  let today: CalendarDay
  private let scanner = PersonalDataScanner(lexicon: NameLexicon())

  /// A book.
  init(versions: [PostID: TextVersion], queue: [ReviewItem], log: [Verdict], today: CalendarDay) {
    posts = PostDirectory(versions.keys.sorted())
    self.versions = versions
    self.queue = Dictionary(queue.map { ($0.post, $0) }, uniquingKeysWith: { first, _ in first })
    self.log = log
    self.today = today
    folded = Verdicts(log)
  }

  /// A book with what the store knows now.
  init(store: CommunityStore, today: CalendarDay) throws {
    var versions: [PostID: TextVersion] = [:]
    let texts = try TextVersions(store)
    try store.forEachPost(withdrawn: true) { versions[$0.id] = texts.of($0) }
    let run = try store.lastPublishedRun()
    self.init(
      versions: versions, queue: try run.map { try store.reviewItems(run: $0.id) } ?? [],
      log: try store.verdictLog(), today: today)
  }

  /// The rows of the queue that still wait, in their order, with the reasons that wait.
  var waiting: [ReviewItem] {
    queue.values.sorted { ($0.rank, $0.post) < ($1.rank, $1.post) }.compactMap { item in
      var item = item
      item.reasons = waiting(of: item.post, version: versions[item.post])
      return item.reasons.isEmpty ? nil : item
    }
  }

  /// Takes a request whole or not at all.
  mutating func take(_ request: VerdictRequest, by: String?, from source: LogSource = .command)
    throws(VerdictRefusal) -> (lines: [Verdict], remarks: [VerdictRemark])
  {
    let post = try post(request.post)
    guard let word = request.verdict else { throw .nothingAsked }
    if let answer = QuoteAnswer(rawValue: Self.folded(word)) {
      return try take(answer, about: post, request, by: by, from: source)
    }
    let kind = try Self.kind(word)
    let about = try Self.reasons(request.reason)
    let until = try until(request.until, kind)
    let now = versions[post]
    guard
      let version = try request.version.map({ text throws(VerdictRefusal) in try Self.version(text)
      }) ?? now
    else { throw .unknownVersion }
    let open = waiting(of: post, version: version)
    let shown = open.isEmpty ? known(of: post, version: version) : open
    var remarks: [VerdictRemark] = version == now ? [] : [.olderText]
    if shown.isEmpty, about.isEmpty { remarks.append(.notInQueue) }
    remarks += about.filter { !shown.contains($0) }.map { .notShown($0) }
    if let last = folded.inForce[post]?.last, last.judgement.version == version, open.isEmpty {
      remarks.append(.replaces(last.judgement.kind, line: last.line))
    }
    let (note, by) = (request.note.map(withoutBSN), by.map(withoutBSN))
    if note != request.note { remarks.append(.leftOutBSN) }
    let line = Verdict(
      number: nextLine,
      action: .judge(
        Verdict.Judgement(
          post: post, version: version, kind: kind, about: about, shown: shown, until: until)),
      note: note, recordedOn: today, by: by, source: source)
    add([line])
    let left = waiting(of: post, version: version)
    if !left.isEmpty, !about.isEmpty { remarks.append(.stillWaiting(left)) }
    return ([line], remarks)
  }

  /// Takes what is said about showing a sentence of a post. It says nothing of the reasons in the queue.
  private mutating func take(
    _ answer: QuoteAnswer, about post: PostID, _ request: VerdictRequest, by: String?, from source: LogSource
  ) throws(VerdictRefusal) -> (lines: [Verdict], remarks: [VerdictRemark]) {
    if request.reason != nil || request.until != nil { throw .quoteWithMore(answer) }
    let now = versions[post]
    guard
      let version = try request.version.map({ text throws(VerdictRefusal) in try Self.version(text) }) ?? now
    else { throw .unknownVersion }
    var remarks: [VerdictRemark] = version == now ? [] : [.olderQuote]
    if let last = folded.quotation(of: post, version: version) {
      remarks.append(.replacesQuote(last.quotation.answer, line: last.line))
    }
    let (note, by) = (request.note.map(withoutBSN), by.map(withoutBSN))
    if note != request.note { remarks.append(.leftOutBSN) }
    let line = Verdict(
      number: nextLine, action: .quote(Quotation(post: post, version: version, answer: answer)), note: note,
      recordedOn: today, by: by, source: source)
    add([line])
    return ([line], remarks)
  }

  /// Takes lines back, such as `4` or `4-7`.
  mutating func withdraw(_ text: String, by: String?, note: String?) throws(VerdictRefusal)
    -> [Verdict]
  {
    let numbers: [Int]
    do { numbers = try CorrectionBook.lines(text) } catch { throw .noLines(text) }
    let before = folded.withdrawn
    for number in numbers {
      guard log.contains(where: { $0.number == number }) else { throw .unknownLine(number) }
      guard !before.contains(number) else { throw .withdrawnLine(number) }
    }
    let lines = numbers.enumerated().map { index, number in
      Verdict(
        number: nextLine + index, action: .withdraw(number), note: note.map(withoutBSN),
        recordedOn: today,
        by: by.map(withoutBSN))
    }
    add(lines)
    return lines
  }

  /// A text in which a number that passes for a BSN is left out: such a number is never written anywhere.
  func withoutBSN(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for finding in scanner.findings(in: text).reversed() where finding.kind == .bsn {
      scalars.replaceSubrange(finding.range, with: Redactor.placeholder(for: .bsn).unicodeScalars)
    }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars)
    return String(kept)
  }

  private var nextLine: Int { (log.last?.number ?? 0) + 1 }

  private mutating func add(_ lines: [Verdict]) {
    log += lines
    folded = Verdicts(log)
  }

  /// The reasons of the queue that wait for a verdict about a text.
  private func waiting(of post: PostID, version: TextVersion?) -> [ReviewReason] {
    folded.standing(of: queue[post]?.reasons ?? [], post: post, version: version, asOf: today)
      .waiting
      .map(\.withoutNumber)
  }

  /// All reasons that the queue and earlier verdicts know of a text: what a change of mind is about.
  private func known(of post: PostID, version: TextVersion) -> [ReviewReason] {
    let judged = ((folded.inForce[post] ?? []) + (folded.takenBack[post] ?? []))
      .filter { $0.judgement.version == version }.flatMap(\.judgement.told)
    let all = (queue[post]?.reasons.map(\.withoutNumber) ?? []) + judged
    var seen: Set<ReviewReason> = []
    return all.filter { seen.insert($0).inserted }
  }

  private func until(_ text: String?, _ kind: VerdictKind) throws(VerdictRefusal) -> CalendarDay? {
    guard let text else {
      guard kind != .postponed else { throw .noUntil }
      return nil
    }
    guard kind == .postponed else { throw .untilWithout(kind) }
    let day = try Self.day(text)
    guard day > today else { throw .pastDay(day) }
    return day
  }
}

// How words are read.
extension VerdictBook {
  /// The post that a text names.
  func post(_ text: String) throws(VerdictRefusal) -> PostID {
    let text = CorrectionBook.trimmed(text)
    guard !text.isEmpty else { throw .noPost }
    do throws(CorrectionRefusal) {
      return try posts.post(text)
    } catch {
      if case .ambiguousPost(_, let found) = error { throw .ambiguousPost(text, found) }
      throw .unknownPost(text)
    }
  }

  static func kind(_ text: String) throws(VerdictRefusal) -> VerdictKind {
    let word = folded(text)
    if let kind = VerdictKind(rawValue: word) { return kind }
    throw .unknownVerdict(text, nearest: EditDistance.nearest(to: word, among: VerdictTexts.kinds))
  }

  /// A word as it is recorded: small letters, with one dash below between its parts.
  private static func folded(_ text: String) -> String {
    text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "_")
  }

  /// The reasons that a text names, with commas or bars between them; none for an empty text and for all.
  static func reasons(_ text: String?) throws(VerdictRefusal) -> [ReviewReason] {
    guard let text, !["alle", "alles"].contains(text.lowercased()) else { return [] }
    var reasons: [ReviewReason] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == "|" }) {
      let word = CorrectionBook.trimmed(String(part))
      guard let reason = ReviewReason(word: word) else {
        throw .unknownReason(
          text,
          nearest: EditDistance.nearest(to: word.lowercased(), among: ReviewReason.all.map(\.word)))
      }
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    guard !reasons.isEmpty else { throw .unknownReason(text, nearest: nil) }
    return reasons
  }

  /// The version in a cell of the form: the text's hash, and after a dash the line of the log up to which the form told.
  static func version(_ text: String) throws(VerdictRefusal) -> TextVersion {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let version = TextVersion(String(parts[0])), parts.count <= 2,
      parts.count == 1 || Int(parts[1]) != nil
    else { throw .unknownVersion }
    return version
  }

  static func day(_ text: String) throws(VerdictRefusal) -> CalendarDay {
    do { return try DecisionBook.day(text) } catch { throw .noDay(text) }
  }
}
