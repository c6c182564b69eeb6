// The tables, as named migrations. A migration that has landed never changes: a later one changes the tables.
import GRDB

/// The store's tables.
enum Schema {
  /// All migrations, oldest first.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("posts and where they came from") { try $0.execute(sql: posts) }
    migrator.registerMigration("runs and what they derived") { try $0.execute(sql: runs) }
    migrator.registerMigration("what people decided about topics") { try $0.execute(sql: corrections) }
    migrator.registerMigration("neighbours of posts and history of topics") {
      try $0.execute(sql: likeness)
    }
    migrator.registerMigration("vectors of texts") { try $0.execute(sql: vectors) }
    migrator.registerMigration("signals with their weeks and questions") { try $0.execute(sql: signals) }
    migrator.registerMigration("earlier neighbours of questions") { try $0.execute(sql: arrivals) }
    migrator.registerMigration("what people decided about signals") { try $0.execute(sql: decisions) }
    migrator.registerMigration("existing material on topics and themes") { try $0.execute(sql: resources) }
    migrator.registerMigration("earlier neighbours by run") { try $0.execute(sql: arrivalsByRun) }
    migrator.registerMigration("erased authors and posts") { try $0.execute(sql: erasure) }
    migrator.registerMigration("texts kept without personal data") { try $0.execute(sql: retention) }
    migrator.registerMigration("what people decided about posts") { try $0.execute(sql: verdicts) }
    migrator.registerMigration("how new posts rank") { try $0.execute(sql: triage) }
    migrator.registerMigration("which text stood there before") { try $0.execute(sql: keptVersions) }
    migrator.registerMigration("whether posts may be quoted") { try $0.execute(sql: quotations) }
    migrator.registerMigration("reports of weeks as they were") { try $0.execute(sql: weekReports) }
    migrator.registerMigration("topics that people leave as they are") { try $0.execute(sql: keptTopics) }
    migrator.registerMigration("whether posts may be quoted in public") {
      try $0.execute(sql: publicQuotations)
    }
    migrator.registerMigration("what stands beside the words of posts") { try $0.execute(sql: asides) }
    migrator.registerMigration(
      "states of posts that cost no table to check", migrate: checkStatesWithoutTable)
    migrator.registerMigration("what orders the texts of files") { try $0.execute(sql: exportOrder) }
    migrator.registerMigration("records that are known by their bytes") {
      try $0.execute(sql: knownRecords)
    }
    return migrator
  }

  private static let posts = """
    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- One row for each time that a file was really read, or refused.
    CREATE TABLE reading (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      sha256 TEXT,
      bytes INTEGER NOT NULL,
      mapping_hash TEXT NOT NULL,
      reader_version TEXT NOT NULL,
      exported_at INTEGER,
      night INTEGER NOT NULL,
      format TEXT,
      outcome TEXT NOT NULL,
      reason TEXT,
      message TEXT,
      place_entry TEXT, place_record INTEGER, place_line INTEGER, place_byte INTEGER,
      new INTEGER NOT NULL DEFAULT 0,
      revised INTEGER NOT NULL DEFAULT 0,
      unchanged INTEGER NOT NULL DEFAULT 0,
      quarantined INTEGER NOT NULL DEFAULT 0,
      skipped INTEGER NOT NULL DEFAULT 0,
      events INTEGER NOT NULL DEFAULT 0,
      deleted INTEGER NOT NULL DEFAULT 0,
      duplicates INTEGER NOT NULL DEFAULT 0,
      members INTEGER NOT NULL DEFAULT 0,
      missing INTEGER NOT NULL DEFAULT 0,
      withdrawn_readings INTEGER NOT NULL DEFAULT 0,
      refused_entries INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX reading_by_content ON reading (sha256, mapping_hash, reader_version);

    -- What a night found in the inbox. A night is its as-of day: runs that were killed or done again add nothing.
    CREATE TABLE night_file (
      night INTEGER NOT NULL,
      path TEXT NOT NULL,
      reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
      PRIMARY KEY (night, path, reading)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX night_file_by_reading ON night_file (reading);

    -- What complete exports cover: a post that they should have and do not is missing.
    CREATE TABLE coverage (
      reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
      source TEXT NOT NULL,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      PRIMARY KEY (reading, source)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
      path TEXT NOT NULL,
      UNIQUE (reading, path)
    ) STRICT;

    -- The newest known text of each post, with the place it was read at.
    CREATE TABLE post (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL,
      thread TEXT NOT NULL,
      parent TEXT,
      kind TEXT NOT NULL,
      author TEXT,
      channel TEXT,
      created_at INTEGER NOT NULL,
      edited_at INTEGER,
      state TEXT NOT NULL CHECK (state IN ('live', 'withdrawn', 'missing')),
      state_entry INTEGER REFERENCES entry,
      first_night INTEGER NOT NULL,
      changed_night INTEGER NOT NULL,
      entry INTEGER NOT NULL REFERENCES entry,
      record INTEGER NOT NULL,
      line INTEGER,
      byte INTEGER,
      title TEXT,
      body TEXT NOT NULL
    ) STRICT;

    -- Older texts of posts, with the place each was read at.
    CREATE TABLE revision (
      id INTEGER PRIMARY KEY,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      edited_at INTEGER,
      night INTEGER NOT NULL,
      entry INTEGER NOT NULL REFERENCES entry,
      record INTEGER NOT NULL,
      line INTEGER,
      byte INTEGER,
      title TEXT,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX revision_by_post ON revision (post);

    -- The other places where a post was seen.
    CREATE TABLE sighting (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      entry INTEGER NOT NULL REFERENCES entry,
      record INTEGER NOT NULL,
      line INTEGER,
      byte INTEGER,
      PRIMARY KEY (post, entry, record)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE quarantine (
      id INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
      entry TEXT NOT NULL,
      record INTEGER NOT NULL,
      line INTEGER,
      byte INTEGER,
      reason TEXT NOT NULL,
      message TEXT NOT NULL,
      raw BLOB NOT NULL
    ) STRICT;
    CREATE INDEX quarantine_by_reading ON quarantine (reading);

    -- Members, under the same pseudonyms as authors. Authors need not be in a member list.
    CREATE TABLE member (
      id TEXT PRIMARY KEY,
      organisation TEXT,
      region TEXT,
      role TEXT
    ) STRICT, WITHOUT ROWID;
    """

  private static let runs = """
    -- One row for each night's work: an unpublished one is continued by the next start under its own number.
    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      as_of INTEGER NOT NULL,
      program_version TEXT NOT NULL,
      pipeline_hash TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('running', 'failed', 'published')),
      exit_status INTEGER,
      fingerprint TEXT,
      base INTEGER REFERENCES run ON DELETE SET NULL
    ) STRICT;

    -- Every start of the program, also those that were killed.
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      as_of INTEGER NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      status TEXT NOT NULL CHECK (status IN ('running', 'interrupted', 'failed', 'published')),
      exit_status INTEGER,
      message TEXT
    ) STRICT;

    CREATE TABLE stage (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      status TEXT NOT NULL,
      counts TEXT NOT NULL,
      milliseconds INTEGER NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;

    -- What a run derived. All of it can be made again from the posts.
    CREATE TABLE question (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      range_start INTEGER,
      range_end INTEGER,
      text TEXT NOT NULL,
      PRIMARY KEY (run, post, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX question_by_post ON question (post);

    CREATE TABLE topic (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      number INTEGER NOT NULL,
      title TEXT NOT NULL,
      words TEXT NOT NULL,
      theme TEXT,
      origin TEXT NOT NULL,
      status TEXT NOT NULL,
      successor INTEGER,
      PRIMARY KEY (run, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE assignment (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      topic INTEGER,
      similarity REAL NOT NULL,
      PRIMARY KEY (run, post)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX assignment_by_post ON assignment (post);

    CREATE TABLE topic_event (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      topic INTEGER NOT NULL,
      other INTEGER,
      questions INTEGER NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;

    -- What the next night's topics start from, besides topics and assignments.
    CREATE TABLE topic_state (
      run INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE,
      next_number INTEGER NOT NULL,
      data BLOB NOT NULL
    ) STRICT;

    CREATE TABLE weekly_count (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      series TEXT NOT NULL,
      week INTEGER NOT NULL,
      questions INTEGER NOT NULL,
      askers INTEGER NOT NULL,
      organisations INTEGER NOT NULL,
      askers_4w INTEGER NOT NULL,
      organisations_4w INTEGER NOT NULL,
      total_questions INTEGER NOT NULL,
      PRIMARY KEY (run, series, week)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE assessment (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      series TEXT NOT NULL,
      week INTEGER NOT NULL,
      flag INTEGER NOT NULL,
      open INTEGER NOT NULL,
      strength TEXT,
      score REAL NOT NULL,
      window_weeks INTEGER NOT NULL,
      observed INTEGER NOT NULL,
      expected REAL NOT NULL,
      lower INTEGER NOT NULL,
      upper INTEGER NOT NULL,
      p_value REAL NOT NULL,
      week_expected REAL NOT NULL,
      week_lower INTEGER NOT NULL,
      week_upper INTEGER NOT NULL,
      anomalous_volume INTEGER NOT NULL,
      PRIMARY KEY (run, series, week)
    ) STRICT, WITHOUT ROWID;

    -- When a signal was first published: the one thing about signals that cannot be derived again.
    CREATE TABLE signal_first_published (
      signal TEXT PRIMARY KEY,
      night INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Where moderation found something and what kind: never the text itself.
    CREATE TABLE finding (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      range_start INTEGER NOT NULL,
      range_end INTEGER NOT NULL,
      PRIMARY KEY (run, post, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX finding_by_post ON finding (post);

    CREATE TABLE review_item (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      PRIMARY KEY (run, rank)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX review_item_by_post ON review_item (post);

    CREATE TABLE review_reason (
      run INTEGER NOT NULL,
      rank INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      code TEXT NOT NULL,
      amount INTEGER,
      PRIMARY KEY (run, rank, ordinal),
      FOREIGN KEY (run, rank) REFERENCES review_item (run, rank) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
