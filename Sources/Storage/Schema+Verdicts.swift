// The log of what monitors decided about posts.

extension Schema {
  /// Migration "what people decided about posts".
  static let verdicts = """
    -- A line for each thing that people recorded. Posts are named by their identity: a verdict outlives runs, and what it
    -- says of a text is a hash. What it says of somebody who is erased goes; nothing else ever changes.
    CREATE TABLE verdict (
      number INTEGER PRIMARY KEY,
      recorded_on INTEGER NOT NULL,
      recorded_by TEXT,
      action TEXT NOT NULL CHECK (action IN ('judge', 'withdraw')),
      post TEXT CHECK (post IS NOT NULL OR action = 'withdraw'),
      version TEXT CHECK (version IS NOT NULL OR action = 'withdraw'),
      verdict TEXT CHECK (verdict IN ('verwijderd', 'bewerkt', 'auteur_benaderd', 'doorverwezen', 'geen_actie',
        'onterecht', 'uitgesteld')),
      about TEXT,
      shown TEXT,
      until INTEGER CHECK (until IS NULL OR verdict = 'uitgesteld'),
      other INTEGER,
      note TEXT,
      file TEXT,
      line INTEGER,
      row_hash TEXT
    ) STRICT;
    CREATE INDEX verdict_by_post ON verdict (post);
    CREATE INDEX verdict_by_row ON verdict (row_hash);
    CREATE TRIGGER verdict_is_not_changed BEFORE UPDATE ON verdict
      WHEN NOT EXISTS (SELECT 1 FROM setting WHERE name = 'erasing')
      BEGIN SELECT RAISE(ABORT, 'the log of verdicts only grows'); END;
    CREATE TRIGGER verdict_is_not_removed BEFORE DELETE ON verdict
      BEGIN SELECT RAISE(ABORT, 'the log of verdicts only grows'); END;

    -- Rows of a file of verdicts that were taken into the log.
    ALTER TABLE reading ADD COLUMN verdicts INTEGER NOT NULL DEFAULT 0;

    -- Why a post that people judged is in the queue again.
    ALTER TABLE review_item ADD COLUMN back TEXT;
    """
}
