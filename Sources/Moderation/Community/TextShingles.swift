// Texts as sets of word pairs, and which of them are alike.

/// The pairs of words that follow each other, each once, sorted by hash: Broder (1997), "On the resemblance and containment
/// of documents", with a width of two, because posts are short and a changed word costs two pairs.
struct TextShingles {
  let hashes: [UInt64]

  init(_ words: [UInt64]) {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(words.count)
    for (first, second) in zip(words, words.dropFirst()) {
      // Not symmetric: the other order is another pair.
      hashes.append((first &* 0x9E37_79B9_7F4A_7C15) ^ (second &+ first >> 29))
    }
    hashes.sort()
    var unique: [UInt64] = []
    unique.reserveCapacity(hashes.count)
    for hash in hashes where unique.last != hash { unique.append(hash) }
    self.hashes = unique
  }

  /// Whether two texts are near enough in length to reach a likeness.
  func canBeLike(_ other: TextShingles, _ least: Double) -> Bool {
    let (one, two) = (Double(hashes.count), Double(other.hashes.count))
    return min(one, two) >= least * max(one, two)
  }

  /// Jaccard's likeness: what two texts share, in proportion to all that they hold together. 0 when one is empty.
  func likeness(to other: TextShingles) -> Double {
    var (shared, left, right) = (0, 0, 0)
    while left < hashes.count, right < other.hashes.count {
      if hashes[left] == other.hashes[right] {
        shared += 1
        left += 1
        right += 1
      } else if hashes[left] < other.hashes[right] {
        left += 1
      } else {
        right += 1
      }
    }
    let all = hashes.count + other.hashes.count - shared
    return shared == 0 ? 0 : Double(shared) / Double(all)
  }
}

/// Finds, for some of many texts, the earlier ones that are alike.
///
/// Prefix filtering (Chaudhuri, Ganti and Kaushik, 2006): a text that shares the fraction t of another's pairs holds at least
/// one of its |x| − ⌈t|x|⌉ + 1 rarest. Only those are looked up, and they are rare, so that the work grows with the number of
/// texts and not with its square. Where more than ``mostPerPair`` texts hold such a pair, only the latest are compared:
/// a flood of variants is found through its neighbours.
struct LikenessSearch {
  /// So many earlier texts that hold a pair are compared, the latest ones.
  static let mostPerPair = 50

  let texts: [TextShingles]
  let least: Double

  /// Each pair of an asked text and an earlier one with at least the least likeness, by asked text.
  /// - Parameter asked: the texts that are looked up, ascending.
  func pairs(asked: [Int]) -> [(later: Int, earlier: Int, likeness: Double)] {
    let prefixes = prefixes(asked)
    var holders: [UInt64: [Int32]] = [:]
    for prefix in prefixes { for hash in prefix { holders[hash] = [] } }
    guard !holders.isEmpty else { return [] }
    var found: [(later: Int, earlier: Int, likeness: Double)] = []
    var seenFor = [Int32](repeating: -1, count: texts.count)
    var next = 0
    for (index, text) in texts.enumerated() {
      if next < asked.count, asked[next] == index {
        for hash in prefixes[next] {
          for candidate in (holders[hash] ?? []).suffix(Self.mostPerPair)
          where seenFor[Int(candidate)] != Int32(index) {
            seenFor[Int(candidate)] = Int32(index)
            guard text.canBeLike(texts[Int(candidate)], least) else { continue }
            let likeness = text.likeness(to: texts[Int(candidate)])
            if likeness >= least { found.append((index, Int(candidate), likeness)) }
          }
        }
        next += 1
      }
      for hash in text.hashes { holders[hash]?.append(Int32(index)) }
    }
    return found
  }

  /// The rarest pairs of each asked text.
  private func prefixes(_ asked: [Int]) -> [[UInt64]] {
    var frequency: [UInt64: Int32] = [:]
    for index in asked { for hash in texts[index].hashes { frequency[hash] = 0 } }
    for text in texts { for hash in text.hashes { frequency[hash]? += 1 } }
    return asked.map { index in
      let hashes = texts[index].hashes
      let shared = Int((least * Double(hashes.count)).rounded(.up))
      let ordered = hashes.map { (frequency[$0] ?? 0, $0) }.sorted { $0 < $1 }
      return ordered.prefix(max(0, hashes.count - shared + 1)).map { $0.1 }
    }
  }
}
