// Identities of posts, and texts that are the same but for white space.
import Discussion
import Testing

@testable import Storage

@Suite struct IdentityTests {
  @Test func differentPartsNeverGiveTheSameIdentity() {
    let parts = [
      ("a", "", "b"), ("a", "b", "c"), ("a:b", "", "c"), ("a", "", "b:c"), ("a#b", "", "c"),
      ("a", "b:c", "d"),
      ("a", "b", "c:d"), ("a", "", "#b:c"), ("a%3Ab", "", "c"), ("a", "b#", "c"),
    ]
    let texts = parts.map { PostID(source: $0.0, scope: $0.1, native: $0.2).description }
    #expect(Set(texts).count == parts.count)
    #expect(texts.prefix(2) == ["a:b", "a#b:c"])
  }

  @Test func aVeryLongNativeIDStillTellsPostsApart() {
    let long = String(repeating: "x", count: 500)
    let (one, other) = (PostID(source: "a", native: long + "1"), PostID(source: "a", native: long + "2"))
    #expect(one != other)
    #expect(one.description.utf8.count < 60)
  }

  @Test func aPostWithoutAnIDIsKnownByWhoWhenAndWhat() {
    func identity(_ body: String, author: String? = "k1-a", minute: Int = 0) -> PostID {
      PostID(source: "a", authorKey: author, createdAt: at(minute), body: body)
    }
    #expect(identity("Hallo  allemaal\r\n") == identity(" Hallo\nallemaal"))
    #expect(identity("Hallo") != identity("Hallo!"))
    #expect(identity("Hallo") != identity("Hallo", author: "k1-b"))
    #expect(identity("Hallo") != identity("Hallo", minute: 1))
  }

  @Test(arguments: [
    ("", "  \n"), ("a b", " a\t\n b "), ("a\u{A0}b", "a b"), ("é  ü", "é ü"), ("a", "a"),
  ])
  func textsThatDifferInWhiteSpaceAreTheSame(one: String, other: String) {
    #expect(TextFolding.same(one, other))
    #expect(TextFolding.same(other, one))
    #expect(TextFolding.folded(one) == TextFolding.folded(other))
  }

  @Test(arguments: [("ab", "a b"), ("a", "b"), ("a", ""), ("a b", "a b c"), ("à", "a\u{A0}")])
  func otherTextsAreNotTheSame(one: String, other: String) {
    #expect(!TextFolding.same(one, other))
    #expect(TextFolding.folded(one) != TextFolding.folded(other))
  }
}
