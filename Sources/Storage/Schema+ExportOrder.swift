// What is kept of files so that it does not matter in which order, and how often, they are read.

extension Schema {
  /// Migration "what orders the texts of files".
  static let exportOrder = """
    -- The time of the newest post in the file: of two exports with like names the one with the higher number is the later
    -- one only when it also has the newest post.
    ALTER TABLE reading ADD COLUMN newest_post INTEGER;
    UPDATE reading SET newest_post = seen.newest FROM (
      SELECT entry.reading, max(post.created_at) AS newest FROM (
        SELECT number, entry FROM post UNION ALL SELECT post, entry FROM sighting
        UNION ALL SELECT post, entry FROM revision) AS place
      JOIN post ON post.number = place.number JOIN entry ON entry.id = place.entry GROUP BY entry.reading) AS seen
    WHERE reading.id = seen.reading;

    -- The older text that was seen at the place; 0 for a bare mark that the post was taken away, NULL for the post's text.
    ALTER TABLE sighting ADD COLUMN revision INTEGER;

    -- Whether nothing but its place among the posts of its conversation says of which kind it is.
    ALTER TABLE post ADD COLUMN opening_assumed INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX post_by_assumed_opening ON post (thread) WHERE opening_assumed = 1;
    """
}
