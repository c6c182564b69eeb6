// The SQL of the import, beside each other so that the columns can be compared.

/// Statements of ``PostMerger``.
enum MergeSQL {
  static let insert = """
    INSERT INTO post (id, source, thread, parent, kind, author, channel, created_at, edited_at, state, state_entry,
      first_night, changed_night, entry, record, line, byte, title, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
    """

  static let find = """
    SELECT number, created_at, edited_at, state, entry,
      (SELECT max(entry) FROM sighting WHERE sighting.post = post.number), title, body,
      thread, parent, kind, author, channel, state_entry, text_tag
    FROM post WHERE id = ?
    """

  static let update = """
    UPDATE post SET thread = ?2, parent = ?3, kind = ?4, author = ?5, channel = ?6, created_at = ?7, edited_at = ?8,
      state = ?9, state_entry = ?10, changed_night = coalesce(?11, changed_night)
    WHERE number = ?1
    """

  static let updateText = """
    UPDATE post SET entry = ?2, record = ?3, line = ?4, byte = ?5,
      title = CASE ?6 WHEN 1 THEN ?7 ELSE title END, body = CASE ?6 WHEN 1 THEN ?8 ELSE body END,
      text_tag = CASE ?6 WHEN 1 THEN NULL ELSE text_tag END,
      kept_version = CASE ?6 WHEN 1 THEN NULL ELSE kept_version END
    WHERE number = ?1
    """

  static let sight = "INSERT OR IGNORE INTO sighting (post, entry, record, line, byte) VALUES (?, ?, ?, ?, ?)"

  static let revise = """
    INSERT INTO revision (post, edited_at, night, entry, record, line, byte, title, body, as_written)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static let forgetAside = "DELETE FROM aside WHERE post = ?"

  static let keepAside = """
    INSERT INTO aside (post, quoted, signature, as_written, attachments) VALUES (?, ?, ?, ?, ?)
    """

  static let markMissing = """
    UPDATE post SET state = 'missing', state_entry = :marker, changed_night = :night
    WHERE state = 'live' AND source = :source AND created_at BETWEEN :first AND :last AND entry < :firstEntry
      AND NOT EXISTS (SELECT 1 FROM sighting WHERE sighting.post = post.number AND sighting.entry >= :firstEntry)
      AND NOT EXISTS (
        SELECT 1 FROM entry JOIN reading ON reading.id = entry.reading
        WHERE reading.exported_at > :exportedAt
          AND (entry.id = post.entry OR entry.id IN (SELECT entry FROM sighting WHERE sighting.post = post.number)))
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

  /// Sightings and older texts of earlier readings go; a post that another file has too is now known from there.
  static let forgetEarlierPlaces = [
    "DELETE FROM sighting WHERE entry IN \(earlierEntries)",
    "DELETE FROM revision WHERE entry IN \(earlierEntries)",
    """
    UPDATE post SET (entry, record, line, byte) = (
      SELECT entry, record, line, byte FROM sighting WHERE sighting.post = post.number ORDER BY entry, record LIMIT 1)
    WHERE entry IN \(earlierEntries) AND EXISTS (SELECT 1 FROM sighting WHERE sighting.post = post.number)
    """,
    "UPDATE post SET state = 'live', state_entry = NULL WHERE state_entry IN \(earlierEntries)",
  ]

  /// Posts that this reading of the same content did not bring again.
  static let removeMisread = "DELETE FROM post WHERE entry IN \(earlierEntries)"

  /// A place stands once: in the post itself, or among its other sightings.
  static let forgetMovedSightings = """
    DELETE FROM sighting WHERE EXISTS (
      SELECT 1 FROM post WHERE post.number = sighting.post AND post.entry = sighting.entry
        AND post.record = sighting.record)
    """
}
