// By what a record of an export is known again.

/// A keyed hash of a record's bytes and of all else that its reading depends on, 112 bits, and 16 bits that tell one way of
/// reading from another: who has no key can neither read a record from it nor try one out.
public struct RecordTag: Hashable, Sendable {
  /// The first 64 bits.
  public var first: Int64
  /// 48 bits more, above the 16 of how the record was read.
  public var second: Int64

  /// A tag from its halves.
  public init(first: Int64, second: Int64) {
    self.first = first
    self.second = second
  }

  /// How the record was read.
  public var reading: UInt16 { UInt16(truncatingIfNeeded: second) }
}
