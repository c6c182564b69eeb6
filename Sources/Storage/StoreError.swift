// What can go wrong with the store, said so that the person at the keyboard knows what to do.
import GRDB

/// An error of the store or of the key file beside it. Its description is a Dutch sentence for the monitor.
public enum StoreError: Error, Hashable, Sendable {
  /// The file cannot be opened or made; with the path and the system's reason.
  case cannotOpen(path: String, reason: String)
  /// The file is no store of Themaradar, or is damaged.
  case notAStore(path: String, reason: String)
  /// The store was written by a newer version of the program.
  case newerStore(path: String)
  /// The store was written by an older version of the program and is only to be read.
  case olderStore(path: String)
  /// Another program holds the store locked.
  case locked(path: String)
  /// The disk is full, or may not be written to; nothing of what was being written was kept.
  case diskFull(path: String)
  /// The key file may be read by others than its owner; with its permissions, such as `0644`.
  case keyReadableByOthers(path: String, permissions: String)
  /// The key file holds too few bytes.
  case keyTooShort(path: String, bytes: Int)
  /// The key file holds the same few bytes again and again: whoever guesses has a chance.
  case keyTooWeak(path: String)
  /// The key file is gone while posts are stored under pseudonyms made with it.
  case keyMissing(path: String)
  /// The key file is another one than the store's pseudonyms were made with.
  case otherKey(path: String)
  /// The key file cannot be read or made.
  case keyUnusable(path: String, reason: String)
  /// A record cannot be stored as it is; with its place and the reason.
  case badRecord(file: String, entry: String, record: Int, reason: String)
  /// What was read does not equal what became of it: a fault of the program, and nothing of the file was kept.
  case countsDoNotAddUp(file: String, read: Int, accounted: Int)
  /// A run that is not the current one was written to.
  case notTheCurrentRun(Int)
  /// A line for the log of corrections does not follow on its last one; with the number it should have.
  case correctionOutOfOrder(Int, expected: Int)
  /// A line for the log of decisions does not follow on its last one; with the number it should have.
  case decisionOutOfOrder(Int, expected: Int)
  /// A line for the log of verdicts does not follow on its last one; with the number it should have.
  case verdictOutOfOrder(Int, expected: Int)
  /// Anything else that SQLite refuses; with its message.
  case database(path: String, message: String)

  /// The error of a GRDB call in the domain's terms.
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .database(path: path, message: String(describing: error))
      return
    }
    switch error.resultCode {
    case .SQLITE_FULL, .SQLITE_IOERR: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      self = .notAStore(path: path, reason: error.message ?? "\(error.resultCode)")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
      self = .cannotOpen(path: path, reason: error.message ?? "\(error.resultCode)")
    default:
      self = .database(path: path, message: "\(error.message ?? "") (\(error.extendedResultCode.rawValue))")
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// A sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "De opslag \(path) kan niet worden geopend: \(reason). Bestaat de map, en mag u erin schrijven?"
    case .notAStore(let path, let reason):
      "Het bestand \(path) is geen opslag van Themaradar of is beschadigd: \(reason)."
    case .newerStore(let path):
      "De opslag \(path) is gemaakt door een nieuwere versie van Themaradar. Gebruik die versie."
    case .olderStore(let path):
      "De opslag \(path) is van een oudere versie van Themaradar. Draai eerst een nacht; die brengt hem bij."
    case .locked(let path):
      "De opslag \(path) is bezet door een ander programma. Wacht tot dat klaar is en probeer het opnieuw."
    case .diskFull(let path):
      "De schijf met de opslag \(path) is vol of niet te beschrijven. "
        + "Wat bezig was is teruggedraaid; maak ruimte en start opnieuw."
    case .keyReadableByOthers(let path, let permissions):
      "Het sleutelbestand \(path) is voor anderen leesbaar (rechten \(permissions)). "
        + "Zet de rechten op 0600: chmod 600 \(path)"
    case .keyTooShort(let path, let bytes):
      "Het sleutelbestand \(path) is te kort (\(bytes) bytes, minstens \(Pseudonymiser.keyLength) nodig). "
        + "Zet het goede sleutelbestand terug."
    case .keyTooWeak(let path):
      "Het sleutelbestand \(path) is te raden: het herhaalt zich. Zet het goede sleutelbestand terug, of haal het weg "
        + "als er nog niets is opgeslagen; dan wordt een nieuw gemaakt."
    case .keyMissing(let path):
      "Het sleutelbestand \(path) ontbreekt. "
        + "Zet het terug: met een andere sleutel krijgt iedereen een ander pseudoniem."
    case .otherKey(let path):
      "Het sleutelbestand \(path) is een ander dan waarmee de pseudoniemen in de opslag zijn gemaakt. "
        + "Zet het goede sleutelbestand terug."
    case .keyUnusable(let path, let reason):
      "Het sleutelbestand \(path) kan niet worden gelezen of gemaakt: \(reason)."
    case .badRecord(let file, let entry, let record, let reason):
      "Record \(record) van \(file)\(entry.isEmpty ? "" : " (\(entry))") kan niet worden opgeslagen: \(reason)."
    case .countsDoNotAddUp(let file, let read, let accounted):
      "Van \(file) zijn \(read) records gelezen, maar \(accounted) verantwoord. "
        + "Dit is een fout in het programma; het bestand is niet opgeslagen."
    case .notTheCurrentRun(let run):
      "Run \(run) is niet de lopende run; er is niets geschreven."
    case .correctionOutOfOrder(let number, let expected):
      "Regel \(number) van de correcties sluit niet aan: de volgende is \(expected). Er is niets opgenomen; "
        + "probeer het opnieuw."
    case .decisionOutOfOrder(let number, let expected):
      "Regel \(number) van de besluiten sluit niet aan: de volgende is \(expected). Er is niets opgenomen; "
        + "probeer het opnieuw."
    case .verdictOutOfOrder(let number, let expected):
      "Regel \(number) van de oordelen sluit niet aan: de volgende is \(expected). Er is niets opgenomen; "
        + "probeer het opnieuw."
    case .database(let path, let message):
      "De opslag \(path) meldt een fout: \(message)."
    }
  }
}
