// How a post is known whose text was replaced when its time was over.

extension Schema {
  /// Migration "texts kept without personal data".
  static let retention = """
    -- A keyed hash of the text as it was written, once another stands in its place: the same text in a later export is no
    -- edit, and is not stored again.
    ALTER TABLE post ADD COLUMN text_tag TEXT;
    ALTER TABLE revision ADD COLUMN text_tag TEXT;

    -- What such a post asks, found in its text while it stood and without personal data since: another text could seem to
    -- ask something else, and then counts of the past would change because time goes by.
    CREATE TABLE kept_question (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (post, ordinal)
    ) STRICT, WITHOUT ROWID;
    """
}
