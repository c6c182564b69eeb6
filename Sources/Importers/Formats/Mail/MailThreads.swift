// Which mails belong to one conversation: connected components over their identifiers.
import Archives

/// Gathers over all mails of a file which belong together: those joined by Message-ID, References and In-Reply-To,
/// mails that are not in the file included. Subjects are not used.
final class MailThreads: ImportSurvey {
  /// Whether entries are single mails rather than mboxes.
  private let areSingle: Bool
  private var numbers: [String: Int] = [:]
  private var leader: [Int] = []
  private var hasParent: [Bool] = []
  private var names: [Int: String]?

  init(areSingle: Bool = false) { self.areSingle = areSingle }

  func look(at entry: ArchiveEntry) throws {
    if areSingle { return add(MailHeaders(try entry.peek(MailHeaders.limit)[...])) }
    var splitter = MboxSplitter()
    func take(_ message: MboxMessage) { add(MailHeaders(message.bytes)) }
    try entry.forEachBlock { splitter.feed($0, take) }
    splitter.finish(take)
  }

  /// Adds a mail.
  func add(_ headers: MailHeaders) {
    names = nil
    let chain = headers.ancestors + (headers.messageID.map { [$0] } ?? [])
    for (position, id) in chain.enumerated() {
      let node = number(of: id)
      guard position > 0 else { continue }
      let before = number(of: chain[position - 1])
      if before != node { hasParent[node] = true }
      join(before, node)
    }
  }

  /// The conversation's name: the first identifier, in order of text, of a mail in it that answers none. Other exports
  /// of the same conversation that hold its start get the same name.
  func thread(of id: String) -> String {
    guard let number = numbers[id] else { return id }
    let names = names ?? named()
    self.names = names
    return names[root(number)] ?? id
  }

  private func named() -> [Int: String] {
    var names: [Int: (isStart: Bool, id: String)] = [:]
    for (id, number) in numbers {
      let candidate = (isStart: !hasParent[number], id: id)
      let root = root(number)
      if let best = names[root], (best.isStart ? 0 : 1, best.id) < (candidate.isStart ? 0 : 1, candidate.id) {
        continue
      }
      names[root] = candidate
    }
    return names.mapValues(\.id)
  }

  private func number(of id: String) -> Int {
    if let number = numbers[id] { return number }
    let number = leader.count
    numbers[id] = number
    leader.append(number)
    hasParent.append(false)
    return number
  }

  private func root(_ node: Int) -> Int {
    var node = node
    while leader[node] != node {
      leader[node] = leader[leader[node]]
      node = leader[node]
    }
    return node
  }

  private func join(_ left: Int, _ right: Int) {
    let (a, b) = (root(left), root(right))
    if a != b { leader[max(a, b)] = min(a, b) }
  }
}
