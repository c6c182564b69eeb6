// The numbers everything rests on: the same on every machine.

import Discussion
import Glibc
import Testing

@testable import Topics

@Suite struct NumericsTests {
  @Test func generatorGivesThePublishedSequence() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func boundedDrawsStayWithinTheirBoundAndReachAllOfIt() {
    var generator = SplitMix64(seed: 1)
    let draws = (0..<2000).map { _ in generator.next(below: 7) }
    #expect(Set(draws) == Set(0..<7))
  }

  @Test func shufflingKeepsEveryValue() {
    var generator = SplitMix64(seed: 3)
    var values = (0..<Int32(100)).map { $0 }
    generator.shuffle(&values)
    #expect(values.sorted() == (0..<Int32(100)).map { $0 })
    #expect(values != values.sorted())
  }

  @Test(arguments: [1e-300, 0.001, 0.5, 0.999_999, 1, 1.000_001, 1.4, 1.5, 2, 10, 12_345.678, 1e300])
  func logarithmAgreesWithTheLibrarys(value: Double) {
    let expected = log(value)
    #expect(abs(naturalLogarithm(value) - expected) <= 4e-16 * max(1, abs(expected)))
  }
}
