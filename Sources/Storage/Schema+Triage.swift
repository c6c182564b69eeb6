// How posts rank for what monitors look for, and finding new posts without reading all.

extension Schema {
  /// Migration "how new posts rank".
  static let triage = """
    -- How much a post is of a class, by the ranking of that night: never a word of the post.
    CREATE TABLE triage (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      class TEXT NOT NULL,
      score REAL NOT NULL,
      standing REAL NOT NULL,
      PRIMARY KEY (run, post, class)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX triage_by_post ON triage (post);

    CREATE INDEX post_by_creation ON post (created_at);
    CREATE INDEX post_by_edit ON post (edited_at) WHERE edited_at IS NOT NULL;
    CREATE INDEX post_by_change ON post (changed_night);
    """
}
