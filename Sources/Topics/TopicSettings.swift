// The recipe's dials, with the values that were measured to do well on Dutch and English collections alike.

import Language

/// How topics are found, kept and described.
public struct TopicSettings: Sendable {
  /// The language of the posts.
  public var language: LanguageCode
  /// Resolution of the last partition: higher gives more and finer topics, lower gives fewer and coarser ones.
  public var granularity = 1.0
  /// Words in lower case that carry no meaning in this community, besides the language's stop words.
  public var extraStopWords: Set<String> = []

  /// The field's own language, beside the posts' words; nil does without.
  public var catalogue: ThemeCatalogue?
  /// How much a post's themes count beside its words, with a catalogue.
  public var themeWeight: Float = 0.7
  /// How many themes of a post count: a post seldom fits one theme alone, and shared second themes bring posts together.
  public var themesPerPost = 8
  /// How much more ``granularity`` counts with a catalogue: it can tell more subjects apart.
  public var granularityWithThemes = 2.0
  /// How much a post's themes, as they were scored, count beside all else when people have shown what belongs together.
  public var themeWeightAmongSeeds: Float = 0.8

  /// What a language model makes of the posts, beside their words; nil does without.
  public var vectors: PostVectors?
  /// How much a post's vector counts beside its words and themes, with vectors.
  public var vectorWeight = usualVectorWeight
  /// The measured value of ``vectorWeight``.
  public static let usualVectorWeight: Float = 1

  /// Neighbours of each post in the graph.
  public var neighbourCount = 15
  /// Cosine from which two topics' centroids are one topic.
  public var mergingSimilarity = 0.6
  /// Posts with a lower cosine to their topic's centroid belong to no topic. Without a catalogue the cosine is taken
  /// times the share of the post's words that other posts use too. Nil takes the measured value.
  public var leastSimilarity: Double?
  /// Without a catalogue a post may lie further when most of its neighbours are in that topic, and the cosine is at least
  /// this.
  public var leastSimilarityAmongNeighbours = 0.1
  /// What share of its neighbours' similarity makes "most".
  public var neighbourMajority = 0.55
  /// A post of which others use a smaller share of the words cannot be placed by its neighbours alone.
  public var leastFamiliarity = 0.2
  /// Groups of fewer posts are no topic.
  public var leastPosts = 3

  /// How much heavier an edge weighs between two posts that shared a topic the night before.
  public var warmth = 2.0
  /// Jaccard overlap from which a group is last night's topic.
  public var matchingOverlap = 0.3
  /// A post keeps its topic when another topic's centroid is no more than this much nearer.
  public var inertia = 0.05
  /// Cosine between a group and a sleeping topic's words from which the group wakes it.
  public var wakingSimilarity = 0.5

  /// From this many posts a night with few new ones leaves what is settled where it is…
  public var settlingPosts = 5_000
  /// …until a larger share of the posts is new or changed since all were grouped anew…
  public var settlingShare = 0.02
  /// …or so many nights have gone by.
  public var settlingNights = 7

  /// The measured value of ``leastSimilarity``: with a catalogue or vectors, all posts resemble all others more.
  public static func usualLeastSimilarity(withThemes: Bool, withVectors: Bool) -> Double {
    withThemes ? 0.35 : withVectors ? 0.25 : 0.18
  }

  /// Whether there are themes to compare posts by.
  public var hasThemes: Bool { catalogue.map { !$0.themes.isEmpty } ?? false }

  /// ``leastSimilarity``, or its measured value.
  public var similarityNeeded: Double {
    leastSimilarity ?? Self.usualLeastSimilarity(withThemes: hasThemes, withVectors: vectors != nil)
  }

  /// What cuts the posts' texts into words.
  var analyzer: TextAnalyzer { TextAnalyzer(language: language, extraStopWords: extraStopWords) }

  /// Resolution of the last partition.
  var resolution: Double { hasThemes ? granularity * granularityWithThemes : granularity }

  /// The measured values for a language.
  public init(language: LanguageCode) { self.language = language }
}
