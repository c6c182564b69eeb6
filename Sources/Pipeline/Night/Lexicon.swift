// The words that tell names from ordinary language, read from this machine's dictionary.
import Foundation
import Moderation

extension PipelineFile {
  /// The lexicon for redaction: the program's own names and the Dutch dictionary, where it is installed.
  func nameLexicon() -> NameLexicon {
    var lexicon = NameLexicon()
    let path = moderation.dictionary ?? Self.systemDictionary
    if let data = FileManager.default.contents(atPath: path + ".dic") { lexicon.add(hunspell: Array(data)) }
    return lexicon
  }
}
