// Work on rows in blocks, on as many processors as there are, with results that do not depend on how many.

import Dispatch
import Synchronization

/// How work in blocks is done.
enum Parallelism {
  /// Whether blocks are done one after the other, on the thread that asks.
  @TaskLocal static var isOff = false
}

/// Calls `body` once for each block of rows, several at a time, and gives the results in the order of the blocks.
/// `body` sees values only, so the outcome is the same in whatever order the blocks are done.
func mapBlocks<Result: Sendable>(
  of rowCount: Int, blockSize: Int, _ body: @Sendable (Range<Int>) -> Result
) -> [Result] {
  let blocks = (rowCount + blockSize - 1) / blockSize
  @Sendable func range(_ block: Int) -> Range<Int> {
    block * blockSize..<min((block + 1) * blockSize, rowCount)
  }
  if Parallelism.isOff || blocks < 2 { return (0..<blocks).map { body(range($0)) } }
  let results = Mutex([Result?](repeating: nil, count: blocks))
  DispatchQueue.concurrentPerform(iterations: blocks) { block in
    let result = body(range(block))
    results.withLock { $0[block] = result }
  }
  return results.withLock { $0.compactMap { $0 } }
}
