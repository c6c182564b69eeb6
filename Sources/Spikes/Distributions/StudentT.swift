// Student's t distribution: the two-sided p-value of a regression coefficient.

/// Student's t distribution.
public enum StudentT {
  /// P(|T| ≥ |t|) with so many degrees of freedom: I_{ν/(ν+t²)}(ν/2, ½), DLMF 8.17 and Abramowitz & Stegun 26.7.1.
  public static func twoSidedP(_ t: Double, degreesOfFreedom df: Double) -> Double {
    guard t.isFinite, df > 0 else { return t.isNaN ? .nan : 0 }
    let square = t * t
    return regularisedBeta(df / (df + square), complement: square / (df + square), df / 2, 0.5)
  }
}
