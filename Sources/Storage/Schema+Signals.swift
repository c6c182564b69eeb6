// The tables of signals.

extension Schema {
  /// Migration "signals with their weeks and questions".
  ///
  /// Rows that `signal_first_published` has from before stay: they name signals in an older way and match none of these.
  static let signals = """
    -- A signal is known by the week it opened in and its number in that week.
    CREATE TABLE signal (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      opened INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      topic INTEGER,
      scope TEXT NOT NULL CHECK (scope IN ('topic', 'part', 'birth')),
      is_open INTEGER NOT NULL,
      PRIMARY KEY (run, opened, number)
    ) STRICT, WITHOUT ROWID;

    -- What was seen of it in each week in which it stood.
    CREATE TABLE signal_week (
      run INTEGER NOT NULL,
      opened INTEGER NOT NULL,
      number INTEGER NOT NULL,
      week INTEGER NOT NULL,
      is_raised INTEGER NOT NULL,
      methods TEXT NOT NULL,
      window_weeks INTEGER NOT NULL,
      observed INTEGER NOT NULL,
      expected REAL NOT NULL,
      lower INTEGER NOT NULL,
      upper INTEGER NOT NULL,
      p_value REAL NOT NULL,
      strength TEXT NOT NULL,
      PRIMARY KEY (run, opened, number, week),
      FOREIGN KEY (run, opened, number) REFERENCES signal (run, opened, number) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- The questions in each week's window. A post that is erased leaves them; the numbers seen then stay as they were.
    CREATE TABLE signal_post (
      run INTEGER NOT NULL,
      opened INTEGER NOT NULL,
      number INTEGER NOT NULL,
      week INTEGER NOT NULL,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      PRIMARY KEY (run, opened, number, week, post),
      FOREIGN KEY (run, opened, number, week) REFERENCES signal_week (run, opened, number, week) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX signal_post_by_post ON signal_post (post);
    """
}
