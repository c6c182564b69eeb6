// The list of resources that was read last.

extension Schema {
  /// Migration "existing material on topics and themes".
  static let resources = """
    -- The list that counts now, in its own order: a later list takes its place whole.
    CREATE TABLE resource (
      position INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      title TEXT NOT NULL,
      publisher TEXT NOT NULL,
      link TEXT NOT NULL,
      topic INTEGER,
      theme TEXT,
      note TEXT NOT NULL,
      valid_until INTEGER,
      CHECK (topic IS NOT NULL OR theme IS NOT NULL)
    ) STRICT;

    -- The file that it came from, by its content.
    CREATE TABLE resource_list (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      sha256 TEXT NOT NULL
    ) STRICT;

    -- Rows of a list of resources that were taken.
    ALTER TABLE reading ADD COLUMN resources INTEGER NOT NULL DEFAULT 0;
    """
}
