// The table of the earlier questions that each question resembled when it came.

extension Schema {
  /// Migration "earlier neighbours of questions".
  static let arrivals = """
    -- Made once for each question and not changed by what is written later, so that a week in the past is always seen as
    -- it was then. `recipe` says what decided the lists; of an older recipe nothing is used.
    CREATE TABLE arrival (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      recipe INTEGER NOT NULL,
      list BLOB NOT NULL,
      PRIMARY KEY (post, run)
    ) STRICT, WITHOUT ROWID;

    -- A post's number may be given to another post once it is gone, so that lists that name it would lie.
    CREATE TRIGGER arrival_of_a_removed_post AFTER DELETE ON post BEGIN
      DELETE FROM arrival;
    END;
    """

  /// Migration "earlier neighbours by run": which questions have a list is looked up without reading the lists.
  static let arrivalsByRun = """
    CREATE INDEX arrival_by_run ON arrival (run, recipe);
    """
}
