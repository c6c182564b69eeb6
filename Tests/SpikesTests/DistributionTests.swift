// Distribution functions against SciPy's.

import Testing

@testable import Spikes

@Suite struct DistributionTests {
  @Test func tailsAndQuantilesEqualThoseOfSciPy() throws {
    let rows = try Golden.table("dist_expected").rows
    #expect(rows.count == 320)
    for row in rows {
      let (a, b, c) = (row.number("a"), row.number("b"), row.number("c"))
      let function = String(row["fn"].prefix { $0 != "(" })
      let value: Double? =
        switch function {
        case "nbinom_upper_tail_ge": NegativeBinomial(mean: b, dispersion: c).probability(atLeast: a)
        case "nbinom_quantile": NegativeBinomial(mean: b, dispersion: c).quantile(a)
        case "poisson_upper_tail_ge": Poisson(mean: b).probability(atLeast: a)
        case "betainc_regularised": regularisedBeta(a, b, c)
        case "norm_cdf": Normal.cumulative(a)
        case "norm_quantile": Normal.quantile(a)
        case "student_t_two_sided_p": StudentT.twoSidedP(a, degreesOfFreedom: b)
        case "lgamma": logGamma(a)
        default: nil
        }
      let computed = try #require(value, "no function \(function)")
      #expect(difference(computed, row.number("value")) < 1e-9, "\(row.cells)")
    }
  }

  @Test(arguments: [(0.03, 1.2), (0.5, 1.15), (4, 3), (60, 9), (900, 2)])
  func theExpectedRangeIsWhatTheTailsSay(mean: Double, dispersion: Double) {
    let distribution = NegativeBinomial(mean: mean, dispersion: dispersion)
    let range = distribution.expectedRange(tail: 0.01)
    #expect(distribution.probability(atLeast: Double(range.upperBound)) > 0.01)
    #expect(distribution.probability(atLeast: Double(range.upperBound + 1)) <= 0.01)
    #expect(distribution.probability(atMost: Double(range.lowerBound)) > 0.01)
    #expect(distribution.probability(atMost: Double(range.lowerBound - 1)) <= 0.01)
  }

  @Test(arguments: [(3.0, 0.7), (40, 31), (5000, 4900)])
  func tailsAddUpToOne(count: Double, mean: Double) {
    let poisson = Poisson(mean: mean)
    #expect(abs(poisson.probability(atLeast: count) + poisson.probability(atMost: count - 1) - 1) < 1e-12)
    // A negative binomial that is all but Poisson, where ln Γ differences would lose their digits.
    let near = NegativeBinomial(mean: mean, variance: mean * (1 + 1e-9))
    #expect(difference(near.probability(atLeast: count), poisson.probability(atLeast: count)) < 1e-6)
  }

  @Test func benjaminiHochbergPassesTheLargestOfTheStepUp() {
    // The ordered p-values of Benjamini & Hochberg (1995), section 3.2: at rate 0.05 the first four are rejected.
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
      0.7590,
      1.0,
    ]
    #expect(benjaminiHochbergThreshold(p.reversed(), rate: 0.05) == 0.0095)
    #expect(benjaminiHochbergThreshold([0.9, 1], rate: 0.05) == nil)
    #expect(benjaminiHochbergThreshold([0.01], rate: 0.05, hypotheses: 4) == 0.01)
    #expect(benjaminiHochbergThreshold([0.01], rate: 0.05, hypotheses: 6) == nil)
  }
}
