// The log of verdicts also holds whether sentences of posts may stand in reports that are shared.

extension Schema {
  /// Migration "whether posts may be quoted in public": the same table, with the word for it among those that are allowed.
  static let publicQuotations = """
    CREATE TABLE verdict_with_public_quotes (
      number INTEGER PRIMARY KEY,
      recorded_on INTEGER NOT NULL,
      recorded_by TEXT,
      action TEXT NOT NULL CHECK (action IN ('judge', 'quote', 'withdraw')),
      post TEXT CHECK (post IS NOT NULL OR action = 'withdraw'),
      version TEXT CHECK (version IS NOT NULL OR action = 'withdraw'),
      verdict TEXT CHECK (CASE action
        WHEN 'judge' THEN verdict IN ('verwijderd', 'bewerkt', 'auteur_benaderd', 'doorverwezen', 'geen_actie',
          'onterecht', 'uitgesteld')
        WHEN 'quote' THEN verdict IN ('citaat_akkoord', 'citaat_openbaar', 'citaat_geweigerd')
        ELSE verdict IS NULL END),
      about TEXT,
      shown TEXT,
      until INTEGER CHECK (until IS NULL OR verdict = 'uitgesteld'),
      other INTEGER,
      note TEXT,
      file TEXT,
      line INTEGER,
      row_hash TEXT
    ) STRICT;
    INSERT INTO verdict_with_public_quotes (number, recorded_on, recorded_by, action, post, version, verdict, about, shown, until,
      other, note, file, line, row_hash)
    SELECT number, recorded_on, recorded_by, action, post, version, verdict, about, shown, until, other, note, file, line,
      row_hash FROM verdict;
    DROP TRIGGER verdict_is_not_changed;
    DROP TRIGGER verdict_is_not_removed;
    DROP TABLE verdict;
    ALTER TABLE verdict_with_public_quotes RENAME TO verdict;
    CREATE INDEX verdict_by_post ON verdict (post);
    CREATE INDEX verdict_by_row ON verdict (row_hash);
    CREATE TRIGGER verdict_is_not_changed BEFORE UPDATE ON verdict
      WHEN NOT EXISTS (SELECT 1 FROM setting WHERE name = 'erasing')
      BEGIN SELECT RAISE(ABORT, 'the log of verdicts only grows'); END;
    CREATE TRIGGER verdict_is_not_removed BEFORE DELETE ON verdict
      BEGIN SELECT RAISE(ABORT, 'the log of verdicts only grows'); END;
    """
}
