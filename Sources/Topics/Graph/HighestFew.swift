// The few highest of many numbers, kept by insertion: few ever beat the lowest one kept.

/// The highest numbers above zero of those offered, highest first; of equal ones those offered first.
struct HighestFew {
  /// How many are kept.
  let limit: Int
  /// Whose numbers they are.
  private(set) var posts: [Int32] = []
  /// The numbers.
  private(set) var similarities: [Float] = []
  /// What a number must beat to be kept.
  private(set) var lowest: Float = 0

  init(limit: Int) {
    self.limit = limit
    posts.reserveCapacity(limit + 1)
    similarities.reserveCapacity(limit + 1)
  }

  var count: Int { posts.count }

  /// Whether as many are kept as can be.
  var isFull: Bool { posts.count == limit }

  /// Keeps a number if it is high enough.
  mutating func offer(_ post: Int32, _ similarity: Float) {
    guard similarity > lowest else { return }
    var place = posts.count
    while place > 0, similarities[place - 1] < similarity { place -= 1 }
    posts.insert(post, at: place)
    similarities.insert(similarity, at: place)
    if posts.count > limit {
      posts.removeLast()
      similarities.removeLast()
    }
    if isFull { lowest = similarities[limit - 1] }
  }

  /// Offers a number for each post, looking at sixteen at a time.
  mutating func offerAll(_ numbers: UnsafeMutableBufferPointer<Float>) {
    guard let base = numbers.baseAddress else { return }
    var post = 0
    while post + 16 <= numbers.count {
      let chunk = UnsafeRawPointer(base + post).loadUnaligned(as: SIMD16<Float>.self)
      if hasAny(chunk .> lowest) {
        for place in post..<post + 16 { offer(Int32(place), numbers[place]) }
      }
      post += 16
    }
    while post < numbers.count {
      offer(Int32(post), numbers[post])
      post += 1
    }
  }
}

/// Whether a comparison holds anywhere.
@inline(__always)
func hasAny(_ mask: SIMDMask<SIMD16<Int32>>) -> Bool {
  let bits = unsafeBitCast(mask, to: SIMD8<Int64>.self)
  let four = bits.lowHalf | bits.highHalf
  let two = four.lowHalf | four.highHalf
  return two.x | two.y != 0
}
