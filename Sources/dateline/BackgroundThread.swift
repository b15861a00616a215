import Glibc

/// Runs work beside the event loop on a thread of its own.
///
/// A thread and not a task: the pool under Swift's tasks keeps a timer of one second running for as
/// long as the program lives, and an idle browser must not wake.
enum BackgroundThread {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts `body` and returns at once. The thread gives way to the one that answers keys.
  static func start(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        // On Linux this is the priority of the calling thread alone.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
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
