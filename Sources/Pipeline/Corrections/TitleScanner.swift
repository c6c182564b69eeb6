// Whether a title that a person typed may be shown to the core group.
import Moderation

/// Looks for personal data in titles. Reads the word list only when the first title comes.
final class TitleScanner {
  private let file: PipelineFile
  private lazy var redactor = Redactor(lexicon: file.nameLexicon())

  /// A scanner with a community's names and words.
  init(file: PipelineFile) { self.file = file }

  /// A title with placeholders for the personal data in it; nil when there are none.
  func redacted(_ title: String) -> String? {
    let redacted = redactor.redact(RawText(title))
    return redacted.replacements == 0 ? nil : redacted.text
  }
}
