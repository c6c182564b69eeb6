// Everything that can be set on the detector, and the two sets of values that were measured.

/// Settings of ``SpikeDetector``.
public struct DetectorSettings: Hashable, Sendable {
  /// How the topics that signal in a week are chosen from their p-values.
  public enum Selection: Hashable, Sendable {
    /// Benjamini-Hochberg across the platform's topics at a nominal rate q, never above ``DetectorSettings/largestP``.
    case falseDiscoveryRate(Double)
    /// Every topic at or under a fixed p-value.
    case fixed(Double)
  }

  // Baseline: which earlier weeks say what is usual.

  /// Weeks just before the judged one that are left out of the baseline, at most.
  public var largestGap = 4
  /// Share of the history that is left out while the history is short.
  public var gapShare = 0.2
  /// After so many weeks an observation counts for half.
  public var halfLifeWeeks = 52.0
  /// A topic first seen in this week of the archive or later is *born late*: only weeks after its first count.
  public var bornLateFromWeek = 4

  /// Whether what somebody asks more than once about a topic in a week is taken off the platform's volume, so that one
  /// loud person does not change what is expected of everybody else.
  public var volumeCountsPeople = true

  // Model: penalised quasi-Poisson regression.

  /// Pairs of cosine and sine for the season of the year.
  public var harmonics = 1
  /// Prior standard deviation of the trend, per year on the log scale.
  public var trendDeviation = 0.25
  /// Prior standard deviation of each seasonal coefficient.
  public var seasonDeviation = 0.25
  /// Prior standard deviation of how a topic follows the platform's volume beyond proportion.
  public var elasticityDeviation = 0.2
  /// Prior standard deviation of what a week of school holidays does to a topic, on the log scale.
  public var holidayDeviation = 0.5
  /// Holidays are left out for a topic whose own weeks don't clearly say that it follows them: by how many standard
  /// deviations their coefficient must differ from 0. Most topics follow the platform's volume and no more, and one
  /// coefficient too many costs them certainty.
  public var holidayEvidence = 3.0
  /// Fewest weeks of a topic's baseline of which the school holidays are known, for them to be used: about two years, so
  /// that every holiday was seen twice.
  public var holidayHistoryWeeks = 100
  /// Smallest prior standard deviation of a topic's level around the platform's median topic.
  public var smallestLevelDeviation = 0.8
  /// Dispersion φ before anything is seen, and for how many weeks that counts.
  public var priorDispersion = 1.15
  /// Weeks' worth of belief in ``priorDispersion``.
  public var priorDispersionWeeks = 20.0
  /// Anscombe residual above which a past week is taken for a spike and weighs less.
  public var outlierResidual = 2.0
  /// How often the weights are revised.
  public var reweightings = 2
  /// Share of the platform's questions that a new topic is expected to take.
  public var newTopicShare = 0.005
  /// Gamma shape of that expectation.
  public var newTopicShape = 2.0

  // Prediction.

  /// Lengths of the windows, in weeks ending with the judged one.
  public var windows = [1, 2, 4, 8]
  /// Share of the error that each window may spend; they add up to 1.
  public var windowShares = [0.35, 0.30, 0.20, 0.15]
  /// Relative variance of a week's mean that the model cannot know.
  public var extraVariance = 0.08
  /// Added relative variance per question on the platform: a small platform's volume is itself uncertain.
  public var volumeVariance = 1.3
  /// Added relative variance when the window holds a week of anomalous volume.
  public var anomalousVariance = 0.30
  /// Volume above so many times the median of the weeks before is anomalous.
  public var anomalousRatio = 2.5
  /// A week's askers count for at most so many per organisation.
  public var askersPerOrganisation = 1.25
  /// Tail probability at the edges of the band of what was to be expected.
  public var bandTail = 0.01

  // Rules of evidence.

  /// Fewest different askers in four weeks.
  public var fewestAskers = 5
  /// Fewest different organisations in four weeks.
  public var fewestOrganisations = 3
  /// Smallest ratio of observed to expected in the loudest window.
  public var smallestRatio = 1.5
  /// The last week or two must themselves be somewhat unusual: largest p-value.
  public var ongoingP = 0.3
  /// Weeks from a theme meeting on in which its topic does not signal.
  public var silenceWeeks = 4
  /// Weeks from a theme meeting on in which the bar is higher, silence included.
  public var echoWeeks = 12
  /// By how much p-values are multiplied in the echo of a meeting.
  public var echoFactor = 10.0

  /// By how much p-values are multiplied in a week of anomalous volume (of the other topics): an import moves many topics at once, and a
  /// real burst on one topic is unlikely enough to pass all the same.
  public var anomalousFactor = 10.0

  // Choice and persistence.

  /// How topics are chosen.
  public var selection = Selection.falseDiscoveryRate(0.35)
  /// Hypotheses per topic seen so far. A topic exists because people asked about it, so there are more subjects that
  /// could have signalled than topics; with this the rate keeps its meaning while topics are still being born.
  public var hypothesesPerTopic = 1.15
  /// No topic above this p-value signals, whatever the false discovery rate allows.
  public var largestP = 0.05
  /// Whether an open signal holds back new flags of its topic.
  public var hysteresis = true
  /// An open signal closes after ``closingWeeks`` weeks in a row above this p-value.
  public var closingP = 0.10
  /// See ``closingP``.
  public var closingWeeks = 2
  /// An open signal closes after so many weeks.
  public var longestOpenWeeks = 8
  /// An open signal rises when its p-value falls to this fraction of that at its last flag.
  public var escalationFactor = 1e-3
  /// Weeks that must lie between a flag and an escalation.
  public var escalationWeeks = 3
  /// Whether topics that nobody has asked about yet count in the false discovery rate. Leave it off: a topic born
  /// next year would change what is signalled today.
  public var countsUnseenTopics = false

  /// A community of any age.
  public static let community = DetectorSettings()

  /// ``community`` as the detector was first published, for comparison with its golden numbers. It counts topics that
  /// are born later, and one person's repetitions as volume.
  public static let published: DetectorSettings = {
    var settings = DetectorSettings()
    settings.countsUnseenTopics = true
    settings.hypothesesPerTopic = 1
    settings.volumeCountsPeople = false
    settings.askersPerOrganisation = 1.5
    settings.anomalousFactor = 1
    return settings
  }()

  /// Long, steady series of at least four years: longer memory, a freer season, and a fixed threshold per series.
  public static let archive: DetectorSettings = {
    var settings = DetectorSettings()
    settings.halfLifeWeeks = 260
    settings.harmonics = 2
    settings.seasonDeviation = 0.5
    settings.extraVariance = 0
    settings.volumeVariance = 0
    settings.windows = [1, 2]
    settings.windowShares = [0.6, 0.4]
    settings.smallestLevelDeviation = 3
    settings.bornLateFromWeek = .max
    settings.smallestRatio = 1
    settings.ongoingP = 1
    settings.selection = .fixed(0.005)
    settings.hysteresis = false
    return settings
  }()
}
