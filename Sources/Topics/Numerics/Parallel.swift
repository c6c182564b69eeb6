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

/// Does two things at the same time, and gives both results.
func inParallel<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  if Parallelism.isOff { return (first(), second()) }
  let results = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { part in
    if part == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  return results.withLock { results in
    guard let first = results.0, let second = results.1 else {
      preconditionFailure("both parts have been done")
    }
    return (first, second)
  }
}
