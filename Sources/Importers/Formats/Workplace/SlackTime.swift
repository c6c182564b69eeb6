// A time as Slack writes it, which is a message's number within its channel too.
import Discussion

/// A time as Slack writes it: seconds, a dot and six digits that make it unique within the channel.
struct SlackTime: Hashable {
  let instant: Timestamp

  init?(_ text: String?) {
    guard let text else { return nil }
    self.init(utf8: Array(text.utf8)[...])
  }

  init?(utf8: ArraySlice<UInt8>) {
    let parts = utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...11).contains(whole.count), whole.allSatisfy(Self.isDigit) else {
      return nil
    }
    let fraction = parts.count > 1 ? parts[1] : []
    guard fraction.count <= 9, fraction.allSatisfy(Self.isDigit) else { return nil }
    let seconds = whole.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    let digits = fraction.prefix(3).map { Int64($0 - UInt8(ascii: "0")) }
    let milliseconds = zip([100, 10, 1] as [Int64], digits).reduce(0) { $0 + $1.0 * $1.1 }
    instant = Timestamp(milliseconds: seconds * 1000 + milliseconds)
  }

  /// Whether a byte is one of `0` to `9`.
  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
