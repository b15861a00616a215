import DatelineModel
import DatelineStore
import DatelineText
import Glibc
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
  private let turn = Mutex<Bool>(false)
  private let kept = Mutex<(count: Int, articles: String)?>(nil)
  private let resettling = Mutex<(process: pid_t?, stamp: SnapshotStamp?)>((nil, nil))
  private let fresh = Mutex(FreshArticles())
  private let shown = Mutex<CorpusSnapshot?>(nil)
  private let showing = Mutex<Bool>(false)
  private let changes = Mutex<FolderChange?>(nil)

  /// The index that is held open.
  var held: CorpusIndex? { index.withLock { $0 } }

  /// Does `work` when nobody else reads the folder: two would write the same to the index.
  func inTurn(_ work: () -> Void) { turn.withLock { _ in work() } }

  /// Notes that everything was read, that the browser holds all of these articles, and what stands
  /// for them in the index; nil when files have changed.
  func keeps(_ articles: (count: Int, articles: String)?) { kept.withLock { $0 = articles } }

  /// What stands for a corpus of so many articles in the index; nil where it is not everything.
  func fingerprint(of count: Int) -> String? {
    kept.withLock { kept in kept?.count == count && count > 0 ? kept?.articles : nil }
  }

  /// The snapshot that the browser shows, by itself or with articles that came after it.
  var shownSnapshot: CorpusSnapshot? { shown.withLock { $0 } }

  /// Notes what the browser shows.
  func shows(_ snapshot: CorpusSnapshot) { shown.withLock { $0 = snapshot } }

  /// Does `work`, which shows something, when nobody else does: what was shown last is the newest.
  func inShow(_ work: () -> Void) { showing.withLock { _ in work() } }

  /// What changed since the browser began, and is otherwise in `snapshot`; `articles` are added to it,
  /// and those in files of the names `gone` taken out. Says too whether that changed anything.
  func fresh(
    adding articles: [AnnotatedArticle], without gone: Set<String> = [],
    besides snapshot: CorpusSnapshot
  ) -> (fresh: FreshArticles, isNews: Bool) {
    fresh.withLock { fresh in
      let known = fresh
      fresh.add(articles, without: gone)
      fresh.forget(in: snapshot)
      return (fresh, fresh != known)
    }
  }

  /// Notes what changed in the folder; returns whether nobody is to look at changes yet.
  func awaits(_ change: FolderChange) -> Bool {
    changes.withLock { changes in
      let isFirst = changes == nil
      changes = changes ?? .files([])
      changes?.formUnion(change)
      return isFirst
    }
  }

  /// What changed since this was asked before.
  func takeChanges() -> FolderChange {
    changes.withLock { changes in
      defer { changes = nil }
      return changes ?? .files([])
    }
  }

  /// Whether the user lets the reading wait.
  var isPaused: Bool { state.withLock { $0.isPaused } }

  /// Starts another process by `start` unless one is at work; returns it where it was started. None
  /// is started twice for the same: the first may have failed.
  func resettle(for stamp: SnapshotStamp?, _ start: () -> Resettling?)
    -> (process: Resettling?, isAtWork: Bool)
  {
    resettling.withLock { state in
      guard state.process == nil else { return (nil, true) }
      guard let stamp, state.stamp != stamp else { return (nil, false) }
      let started = start()
      state = (started?.process, stamp)
      return (started, started != nil)
    }
  }

  /// Notes that the other process has ended.
  func endResettling() { resettling.withLock { $0.process = nil } }

  /// Ends the other process, for nobody waits for it any more.
  func stopResettling() {
    if let process = resettling.withLock({ $0.process }) { kill(process, SIGTERM) }
  }

  /// Holds `index` open to the program's end: closing the queues under it would start threads that
  /// never rest again.
  func hold(_ index: CorpusIndex) { self.index.withLock { $0 = index } }

  func pause(_ isPaused: Bool) { change { $0.isPaused = isPaused } }

  func stop() { change { $0.isStopped = true } }

  /// Lets a reading begin after an earlier one was stopped.
  func begin() { change { $0.isStopped = false } }

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
