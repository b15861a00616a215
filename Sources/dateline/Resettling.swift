import DatelineModel
import Glibc

/// Runs this program once more beside the browser, to resolve a large corpus anew.
///
/// All articles with all annotations are needed for that, many times the memory of a browser; so
/// what does it ends when it is done. It gives way to everything else.
struct Resettling {
  /// The process.
  let process: pid_t
  /// Where it says how far it is.
  private let output: Int32

  /// Starts `dateline` with `arguments`; nil where that fails.
  static func start(_ arguments: [String]) -> Resettling? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = spawn(arguments, output: ends[1])
    close(ends[1])
    guard let process else {
      close(ends[0])
      return nil
    }
    return Resettling(process: process, output: ends[0])
  }

  private static func spawn(_ arguments: [String], output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (line, mode) in [(STDIN_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)] {
      posix_spawn_file_actions_addopen(&actions, line, "/dev/null", mode, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Keys of the terminal that stop the browser are not meant for it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var texts = (["dateline"] + arguments).map { strdup($0) }
    defer { for text in texts { free(text) } }
    texts.append(nil)
    var process: pid_t = 0
    guard posix_spawn(&process, "/proc/self/exe", &actions, &attributes, &texts, environ) == 0
    else { return nil }
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(process), 10)
    return process
  }

  /// Waits until the process ends; calls `report` with what it says of its progress.
  func wait(_ report: (ResettlingProgress) -> Void) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        break
      }
      let lines = buffer[..<count].split(separator: 0x0A)
      if let last = lines.last.flatMap({ ResettlingProgress($0) }) { report(last) }
    }
    close(output)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}

/// How far the bringing together of a corpus is, as if it were done article by article: a line
/// "done total".
struct ResettlingProgress {
  let done: Int
  let total: Int

  /// What reading what was stored takes of the whole time.
  private static let readingShare = 0.08

  /// So many of all articles were read.
  init(read: Int, of total: Int) {
    self.total = total
    done = Int(Double(read) * Self.readingShare)
  }

  /// A step of resolving begins.
  init(_ step: ResolvingStep, of total: Int) {
    self.total = total
    let share = Self.readingShare + step.share * (1 - Self.readingShare)
    done = Int(share * Double(total))
  }

  /// Reads a line; nil where it is none of these.
  init?(_ line: ArraySlice<UInt8>) {
    let numbers = line.split(separator: 0x20).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 2, let done = numbers[0], let total = numbers[1] else { return nil }
    self.done = done
    self.total = total
  }

  /// The line.
  var line: String { "\(done) \(total)" }
}
