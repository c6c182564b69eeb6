// What kind of function word a word is, as far as asking is concerned.

/// Kinds of function words and set phrases, as a set: a word can be of several. None is about a subject.
struct WordClass: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  /// The kinds by the names that the phrase tables use.
  static let names: [String] = [
    "questionWord", "who", "how", "why", "whether", "if", "group", "anyone", "others", "I", "my", "we", "our",
    "you", "formal", "there", "it", "they", "have", "know", "be", "modal", "do", "verb", "seek", "gladly",
    "welcome", "advice", "curious", "hear", "receive", "contact", "askNoun", "ask", "wonder", "share",
    "help", "please", "stuck", "particle", "thanks", "advance", "speech", "greeting", "everyone", "signup",
    "affirm", "tag", "not", "invite", "appreciated", "wanted", "closed", "filler", "with", "send", "mean",
    "survey",
    "hope", "need", "to", "would", "may", "this",
  ]

  /// The kind with a name of the phrase tables; the empty set for a name there is not.
  static func named(_ name: some StringProtocol) -> WordClass {
    guard let index = names.firstIndex(where: { $0 == name }) else { return [] }
    return WordClass(rawValue: 1 << UInt64(index))
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Whether the word is of one of the kinds.
  @inline(__always)
  func meets(_ other: WordClass) -> Bool { rawValue & other.rawValue != 0 }

  static let questionWord = named("questionWord")
  static let who = named("who")
  static let why = named("why")
  static let whether = named("whether")
  static let group = named("group")
  static let anyone = named("anyone")
  static let others = named("others")
  static let firstPerson: WordClass = [named("I"), named("my"), named("we"), named("our")]
  static let you = named("you")
  static let formal = named("formal")
  static let subject: WordClass = [
    named("I"), named("we"), group, anyone, others, you, formal, named("there"), named("it"), named("they"),
  ]
  static let finiteVerb: WordClass = [
    named("have"), named("know"), named("be"), named("modal"), named("do"), named("verb"),
  ]
  static let they = named("they")
  static let this = named("this")
  static let invite = named("invite")
  static let pronoun: WordClass = [named("I"), named("we"), you, formal, named("it"), they, named("there")]
  static let closed = named("closed")
  static let filler = named("filler")
  static let thanks = named("thanks")
  static let advance = named("advance")
  static let speech = named("speech")
  static let greeting = named("greeting")
  static let everyone = named("everyone")
  static let signup = named("signup")
  static let affirm = named("affirm")
  static let tag = named("tag")
  static let not = named("not")
}
