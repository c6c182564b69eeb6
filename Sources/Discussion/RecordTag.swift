// By what a record of an export is known again.

/// A keyed hash, 128 bits, of a record's bytes and of all else that its reading depends on: who has no key can neither read
/// a record from it nor try one out.
public struct RecordTag: Hashable, Sendable {
  /// The first 64 bits.
  public var first: Int64
  /// The other 64 bits.
  public var second: Int64

  /// A tag from its halves.
  public init(first: Int64, second: Int64) {
    self.first = first
    self.second = second
  }
}
