// The ranking learns what sets posts apart, gives the same for the same examples, and reads back what it wrote.
import Discussion
import Testing

@testable import Triage

@Suite struct TriageTests {
  static let danger = [
    "ze zegt dat ze vannacht niet meer wil leven", "hij staat met een mes voor de deur van de groep",
    "een baby met breuken, moeder wil geen arts", "jongen heeft pillen geslikt en reageert niet meer",
    "meisje is vannacht meegenomen in een busje", "vader dreigt de kinderen iets aan te doen vannacht",
  ]
  static let calm = [
    "wie heeft een goede training over rouw", "hoe lang is de wachtlijst bij jullie",
    "wij zoeken een werkvorm voor een ouderavond", "welke vragenlijst gebruiken jullie bij de intake",
    "dank voor alle tips over de overdracht", "hoe regelen jullie het vervoer naar de dagbesteding",
    "is er een voorbeeld van een hulpverleningsplan", "wat kost de opleiding tot gedragswetenschapper",
  ]
  static let examples =
    danger.enumerated().map { TriageExample(id: "c\($0)", text: $1, classes: [.crisis]) }
    + calm.enumerated().map { TriageExample(id: "n\($0)", text: $1, classes: []) }
  static let model = TriageModel(examples)

  @Test func postsLikeThoseOfAClassStandAboveOthers() throws {
    let scorer = Self.model.makeScorer()
    let crisis = try #require(scorer.scores(of: "hij wil vannacht niet meer leven en heeft een mes")[.crisis])
    let calm = try #require(scorer.scores(of: "wie heeft een werkvorm voor de intake")[.crisis])
    #expect(crisis.score > 0 && calm.score < 0 && crisis.standing > calm.standing)
    #expect(scorer.scores(of: "").count == TriageClass.allCases.count)
    let nothing = try #require(scorer.scores(of: "hij wil niet meer leven")[.spam])
    #expect(nothing.score == 0, "of a class without examples nothing is known")
  }

  @Test func theOrderAndCopiesOfExamplesMakeNoDifference() {
    #expect(TriageModel((Self.examples + Self.examples.prefix(3)).reversed()) == Self.model)
    #expect(TriageModel.fingerprint(of: Self.examples.reversed()) == Self.model.fingerprint)
    #expect(TriageModel.fingerprint(of: Array(Self.examples.dropFirst())) != Self.model.fingerprint)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    #expect(try TriageModel(bytes: Self.model.bytes) == Self.model)
  }

  @Test func brokenBytesAreRefused() {
    let bytes = Self.model.bytes
    for count in [0, 5, 19, 20, 30, bytes.count / 2, bytes.count - 1] {
      #expect(throws: TriageModelError.self) { try TriageModel(bytes: Array(bytes.prefix(count))) }
    }
    #expect(throws: TriageModelError.self) { try TriageModel(bytes: bytes + [0]) }
    var huge = bytes
    for place in 28..<36 { huge[place] = 0xFF }
    #expect(throws: TriageModelError.self) { try TriageModel(bytes: huge) }
  }

  @Test func everyExampleIsScoredByWhatTheOthersTeach() {
    var settings = TriageSettings()
    settings.folds = Self.examples.count
    let scores = CrossValidation.scores(Self.examples, settings: settings)
    #expect(scores.allSatisfy { $0.count == TriageClass.allCases.count })
    // Its label alone changes: what it is scored by does not.
    var turned = Self.examples
    turned[0].classes = []
    let other = CrossValidation.scores(turned, settings: settings)
    #expect(scores[0][.hostile] == other[0][.hostile])
    #expect(scores[1][.crisis] != other[1][.crisis])
  }

  @Test func aClassThatAnExampleIsNotLabelledForLearnsNothingFromIt() throws {
    let unlabelled = Self.examples.map { example in
      var example = example
      if example.classes.isEmpty { example.unlabelled = [.spam] }
      return example
    }
    let model = TriageModel(unlabelled)
    #expect(model.parts.map(\.classes) == [[.crisis, .identifiableClient, .hostile], [.spam]])
    #expect(model.parts[0].weights[0] == Self.model.parts[0].weights[0])
    #expect(model.parts[1].space.keys.count < model.parts[0].space.keys.count, "its terms are its own")
    #expect(try TriageModel(bytes: model.bytes) == model)
  }

  @Test func placeholdersAndPairsOfWordsAreTerms() {
    let terms = TriageTerms()
    let one = terms.hashes(of: "[naam] belt [naam], niet meer")
    #expect(one.words.count == 5 + 4 && one.marks.count == 2, "a kind, and that it was there twice")
    #expect(terms.hashes(of: "[Naam] BELT [naam], niet meer").words == one.words)
    #expect(terms.hashes(of: "meer niet").words.sorted() != terms.hashes(of: "niet meer").words.sorted())
    #expect(terms.hashes(of: "[onbekend").marks.isEmpty && terms.hashes(of: "[]").words.isEmpty)
    #expect(terms.hashes(of: "één").runs.count == 3 + 2 + 1, "with a space on both sides")
  }

