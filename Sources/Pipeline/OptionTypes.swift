// The domain's values that people choose on the command line, under names of this floor: so that the command line
// needs none below.

import Discussion
import Language
import Moderation
import Spikes

/// A language that posts are written in.
public typealias PostLanguage = LanguageCode

/// The day that a night reports on.
public typealias ReportDay = CalendarDay
/// The week that a rendering is of.
public typealias ReportWeek = ISOWeek

extension DetectFilter {
  /// For what kind of series the program's own detector is set.
  public typealias Profile = DetectorProfile
}

extension RedactFilter {
  /// How much is taken out.
  public typealias Mode = RedactionMode
}
