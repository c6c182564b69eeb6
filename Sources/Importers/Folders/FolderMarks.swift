// By which files each format whose files need each other knows its export in a folder.

extension SlackImporter {
  /// The lists beside folders of days, or days of several conversations, or dumps of several channels. One conversation
  /// alone needs nothing else.
  public func marks(of folder: FolderListing) -> [String] {
    let days = folder.filesOfFolders.filter { Self.isDay($0.leaf) }
    let lists = ["channels", "groups", "dms", "mpims", "users"].map { $0 + ".json" }
      .filter(folder.files.contains)
    if !days.isEmpty, !lists.isEmpty { return lists }
    if Set(days.map(\.folder)).count > 1 { return days.map(\.path) }
    let dumps = folder.files(endingWith: ".json").filter { name in
      SlackConversation.isID(String(name.prefix { $0 != "-" && $0 != "." }), from: "CDG")
    }
    return dumps.count > 1 || (!dumps.isEmpty && !lists.isEmpty) ? dumps : []
  }

  /// Whether a name is that of a day: `2025-03-01.json`.
  private static func isDay(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count == 15, name.hasSuffix(".json") else { return false }
    return bytes.prefix(10).enumerated().allSatisfy { position, byte in
      position == 4 || position == 7 ? byte == UInt8(ascii: "-") : SlackTime.isDigit(byte)
    }
  }
}

extension ZulipImporter {
  /// The index beside the folders of streams.
  public func marks(of folder: FolderListing) -> [String] {
    let index = folder.files.filter { $0 == "stream_index.json" }
    return folder.filesOfFolders.contains { $0.leaf.hasSuffix(".json") } ? index : []
  }
}

extension TeamsImporter {
  /// The lists of teams and of people, or the channels of a team beside its messages.
  public func marks(of folder: FolderListing) -> [String] {
    let lists = ["teams/teamsList.json", "users/usersList.json"].filter(folder.paths.contains)
    if !lists.isEmpty { return lists }
    func named(_ start: String) -> [String] {
      folder.files(endingWith: ".json").filter { $0.hasPrefix(start) }
    }
    let isTeam = !named("channels_").isEmpty && !named("messages_").isEmpty
    return isTeam ? named("channels_") : folder.files.filter { $0 == "teamsList.json" }
  }
}

extension MessageImporter {
  /// The mails of a folder with more than one: they answer each other.
  public func marks(of folder: FolderListing) -> [String] {
    let mails = folder.files(endingWith: ".eml")
    return mails.count > 1 ? mails : []
  }
}

extension LinkedInImporter {
  /// The profile, which says whose the posts are, and the tables of posts.
  public func marks(of folder: FolderListing) -> [String] {
    let tables = ["profile.csv", "shares.csv", "comments.csv", "messages.csv"]
    let found = folder.files.filter { tables.contains($0.lowercased()) }
    return found.count > 1 ? found : []
  }
}

extension MessengerImporter {
  /// The conversations of an account, each in a folder of its own: of Meta's download, of its messages, or of one box of
  /// those.
  public func marks(of folder: FolderListing) -> [String] {
    let found = folder.paths.compactMap { path -> (conversation: String, path: String)? in
      var parts = path.split(separator: "/").map(String.init)
      guard let leaf = parts.popLast(), Self.isPart(leaf), let last = parts.popLast() else { return nil }
      if parts.first?.hasPrefix("your_") == true { parts.removeFirst() }
      if parts.first == "messages" { parts.removeFirst() }
      return parts.isEmpty || (parts.count == 1 && Self.boxes.contains(parts[0]))
        ? (parts.joined() + "/" + last, path) : nil
    }
    if Set(found.map(\.conversation)).count > 1 { return found.map(\.path) }
    // The download of encrypted messages has all of them in one folder, called after people.
    let documents = folder.files(endingWith: ".json")
    return documents.count > 1 ? documents : []
  }

  private static let boxes = [
    "inbox", "archived_threads", "filtered_threads", "message_requests", "e2ee_cutover", "broadcast",
  ]

  /// Whether a name is `message_1.json`.
  private static func isPart(_ name: String) -> Bool {
    guard name.hasPrefix("message_"), name.hasSuffix(".json") else { return false }
    let number = name.utf8.dropFirst(8).dropLast(5)
    return !number.isEmpty && number.allSatisfy(SlackTime.isDigit)
  }
}

