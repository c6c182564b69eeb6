// Settings files are read strictly, and every mistake has a place and a remedy.
import Configuration
import Testing

@Suite struct SettingsTests {
  private func message(_ yaml: String, read: (inout SettingsMapping) throws -> Void) -> String? {
    do {
      var mapping = try SettingsNode.read(yaml, file: "p.yaml").mapping()
      try read(&mapping)
      try mapping.finish()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func aKnownDocumentIsReadWhole() throws {
    let text = "name: jeugd\nweeks: 12\nshare: 0.5\ndemo: true\nlist: [a, b]\nempty:\n"
    var map = try SettingsNode.read(text, file: "p.yaml").mapping()
    #expect(try map.required("name").string() == "jeugd")
    #expect(try map.required("weeks").integer(in: 1...52) == 12)
    #expect(try map.required("share").number(in: 0...1) == 0.5)
    #expect(try map.required("demo").boolean())
    #expect(try map.required("list").sequence().map { try $0.string() } == ["a", "b"])
    #expect(map.optional("empty") == nil && map.optional("absent") == nil)
    try map.finish()
  }

  @Test(arguments: [
    ("nmae: x", "p.yaml:1:1: unknown key \"nmae\"; did you mean \"name\"?"),
    ("other: x", "p.yaml:1:1: the key \"name\" is missing"),
    ("name: x\nweaks: 3", "p.yaml:2:1: unknown key \"weaks\"; did you mean \"weeks\"?"),
    ("name: x\nzzz: 3", "p.yaml:2:1: unknown key \"zzz\"; known here: name, weeks"),
    ("name: x\nweeks: twelve", "p.yaml:2:8: \"weeks\" must be a whole number, but \"twelve\" stands here"),
    ("name: x\nweeks: \"12\"", "p.yaml:2:8: \"weeks\" must be a whole number, but \"12\" stands here"),
    ("name: x\nweeks: 99", "p.yaml:2:8: \"weeks\" must be between 1 and 52, not 99"),
    ("name: [x]", "p.yaml:1:7: \"name\" must be a text, but a list stands here"),
    ("name: x\nname: y", "p.yaml:1:1: written twice: name"),
    ("- x", "p.yaml:1:1: the file must be a group of keys, but a list stands here"),
    ("", "p.yaml: the file is empty"),
  ])
  func aMistakeIsNamedWithItsPlaceAndRemedy(yaml: String, expected: String) {
    let found = message(yaml) { map in
      _ = try map.required("name").string()
      _ = try map.optional("weeks")?.integer(in: 1...52)
    }
    #expect(found == expected)
  }

  @Test func brokenYAMLSaysWhere() throws {
    let found = try #require(message("name: x\n  bad: [") { _ in })
    #expect(found.hasPrefix("p.yaml:"))
    #expect(found.contains("not valid YAML"))
  }

  @Test(arguments: [
    ("granularty", "granularity", 1), ("abc", "acb", 1), ("", "abc", 3), ("kitten", "sitting", 3),
  ])
  func distanceCountsSlips(left: String, right: String, slips: Int) {
    #expect(EditDistance.between(left, right) == slips)
    #expect(EditDistance.between(right, left) == slips)
  }
}
