// The reports of earlier weeks at addresses that stay: each with its agenda, its signals and its files.
import Discussion

/// The pages below `kerngroep/archief/`.
struct ArchivePages {
  /// This week's report.
  let view: CoreView
  /// Earlier weeks, newest first.
  let archive: [CoreView]

  /// The earlier weeks that the store kept, newest first, no more than a number of weeks.
  static func editions(_ report: NightReport, _ view: CoreView) -> [CoreView] {
    var newest: [ISOWeek: WeekRecord] = [:]
    for record in report.records
    where record.week < report.reportWeek
      && record.week > report.reportWeek.advanced(by: -1 - report.archiveWeeks)
    {
      if let other = newest[record.week], other.asOf >= record.asOf { continue }
      newest[record.week] = record
    }
    // What the weeks say of one signal stands side by side: the newest numbers are told, of the others what they allow.
    var told = ToldPeople(threshold: view.rule.people)
    for signal in view.allSignals { _ = told.tell(signal.facts) }
    return newest.values.sorted { $1.week < $0.week }.compactMap { record in
      guard var facts = record.facts else { return nil }
      facts.allSignals = facts.allSignals.map { told.tell($0) }
      return CoreView(archived: facts, view.live, titles: view.titles)
    }
  }

  /// The list of reports, and the pages and files of each.
  func render(_ templates: PageTemplates) throws -> [RenderedFile] {
    var files = [try list(Shell.core(view, templates))]
    for edition in archive {
      let shell = Shell.core(edition, templates)
      files.append(try IndexPage(view: edition).render(shell))
      files.append(try AgendaPage(view: edition).render(shell))
      for signal in edition.signals {
        files.append(try SignalPage(signal: signal, view: edition).render(shell))
      }
      files += try Dashboards.csv(CoreTables.archived(edition), in: "kerngroep/archief/\(edition.week)")
    }
    return files
  }

  private func list(_ shell: Shell) throws -> RenderedFile {
    let texts = Texts.Archive.self
    return try shell.templates.page(
      "archive", at: "kerngroep/archief/index.html",
      shell.fields(
        title: Texts.pageTitle(texts.menu), current: nil, root: "../",
        [
          "heading": texts.heading(archive.count), "intro": texts.intro(archive.count),
          "hasRows": !archive.isEmpty, "caption": texts.caption,
          "columns": [
            "week": texts.columns.week, "report": texts.columns.report, "questions": texts.columns.questions,
          ],
          "rows": archive.map(row), "newestHref": "../index.html", "newest": texts.newest, "file": texts.file,
        ]))
  }

  private func row(_ edition: CoreView) -> Fields {
    [
      "href": "\(edition.week)/index.html", "week": DutchFormat.weekOfYear(edition.week),
      "period": DutchFormat.period(edition.week), "report": Texts.Archive.summary(edition),
      "signals": edition.signals.map { signal in
        Parts.fields([
          "tag": Parts.tag(signal.strength), "name": signal.title, "decision": signal.decision?.word,
        ])
      },
      "questions": DutchFormat.number(edition.figures.questions),
    ]
  }
}
