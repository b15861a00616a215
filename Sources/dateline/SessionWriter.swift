import DatelineModel
import DatelineStore
import Synchronization

/// Writes the session beside the loop, so that no key waits for the disk.
///
/// While one session is written only the latest of those that come is kept for the next turn.
final class SessionWriter: Sendable {
  private struct State {
    var next: Session?
    var isWriting = false
  }

  private let state = Mutex(State())
  private let work = RunningWork()

  /// Writes `session` to `file` soon.
  func write(_ session: Session, to file: SessionFile) {
    let starts = state.withLock { state in
      state.next = session
      defer { state.isWriting = true }
      return !state.isWriting
    }
    guard starts else { return }
    work.start {
      while let session = self.take() {
        // A session that cannot be written is no reason to disturb the reader.
        try? file.write(session)
      }
    }
  }

  /// The session to be written next; nil where there is none, and the work ends.
  private func take() -> Session? {
    state.withLock { state in
      guard let next = state.next else {
        state.isWriting = false
        return nil
      }
      state.next = nil
      return next
    }
  }

  /// Waits until all is written.
  func finish() { work.finish() }
}
