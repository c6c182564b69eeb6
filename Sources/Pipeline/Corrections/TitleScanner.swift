// Whether titles may be shown: those that people type, and those that are sentences out of posts.
import Discussion
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

  /// A topic under a title that may be shown: one that is somebody's sentence with personal data gives way to words.
  func harmless(_ topic: Topic) -> Topic {
    guard topic.origin == .free, redacted(topic.title) != nil else { return topic }
    var topic = topic
    topic.title = topic.titleInWords
    return topic
  }
}

extension Topic {
  /// Its words in place of a title.
  var titleInWords: String { words.isEmpty ? id.description : words.prefix(3).joined(separator: ", ") }
}
