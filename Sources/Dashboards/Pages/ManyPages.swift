// Files of one kind, made by all cores at once: most of a night's are topics' pages and tables.
import Dispatch
import Synchronization

/// Renders many pages.
enum ManyPages {
  /// The page of each item, in the order of the items whatever core made it.
  ///
  /// - Throws: the error of the first item whose page could not be made.
  static func render<Item: Sendable>(_ items: [Item], page: @Sendable (Item) throws -> RenderedFile) throws
    -> [RenderedFile]
  {
    let pages = Mutex<[Int: Result<RenderedFile, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let made = Result { try page(items[index]) }
      pages.withLock { $0[index] = made }
    }
    let made = pages.withLock { $0 }
    return try items.indices.compactMap { try made[$0]?.get() }
  }
}
