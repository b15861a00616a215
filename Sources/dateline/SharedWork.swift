import DatelineModel
import Synchronization

extension Concurrency {
  /// Runs parts on as many as `count` threads, the calling one among them.
  ///
  /// Threads are started for each piece of work, which takes less than a tenth of a millisecond.
  static func threads(_ count: Int) -> Concurrency {
    guard count > 1 else { return .none }
    return Concurrency { parts, body in
      let work = SharedWork(parts, body)
      let helpers = max(0, min(count, parts) - 1)
      for _ in 0..<helpers { BackgroundThread.start(givesWay: false) { work.help() } }
      work.run()
      for _ in 0..<helpers { work.waitForHelper() }
      work.end()
    }
  }
}

/// Parts of a piece of work that several threads take, each the next that nobody has.
private final class SharedWork: Sendable {
  private let parts: Int
  /// Written once more, at the end, when no thread looks at it.
  private nonisolated(unsafe) var body: (@Sendable (Int) -> Void)?
  private let next = Atomic(0)
  private let helped = Semaphore()

  init(_ parts: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.parts = parts
    self.body = body
  }

  /// Does parts until none is left.
  func run() {
    guard let body else { return }
    while true {
      let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard part < parts else { return }
      body(part)
    }
  }

  /// The same on a thread of its own.
  func help() {
    run()
    helped.signal()
  }

  /// Waits until one of the helping threads has nothing left to do.
  func waitForHelper() { helped.wait() }

  /// Lets go of the work when all is done: a helping thread may live on for a moment, and what the
  /// work holds must not.
  func end() { body = nil }
}
