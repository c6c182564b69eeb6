// Small exports of WordPress and Disqus for the tests of every importer.
@testable import Importers

extension ImporterCase {
  /// Exports of blogs, forums on them, and comments on pages.
  static let web: [ImporterCase] = [
    ImporterCase(
      importer: WordPressImporter(), name: "blog.WordPress.2024-03-01.xml",
      content: """
        <?xml version="1.0" encoding="UTF-8" ?>
        <!-- This is a WordPress eXtended RSS file -->
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Blog</title><wp:base_site_url>https://example.nl</wp:base_site_url>
        <wp:base_blog_url>https://example.nl</wp:base_blog_url>
        <item><title>Vraag &amp; antwoord</title><dc:creator><![CDATA[anna]]></dc:creator>
        <content:encoded><![CDATA[Wie weet dit?

        Caf\u{E9} of <em>kantoor</em>.]]></content:encoded>
        <wp:post_id>1</wp:post_id><wp:post_date_gmt>2024-03-01 09:01:00</wp:post_date_gmt>
        <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
        <wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author>Bram</wp:comment_author>
        <wp:comment_date_gmt>2024-03-01 10:01:00</wp:comment_date_gmt>
        <wp:comment_content><![CDATA[Ik.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
        <wp:comment><wp:comment_id>8</wp:comment_id><wp:comment_date_gmt>ooit</wp:comment_date_gmt>
        <wp:comment_content>Zonder datum</wp:comment_content></wp:comment>
        <wp:comment><wp:comment_id>9</wp:comment_id><wp:comment_type>pingback</wp:comment_type></wp:comment>
        </item>
        <item><title>Over ons</title><wp:post_id>2</wp:post_id><wp:status>publish</wp:status>
        <wp:post_type>page</wp:post_type></item>
        <item><title>Later</title><wp:post_id>3</wp:post_id><wp:status>draft</wp:status>
        <wp:post_type>post</wp:post_type></item>
        </channel></rss>
        """, posts: 2, records: 6),
    ImporterCase(
      importer: DisqusImporter(), name: "disqus.xml",
      content: """
        <?xml version="1.0"?>
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
          <thread dsq:id="2"><id/><title>Pagina</title></thread>
          <post dsq:id="4"><message><![CDATA[<p>Wie weet dit?</p>]]></message>
            <createdAt>2024-03-01T09:01:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
            <author><email>Anna@example.nl</email><name>Anna</name><isAnonymous>true</isAnonymous></author>
            <thread dsq:id="2" /></post>
          <post dsq:id="5"><message>Ik</message><createdAt>2024-03-01T09:02:00Z</createdAt>
            <author><name>Bram</name><username>bram</username></author><thread dsq:id="2" /><parent dsq:id="4" /></post>
          <post dsq:id="6"><message/><createdAt>2024-03-01T09:03:00Z</createdAt><isDeleted>true</isDeleted>
            <author><name>Cor</name></author><thread dsq:id="2" /></post>
          <post dsq:id="7"><message>Koop</message><createdAt>2024-03-01T09:04:00Z</createdAt><isSpam>true</isSpam>
            <author><name>Dirk</name></author><thread dsq:id="2" /></post>
          <post dsq:id="8"><message>Zonder datum</message><thread dsq:id="2" /></post>
        </disqus>
        """, posts: 2, records: 5),
  ]
}
