// The dashboards: one night's values in, all pages and CSV files out.
import Discussion

/// Makes the pages and files of a night. No clock, no files, no database: equal reports give equal bytes.
///
/// Three folders come out, so that a share or a zip of one can never hold another:
/// - `kerngroep/`: for the core group. No names, no authors, no raw text; numbers of people after suppression.
/// - `opbrengst/`: reports for everybody. Nothing that the core group may not see, and no sentence but those that a monitor
///   let everybody read.
/// - `monitors/`: for the monitors. Links go from here to the others, never back, nor between these.
public enum Dashboards {
  /// All files of the folders, sorted by path.
  ///
  /// - Throws: only when a template of the program itself is broken.
  public static func render(_ report: NightReport) throws -> [RenderedFile] {
    try render(report, WeekFacts(report), fixed: FixedWeek(report))
  }

  static func render(_ report: NightReport, _ fresh: WeekFacts, fixed: FixedWeek?) throws -> [RenderedFile] {
    let templates = try PageTemplates()
    let core = CoreView(fresh, fixed: fixed)
    let archive = ArchivePages.editions(report, core)
    let share = ShareView(report, core: core)
    let files =
      try coreFiles(core, archive, templates) + shareFiles(share, templates)
      + monitorFiles(MonitorView(report, core: core, share: share), templates)
    let folders = ["kerngroep", "monitors", SharePages.folder].map { folder in
      Manifest.file(
        in: folder, of: files.filter { $0.path.hasPrefix(folder + "/") }, report.method, asOf: report.asOf,
        week: report.reportWeek)
    }
    return (files + folders).sorted { $0.path < $1.path }
  }

  /// The core group's files of a report by themselves, for a week of which no night kept a report.
  public static func renderCore(_ report: NightReport) throws -> [RenderedFile] {
    try core(
      of: CoreView(WeekFacts(report), fixed: nil, edition: ReportEdition(kind: .afterwards)), in: report)
  }

  /// The core group's files of an earlier week as its report had them, with the names and decisions of a newer night; nil
  /// when this version of the program cannot read what was kept.
  public static func render(_ record: WeekRecord, asPartOf report: NightReport) throws -> [RenderedFile]? {
    guard let facts = record.facts, let topics = record.topicFacts else { return nil }
    return try core(of: CoreView(rebuilt: facts, topics: topics, WeekFacts(report).live), in: report)
  }

  private static func core(of view: CoreView, in report: NightReport) throws -> [RenderedFile] {
    let files = try coreFiles(view, [], PageTemplates())
    let manifest = Manifest.file(
      in: "kerngroep", of: files, report.method, asOf: view.facts.asOf, week: view.week)
    return (files + [manifest]).sorted { $0.path < $1.path }
  }

  /// What to do when somebody may be in danger, in sentences for people.
  public static var crisisAdvice: [String] { Texts.Review.crisisAdvice }

  /// The page of a replay, for monitors: one file by itself.
  ///
  /// - Parameter name: the file's name, to which the page's own links lead.
  public static func render(_ replay: ReplayReport, as name: String) throws -> RenderedFile {
    try ReplayPage(report: replay, name: name).render(PageTemplates())
  }

  private static func coreFiles(_ view: CoreView, _ archive: [CoreView], _ templates: PageTemplates) throws
    -> [RenderedFile]
  {
    let shell = Shell.core(view, templates)
    let tables = CoreTables.all(view, archive: archive)
    var files = [
      try IndexPage(view: view).render(shell), try AgendaPage(view: view).render(shell),
      try OverviewPage(view: view).render(shell),
      try MethodPage(view: view, files: tables.map(\.name)).render(shell),
      try OpenQuestionsPage(view: view).render(shell), try QualityPage(view: view).render(shell),
      try FollowUpPage(view: view).render(shell), DecisionForm.file(view),
    ]
    if view.edition.hasArchive { files += try ArchivePages(view: view, archive: archive).render(templates) }
    files.append(try SignalListPage(view: view).render(shell))
    for signal in view.allSignals where signal.facts.hasPage {
      files.append(try SignalPage(signal: signal, view: view).render(shell))
    }
    files += try ManyPages.render(view.topics + view.merged) {
      try TopicPage(topic: $0, view: view).render(shell)
    }
    return try files + csv(tables, in: "kerngroep")
  }

  private static func shareFiles(_ view: ShareView, _ templates: PageTemplates) throws -> [RenderedFile] {
    try SharePages(view: view).render(templates) + csv(ShareTables.all(view), in: SharePages.folder)
  }

  private static func monitorFiles(_ view: MonitorView, _ templates: PageTemplates) throws -> [RenderedFile] {
    try MonitorPages(view: view).render(Shell.monitors(view, templates))
      + csv(MonitorTables.all(view), in: "monitors") + [
        CorrectionForm.file(view), VerdictForm.file(view), QuoteForm.file(view),
      ]
  }

  /// Both forms of tables below a folder.
  static func csv(_ tables: [Table], in folder: String) throws -> [RenderedFile] {
    try ManyPages.render(tables.flatMap { [($0, isExcel: false), ($0, isExcel: true)] }) { table, isExcel in
      isExcel
        ? RenderedFile(path: "\(folder)/excel/\(table.name).csv", bytes: table.excelForm)
        : RenderedFile(path: "\(folder)/data/\(table.name).csv", bytes: table.dataForm)
    }
  }
}
