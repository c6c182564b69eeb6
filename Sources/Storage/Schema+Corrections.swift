// The log of what people decided about topics.

extension Schema {
  static let corrections = """
    -- A line for each thing that people decided. Nothing refers to runs or posts: runs are forgotten and posts may be
    -- erased, and what people decided stands.
    CREATE TABLE correction (
      number INTEGER PRIMARY KEY,
      recorded_on INTEGER NOT NULL,
      recorded_by TEXT,
      action TEXT NOT NULL CHECK (action IN ('rename', 'merge', 'create', 'move', 'pin', 'mute', 'withdraw')),
      topic INTEGER,
      other INTEGER,
      post TEXT,
      title TEXT,
      is_on INTEGER,
      note TEXT,
      file TEXT,
      line INTEGER,
      row_hash TEXT
    ) STRICT;
    CREATE INDEX correction_by_row ON correction (row_hash);
    CREATE TRIGGER correction_is_not_changed BEFORE UPDATE ON correction
      BEGIN SELECT RAISE(ABORT, 'the log of corrections only grows'); END;
    CREATE TRIGGER correction_is_not_removed BEFORE DELETE ON correction
      BEGIN SELECT RAISE(ABORT, 'the log of corrections only grows'); END;

    -- Rows of a file of corrections that were taken into the log.
    ALTER TABLE reading ADD COLUMN corrections INTEGER NOT NULL DEFAULT 0;
    """
}
