// The SQL of the import, beside each other so that the columns can be compared.

/// Statements of ``PostMerger``.
enum MergeSQL {
  static let insert = """
    INSERT INTO post (id, source, thread, parent, kind, author, channel, created_at, edited_at, state, state_entry,
      first_night, changed_night, entry, record, line, byte, title, body, opening_assumed, record_tag, record_tag_rest)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
    """

  static let find = """
    SELECT number, created_at, edited_at, state, entry,
      (SELECT max(entry) FROM sighting WHERE sighting.post = post.number), title, body,
      thread, parent, kind, author, channel, state_entry, text_tag, opening_assumed, record_tag_rest
    FROM post WHERE id = ?
    """

  static let findRecord = """
    SELECT number, state = 'live', entry, source, created_at FROM post WHERE record_tag = ? AND record_tag_rest = ?
    """

  static let rememberRecord = "UPDATE post SET record_tag = ?2, record_tag_rest = ?3 WHERE number = ?1"

  static let update = """
    UPDATE post SET thread = ?2, parent = ?3, kind = ?4, author = ?5, channel = ?6, created_at = ?7, edited_at = ?8,
      state = ?9, state_entry = ?10, changed_night = coalesce(?11, changed_night),
      opening_assumed = ?12
    WHERE number = ?1
    """

  static let updateText = """
    UPDATE post SET entry = ?2, record = ?3, line = ?4, byte = ?5,
      title = CASE ?6 WHEN 1 THEN ?7 ELSE title END, body = CASE ?6 WHEN 1 THEN ?8 ELSE body END,
      text_tag = CASE ?6 WHEN 1 THEN NULL ELSE text_tag END,
      kept_version = CASE ?6 WHEN 1 THEN NULL ELSE kept_version END
    WHERE number = ?1
    """

  static let sight = """
    INSERT OR IGNORE INTO sighting (post, entry, record, line, byte, revision) VALUES (?, ?, ?, ?, ?, ?)
    """

  static let origin = """
    SELECT reading.id, reading.path AS file, entry.path AS entry_path, exported_at, newest_post, mapping_hash,
      reader_version, coalesce((
        SELECT min(first.id) FROM reading AS first
        WHERE first.sha256 = reading.sha256 AND first.outcome IN ('accepted', 'quarantined')), reading.id) AS arrival
    FROM entry JOIN reading ON reading.id = entry.reading WHERE entry.id = ?
    """

  /// Where the text of a post stands.
  static let placesOfText = """
    SELECT entry FROM post WHERE number = :post
    UNION ALL SELECT entry FROM sighting WHERE post = :post AND revision IS NULL
    """

  /// Where a post was seen, with whatever text.
  static let places =
    placesOfText + """

      UNION ALL SELECT entry FROM sighting WHERE post = :post AND revision <> 0
      UNION ALL SELECT entry FROM revision WHERE post = :post
      """

  /// A revision becomes the text of its post.
  static let promote = """
    UPDATE post SET (entry, record, line, byte, title, body, text_tag, edited_at, kept_version, changed_night) = (
      SELECT entry, record, line, byte, title, body, text_tag, edited_at, NULL, :night FROM revision WHERE id = :revision)
    WHERE number = (SELECT post FROM revision WHERE id = :revision)
    """

