// The log of corrections also holds what is right as it is.

extension Schema {
  /// Migration "topics that people leave as they are": the same table, with the words for it among those that are allowed.
  static let keptTopics = """
    CREATE TABLE correction_with_kept (
      number INTEGER PRIMARY KEY,
      recorded_on INTEGER NOT NULL,
      recorded_by TEXT,
      action TEXT NOT NULL CHECK (action IN ('rename', 'merge', 'create', 'move', 'pin', 'mute', 'keep_whole',
        'keep_title', 'keep_apart', 'withdraw')),
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
    INSERT INTO correction_with_kept (number, recorded_on, recorded_by, action, topic, other, post, title, is_on, note,
      file, line, row_hash)
    SELECT number, recorded_on, recorded_by, action, topic, other, post, title, is_on, note, file, line, row_hash
      FROM correction;
    DROP TRIGGER correction_is_not_changed;
    DROP TRIGGER correction_is_not_removed;
    DROP TABLE correction;
    ALTER TABLE correction_with_kept RENAME TO correction;
    CREATE INDEX correction_by_row ON correction (row_hash);
    CREATE TRIGGER correction_is_not_changed BEFORE UPDATE ON correction
      WHEN NOT EXISTS (SELECT 1 FROM setting WHERE name = 'erasing')
      BEGIN SELECT RAISE(ABORT, 'the log of corrections only grows'); END;
    CREATE TRIGGER correction_is_not_removed BEFORE DELETE ON correction
      BEGIN SELECT RAISE(ABORT, 'the log of corrections only grows'); END;
    """
}
