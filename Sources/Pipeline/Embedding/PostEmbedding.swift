// The vectors of posts from their texts: each text once, those already known from the store.

import Crypto
import Discussion
import Storage
import Topics

/// Turns posts into vectors.
struct PostEmbedding {
  let embedder: any TextEmbedder
  /// The store whose cache is used; nil does without.
  let store: CommunityStore?
  /// Whether new vectors are kept in the store.
  var isKeeping = true
  /// Is told how far it is: counts only.
  var advance: (String) -> Void = { _ in }

  /// How many vectors are kept in one transaction: what is done survives when the program is killed.
  private static let batch = 500

  /// The vectors of posts; nil where none has one.
  func vectors(of posts: [TopicPost]) throws -> PostVectors? {
    var known: [TextHash: [Float]] = [:]
    let hashes = posts.map { TextHash(of: $0.text) }
    if let store { known = try store.vectors(model: embedder.identity, of: hashes) }
    var newTexts: [String] = []
    var newHashes: [TextHash] = []
    var asked = Set<TextHash>()
    for (post, hash) in zip(posts, hashes) where known[hash] == nil && asked.insert(hash).inserted {
      guard post.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { continue }
      newTexts.append(post.text)
      newHashes.append(hash)
    }
    var unsaved: [(hash: TextHash, vector: [Float])] = []
    var done = 0
    try embedder.embed(newTexts) { place, vector in
      done += 1
      if done % 100 == 0 { advance("\(done) van \(newTexts.count) vectoren") }
      known[newHashes[place]] = vector
      unsaved.append((newHashes[place], vector))
      if isKeeping, unsaved.count == Self.batch {
        try store?.addVectors(unsaved, model: embedder.identity)
        unsaved.removeAll()
      }
    }
    if isKeeping { try store?.addVectors(unsaved, model: embedder.identity) }
    return try Self.vectors(of: posts, hashes, known, source: embedder.identity)
  }

  private static func vectors(
    of posts: [TopicPost], _ hashes: [TextHash], _ known: [TextHash: [Float]], source: String
  ) throws -> PostVectors? {
    var vectors: PostVectors?
    for (post, hash) in zip(posts, hashes) {
      guard let vector = known[hash], !vector.isEmpty else { continue }
      var current = vectors ?? PostVectors(dimension: vector.count)
      vectors = nil
      guard current.set(vector, for: post.id) else {
        throw EmbeddingSourceError(
          source: source,
          reason: "de bewaarde vectoren hebben \(current.dimension) getallen en nieuwe \(vector.count): "
            + "geef het model een andere naam (name)")
      }
      vectors = current
    }
    return vectors
  }
}

extension EmbeddingSource {
  /// The vectors of posts.
  /// - Parameter store: keeps vectors from night to night; nil does without.
  func vectors(of posts: [TopicPost], store: CommunityStore?) throws -> PostVectors? {
    switch self {
    case .file(let path): try VectorReader.vectors(inFile: path)
    case .model(let folder): try PostEmbedding(embedder: ModelFolder(folder), store: store).vectors(of: posts)
    case .command(let command): try PostEmbedding(embedder: command, store: store).vectors(of: posts)
    }
  }
}
