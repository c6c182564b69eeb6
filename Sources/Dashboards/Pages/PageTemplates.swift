// The templates and the stylesheet, parsed once from the bytes embedded in the program.
import Crypto
import Foundation
import Mustache

/// What templates are filled with: names and values. Values that are absent are left out.
typealias Fields = [String: Any]

/// The parsed templates with the stylesheet and the script they carry inline.
struct PageTemplates: Sendable {
  private let library: MustacheLibrary
  /// The stylesheet as it stands between `<style>` and `</style>`.
  let style: String
  /// The script of the overview as it stands between `<script>` and `</script>`.
  let script: String

  /// Parses the templates; throws where one is broken, which is a fault in the program.
  init() throws {
    let sources: [(String, [UInt8])] = [
      ("head", PackageResources.head_mustache), ("foot", PackageResources.foot_mustache),
      ("legend", PackageResources.legend_mustache), ("tag", PackageResources.tag_mustache),
      ("index", PackageResources.index_mustache), ("topic", PackageResources.topic_mustache),
      ("merged", PackageResources.merged_mustache), ("overview", PackageResources.overview_mustache),
      ("signal", PackageResources.signal_mustache), ("signals", PackageResources.signals_mustache),
      ("evidence", PackageResources.evidence_mustache),
      ("method", PackageResources.method_mustache), ("monitors", PackageResources.monitors_mustache),
      ("moderation", PackageResources.moderation_mustache),
      ("newposts", PackageResources.newposts_mustache),
      ("followup", PackageResources.followup_mustache),
      ("unanswered", PackageResources.unanswered_mustache), ("intake", PackageResources.intake_mustache),
      ("community", PackageResources.community_mustache), ("replay", PackageResources.replay_mustache),
      ("agenda", PackageResources.agenda_mustache), ("archive", PackageResources.archive_mustache),
      ("edition", PackageResources.edition_mustache), ("open", PackageResources.open_mustache),
      ("quality", PackageResources.quality_mustache),
      ("quotes", PackageResources.quotes_mustache), ("proposals", PackageResources.proposals_mustache),
      ("nights", PackageResources.nights_mustache), ("document", PackageResources.document_mustache),
      ("sharelist", PackageResources.sharelist_mustache), ("share", PackageResources.share_mustache),
    ]
    var library = MustacheLibrary()
    for (name, bytes) in sources {
      var text = String(decoding: bytes, as: UTF8.self)
      // A tag and a legend stand inside a line.
      if name == "tag" || name == "legend" { text.removeLast() }
      try library.register(text, named: name)
    }
    self.library = library
    style = Self.withoutComments(String(decoding: PackageResources.style_css, as: UTF8.self))
    script = Self.withoutComments(String(decoding: PackageResources.overview_js, as: UTF8.self))
  }

  /// A page as bytes.
  func page(_ template: String, at path: String, _ fields: Fields) throws -> RenderedFile {
    guard let text = library.render(fields, withTemplate: template) else {
      throw UnknownTemplate(name: template)
    }
    return RenderedFile(path: path, bytes: Array(text.utf8))
  }

  /// A template that is not there.
  struct UnknownTemplate: Error {
    let name: String
  }

  /// The security policy of a page that may use exactly this style and script, and reach nothing else.
  func policy(withScript: Bool) -> String {
    let source = withScript ? " script-src \(Self.source(script));" : ""
    return
      "default-src 'none'; style-src \(Self.source(style));\(source) img-src 'self' data:; base-uri 'none'; "
      + "form-action 'none'"
  }

  /// A source expression for exactly these bytes.
  private static func source(_ text: String) -> String {
    let digest = Data(SHA256.hash(data: Data(text.utf8)))
    return "'sha256-\(digest.base64EncodedString())'"
  }

  private static func withoutComments(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: true).filter { !$0.hasPrefix("/*") }
      .joined(separator: "\n")
  }
}
