// Pseudonyms: the same person gets the same one, and the key stays a secret.
import Discussion
import Foundation
import Testing

@testable import Storage

@Suite struct PseudonymiserTests {
  let scratch = Scratch()

  private func write(_ bytes: [UInt8], mode: Int, to name: String = "key") throws -> String {
    let path = scratch.path(name)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return path
  }

  /// Golden values of an independent program: `Tests/Golden/pseudonyms.py`.
  @Test(arguments: [
    ("jeugd", "lid-0042", "k1-735ac07d3bad275e164d3a26661e9cd3"),
    ("jeugd", "M.Jansen@Voorbeeld.NL", "k1-afed6155c04479c2e64e6bde093e1695"),
    ("forum", "lid-0042", "k1-5d03668c12fe5588ea05ed6400cc8df4"),
    ("jeugd", "Ayşe Yılmaz", "k1-cc8a37a8ca61f0fd80f10464da16ff3f"),
  ])
  func pseudonymsEqualThoseOfAnotherProgram(source: String, authorKey: String, expected: String) throws {
    let pseudonymiser = Pseudonymiser(key: Array(0..<32))
    #expect(pseudonymiser.memberID(source: source, authorKey: authorKey) == MemberID(expected))
  }

  @Test(arguments: [" m.jansen@voorbeeld.nl\t", "M.JANSEN@VOORBEELD.NL", "m.jansen@voorbeeld.nl\n"])
  func caseAndOuterSpaceDoNotMatter(authorKey: String) {
    let pseudonymiser = Pseudonymiser(key: Array(0..<32))
    #expect(
      pseudonymiser.memberID(source: "a", authorKey: authorKey)
        == pseudonymiser.memberID(source: "a", authorKey: "m.jansen@voorbeeld.nl"))
  }

  /// Golden values of an independent program: `Tests/Golden/pseudonyms.py`.
  @Test(arguments: [
    (Pseudonymiser.Audience.monitors, "k1-f56fffca87b9cac40371b026df2d3961"),
    (.coreGroup, "k1-73e2072a8499a0bde1a2467a23f7b4ef"),
  ])
  func everyAudienceHasPseudonymsOfItsOwn(audience: Pseudonymiser.Audience, expected: String) throws {
    let pseudonymiser = Pseudonymiser(key: Array(0..<32))
    let member = try #require(pseudonymiser.memberID(source: "jeugd", authorKey: "lid-0042"))
    #expect(pseudonymiser.pseudonym(of: member, for: audience) == expected)
    #expect(expected != member.description)
  }

  @Test func theUnicodeFormDoesNotMatter() {
    let pseudonymiser = Pseudonymiser(key: Array(0..<32))
    #expect(
      pseudonymiser.memberID(source: "a", authorKey: "Ren\u{E9}e")
        == pseudonymiser.memberID(source: "a", authorKey: "Rene\u{301}e"))
  }

  @Test func sourceAndAuthorCannotFlowIntoEachOther() {
    let pseudonymiser = Pseudonymiser(key: Array(0..<32))
    #expect(
      pseudonymiser.memberID(source: "a", authorKey: "bc")
        != pseudonymiser.memberID(source: "ab", authorKey: "c"))
    #expect(pseudonymiser.memberID(source: "a", authorKey: " \n ") == nil)
  }

  @Test func theKeyIsMadeOnceAndOnlyForItsOwner() throws {
    let path = scratch.path("key")
    let first = try Pseudonymiser(keyFile: path, mayCreate: true)
    let second = try Pseudonymiser(keyFile: path, mayCreate: false)
    #expect(first.memberID(source: "a", authorKey: "b") == second.memberID(source: "a", authorKey: "b"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(attributes[.size] as? Int == 32)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["key"])
    let other = try Pseudonymiser(keyFile: scratch.path("key2"), mayCreate: true)
    #expect(first.check != other.check)
  }

  @Test(arguments: [0o644, 0o640, 0o604])
  func aKeyThatOthersMayReadIsRefused(mode: Int) throws {
    let path = try write([UInt8](repeating: 7, count: 32), mode: mode)
    #expect(
      throws: StoreError.keyReadableByOthers(path: path, permissions: "0" + String(mode, radix: 8))
    ) { try Pseudonymiser(keyFile: path, mayCreate: true) }
  }

  @Test func aShortKeyIsRefused() throws {
    let path = try write([UInt8](repeating: 7, count: 31), mode: 0o600)
    #expect(throws: StoreError.keyTooShort(path: path, bytes: 31)) {
      try Pseudonymiser(keyFile: path, mayCreate: true)
    }
  }

  private static let weak: [[UInt8]] = [
    Array(repeating: 7, count: 32), Array(repeating: 0, count: 4096),
    Array("wachtwoordwachtwoordwachtwoord!!".utf8), (0..<64).map { $0 % 2 },
  ]

  @Test(arguments: weak)
  func aKeyThatRepeatsItselfIsRefused(bytes: [UInt8]) throws {
    let path = try write(bytes, mode: 0o600)
    #expect(throws: StoreError.keyTooWeak(path: path)) { try Pseudonymiser(keyFile: path, mayCreate: true) }
  }

  /// 1,000 keys of the kinds that people make: 32 random bytes, or those written as hexadecimal digits.
  @Test func aRandomKeyIsNeverTakenForAWeakOne() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<1000 {
      let key = (0..<32).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      #expect(KeyFile.isVaried(key))
      #expect(KeyFile.isVaried(Array(Hexadecimal.text(key).utf8)))
    }
  }

  @Test func aFolderIsNoKey() throws {
    #expect(throws: StoreError.self) { try Pseudonymiser(keyFile: scratch.folder, mayCreate: true) }
  }

  @Test func aMissingKeyIsRefusedOncePostsAreStored() throws {
    let store = try scratch.store()
    let path = scratch.path("key")
    _ = try store.pseudonymiser(keyFile: path)
    try store.add([post("1")], in: file("a"))
    _ = try store.pseudonymiser(keyFile: path)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: StoreError.keyMissing(path: path)) { try store.pseudonymiser(keyFile: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func anotherKeyIsRefusedOncePostsAreStored() throws {
    let store = try scratch.store()
    _ = try store.pseudonymiser(keyFile: scratch.path("key"))
    let other = try write((0..<32).map { $0 * 5 + 9 }, mode: 0o600, to: "other")
    try store.add([post("1")], in: file("a"))
    #expect(throws: StoreError.otherKey(path: other)) { try store.pseudonymiser(keyFile: other) }
  }
}
