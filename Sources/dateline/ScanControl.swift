import DatelineStore
import Synchronization

/// Lets the loop pause and stop the reading of the folder.
final class ScanControl: Sendable {
  private struct State {
    var isPaused = false
    var isStopped = false
    /// Whether the reading waits to go on.
    var waits = false
  }

  private let state = Mutex(State())
  private let index = Mutex<CorpusIndex?>(nil)
  private let goesOn = Semaphore()

  /// Holds `index` open to the program's end: closing the queues under it would start threads that
  /// never rest again.
  func hold(_ index: CorpusIndex) { self.index.withLock { $0 = index } }

  func pause(_ isPaused: Bool) { change { $0.isPaused = isPaused } }

  func stop() { change { $0.isStopped = true } }

  private func change(_ body: (inout State) -> Void) {
    let wakes = state.withLock { state in
      body(&state)
      guard state.waits, state.isStopped || !state.isPaused else { return false }
      state.waits = false
      return true
    }
    if wakes { goesOn.signal() }
  }

  /// Waits, asleep, while the reading is paused; returns whether it is to go on.
  func mayGoOn() -> Bool {
    let waits = state.withLock { state in
      state.waits = state.isPaused && !state.isStopped
      return state.waits
    }
    if waits { goesOn.wait() }
    return state.withLock { !$0.isStopped }
  }
}
