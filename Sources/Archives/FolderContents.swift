// Lists what lies below a folder: the files that are read, and what is passed over.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What lies below a folder. Links are never followed. Files that systems put beside others are left out (`.DS_Store`,
/// `._…`, what lies in `__MACOSX`), and so are hidden folders; other hidden files are read, for archivers of chats make
/// names that start with a dot.
struct FolderContents {
  /// A regular file, as it was when the folder was listed.
  struct File: Hashable {
    /// Its path below the folder, as the system knows it.
    var bytes: [UInt8]
    /// The same as text; bytes that are not UTF-8 are kept, each as `\xE9`.
    var name: String
    var stamp: FileStamp
  }

  /// The files, in the order of the bytes of their paths.
  private(set) var files: [File] = []
  /// Paths of links, pipes and devices, in order.
  private(set) var irregular: [String] = []
  /// Bytes of all files.
  private(set) var size = 0
  /// When anything in it last changed, folders and the names in them included; nanoseconds since 1970. A date that was
  /// set back, as unpacking does, counts as a change too.
  private(set) var changed: Int64 = 0
  /// Why part of it could not be listed.
  private(set) var failure: ArchiveError?

  init(of folder: String) {
    var waiting: [[UInt8]] = [[]]
    while let relative = waiting.popLast() { waiting += list(relative, in: folder) }
    files.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    irregular.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path of something below a folder, as the system takes it.
  static func systemPath(_ relative: [UInt8], in folder: String) -> [CChar] {
    (Array(folder.utf8) + (relative.isEmpty ? [] : [UInt8(ascii: "/")] + relative) + [0])
      .map { CChar(bitPattern: $0) }
  }

  /// Lists one folder, and gives the folders in it.
  private mutating func list(_ relative: [UInt8], in folder: String) -> [[UInt8]] {
    var status = stat()
    let path = Self.systemPath(relative, in: folder)
    guard lstat(path, &status) == 0, let stream = opendir(path) else {
      fail(errno, relative)
      return []
    }
    defer { closedir(stream) }
    changed = max(changed, FileStamp.changed(status))
    var folders: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let path = relative.isEmpty ? name : relative + [UInt8(ascii: "/")] + name
      guard !Self.isLeftOut(name) else {
        errno = 0
        continue
      }
      guard lstat(Self.systemPath(path, in: folder), &status) == 0 else {
        // What is gone by now was taken away; anything else is there and cannot be read.
        if errno != ENOENT { fail(errno, path) }
        errno = 0
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: if name.first != UInt8(ascii: ".") { folders.append(path) }
      case S_IFREG:
        let stamp = FileStamp(status)
        size = max(size, size &+ stamp.size)
        changed = max(changed, FileStamp.changed(status))
        files.append(File(bytes: path, name: ContainerReader.readable(path), stamp: stamp))
      default: irregular.append(ContainerReader.readable(path))
      }
      errno = 0
    }
    if errno != 0 { fail(errno, relative) }
    return folders
  }

  private static func isLeftOut(_ name: [UInt8]) -> Bool {
    let names = [".", "..", ".DS_Store", "__MACOSX"]
    return name.starts(with: "._".utf8) || names.contains { name.elementsEqual($0.utf8) }
  }

  private mutating func fail(_ code: Int32, _ relative: [UInt8]) {
    let isDenied = code == EACCES || code == EPERM
    failure =
      failure
      ?? ArchiveError(
        reason: isDenied ? .permission : .io, entry: ContainerReader.readable(relative),
        message: isDenied
          ? "mag niet gelezen worden" : "kon niet gelezen worden: \(String(cString: strerror(code)))")
  }
}

/// What tells a file, as it is now, from another and from what it was.
struct FileStamp: Hashable {
  var device: UInt64
  var node: UInt64
  var size: Int
  /// Nanoseconds since 1970.
  var modified: Int64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    node = UInt64(status.st_ino)
    size = Int(status.st_size)
    #if canImport(Glibc)
      modified = Self.nanoseconds(status.st_mtim)
    #else
      modified = Self.nanoseconds(status.st_mtimespec)
    #endif
  }

  /// When the content of something, its name or its dates last changed.
  static func changed(_ status: stat) -> Int64 {
    #if canImport(Glibc)
      max(nanoseconds(status.st_mtim), nanoseconds(status.st_ctim))
    #else
      max(nanoseconds(status.st_mtimespec), nanoseconds(status.st_ctimespec))
    #endif
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    // Dates before 1780 and after 2255 are mistakes, and more nanoseconds away than there are numbers for.
    min(max(Int64(time.tv_sec), -6_000_000_000), 9_000_000_000) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
