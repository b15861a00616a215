import Glibc

/// Writes data to standard output and messages to standard error, by write(2).
enum StandardOutput {
  /// Writes all of `bytes`.
  ///
  /// A reader that went away ends the program quietly, as it does every filter.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes `text` and a line end.
  static func line(_ text: String) { write(Array((text + "\n").utf8)) }

  /// Writes a message for the user to standard error.
  static func message(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to file: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written > 0 {
          rest = rest.dropFirst(written)
        } else if errno != EINTR {
          exit(file == STDOUT_FILENO && errno == EPIPE ? 0 : 3)
        }
      }
    }
  }
}
