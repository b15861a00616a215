internal import Synchronization

/// The readers of a network that are not at work: each thread takes one, and puts it back.
///
/// A reader has 4 MB of memory and knows the words that it saw; to make one for each article would
/// cost more than a short article does. There are never more than threads were at work at once.
final class NetworkReaders: Sendable {
  private let network: SyntaxNetwork
  private let idle = Mutex<[Reader]>([])

  /// One thread has it at a time.
  private struct Reader: @unchecked Sendable {
    let reader: NetworkReader
  }

  /// Makes the place for readers of `network`; none is made yet.
  init(_ network: SyntaxNetwork) { self.network = network }

  /// Calls `body` with a reader that nobody else has meanwhile.
  func withReader<Result>(_ body: (NetworkReader) -> Result) -> Result {
    let reader = idle.withLock { $0.popLast() } ?? Reader(reader: NetworkReader(network))
    defer { idle.withLock { $0.append(reader) } }
    return body(reader.reader)
  }
}
