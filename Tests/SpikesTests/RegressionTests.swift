// The generalised linear model against R's glm.

import Foundation
import Testing

@testable import Spikes

@Suite struct RegressionTests {
  @Test func quasiPoissonRegressionEqualsThatOfR() throws {
    let series = Dictionary(grouping: try Golden.table("ff_input").rows) { $0["series"] }
    var compared = 0
    for row in try Golden.table("glm_expected").rows {
      let data = try #require(series[row["series"]])
      let n = data.count - 4
      let names = ["t", "c1", "s1"].filter { row["formula"].contains($0 + "+") }
      func column(_ name: String, _ index: Int) -> Double {
        let t = Double(index + 1)
        return switch name {
        case "t": t / 52
        case "c1": cos(2 * .pi * t / 52)
        case "s1": sin(2 * .pi * t / 52)
        default: 1
        }
      }
      let terms = ["(Intercept)"] + names
      let fit = try #require(
        QuasiPoissonRegression(
          columns: terms.map { term in (0..<n).map { column(term, $0) } },
          counts: data[..<n].map { $0.number("count") },
          offset: data[..<n].map { log($0.number("population")) }))
      let index = try #require(terms.firstIndex(of: row["term"]))
      let dispersion = fit.dispersion()
      let error = fit.standardError(ofCoefficient: index, dispersion: dispersion)
      let t = fit.coefficients[index] / error
      let last = terms.map { column($0, data.count - 1) }
      let values: [(String, Double)] = [
        ("estimate", fit.coefficients[index]), ("std_error", error), ("t_value", t),
        ("p_value", StudentT.twoSidedP(t, degreesOfFreedom: Double(fit.degreesOfFreedom))),
        ("dispersion", dispersion), ("deviance", fit.deviance), ("df_residual", Double(fit.degreesOfFreedom)),
        ("iterations", Double(fit.iterations)),
        ("pred_link_last", fit.linearPredictor(last) + log(data[data.count - 1].number("population"))),
        ("pred_link_se", fit.standardError(of: last, dispersion: dispersion)),
      ]
      for (name, value) in values {
        #expect(difference(value, row.number(name)) < 1e-9, "\(row["series"]) \(row["formula"]) \(name)")
        compared += 1
      }
    }
    #expect(compared == 1400)
  }

  @Test func columnsThatDependOnEachOtherAreRefused() {
    let one = Array(repeating: 1.0, count: 6)
    let fit = QuasiPoissonRegression(
      columns: [one, one.map { 2 * $0 }], counts: [1, 2, 0, 3, 1, 2], offset: one.map { 0 * $0 })
    #expect(fit == nil)
  }
}
