// The few icons the pages use, drawn with paths; always beside a word that says the same.
import Discussion

/// Icons as inline SVG.
enum Icons {
  private static func icon(_ size: Int, _ body: String) -> String {
    """
    <svg class="icon" width="\(size)" height="\(size)" viewBox="0 0 \(size) \(size)" aria-hidden="true" \
    focusable="false">\(body)</svg>
    """
  }

  /// The program's mark: a radar's sweep.
  static let mark = icon(
    26,
    """
    <circle cx="13" cy="13" r="11.5" fill="none" stroke="currentColor" stroke-width="1.6"/>\
    <circle cx="13" cy="13" r="6" fill="none" stroke="currentColor" stroke-width="1.3" opacity=".7"/>\
    <path d="M13 13L21.5 5.2" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>\
    <path class="blip" d="M18 14l3 3-3 3-3-3z"/>
    """)

  /// All is well.
  static let check = icon(
    20,
    """
    <circle cx="10" cy="10" r="9" fill="none" stroke="currentColor" stroke-width="1.8"/>\
    <path d="M5.8 10.3l2.9 2.9 5.6-6" fill="none" stroke="currentColor" stroke-width="2"/>
    """)

  /// Mind this.
  static let warning = icon(
    20,
    """
    <path d="M10 2L19 18H1z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/>\
    <path d="M10 8v5M10 14.6v1.6" stroke="currentColor" stroke-width="2"/>
    """)

  /// The mark of a signal of a strength: open, filled, filled twice.
  static func signal(_ strength: SignalStrength) -> String {
    switch strength {
    case .signal:
      icon(
        14,
        "<path d=\"M7 1.4L12.6 7 7 12.6 1.4 7z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>")
    case .strong: icon(14, "<path d=\"M7 0l7 7-7 7-7-7z\" fill=\"currentColor\"/>")
    case .veryStrong:
      icon(
        14,
        "<path d=\"M5 1l5 6-5 6-5-6z\" fill=\"currentColor\"/><path d=\"M9.5 1.8L13.4 7l-3.9 5.2\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\"/>"
      )
    }
  }

  /// The chart's key: the observed line.
  static let keyLine = """
    <svg class="icon" width="28" height="14" viewBox="0 0 28 14" aria-hidden="true" focusable="false">\
    <path class="line" d="M1 11l9-5 8 4 9-8"/></svg>
    """

  /// The chart's key: the expected band.
  static let keyBand = """
    <svg class="icon" width="28" height="14" viewBox="0 0 28 14" aria-hidden="true" focusable="false">\
    <path class="band" d="M0 2h28v11H0z"/><path class="edge" d="M0 2h28"/></svg>
    """

  /// The chart's key: a week in which a signal opens or rises.
  static let keyFlag = """
    <svg class="icon" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">\
    <path class="flag" d="M9 1l8 8-8 8-8-8z"/></svg>
    """

  /// The chart's key: the week of a theme meeting.
  static let keyMeeting = """
    <svg class="icon" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">\
    <path class="meetingline" d="M9 8v10"/><path class="meeting" d="M3 1h12l-6 8z"/></svg>
    """

  /// The chart's key: weeks of school holidays, with the bar above them that tells them apart without colour.
  static let keyHoliday = """
    <svg class="icon" width="28" height="18" viewBox="0 0 28 18" aria-hidden="true" focusable="false">\
    <path class="holiday" d="M3 6h22v12H3z"/><path class="holidaybar" d="M3 0h22v6H3z"/></svg>
    """

  /// The chart's key: a week in which a signal still stands.
  static let keyOpen = """
    <svg class="icon" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">\
    <path class="flag open" d="M9 1l8 8-8 8-8-8z"/></svg>
    """
}