extension DiscordImporter {
  /// The channels of a server, whatever their files are called. Direct messages among them are told only from beside the
  /// others.
  public func marks(of folder: FolderListing) -> [String] {
    let channels = folder.files(endingWith: ".json")
    return channels.count > 1 ? channels : []
  }
}

extension WhatsAppImporter {
  /// One chat beside its pictures and sounds, and nothing else: those would each be called unreadable.
  public func marks(of folder: FolderListing) -> [String] {
    let chats = folder.files(endingWith: ".txt")
    let media = folder.paths.filter { path in
      Self.mediaEndings.contains(path.lowercased().split(separator: ".").last.map(String.init) ?? "")
    }
    return chats.count == 1 && !media.isEmpty && folder.paths.count == media.count + 1 ? chats : []
  }

  private static let mediaEndings: Set = [
    "jpg", "jpeg", "png", "gif", "webp", "heic", "mp4", "mov", "3gp", "opus", "ogg", "m4a", "aac", "mp3",
    "pdf", "vcf",
  ]
}

extension TelegramChatImporter {
  /// The chat beside the folders of its pictures, sounds and files: those would each be called unreadable.
  public func marks(of folder: FolderListing) -> [String] { folder.telegramDocument }
}

extension TelegramAccountImporter {
  /// The account beside the folders of its pictures, sounds and files.
  public func marks(of folder: FolderListing) -> [String] { folder.telegramDocument }
}

extension FolderListing {
  /// Telegram's document, where folders of media lie beside it.
  fileprivate var telegramDocument: [String] {
    let media: Set = [
      "photos", "files", "stickers", "voice_messages", "video_files", "round_video_messages", "chats",
    ]
    let hasMedia = paths.contains { path in
      path.utf8.firstIndex(of: UInt8(ascii: "/")).map { media.contains(String(path[..<$0])) } ?? false
    }
    return hasMedia ? files.filter { $0 == "result.json" } : []
  }
}

extension WordPressImporter {
  /// The parts of one export: `site.wordpress.2025-03-01.000.xml`, `….001.xml`. Exports of several days are no parts of
  /// each other.
  public func marks(of folder: FolderListing) -> [String] {
    let parts = folder.files(endingWith: ".xml").compactMap { name -> (stem: String, name: String)? in
      let pieces = name.split(separator: ".")
      guard pieces.count > 2, pieces[pieces.count - 2].utf8.count == 3,
        pieces[pieces.count - 2].utf8.allSatisfy(SlackTime.isDigit)
      else { return nil }
      return (pieces.dropLast(2).joined(separator: "."), name)
    }
    return parts.count > 1 && Set(parts.map(\.stem)).count == 1 ? parts.map(\.name) : []
  }
}

extension Mapping {
  /// The tables of a set that has to be seen whole: those of several descriptions, where one asks for the first post of
  /// every conversation.
  fileprivate func marks(of folder: FolderListing, _ importer: any Importer, _ format: MappedFile.Format)
    -> [String]
  {
    guard makeSurvey(for: importer, format) != nil else { return [] }
    var described: Set<Int> = []
    let found = folder.files.filter { name in
      let path = folder.name + "/" + name
      let index = files.firstIndex { file in
        file.format == format && file.match.contains { NamePattern.matches($0, path: path) }
      }
      if let index { described.insert(index) }
      return index != nil
    }
    return described.count > 1 ? found : []
  }
}

extension MappedCSVImporter {
  /// The tables of a set that has to be seen whole.
  public func marks(of folder: FolderListing) -> [String] { mapping.marks(of: folder, self, .csv) }
}

extension MappedWorkbookImporter {
  /// The workbooks of a set that has to be seen whole.
  public func marks(of folder: FolderListing) -> [String] { mapping.marks(of: folder, self, .xlsx) }
}

extension MappedJSONLImporter {
  /// The files of a set that has to be seen whole.
  public func marks(of folder: FolderListing) -> [String] { mapping.marks(of: folder, self, .jsonl) }
}

extension MappedJSONImporter {
  /// The documents of a set that has to be seen whole.
  public func marks(of folder: FolderListing) -> [String] { mapping.marks(of: folder, self, .json) }
}
