import Glibc

/// Runs work beside the event loop on a thread of its own.
///
/// A thread and not a task: the pool under Swift's tasks keeps a timer of one second running for as
/// long as the program lives, and an idle browser must not wake.
enum BackgroundThread {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    let givesWay: Bool

    init(_ body: @escaping @Sendable () -> Void, givesWay: Bool) {
      self.body = body
      self.givesWay = givesWay
    }
  }

  /// Starts `body` and returns at once.
  ///
  /// - Parameters:
  ///   - givesWay: Whether the thread gives way to the one that answers keys. Threads that it
  ///     starts itself give way as it does.
  ///   - body: The work.
  static func start(givesWay: Bool = true, _ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body, givesWay: givesWay))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
        // On Linux this is the priority of the calling thread alone.
        if work.givesWay { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5) }
        work.body()
        return nil
      }, work.toOpaque())
    guard failure == 0 else {
      // No thread can be had: better late than never.
      work.takeRetainedValue().body()
      return
    }
    pthread_detach(thread)
  }
}
