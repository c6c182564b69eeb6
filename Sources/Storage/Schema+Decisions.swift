// The log of what people decided about signals.

extension Schema {
  /// Migration "what people decided about signals".
  static let decisions = """
    -- A line for each thing that people recorded. Signals are named by their identity, which no night changes; the numbers
    -- that were shown at that time stand in it as text, so that the record can be read when runs are long forgotten.
    CREATE TABLE decision (
      number INTEGER PRIMARY KEY,
      recorded_on INTEGER NOT NULL,
      recorded_by TEXT,
      action TEXT NOT NULL CHECK (action IN ('decide', 'rate', 'hold', 'withdraw')),
      signal TEXT CHECK (signal IS NOT NULL OR action = 'withdraw'),
      topic INTEGER,
      kind TEXT CHECK (kind IN ('themabijeenkomst', 'volgen', 'niet-nu', 'al-beantwoord', 'gegevensfout')),
      day INTEGER,
      usefulness TEXT CHECK (usefulness IN ('ja', 'deels', 'nee')),
      other INTEGER,
      shown TEXT,
      note TEXT,
      file TEXT,
      line INTEGER,
      row_hash TEXT
    ) STRICT;
    CREATE INDEX decision_by_row ON decision (row_hash);
    CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
      BEGIN SELECT RAISE(ABORT, 'the log of decisions only grows'); END;
    CREATE TRIGGER decision_is_not_removed BEFORE DELETE ON decision
      BEGIN SELECT RAISE(ABORT, 'the log of decisions only grows'); END;

    -- Rows of a file of decisions that were taken into the log.
    ALTER TABLE reading ADD COLUMN decisions INTEGER NOT NULL DEFAULT 0;
    """
}
