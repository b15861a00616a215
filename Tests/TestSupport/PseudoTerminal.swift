public import Glibc

/// A program in a real pseudo-terminal, as a user's terminal runs it.
///
/// Nothing sleeps: waiting is poll(2) on the terminal until the wanted text came.
public final class PseudoTerminal {
  /// All that the program wrote so far.
  public private(set) var output: [UInt8] = []
  /// The process.
  public let process: pid_t
  private let master: Int32
  private let line: Int32
  private let modesBefore: termios
  private var status: Int32?

  /// How long is waited for anything at most, in milliseconds: far beyond what a loaded machine
  /// needs, so that only a hang reaches it.
  private static let patience: Int32 = 20_000

  // TIOCSPTLCK, TIOCGPTN and POSIX_SPAWN_SETSID of Linux, which Glibc shows to C alone.
  private static let unlock: UInt = 0x4004_5431
  private static let askNumber: UInt = 0x8004_5430
  private static let newSession: Int16 = 0x80

  /// Starts `arguments` (the program first) in a window of the given size; `environment` is all
  /// that the program sees.
  public init(
    _ arguments: [String], environment: [String], rows: Int = 24, columns: Int = 80
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, Self.unlock, &locked) == 0,
      ioctl(master, Self.askNumber, &number) == 0
    else { throw SystemError(code: errno) }
    let path = "/dev/pts/\(number)"
    line = open(path, O_RDWR | O_NOCTTY)
    guard line >= 0 else { throw SystemError(code: errno) }
    var modes = termios()
    tcgetattr(line, &modes)
    modesBefore = modes
    Self.setSize(master, rows: rows, columns: columns)
    process = try Self.spawn(arguments, environment: environment, line: path)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(line)
    close(master)
  }

  /// Spawned in a session of its own, the program gets the line as its controlling terminal by
  /// opening it.
  private static func spawn(_ arguments: [String], environment: [String], line: String) throws
    -> pid_t
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, line, O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads that run tests block signals, and what they spawn would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, arguments[0], &actions, &attributes, &argv, &envp)
    guard failure == 0 else { throw SystemError(code: failure) }
    return process
  }

  private static func setSize(_ master: Int32, rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Changes the window's size; the kernel sends the signal.
  public func resize(rows: Int, columns: Int) {
    Self.setSize(master, rows: rows, columns: columns)
  }

  /// Types `text`.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Reads until the output from `start` on holds `text`; false if the program ends or hangs.
  public func waits(for text: String, from start: Int = 0) -> Bool {
    waits { Self.holds($0, text, from: start) }
  }

  private func waits(until isDone: ([UInt8]) -> Bool) -> Bool {
    while !isDone(output) {
      guard readMore() else { return isDone(output) }
    }
    return true
  }

  /// Reads what comes next; false at the end of the line or of the patience.
  private func readMore() -> Bool {
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, Self.patience) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    return true
  }

  private static func holds(_ bytes: [UInt8], _ text: String, from start: Int) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= start + wanted.count else { return false }
    return (start...(bytes.count - wanted.count)).contains { index in
      bytes[index..<(index + wanted.count)].elementsEqual(wanted)
    }
  }

  /// The output as text, ill-formed bytes repaired.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// Waits for the program's end; its exit status, 128 and the signal's number where one ended it.
  public func end() -> Int32 {
    // The line is drained meanwhile, for a program that cannot write cannot end.
    var quiet: Int32 = 0
    while waitpid(process, &ended, WNOHANG) == 0 {
      var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      if poll(&entry, 1, 20) > 0, readMore() {
        quiet = 0
      } else {
        quiet += 20
      }
      if quiet == Self.patience { kill(process, SIGKILL) }
    }
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&entry, 1, 0) > 0, readMore() {}
    status = ended
    let signal = ended & 0x7F
    return signal == 0 ? (ended >> 8) & 0xFF : 128 + signal
  }
  private var ended: Int32 = 0

  /// Whether the line is as it was before the program: echo, line editing, signals.
  public var isLineRestored: Bool {
    var modes = termios()
    tcgetattr(line, &modes)
    return modes.c_lflag == modesBefore.c_lflag && modes.c_iflag == modesBefore.c_iflag
      && modes.c_oflag == modesBefore.c_oflag
  }

  /// Whether the last thing said about the alternate screen was to leave it.
  public var isScreenRestored: Bool {
    guard let enter = Self.last("\u{1B}[?1049h", in: output) else { return true }
    return (Self.last("\u{1B}[?1049l", in: output) ?? -1) > enter
  }

  private static func last(_ text: String, in bytes: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return (0...(bytes.count - wanted.count)).last { index in
      bytes[index..<(index + wanted.count)].elementsEqual(wanted)
    }
  }
}
