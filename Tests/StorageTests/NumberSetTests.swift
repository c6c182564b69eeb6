// Sets of the numbers of posts.
import Discussion
import Testing

@testable import Storage

@Suite struct NumberSetTests {
  @Test func itHoldsWhatWasPutInIt() {
    var chance = SplitMix64(seed: 3)
    var mine = NumberSet()
    var plain: Set<Int64> = []
    #expect(mine.isEmpty)
    for _ in 0..<2000 {
      let number = Int64(1 + chance.next(below: 50_000))
      mine.insert(number)
      plain.insert(number)
    }
    #expect(!mine.isEmpty)
    #expect((1...60_000).allSatisfy { mine.contains($0) == plain.contains($0) })
  }
}
