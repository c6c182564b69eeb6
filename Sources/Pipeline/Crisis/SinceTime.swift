// The moment from which posts count as new, as people write it.
import Discussion

/// Reads `2026-11-22T14:00:00Z`, `2026-11-22T14:00` (in the community's zone), `2026-11-22`, and a stretch back from now:
/// `15m`, `2h`, `3d`.
enum SinceTime {
  /// The instant; nil when the text is none of these.
  static func read(_ text: String, zone: LocalZone, now: Timestamp) -> Timestamp? {
    let text = String(text.drop(while: { $0 == " " }))
    if let exact = Timestamp(iso8601: text) { return exact }
    if let day = CalendarDay(iso8601: text) { return zone.start(of: day) }
    if let local = LocalTime(iso8601: text) ?? LocalTime(iso8601: text + ":00") {
      switch zone.resolve(local) {
      case .once(let time), .never(let time): return time
      // Of an hour that came twice the first: rather a post too many.
      case .twice(let first, _): return first
      }
    }
    let units: [Character: Int64] = ["m": 60_000, "h": 3_600_000, "u": 3_600_000, "d": 86_400_000]
    guard let last = text.last, let unit = units[last], let count = Int64(text.dropLast()), count > 0,
      count <= 100_000
    else { return nil }
    return now.advanced(byMilliseconds: -count * unit)
  }
}
