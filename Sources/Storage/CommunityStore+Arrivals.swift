// The earlier questions that each question resembled when it came: added to by every night, never changed.
import Discussion
import GRDB

extension DerivedWriter {
  /// Adds the lists of questions that had none.
  /// - Parameter recipe: what decided the lists. Lists of another recipe are used no more.
  public func addArrivals(_ lists: [PostNeighbours], recipe: UInt64) throws {
    let insert = try replacing("arrival", "INSERT INTO arrival (post, run, recipe, list) VALUES (?, ?, ?, ?)")
    let numbers = try postNumbers()
    for list in lists {
      guard let number = numbers[list.post.description] else { continue }
      let earlier = list.neighbours.compactMap { neighbour in
        numbers[neighbour.post.description].map { (post: $0, similarity: Float(neighbour.similarity)) }
      }
      insert.bind(1, number)
      insert.bind(2, run)
      insert.bind(3, Int(Int64(bitPattern: recipe)))
      insert.bind(4, NeighbourList.packed(earlier))
      try insert.run()
    }
  }
}

extension CommunityStore {
  /// The posts that have a list that holds in a run.
  /// - Parameter recipe: only lists that it decided.
  public func arrivalPosts(run: Int, recipe: UInt64) throws(StoreError) -> [PostID] {
    try read { database in
      let rows = try Statement(
        database,
        """
        SELECT DISTINCT post.id FROM arrival JOIN post ON post.number = arrival.post
        WHERE recipe = ?2 AND (run = ?1 OR run <= (SELECT base FROM run WHERE id = ?1)) ORDER BY post.id
        """)
      rows.bind(1, run)
      rows.bind(2, Int(Int64(bitPattern: recipe)))
      var posts: [PostID] = []
      while try rows.step() { posts.append(PostID(rows.text(0))) }
      return posts
    }
  }

  /// The lists that hold in a run, by post: its own and those of the runs it was derived from.
  /// - Parameter recipe: only lists that it decided.
  public func arrivals(run: Int, recipe: UInt64) throws(StoreError) -> [PostNeighbours] {
    try read { database in
      let names = try Statement(database, "SELECT number, id FROM post")
      var ids: [Int64: PostID] = [:]
      while try names.step() { ids[names.integer(0)] = PostID(names.text(1)) }
      let rows = try Statement(
        database,
        """
        SELECT post, list FROM arrival
        WHERE recipe = ?2 AND (run = ?1 OR run <= (SELECT base FROM run WHERE id = ?1)) ORDER BY post, run DESC
        """)
      rows.bind(1, run)
      rows.bind(2, Int(Int64(bitPattern: recipe)))
      var lists: [PostID: PostNeighbours] = [:]
      while try rows.step() {
        guard let post = ids[rows.integer(0)], lists[post] == nil else { continue }
        let neighbours = NeighbourList.unpacked(rows.blob(1)).compactMap { neighbour in
          ids[neighbour.post].map {
            PostNeighbours.Neighbour(post: $0, similarity: Double(neighbour.similarity))
          }
        }
        lists[post] = PostNeighbours(post: post, neighbours: neighbours)
      }
      return lists.values.sorted { $0.post < $1.post }
    }
  }
}
