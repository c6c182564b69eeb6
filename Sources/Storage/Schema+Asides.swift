// What stands beside the words of posts: quotes of earlier posts, signatures, attachments.

extension Schema {
  /// Migration "what stands beside the words of posts".
  ///
  /// Only posts that have any of it have a row. Older texts of posts keep the whole of what was written with them.
  static let asides = """
    CREATE TABLE aside (
      post INTEGER PRIMARY KEY REFERENCES post ON DELETE CASCADE,
      quoted TEXT,
      signature TEXT,
      as_written TEXT,
      attachments INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    ALTER TABLE revision ADD COLUMN as_written TEXT;
    """
}
