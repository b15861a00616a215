internal import Glibc

/// Cuts chunks of bytes into lines and keeps no more than one line that is not yet whole.
struct LineBuffer: Sendable {
  /// One line without its end.
  enum Line: Equatable {
    case whole(ArraySlice<UInt8>)
    /// The line was longer than the limit and was dropped.
    case tooLong
  }

  private let limit: Int
  private var bytes: [UInt8] = []
  private var start = 0
  /// Up to where no line end was found, so that a long line is searched once.
  private var searched = 0
  private var isDropping = false
  private var hasEnded = false

  /// Makes a buffer for lines of at most `limit` bytes.
  init(limit: Int) { self.limit = limit }

  /// Adds bytes that follow those added before.
  mutating func append(_ chunk: [UInt8]) {
    if start > 0 {
      bytes.removeFirst(start)
      searched -= start
      start = 0
    }
    bytes += chunk
  }

  /// Says that no more bytes follow: what is left is a line too.
  mutating func finish() { hasEnded = true }

  /// The next line; nil where more bytes are needed or none is left.
  mutating func next() -> Line? {
    if let end = nextLineEnd() {
      let line = bytes[start..<end]
      start = end + 1
      searched = start
      return settle(line)
    }
    if bytes.count - start > limit {
      isDropping = true
      bytes.removeAll(keepingCapacity: true)
      start = 0
      searched = 0
    }
    guard hasEnded, start < bytes.count || isDropping else { return nil }
    let line = bytes[start...]
    start = bytes.count
    searched = start
    return settle(line)
  }

  private mutating func settle(_ line: ArraySlice<UInt8>) -> Line {
    defer { isDropping = false }
    if isDropping || line.count > limit { return .tooLong }
    return .whole(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
  }

  private mutating func nextLineEnd() -> Int? {
    let found = bytes.withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress, searched < buffer.count,
        let hit = memchr(base + searched, 0x0A, buffer.count - searched)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
    if found == nil { searched = bytes.count }
    return found
  }
}
