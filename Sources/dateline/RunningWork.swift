import Synchronization

/// Work beside the loop whose end somebody may wait for.
final class RunningWork: Sendable {
  private struct State {
    /// How many pieces are being done.
    var running = 0
    /// Whether somebody waits for the last one.
    var isAwaited = false
  }

  private let state = Mutex(State())
  private let isDone = Semaphore()

  /// Starts `body` on a thread of its own and returns at once.
  func start(_ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.running += 1 }
    BackgroundThread.start {
      body()
      self.state.withLock { state in
        state.running -= 1
        guard state.running == 0, state.isAwaited else { return }
        state.isAwaited = false
        self.isDone.signal()
      }
    }
  }

  /// Waits until all is done that was started before.
  func finish() {
    let waits = state.withLock { state in
      state.isAwaited = state.running > 0
      return state.isAwaited
    }
    if waits { isDone.wait() }
  }
}
