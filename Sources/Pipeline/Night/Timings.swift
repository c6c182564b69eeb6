// What a stage cost, for benchmarks: seconds and peak memory on standard error.
import Glibc

/// Writes what work cost in a form that scripts read.
enum Timings {
  /// `timing<TAB>stage<TAB>seconds<TAB>CPU seconds of the process so far<TAB>peak memory in MiB`.
  static func write(_ stage: String, seconds: Double) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let cpu =
      Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    let columns = [stage, thousandths(seconds), thousandths(cpu), "\(usage.ru_maxrss / 1024)"]
    Console.standardError.write("timing\t" + columns.joined(separator: "\t") + "\n")
  }

  private static func thousandths(_ value: Double) -> String {
    let whole = Int((value * 1000).rounded())
    let fraction = String(whole % 1000)
    return "\(whole / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
