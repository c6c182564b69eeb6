// Runs a program and speaks with it both ways at once, so that neither waits for the other for ever.

import CFileSystem
import Glibc

/// What went wrong with a program, and what it wrote on standard error.
struct ProgramFailure: Error {
  var reason: String
  var complaints: [UInt8] = []
}

/// One run of a program: what it reads and what it writes, with a limit on its silence.
struct ProgramExchange {
  /// The program and its arguments; no shell sees them.
  var arguments: [String]
  /// The folder it is started in; nil is that of this program.
  var folder: String?
  /// Seconds in which nothing may come through before it is ended.
  var timeout: Double

  private static let keptComplaints = 8192
  /// How often a program that closed its output is looked at before it is ended: a hundred times a second.
  private static let graceSteps = 1000

  /// Runs the program to its end.
  /// - Parameters:
  ///   - input: gives the next bytes for its standard input; none at the end.
  ///   - output: is given what it writes on standard output.
  /// - Returns: the end of what it wrote on standard error.
  func run(input: () -> [UInt8], output: (UnsafeRawBufferPointer) throws -> Void) throws -> [UInt8] {
    var pipes = try Pipes()
    defer { pipes.closeAll() }
    let process = try start(pipes)
    pipes.closeTheirs()
    // A program that stops reading must not end this one.
    let signals = BrokenPipeSignal()
    defer { signals.restore() }
    var complaints: [UInt8] = []
    do {
      try exchange(&pipes, &complaints, input, output)
    } catch {
      kill(-process, SIGKILL)
      _ = Self.wait(for: process)
      if var failure = error as? ProgramFailure {
        failure.complaints = complaints
        throw failure
      }
      throw error
    }
    let status = Self.waitBriefly(for: process)
    let signal = status & 0x7F
    if signal != 0 {
      throw ProgramFailure(
        reason: "het programma is afgebroken met signaal \(signal)", complaints: complaints)
    }
    let code = status >> 8 & 0xFF
    if code != 0 {
      throw ProgramFailure(reason: "het programma eindigde met status \(code)", complaints: complaints)
    }
    return complaints
  }

  private func start(_ pipes: Pipes) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes.theirInput, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes.theirOutput, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes.theirErrors, STDERR_FILENO)
    if let folder { _ = start_in_folder(&actions, folder) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that what it starts ends with it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let code = posix_spawnp(&process, arguments.first ?? "", &actions, &attributes, &words, environ)
    guard code == 0 else {
      throw ProgramFailure(
        reason: "het programma kan niet worden gestart (\(String(cString: strerror(code))))")
    }
    return process
  }

  private func exchange(
    _ pipes: inout Pipes, _ complaints: inout [UInt8], _ input: () -> [UInt8],
    _ output: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var pending = input()[...]
    if pending.isEmpty { pipes.closeInput() }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while pipes.ourOutput >= 0 || pipes.ourErrors >= 0 {
      var ready = [
        pollfd(fd: pipes.ourInput, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: pipes.ourOutput, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipes.ourErrors, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&ready, 3, Int32(min(timeout * 1000, 2_000_000_000)))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw ProgramFailure(
          reason: "er kwam \(Int(timeout)) seconden lang niets terug; het programma is gestopt")
      }
      if ready[0].revents != 0 {
        let written = pending.withUnsafeBytes { write(pipes.ourInput, $0.baseAddress, $0.count) }
        if written > 0 { pending.removeFirst(written) }
        // A program that wants no more is judged by its answers.
        if written < 0, errno != EAGAIN, errno != EINTR {
          pending = []
        } else if pending.isEmpty {
          pending = input()[...]
        }
        if pending.isEmpty { pipes.closeInput() }
      }
      if ready[1].revents != 0 {
        let length = read(pipes.ourOutput, buffer.baseAddress, buffer.count)
        if length > 0 { try output(UnsafeRawBufferPointer(rebasing: buffer[..<length])) }
        if length == 0 || (length < 0 && errno != EAGAIN && errno != EINTR) { pipes.closeOutput() }
      }
      if ready[2].revents != 0 {
        let length = read(pipes.ourErrors, buffer.baseAddress, buffer.count)
        if length > 0 {
          complaints.append(contentsOf: buffer[..<length])
          complaints.removeFirst(max(0, complaints.count - Self.keptComplaints))
        }
        if length == 0 || (length < 0 && errno != EAGAIN && errno != EINTR) { pipes.closeErrors() }
      }
    }
  }

  /// Waits for a program that has said all it will say. One that lives on all the same is ended with all it started.
  private static func waitBriefly(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    for _ in 0..<graceSteps {
      let found = waitpid(process, &status, WNOHANG)
      if found == process { return status }
      if found < 0, errno != EINTR { return status }
      usleep(10_000)
    }
    kill(-process, SIGKILL)
    return wait(for: process)
  }

  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}

/// The three pipes to a program: our ends never block, and no other program inherits them.
private struct Pipes {
  private(set) var ourInput: Int32 = -1
  private(set) var ourOutput: Int32 = -1
  private(set) var ourErrors: Int32 = -1
  private(set) var theirInput: Int32 = -1
  private(set) var theirOutput: Int32 = -1
  private(set) var theirErrors: Int32 = -1

  init() throws {
    (theirInput, ourInput) = try Self.pipe()
    (ourOutput, theirOutput) = try Self.pipe()
    (ourErrors, theirErrors) = try Self.pipe()
    for descriptor in [ourInput, ourOutput, ourErrors] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else {
      throw ProgramFailure(reason: "er is geen pijp voor het programma (\(String(cString: strerror(errno))))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  mutating func closeInput() { Self.close(&ourInput) }
  mutating func closeOutput() { Self.close(&ourOutput) }
  mutating func closeErrors() { Self.close(&ourErrors) }

  mutating func closeTheirs() {
    Self.close(&theirInput)
    Self.close(&theirOutput)
    Self.close(&theirErrors)
  }

  mutating func closeAll() {
    closeTheirs()
    closeInput()
    closeOutput()
    closeErrors()
  }

  private static func close(_ descriptor: inout Int32) {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
    descriptor = -1
  }
}

/// Holds back the signal that writing to a program which no longer reads would send to this thread.
private struct BrokenPipeSignal {
  private var before = sigset_t()
  private var signal = sigset_t()

  init() {
    sigemptyset(&signal)
    sigaddset(&signal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signal, &before)
  }

  /// Takes a signal that came meanwhile, and lets later ones through as before.
  func restore() {
    var (before, signal) = (before, signal)
    guard sigismember(&before, SIGPIPE) == 0 else { return }
    var now = timespec()
    while sigtimedwait(&signal, nil, &now) == SIGPIPE {}
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
