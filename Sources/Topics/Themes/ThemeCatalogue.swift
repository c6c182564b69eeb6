// The field's own language: the themes that questions are about, with the words that point to them.

/// A subject of the field, as people who know the field describe it.
public struct Theme: Hashable, Sendable {
  /// The name that never changes.
  public var slug: String
  /// What readers see.
  public var title: String
  /// The slug of the development task that it falls under.
  public var task: String
  /// What its questions are about.
  public var description: String
  /// What does not belong to it, and where that does.
  public var boundaries: String
  /// Words and phrases that nearly always point to it.
  public var strongTerms: [String]
  /// Words and phrases that support it and occur elsewhere too.
  public var weakTerms: [String]
  /// Abbreviations that count in capitals only, as whole words.
  public var abbreviations: [String]
  /// Questions as people would put them.
  public var exampleQuestions: [String]
  /// The slugs of themes close by.
  public var related: [String]

  /// A theme from its parts.
  public init(
    slug: String, title: String, task: String, description: String, boundaries: String = "",
    strongTerms: [String], weakTerms: [String] = [], abbreviations: [String] = [],
    exampleQuestions: [String] = [], related: [String] = []
  ) {
    self.slug = slug
    self.title = title
    self.task = task
    self.description = description
    self.boundaries = boundaries
    self.strongTerms = strongTerms
    self.weakTerms = weakTerms
    self.abbreviations = abbreviations
    self.exampleQuestions = exampleQuestions
    self.related = related
  }

  /// The texts that a theme is recognised by: when one of them changes, so does what is learned.
  var learnedParts: [String] {
    [slug, title, description] + strongTerms + weakTerms + abbreviations + exampleQuestions + related
  }
}

/// What themes fall under: a development task (*ontwikkelopgave*), or a pillar.
public struct DevelopmentTask: Hashable, Sendable {
  /// The name that never changes.
  public var slug: String
  /// What readers see.
  public var title: String
  /// When to choose it.
  public var description: String

  /// A task from its parts.
  public init(slug: String, title: String, description: String) {
    self.slug = slug
    self.title = title
    self.description = description
  }
}

/// The themes of a field and the tasks that they fall under.
public struct ThemeCatalogue: Hashable, Sendable {
  /// The themes, by slug: their order in the files does not matter.
  public let themes: [Theme]
  /// The tasks, in the order given.
  public let tasks: [DevelopmentTask]

  /// A catalogue of themes and tasks.
  public init(themes: [Theme], tasks: [DevelopmentTask]) {
    self.themes = themes.sorted { $0.slug < $1.slug }
    self.tasks = tasks
  }

  /// The title of the task that a theme falls under; nil when the catalogue has no such task.
  public func taskTitle(of theme: Theme) -> String? { tasks.first { $0.slug == theme.task }?.title }
}
