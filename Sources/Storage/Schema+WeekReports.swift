// The table of the weeks' reports as they were fixed.

extension Schema {
  /// Migration "reports of weeks as they were".
  static let weekReports = """
    -- Numbers after suppression and identities, as JSON: nothing that anybody wrote.
    CREATE TABLE week_report (
      week INTEGER NOT NULL,
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      as_of INTEGER NOT NULL,
      is_complete INTEGER NOT NULL,
      summary BLOB NOT NULL,
      topics BLOB NOT NULL,
      PRIMARY KEY (week, run)
    ) STRICT;
    CREATE INDEX week_report_by_run ON week_report (run);
    """
}
