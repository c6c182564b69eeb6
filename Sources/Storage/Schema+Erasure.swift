// What is left of posts and people that were taken out of the store: enough to keep them out.

extension Schema {
  /// Migration "erased authors and posts".
  ///
  /// The logs only grow, but for one thing: what they hold of a person who is erased goes, within the transaction that
  /// erases. While it works it keeps the setting `erasing`, and takes it away before it ends.
  static let erasure = """
    -- A keyed hash and a day, never an identity, pseudonym or name: nobody can read from it who is meant, and an export
    -- that brings them again is recognised.
    CREATE TABLE tombstone (
      tag TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('author', 'post')),
      erased_on INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Records of which nothing was stored, because their author or the post itself is erased.
    ALTER TABLE reading ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;

    DROP TRIGGER correction_is_not_changed;
    CREATE TRIGGER correction_is_not_changed BEFORE UPDATE ON correction
      WHEN NOT EXISTS (SELECT 1 FROM setting WHERE name = 'erasing')
      BEGIN SELECT RAISE(ABORT, 'the log of corrections only grows'); END;
    DROP TRIGGER decision_is_not_changed;
    CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
      WHEN NOT EXISTS (SELECT 1 FROM setting WHERE name = 'erasing')
      BEGIN SELECT RAISE(ABORT, 'the log of decisions only grows'); END;
    """
}
