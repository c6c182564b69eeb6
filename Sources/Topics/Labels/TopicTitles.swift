// A topic's title: the question that stands for the others, or its words.

import Discussion
import Language

/// Chooses titles.
struct TopicTitles {
  /// The shortest and longest question that can be a title, in Unicode scalars.
  static let lengths = 25...140
  /// A title comes from one of this many posts nearest to the centroid.
  static let posts = 5
  /// A question without this many of the topic's words could be about anything.
  static let leastTopicWords = 2

  /// A title, and the sentence it is when it is one.
  struct Title {
    var text: String
    var source: Question?
  }

  let features: PostFeatures
  let analyzer: TextAnalyzer
  private let stemmer: Stemmer
  private let numberOfStem: [String: Int32]

  init(features: PostFeatures, analyzer: TextAnalyzer) {
    self.features = features
    self.analyzer = analyzer
    stemmer = analyzer.makeStemmer()
    var numbers: [String: Int32] = [:]
    for (number, stem) in features.corpus.stems.enumerated() { numbers[stem] = Int32(number) }
    numberOfStem = numbers
  }

  /// The title of a topic: the question among those of the nearest posts that lies nearest to the topic's middle, if it
  /// says what it is about; otherwise the topic's first three words.
  /// - Parameters:
  ///   - words: the topic's words, most telling first.
  ///   - questions: the asking sentences of the posts nearest to the centroid, nearest post first.
  ///   - centroid: the topic's row in `centroids`.
  func title(words: [String], questions: [Question], centroid: Int, in centroids: Centroids) -> Title {
    let topicStems = Set(words.map(stemmer.stem))
    var best: (question: Question, score: Double)?
    for question in questions {
      let length = question.text.unicodeScalars.count
      guard Self.lengths.contains(length), !question.text.utf8.contains(UInt8(ascii: "\n")) else { continue }
      let stems = Set(analyzer.stems(in: question.text, stemmer: stemmer))
      guard stems.intersection(topicStems).count >= min(Self.leastTopicWords, topicStems.count) else {
        continue
      }
      let score = similarity(of: stems, to: centroid, in: centroids)
      if score > (best?.score ?? 0) { best = (question, score) }
    }
    if let best { return Title(text: best.question.text, source: best.question) }
    return Title(text: words.prefix(3).joined(separator: ", "), source: nil)
  }

  /// The cosine between a sentence, each stem weighed by its rarity, and a centroid's word block.
  private func similarity(of stems: Set<String>, to centroid: Int, in centroids: Centroids) -> Double {
    var product = 0.0
    var squares = 0.0
    let range = centroids.rows.positions(ofRow: centroid)
    for column in stems.compactMap({ numberOfStem[$0] }).sorted().map({ features.columnOfStem[Int($0)] })
    where column >= 0 {
      let rarity = features.inverseFrequencies[Int(column)]
      squares += rarity * rarity
      if let position = centroids.rows.columns[range].binarySearch(column) {
        product += rarity * Double(centroids.rows.values[position])
      }
    }
    return squares > 0 ? product / squares.squareRoot() : 0
  }
}

extension ArraySlice<Int32> {
  /// The index of a value in ascending values.
  func binarySearch(_ value: Int32) -> Int? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] == value { return middle }
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
