// A stage of the night: a value that does one thing with what earlier stages stored.
import Discussion
import Storage

/// What every stage of a night gets to work with.
struct NightContext {
  /// The settings.
  let file: PipelineFile
  /// The day the night is for.
  let asOf: CalendarDay
  /// The community's store.
  let store: CommunityStore
  /// The number of this run in the ledger.
  let run: Int
  /// The published run whose topics this one starts from; nil when there is none.
  var base: Int?
  /// Tells that work goes on: shown on a terminal.
  let advance: (String) -> Void
}

/// What a stage did, for the ledger and the summary.
struct StageOutcome {
  /// Numbers in the order in which they are shown: a stable word for files and a Dutch one for people.
  var counts: [Count]
  /// Whether something was set aside or fell short: the run then ends with status 1.
  var isIncomplete = false

  /// One number.
  struct Count {
    /// A stable word, such as `quarantined`.
    var name: String
    /// What people read, such as "in quarantaine".
    var label: String
    /// The number.
    var value: Int

    init(_ name: String, _ label: String, _ value: Int) {
      self.name = name
      self.label = label
      self.value = value
    }
  }

  /// The counts as a JSON object, keys in order.
  var json: String { "{" + counts.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}" }

  /// The counts as people read them.
  var summary: String { counts.map { "\($0.value) \($0.label)" }.joined(separator: ", ") }
}

/// A stage of the night. Reads what earlier stages stored and writes its own part in one transaction.
protocol NightStage {
  /// A stable name for the ledger, such as `topics`.
  var name: String { get }
  /// What people read while it works, such as "onderwerpen".
  var label: String { get }
  /// Does the work.
  func run(_ night: NightContext) throws -> (outcome: StageOutcome, write: (DerivedWriter) throws -> Void)
}
