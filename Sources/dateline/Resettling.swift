import Glibc

/// Runs this program once more beside the browser, to resolve a large corpus anew.
///
/// All articles with all annotations are needed for that, many times the memory of a browser; so
/// what does it ends when it is done. It gives way to everything else.
enum Resettling {
  /// Starts `dateline` with `arguments` and returns its process; nil where that fails.
  static func start(_ arguments: [String]) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (line, mode) in [
      (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_WRONLY), (STDERR_FILENO, O_WRONLY),
    ] {
      posix_spawn_file_actions_addopen(&actions, line, "/dev/null", mode, 0)
    }
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

  /// Waits until `process` ends.
  static func wait(for process: pid_t) {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
