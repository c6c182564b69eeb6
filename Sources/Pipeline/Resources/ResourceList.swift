// The list of resources that a pipeline file names: read anew in every night, no part of the store.
import Configuration
import Dashboards
import Discussion
import Records

/// The list of a pipeline file, with the rows that cannot be taken.
struct ResourceList {
  /// What the list holds.
  private(set) var resources: [Resource] = []
  /// A line for each row that cannot be taken: the line in the file and the reason.
  private(set) var refused: [(row: ResourceSheet.Row, refusal: ResourceRefusal)] = []
  /// The file.
  let path: String

  /// Reads a file. Throws when no row of it can be used.
  init(path: String, directory: ResourceDirectory) throws(ConfigurationError) {
    self.path = path
    let sheet: ResourceSheet
    do {
      sheet = try ResourceSheet(try ByteReader.contents(of: path))
    } catch let failure as SheetFailure {
      throw ConfigurationError(file: path, message: "dit bestand \(failure)")
    } catch {
      throw ConfigurationError(file: path, message: "de lijst met bronnen is niet te lezen: \(error)")
    }
    for row in sheet.rows where !row.isComment {
      do {
        let resource = try row.resource(directory)
        if !resources.contains(resource) { resources.append(resource) }
      } catch {
        refused.append((row, error))
      }
    }
  }

  /// The refused rows as the page of what came in shows them.
  var quarantine: [QuarantineRow] {
    refused.map { row, refusal in
      let code = ResourceTexts.code(refusal)
      return QuarantineRow(
        place: Provenance(file: path, entry: "", record: row.record, line: row.line, byte: row.byte),
        reason: code, message: ResourceTexts.reason(refusal, quoting: false),
        advice: QuarantineAdvice.text(for: code))
    }
  }

  /// The refused rows as a person at the keyboard reads them: file, line and reason.
  var messages: [String] {
    refused.map { "\(path):\($0.row.line): \(ResourceTexts.reason($0.refusal, quoting: true))" }
  }
}

extension PipelineFile {
  /// The list of resources that the file names; nil when it names none. Topics are looked up only at night: a number or
  /// title of one is taken as it is.
  func checkedResources() throws(ConfigurationError) -> ResourceList? {
    guard let resources else { return nil }
    let scanner = TitleScanner(file: self)
    return try ResourceList(
      path: resources,
      directory: ResourceDirectory(
        topic: { text throws(CorrectionRefusal) in CorrectionBook.identity(text) ?? TopicID(number: 1) },
        catalogue: try themes?.catalogue(), redact: scanner.redacted))
  }

  /// The list of resources that the file names, its topics looked up among those of tonight.
  func resources(topics: [Topic]) throws(ConfigurationError) -> ResourceList? {
    guard let resources else { return nil }
    let book = CorrectionBook(topics: topics, assignments: [], posts: PostDirectory([]), nextTopic: 1)
    let scanner = TitleScanner(file: self)
    return try ResourceList(
      path: resources,
      directory: ResourceDirectory(
        topic: { text throws(CorrectionRefusal) in try ResourceDirectory.topic(text, in: book) },
        catalogue: try themes?.catalogue(), redact: scanner.redacted))
  }
}
