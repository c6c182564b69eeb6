// The monitors' page with every new post, those that are most like a crisis first.
import Discussion
import Moderation

/// `monitors/nieuw.html`.
struct NewPostsPage {
  let view: MonitorView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let columns = Texts.NewPosts.columns
    let posts = view.newPosts.posts
    return try shell.templates.page(
      "newposts", at: "monitors/nieuw.html",
      shell.fields(
        title: "\(Texts.NewPosts.menu) – \(Texts.Monitors.product)", current: "nieuw.html",
        [
          "heading": Texts.NewPosts.heading(view), "intro": Texts.NewPosts.intro(view),
          "warning": ["strong": Texts.NewPosts.warning.strong, "rest": Texts.NewPosts.warning.rest],
          "attentionLabel": Texts.attention, "hasRows": !posts.isEmpty, "none": Texts.NewPosts.none,
          "caption": Texts.NewPosts.caption,
          "columns": [
            "rank": columns.rank, "post": columns.post, "like": columns.like, "excerpt": columns.excerpt,
          ],
          "rows": posts.prefix(NewPostReport.shown).enumerated().map { index, post in
            Parts.fields([
              "rank": index + 1, "post": post.post.description,
              "where": [post.channel, DutchFormat.date(post.day)].compactMap { $0 }.joined(separator: ", "),
              "revised": post.isRevision ? Texts.NewPosts.revised : nil,
              "likes": Texts.NewPosts.likes(post), "excerpt": post.excerpt?.text,
            ])
          },
          "cut": posts.count > NewPostReport.shown
            ? Texts.Monitors.cut(NewPostReport.shown, of: posts.count) : nil,
          "file": "excel/nieuwe_berichten.csv", "fileLabel": Texts.Monitors.file,
          "helpHeading": Texts.NewPosts.helpHeading, "help": Texts.Review.crisisAdvice,
          "missedHeading": Texts.NewPosts.missedHeading, "missed": Texts.NewPosts.missed(view),
          "missedCommand": Texts.NewPosts.missedCommand(view),
        ]))
  }
}
