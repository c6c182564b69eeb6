// The tables of the cache of vectors.

extension Schema {
  // A text stands here by its hash alone, and belongs to no run or post: two posts with one text share a vector. But a
  // vector tells something about its text, so every night drops those of texts that no stored post has any more: what is
  // erased or edited is gone from here too. All of it can be made again. Vectors are 32-bit numbers, little-endian; an
  // empty one says that the model knows none of the text's words.
  static let vectors = """
    CREATE TABLE embedding_model (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE embedding (
      model INTEGER NOT NULL REFERENCES embedding_model ON DELETE CASCADE,
      text_sha256 BLOB NOT NULL CHECK (length(text_sha256) = 32),
      vector BLOB NOT NULL CHECK (length(vector) % 4 = 0),
      PRIMARY KEY (model, text_sha256)
    ) STRICT, WITHOUT ROWID;
    """
}
