// The false discovery rate across the topics of a platform.

/// The largest p-value that the step-up procedure of Benjamini & Hochberg (1995) lets pass at rate q.
/// - Parameters:
///   - pValues: the p-values, in any order.
///   - rate: the nominal false discovery rate q.
///   - hypotheses: how many hypotheses there are; those without a p-value in the list count as 1.
/// - Returns: nil when none passes.
public func benjaminiHochbergThreshold(_ pValues: [Double], rate: Double, hypotheses: Double? = nil)
  -> Double?
{
  let count = max(hypotheses ?? Double(pValues.count), 1)
  let sorted = pValues.sorted()
  var threshold: Double?
  for (index, p) in sorted.enumerated() where p <= rate * Double(index + 1) / count { threshold = p }
  return threshold
}
