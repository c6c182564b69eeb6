// Who writes in a chat and what its own lines call it, so that chats are told apart and one between two from a group.

/// What a line of the program itself says of its chat.
struct ChatProgramLine: Hashable, Sendable {
  /// How a line comes to name the chat; what stands later here counts for more.
  enum Naming: Int, Hashable, Sendable, Comparable {
    /// It tells that the group was made, and how it was called then.
    case making
    /// It is written as if the chat said it, under the name that the chat has now.
    case speaking
    /// It tells that the group got another name.
    case renaming

    static func < (left: Naming, right: Naming) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether what it says only happens in groups.
  var isOfGroup = false
  /// The name that it gives the chat.
  var name: String?
  /// How it comes to do so.
  var naming = Naming.making
}

/// Who writes in a chat, and what the program's lines in it say.
struct ChatPeople: Sendable {
  /// Senders that are remembered; groups are smaller than that.
  private static let limit = 5000

  /// The names of those who write, by a hash of their bytes.
  private var senders: [Int: String] = [:]
  private var naming: ChatProgramLine.Naming?

  /// The chat's name as its own lines have it: its last name where it was renamed, else that under which the program speaks,
  /// else the one with which it was made.
  private(set) var chatName: String?

  /// Whether a line of the program tells of what only happens in groups.
  private(set) var isGroup = false

  /// Takes a message with the bytes of its sender's name.
  mutating func take(sender: ArraySlice<UInt8>) {
    var hasher = Hasher()
    sender.withUnsafeBytes { hasher.combine(bytes: $0) }
    let key = hasher.finalize()
    if senders[key] == nil, senders.count < Self.limit { senders[key] = ChatName.ofPerson(sender) }
  }

  /// Takes a line of the program.
  mutating func take(_ line: ChatProgramLine) {
    if line.isOfGroup { isGroup = true }
    guard let name = line.name, !name.isEmpty, naming.map({ $0 <= line.naming }) ?? true else { return }
    chatName = name
    naming = line.naming
  }

  /// Whether a chat's name may be that of a person, with whom the phone's owner talks alone. In doubt it is: somebody with
  /// that name writes in it, also where the file was renamed ("… - mijn kopie"); or there are no more than two who write and no
  /// line of the program is about a group. Lines with a date within a message look like those of others, so that more
  /// senders alone do not make a group of a chat whose name is one of theirs.
  func isPerson(_ name: String) -> Bool {
    if hasSender(name) { return true }
    if isGroup { return false }
    let words = ChatName.words(of: name)
    return senders.count <= 2
      || senders.values.contains {
        let own = ChatName.words(of: $0)
        return !own.isEmpty && (words.contains(own) || own.contains(words))
      }
  }

  private func hasSender(_ name: String) -> Bool {
    let key = ChatName.key(of: name)
    return senders.values.contains { ChatName.key(of: $0) == key }
  }
}

/// Which chat it is, as far as anything tells.
///
/// A chat's name is that in the name of its file, where that follows the program's own way of naming; else what the lines
/// of the program in it call the chat. So two phones' exports of a group are one chat, whichever of both names it, and two
/// chats stay apart. A chat that neither names is the source's one nameless chat: all of those in a source are taken for
/// the same. A group that got another name between two exports is another chat from then on, since only one of both can
/// know that.
struct ChatIdentity {
  /// What tells it from the source's other chats; nil for the nameless one. Nothing that grows with the chat is part of
  /// it. Each of the two in a chat between two has it under the name of the other, so that the exports of both are two chats.
  let key: String?
  /// The name of a group. A chat between two is called after one of them, and that name is nobody's business.
  let channel: String?

  init(name: String?, _ people: ChatPeople) {
    guard let name = name ?? people.chatName.map(ChatName.withoutCopy), !name.isEmpty else {
      key = nil
      channel = nil
      return
    }
    channel = people.isPerson(name) ? nil : name
    key = ChatName.key(of: name)
  }
}

/// Names as chats write them.
enum ChatName {
  /// A person's name, without the tilde that stands before names that are not in the phone's address book.
  static func ofPerson(_ bytes: ArraySlice<UInt8>) -> String {
    let name = PlainText.line(String(decoding: bytes, as: UTF8.self))
    guard name.hasPrefix("~") else { return name }
    return PlainText.folded(String(name.dropFirst()))
  }

  /// A name in the form in which names are compared: names of files have no signs, and underscores for spaces. A name
  /// of nothing but signs is compared as it is.
  static func key(of name: String) -> String {
    let words = words(of: name)
    return words.isEmpty ? name : words.joined(separator: " ")
  }

  /// The words of a name in small letters: runs of letters and digits.
  static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// A name without what systems add to the names of copies: `(1)`, `- kopie`.
  static func withoutCopy(_ name: String) -> String {
    var name = PlainText.folded(name)
    while true {
      let before = name
      for end in [" - kopie", " - copy"] where name.lowercased().hasSuffix(end) {
        name = PlainText.folded(String(name.dropLast(end.count)))
      }
      if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex {
        let number = name[name.index(after: open)...].dropLast()
        // Groups have years in their names.
        if (1...2).contains(number.count), number.allSatisfy(\.isNumber) {
          name = PlainText.folded(String(name[..<open]))
        }
      }
      if name == before { return name }
    }
  }
}
