// How a long run shows that it is alive: a bar on a terminal, plain lines elsewhere, on standard error only.
import Glibc

/// Shows a run's progress on standard error. Holds no text of posts: names of stages and counts only.
public struct Progress: Sendable {
  /// How progress is shown.
  public enum Mode: String, Sendable, CaseIterable {
    /// A bar that redraws itself.
    case bar
    /// One line per stage.
    case plain
    /// Nothing.
    case silent
  }

  private let mode: Mode
  private let stages: Int

  /// Progress over a number of stages.
  public init(mode: Mode, stages: Int) {
    self.mode = mode
    self.stages = stages
  }

  /// The mode that fits where standard error goes.
  public static var fitting: Mode { isatty(STDERR_FILENO) == 1 ? .bar : .plain }

  /// A stage starts; `index` counts from 0.
  public func starts(_ stage: String, index: Int) {
    switch mode {
    case .bar: draw(stage, done: index, detail: "")
    case .plain: write("[\(index + 1)/\(stages)] \(stage)\n")
    case .silent: break
    }
  }

  /// A stage is so far: shown on a terminal only.
  public func advances(_ stage: String, index: Int, detail: String) {
    if mode == .bar { draw(stage, done: index, detail: detail) }
  }

  /// A stage is done.
  public func finishes(_ stage: String, index: Int, summary: String, seconds: Double) {
    switch mode {
    case .bar:
      write("\r\u{1B}[K✓ \(stage): \(summary)\n")
    case .plain:
      write("[\(index + 1)/\(stages)] \(stage): \(summary) (\(Self.tenths(seconds)) s)\n")
    case .silent: break
    }
  }

  /// A warning between stages.
  public func warns(_ text: String) {
    if mode != .silent { write("\(mode == .bar ? "\r\u{1B}[K" : "")let op: \(text)\n") }
  }

  private func draw(_ stage: String, done: Int, detail: String) {
    let width = 24
    let filled = stages == 0 ? width : done * width / stages
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    write("\r\u{1B}[K\(bar) \(stage)\(detail.isEmpty ? "" : " " + detail)")
  }

  private func write(_ text: String) { Console.standardError.write(text) }

  /// A number of seconds with one decimal.
  static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
