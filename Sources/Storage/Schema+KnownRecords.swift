// By what posts are known whose record stands unchanged in a next export.

extension Schema {
  /// Migration "records that are known by their bytes".
  static let knownRecords = """
    -- A keyed hash of the record that was read last and changed nothing about the post; NULL where none is known.
    ALTER TABLE post ADD COLUMN record_tag INTEGER;
    ALTER TABLE post ADD COLUMN record_tag_rest INTEGER;
    CREATE INDEX post_by_record ON post (record_tag) WHERE record_tag IS NOT NULL;

    -- Whoever changes a post: its record has to be read again to see what of that holds.
    CREATE TRIGGER post_no_longer_as_its_record
    AFTER UPDATE OF thread, parent, kind, author, channel, created_at, edited_at, state, title, body, text_tag,
      opening_assumed ON post WHEN old.record_tag IS NOT NULL
    BEGIN
      UPDATE post SET record_tag = NULL, record_tag_rest = NULL WHERE number = old.number;
    END;
    """
}
