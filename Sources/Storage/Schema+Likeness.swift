// The tables of likeness between posts and of what happened to topics.

extension Schema {
  /// Migration "neighbours of posts and history of topics".
  ///
  /// A list is one row: a row for each neighbour would take three times the space and ten times the time.
  static let likeness = """
    -- The nearest neighbours of each post, packed. A row holds from its run on until a later run has another one; a
    -- list of NULL says that the post is not compared any more.
    CREATE TABLE neighbours (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      list BLOB,
      PRIMARY KEY (post, run)
    ) STRICT, WITHOUT ROWID;

    -- A post's number may be given to another post once it is gone, so that lists that name it would lie.
    CREATE TRIGGER neighbours_of_a_removed_post AFTER DELETE ON post BEGIN
      DELETE FROM neighbours;
    END;

    -- What happened to topics in every night that was published.
    CREATE TABLE topic_history (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      position INTEGER NOT NULL,
      night INTEGER NOT NULL,
      kind TEXT NOT NULL,
      topic INTEGER NOT NULL,
      other INTEGER,
      questions INTEGER NOT NULL,
      askers INTEGER NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO topic_history
      SELECT run, position, run.as_of, kind, topic, other, questions, 0
      FROM topic_event JOIN run ON run.id = topic_event.run WHERE run.status = 'published';
    """
}