  @Test func theWordsThatWeighAreToldAsTheyStandInTheText() {
    var settings = TriageSettings()
    settings.fewestExamples = 1
    let scorer = TriageModel(Self.examples, settings: settings).makeScorer()
    let text = "[naam] van 14 heeft VANNACHT een mes bij zich. De wachtlijst? Een Mes, één training."
    let words = scorer.explanation(of: text, class: .crisis, limit: 5)
    #expect(words.prefix(2).sorted() == ["VANNACHT", "mes"], "each once, in its first spelling")
    #expect(!words.contains("wachtlijst") && !words.contains("training"), "they push the other way")
    #expect(!words.contains { $0.hasPrefix("[") || $0.count < 3 } && !words.contains("een"))
    #expect(scorer.explanation(of: text, class: .crisis, limit: 1) == Array(words.prefix(1)))
    #expect(scorer.explanation(of: text, class: .spam, limit: 5).isEmpty, "nothing is known of that class")
    for nothing in ["", "[naam]", "wie heeft een goede training over rouw", "?!"] {
      #expect(scorer.explanation(of: nothing, class: .crisis, limit: 5).isEmpty)
    }
    #expect(scorer.explanation(of: text, class: .crisis, limit: 0).isEmpty)
  }

  @Test func aWordWithATypingErrorIsExplainedByItsRuns() {
    let words = Self.model.makeScorer().explanation(of: "(vannnacht!)", class: .crisis, limit: 3)
    #expect(words == ["vannnacht"])
  }

  @Test func aCueSpeaksWhereTheWordsAreNew() throws {
    let terms = TriageTerms()
    let cues = { (text: String) in Set(terms.hashes(of: text).cues) }
    #expect(!cues("machete").isDisjoint(with: cues("jerrycans")), "both are weapons")
    #expect(cues("machete").isDisjoint(with: cues("[naam] fietst!").subtracting(cues("fietst"))))
    #expect(cues("zij wil dood").isSuperset(of: cues("dood")), "a phrase")
    #expect(cues("een jongen van 14") != cues("een jongen van 145"), "an age")
    // Not one word or run of characters is among the examples: only the cues tell.
    let texts: [(String, Set<TriageClass>)] = [
      ("kogel", [.crisis]), ("bijl", [.crisis]), ("strop", [.crisis]), ("yoga", []), ("huur", []),
      ("rust", []),
    ]
    let model = TriageModel(
      texts.enumerated().map { TriageExample(id: "\($0)", text: $1.0, classes: $1.1) })
    let scorer = model.makeScorer()
    let weapon = try #require(scorer.scores(of: "machete")[.crisis])
    let other = try #require(scorer.scores(of: "fiets")[.crisis])
    #expect(weapon.score > other.score)
    #expect(scorer.explanation(of: "machete, fiets", class: .crisis, limit: 3) == ["machete"])
  }

  static let forms: [(text: String, shapes: Set<TextShape>)] = [
    ("ZEER boos!!", [.capitals, .exclamation, .exclamations, .short]),
    ("20 % eraf?", [.money, .question, .short]),
    ("€", [.money, .short]),
    ("100%", [.money, .short]),
    ("%", [.short]),
    ("WAT ABcDE ABCD1", [.short]),
    ("zoon (7)", [.age, .short]),
    ("17 jaar", [.age, .short]),
    ("van 3", [.age, .short]),
    ("3 keer", [.short]),
    ("", [.short]),
    (String(repeating: "a ", count: 60), []),
    (String(repeating: "a ", count: 251), [.long]),
  ]

  @Test(arguments: forms)
  func theFormOfATextIsSeen(form: (text: String, shapes: Set<TextShape>)) {
    let cues = TriageTerms().hashes(of: form.text).cues
    #expect(Set(TextShape.allCases.filter { cues.contains(TriageTerms.hash(of: $0)) }) == form.shapes)
  }

  @Test func theWeightsSolveTheProblemTheyAreSaidToSolve() {
    // Two examples on one line: the largest margin lies half way.
    let rows = [
      FeatureSpace.Row(columns: [0], values: [1]), FeatureSpace.Row(columns: [0], values: [-1]),
    ]
    var settings = TriageSettings()
    settings.penalty = 1000
    settings.longestPasses = 10_000
    settings.tolerance = 1e-7
    let weights = LinearClassifier(settings: settings).weights(rows, isMember: [true, false], width: 1)
    #expect(abs(weights[0] - 1) < 1e-2 && abs(weights[1]) < 1e-2)
  }
}
