import Glibc

/// Writes files by write(2).
struct FileOutput: ~Copyable {
  /// Why a file could not be written.
  struct Failure: Error, CustomStringConvertible {
    var path: String
    var code: Int32

    var description: String { "\(path): \(String(cString: strerror(code)))" }
  }

  private let descriptor: Int32
  private let path: String

  /// Opens the file at `path` in place of what was there; "-" is standard output.
  init(_ path: String) throws(Failure) {
    self.path = path
    descriptor =
      path == "-" ? STDOUT_FILENO : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
  }

  deinit { if descriptor != STDOUT_FILENO { close(descriptor) } }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        throw Failure(path: path, code: errno)
      }
    }
  }

  /// Writes the file at `path`, with the folders above it.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do throws(Failure) {
      try FileOutput(path).write(bytes)
    } catch  where error.code == ENOENT {
      try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      try FileOutput(path).write(bytes)
    }
  }

  /// Makes the folder at `path` and those above it.
  static func makeFolder(_ path: String) throws(Failure) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part
      if mkdir(prefix, 0o755) != 0, errno != EEXIST { throw Failure(path: prefix, code: errno) }
      prefix += "/"
    }
  }
}