  static let revise = """
    INSERT INTO revision (post, edited_at, night, entry, record, line, byte, title, body, as_written)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static let forgetAside = "DELETE FROM aside WHERE post = ?"

  static let keepAside = """
    INSERT INTO aside (post, quoted, signature, as_written, attachments) VALUES (?, ?, ?, ?, ?)
    """

  /// Live posts that a complete export should have and does not.
  private static let lacking = """
    state = 'live' AND source = :source AND created_at BETWEEN :first AND :last AND entry < :firstEntry
      AND NOT EXISTS (SELECT 1 FROM sighting WHERE sighting.post = post.number AND sighting.entry >= :firstEntry)
      AND NOT EXISTS (SELECT 1 FROM revision WHERE revision.post = post.number AND revision.entry >= :firstEntry)
    """

  static let entriesOfLacking = """
    WITH found AS (SELECT number, entry FROM post WHERE \(lacking))
    SELECT entry FROM found UNION SELECT sighting.entry FROM sighting JOIN found ON found.number = sighting.post
    UNION SELECT revision.entry FROM revision JOIN found ON found.number = revision.post
    """

  static let markMissing = """
    UPDATE post SET state = 'missing', state_entry = :marker, changed_night = :night
    WHERE \(lacking) AND NOT (
      entry IN (SELECT value FROM json_each(:later))
      OR EXISTS (SELECT 1 FROM sighting WHERE sighting.post = post.number
        AND sighting.entry IN (SELECT value FROM json_each(:later)))
      OR EXISTS (SELECT 1 FROM revision WHERE revision.post = post.number
        AND revision.entry IN (SELECT value FROM json_each(:later))))
    """

  /// Entries of earlier readings of the content that is read now.
  private static let earlierEntries = """
    (SELECT entry.id FROM entry JOIN reading ON reading.id = entry.reading
      WHERE reading.sha256 = :content AND reading.id <> :reading)
    """

  /// What stood in quarantine and what was covered by earlier readings is said anew by this one.
  static let forgetEarlierReadings = ["quarantine", "coverage"].map { table in
    """
    DELETE FROM \(table) WHERE reading IN (SELECT id FROM reading WHERE sha256 = :content AND id <> :reading)
    """
  }

  /// Posts that earlier readings saw and this one did not.
  static let leftByThisReading = """
    SELECT post FROM (
      SELECT post FROM sighting WHERE entry IN \(earlierEntries)
      UNION SELECT post FROM revision WHERE entry IN \(earlierEntries)
      UNION SELECT number FROM post WHERE entry IN \(earlierEntries)
      UNION SELECT number FROM post WHERE state = 'missing' AND state_entry IN \(earlierEntries)) AS gone
    WHERE NOT EXISTS (SELECT 1 FROM post WHERE number = gone.post AND entry >= :firstEntry)
      AND NOT EXISTS (SELECT 1 FROM sighting WHERE sighting.post = gone.post AND sighting.entry >= :firstEntry)
    """

  static let forgetEarlierSightings = "DELETE FROM sighting WHERE entry IN \(earlierEntries)"

  /// Older texts that this reading did not bring: known from elsewhere, or gone.
  static let forgetEarlierRevisions = [
    """
    UPDATE revision SET (entry, record, line, byte) = (
      SELECT entry, record, line, byte FROM sighting
      WHERE sighting.post = revision.post AND sighting.revision = revision.id ORDER BY entry, record LIMIT 1)
    WHERE entry IN \(earlierEntries) AND EXISTS (
      SELECT 1 FROM sighting WHERE sighting.post = revision.post AND sighting.revision = revision.id)
    """,
    """
    DELETE FROM sighting WHERE EXISTS (
      SELECT 1 FROM revision WHERE revision.post = sighting.post AND revision.id = sighting.revision
        AND revision.entry = sighting.entry AND revision.record = sighting.record)
    """,
    "DELETE FROM revision WHERE entry IN \(earlierEntries)",
  ]

  /// A post whose text another file has too is now known from there.
  static let forgetEarlierPlaces = """
    UPDATE post SET (entry, record, line, byte) = (
      SELECT entry, record, line, byte FROM sighting
      WHERE sighting.post = post.number AND sighting.revision IS NULL ORDER BY entry, record LIMIT 1)
    WHERE entry IN \(earlierEntries) AND EXISTS (
      SELECT 1 FROM sighting WHERE sighting.post = post.number AND sighting.revision IS NULL)
    """

  /// Posts of whose text nothing is left, with older texts that are.
  static let withoutText = """
    SELECT number FROM post
    WHERE entry IN \(earlierEntries) AND EXISTS (SELECT 1 FROM revision WHERE revision.post = post.number)
    """

  /// Posts of which another file still says that they were taken away, and whose words are gone.
  static let keepMarks = """
    UPDATE post SET (entry, record, line, byte) = (
        SELECT entry, record, line, byte FROM sighting WHERE sighting.post = post.number ORDER BY entry, record LIMIT 1),
      title = NULL, body = '', text_tag = NULL, kept_version = NULL
    WHERE entry IN \(earlierEntries) AND EXISTS (SELECT 1 FROM sighting WHERE sighting.post = post.number)
    """

  /// What earlier readings said of posts: another file says so too, or nobody.
  static let forgetEarlierStates = [
    """
    UPDATE post SET state_entry = (
      SELECT entry FROM sighting WHERE sighting.post = post.number AND revision = 0 ORDER BY entry, record LIMIT 1)
    WHERE state = 'withdrawn' AND state_entry IN \(earlierEntries)
      AND EXISTS (SELECT 1 FROM sighting WHERE sighting.post = post.number AND revision = 0)
    """,
    "UPDATE post SET state = 'live', state_entry = NULL WHERE state_entry IN \(earlierEntries)",
  ]

  /// Posts that this reading of the same content did not bring again.
  static let removeMisread = "DELETE FROM post WHERE entry IN \(earlierEntries)"

  /// Posts with older texts that this reading has a place of.
  static let touchedWithRevisions = """
    SELECT DISTINCT post FROM revision AS older WHERE EXISTS (
      SELECT 1 FROM post WHERE number = older.post AND entry >= :firstEntry)
      OR EXISTS (SELECT 1 FROM sighting WHERE sighting.post = older.post AND sighting.entry >= :firstEntry)
      OR EXISTS (SELECT 1 FROM revision WHERE revision.post = older.post AND revision.entry >= :firstEntry)
    """

  /// A place stands once: in the post itself, or among its other sightings.
  static let forgetMovedSightings = """
    DELETE FROM sighting WHERE EXISTS (
      SELECT 1 FROM post WHERE post.number = sighting.post AND post.entry = sighting.entry
        AND post.record = sighting.record)
    """
}
