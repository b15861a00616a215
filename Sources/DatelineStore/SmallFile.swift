internal import Glibc

/// Files that are read and written whole.
enum SmallFile {
  /// The bytes of the file at `path`; nil where it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0, errno != EINTR { return nil }
      if count > 0 { bytes += buffer[..<count] }
    }
  }

  /// Puts `bytes` in place of the file at `path`: written beside it and renamed, so that a kill at
  /// any moment leaves the old or the new one whole.
  static func replace(_ path: String, with bytes: [UInt8]) throws(StoreError) {
    let draft = path + ".new"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system(path: draft, code: errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let code = errno
        close(file)
        throw .system(path: draft, code: code)
      }
    }
    close(file)
    guard rename(draft, path) == 0 else { throw .system(path: path, code: errno) }
  }
}
