import DatelineModel
import Synchronization

/// Writes reports beside the loop; a report that was asked for is finished before the program ends.
final class ReportWriter: Sendable {
  private struct State {
    /// How many reports are being written.
    var running = 0
    /// Whether somebody waits for the last one.
    var isAwaited = false
  }

  private let state = Mutex(State())
  private let isDone = Semaphore()

  /// Writes a report into a new file at `path`, and says what became of it.
  func write(
    _ contents: ReportContents, of corpus: Corpus, to path: String,
    then say: @escaping @Sendable (Notice) -> Void
  ) {
    state.withLock { $0.running += 1 }
    BackgroundThread.start {
      do throws(NewFile.Failure) {
        try NewFile.write(ReportExport(corpus, contents).markdown, to: path)
        say(Notice("report of \(counted(contents.events.count, "event")) in \(path)"))
      } catch {
        say(Notice("no report: \(error.text)", tone: .error))
      }
      self.state.withLock { state in
        state.running -= 1
        if state.running == 0, state.isAwaited { self.isDone.signal() }
      }
    }
  }

  /// Waits until all are written.
  func finish() {
    let waits = state.withLock { state in
      state.isAwaited = state.running > 0
      return state.isAwaited
    }
    if waits { isDone.wait() }
  }
}
