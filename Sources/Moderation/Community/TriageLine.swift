// From where in the ranking a post is put before monitors by itself. What lies below is listed all the same.
import Discussion

/// From which standing in the ranking a post joins the monitors' queue.
///
/// A standing is the share of ordinary posts that are less like the class. The lines decide how many rows a day brings, not
/// what is seen: every new post stands in the monitors' list, whatever its standing.
public enum TriageLine {
  /// The least standing, from 0 to 1. Of ordinary posts three in a hundred lie above that of crises: a crisis that is
  /// missed is worse than a post that is read for nothing.
  public static func least(_ triageClass: TriageClass) -> Double {
    switch triageClass {
    case .crisis: 0.97
    case .hostile: 0.98
    case .identifiableClient, .spam: 0.99
    }
  }

  /// The classes for which a post joins the queue, with its standing in each.
  public static func reasons(_ standings: [TriageClass: Double]) -> [TriageClass: Double] {
    standings.filter { $0.value >= least($0.key) }
  }
}
