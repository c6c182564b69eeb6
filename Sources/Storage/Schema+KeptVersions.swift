// Which text a post had before another was put in its place because its time was over.

extension Schema {
  /// Migration "which text stood there before".
  ///
  /// A post whose text was replaced before this was kept has the text that people last spoke of, when that was after the
  /// text last changed: nobody can tell more of it, and what was decided must not be asked again because time goes by.
  static let keptVersions = """
    ALTER TABLE post ADD COLUMN kept_version TEXT;
    UPDATE post SET kept_version = (
      SELECT version FROM verdict
      WHERE verdict.post = post.id AND action = 'judge' AND recorded_on >= coalesce(
        (SELECT max(night) FROM revision WHERE revision.post = post.number), 0)
      ORDER BY verdict.number DESC LIMIT 1)
    WHERE text_tag IS NOT NULL;
    """
}
