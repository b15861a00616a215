import Glibc

/// Why a file could not be opened or read.
struct FileFailure: Error {
  var code: Int32
}

/// A file whose bytes are at hand without being held: mapped into memory where that is possible,
/// read whole where it is a pipe.
///
/// A class, for the mapping ends with its last user. Safe to share: the bytes never change here.
final class MappedFile: Sendable {
  private let read: [UInt8]
  private let address: UInt
  private let count: Int

  /// Opens the file at `path`; "-" is standard input.
  init(_ path: String) throws(FileFailure) {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(code: errno) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let mapped = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      mapped != MAP_FAILED
    {
      address = UInt(bitPattern: mapped)
      count = Int(status.st_size)
      read = []
    } else {
      read = try Self.readAll(descriptor)
      address = 0
      count = read.count
    }
  }

  deinit {
    if address != 0 { munmap(UnsafeMutableRawPointer(bitPattern: address), count) }
  }

  /// The bytes of `range`.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    guard let start = UnsafeRawPointer(bitPattern: address) else { return Array(read[range]) }
    return Array(UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count))
  }

  /// Where the lines stand, without their ends; empty lines are left out.
  func lines() -> [Range<Int>] {
    guard let start = UnsafeRawPointer(bitPattern: address) else {
      return read.withUnsafeBytes(Self.lines)
    }
    return Self.lines(UnsafeRawBufferPointer(start: start, count: count))
  }

  private static func lines(_ bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end > start { lines.append(start..<end) }
      start = end + 1
    }
    return lines
  }

  private static func readAll(_ descriptor: Int32) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        throw FileFailure(code: errno)
      }
    }
  }
}
