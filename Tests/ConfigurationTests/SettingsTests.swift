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
    ("nmae: x", "p.yaml:1:1: onbekende sleutel \"nmae\"; bedoelt u \"name\"?"),
    ("other: x", "p.yaml:1:1: de sleutel \"name\" ontbreekt"),
    ("name: x\nweaks: 3", "p.yaml:2:1: onbekende sleutel \"weaks\"; bedoelt u \"weeks\"?"),
    ("name: x\nzzz: 3", "p.yaml:2:1: onbekende sleutel \"zzz\"; bekend zijn hier: name, weeks"),
    (
      "name: x\nweeks: twelve", "p.yaml:2:8: \"weeks\" moet een geheel getal zijn, maar hier staat \"twelve\""
    ),
    ("name: x\nweeks: \"12\"", "p.yaml:2:8: \"weeks\" moet een geheel getal zijn, maar hier staat \"12\""),
    ("name: x\nweeks: 99", "p.yaml:2:8: \"weeks\" moet tussen 1 en 52 liggen, niet 99"),
    ("name: [x]", "p.yaml:1:7: \"name\" moet een tekst zijn, maar hier staat een lijst"),
    ("name: x\nname: y", "p.yaml:1:1: staat er twee keer: name"),
    (
      "- x", "p.yaml:1:1: het bestand moet een groep sleutels zijn, maar hier staat een lijst"
    ),
    ("", "p.yaml: het bestand is leeg"),
  ])
  func aMistakeIsNamedWithItsPlaceAndRemedy(yaml: String, expected: String) {
    let found = message(yaml) { map in
      _ = try map.required("name").string()
      _ = try map.optional("weeks")?.integer(in: 1...52)
    }
    #expect(found == expected)
  }

  @Test func membersAreReadByKeyAndAStrangerIsNamedFirst() throws {
    let node = try SettingsNode.read("a: \"\"\nb:\nc: [x, y]", file: "p.yaml")
    let members = try node.members(["a", "b", "c", "d"])
    #expect(members.keys.sorted() == ["a", "c"])
    #expect(try members["a"]?.text() == "")
    #expect(try members["c"]?.oneOrMore().map { try $0.string() } == ["x", "y"])
    #expect(try members["a"]?.oneOrMore().map { try $0.text() } == [""])
    #expect(throws: ConfigurationError.self) { try members["c"]?.text() }
    let error = #expect(throws: ConfigurationError.self) { try node.members(["a", "b"]) }
    #expect(error?.description == "p.yaml:3:1: onbekende sleutel \"c\"; bedoelt u \"a\"?")
  }

  private enum Format: String, CaseIterable { case csv, jsonl }

  @Test func aChoiceNamesAllWordsAndTheNearest() throws {
    let node = try SettingsNode.read("cvs", file: "p.yaml")
    let error = #expect(throws: ConfigurationError.self) { try node.choice(of: Format.self) }
    #expect(error?.message.hasSuffix("csv, jsonl; niet \"cvs\"; bedoelt u \"csv\"?") == true)
  }

  @Test func brokenYAMLSaysWhere() throws {
    let found = try #require(message("name: x\n  bad: [") { _ in })
    #expect(found.hasPrefix("p.yaml:"))
    #expect(found.contains("geen geldige YAML"))
  }

  @Test(arguments: [
    ("granularty", "granularity", 1), ("abc", "acb", 1), ("", "abc", 3), ("kitten", "sitting", 3),
  ])
  func distanceCountsSlips(left: String, right: String, slips: Int) {
    #expect(EditDistance.between(left, right) == slips)
    #expect(EditDistance.between(right, left) == slips)
  }
}
