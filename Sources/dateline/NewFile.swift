import Glibc

/// A file that the user asked for by name: never one that is there already.
enum NewFile {
  /// Why there is none.
  struct Failure: Error {
    /// The file, the reason and what to do, in one line.
    var text: String
  }

  /// Writes `text` into a new file at `path`, in which "~/" stands for the home folder.
  static func write(_ text: String, to path: String) throws(Failure) {
    var path = path
    if path.hasPrefix("~/"), let home = environment("HOME") { path = home + path.dropFirst() }
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw Failure(
        text: errno == EEXIST
          ? "\(path) is there already; choose another name"
          : "\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let reason = String(cString: strerror(errno))
        unlink(path)
        throw Failure(text: "\(path): \(reason)")
      }
      rest = rest.dropFirst(written)
    }
  }
}
