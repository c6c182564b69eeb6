// Strength in words, from how unlikely a signal is and how many people it rests on.

import Discussion

extension SignalStrength {
  /// The strength of a signal: a tiny p-value on a handful of people is still only a signal.
  /// - Parameters:
  ///   - pValue: after the rules of evidence.
  ///   - askers: different askers in the loudest window.
  public init(pValue: Double, askers: Int) {
    if pValue <= 1e-6, askers >= 12 {
      self = .veryStrong
    } else if pValue <= 1e-4, askers >= 8 {
      self = .strong
    } else {
      self = .signal
    }
  }
}
