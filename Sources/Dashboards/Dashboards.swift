// The dashboards: one night's values in, all pages and CSV files out.
import Discussion

/// Makes the pages and files of a night. No clock, no files, no database: equal reports give equal bytes.
public enum Dashboards {
  /// All files of both folders, `kerngroep/` and `monitors/`, sorted by path.
  public static func render(_ report: NightReport) -> [RenderedFile] { [] }
}
