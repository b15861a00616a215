internal import Glibc

/// A file that is open for reading, or standard input; closed when it goes out of scope.
struct InputFile: ~Copyable, Sendable {
  private let descriptor: Int32
  /// The path, for messages.
  let path: String
  /// The size when it was opened; nil for pipes.
  let size: Int?

  /// Opens `file`. Pipes and devices are opened only where the user named them.
  init(opening file: SourceFile) throws(ReadingError) {
    path = file.path
    guard !file.isStandardInput else {
      descriptor = STDIN_FILENO
      size = nil
      return
    }
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (file.isNamed ? 0 : O_NONBLOCK)
    descriptor = file.systemPath.withCString { open($0, flags) }
    guard descriptor >= 0 else { throw .failed(path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .failed(path, code: code)
    }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    guard isRegular || (file.isNamed && status.st_mode & S_IFMT != S_IFDIR) else {
      close(descriptor)
      throw .notRegular(path: path)
    }
    size = isRegular ? Int(status.st_size) : nil
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// Reads up to `count` bytes; none at the end.
  func read(upTo count: Int) throws(ReadingError) -> [UInt8] {
    var code: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var got = -1
      repeat {
        got = Glibc.read(descriptor, buffer.baseAddress, count)
      } while got < 0 && errno == EINTR
      if got < 0 { code = errno }
      filled = max(got, 0)
    }
    guard code == 0 else { throw .failed(path, code: code) }
    return chunk
  }

  /// Reads what is left, up to `limit` bytes in all with `start`, which was read before.
  ///
  /// The size is not trusted: a file may grow or shrink while it is read.
  func readRest(after start: [UInt8], limit: Int) throws(ReadingError) -> [UInt8] {
    var bytes = start
    if let size { bytes.reserveCapacity(min(size, limit) + 1) }
    while true {
      let chunk = try read(upTo: 1 << 18)
      guard !chunk.isEmpty else { return bytes }
      bytes += chunk
      guard bytes.count <= limit else {
        throw .tooLarge(path: path, bytes: max(size ?? 0, bytes.count), limit: limit)
      }
    }
  }
}
