import Glibc
import Synchronization

/// Runs pieces of work on threads of its own, several at a time, in the order in which they came.
///
/// Threads and not tasks: the pool under Swift's tasks keeps a timer of one second running for as
/// long as the program lives, and an idle browser must not wake. The threads end when the last
/// copy of the value that holds them is gone and the work is done.
struct WorkerThreads: Sendable {
  private let queue: Queue?

  /// Starts `count` threads; with none the work is done by whoever asks for it.
  init(_ count: Int) {
    guard count > 0 else {
      queue = nil
      return
    }
    let work = WorkQueue()
    for _ in 0..<count { BackgroundThread.start(givesWay: false) { work.run() } }
    queue = Queue(work: work, threads: count)
  }

  /// Starts on `body` and returns at once; the outcome can be waited for.
  func start<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Outcome<Value> {
    let outcome = Outcome<Value>()
    guard let queue else {
      outcome.set(body())
      return outcome
    }
    queue.work.add { outcome.set(body()) }
    return outcome
  }

  /// Lets the threads end when nobody can ask for work any more.
  private final class Queue: Sendable {
    let work: WorkQueue
    private let threads: Int

    init(work: WorkQueue, threads: Int) {
      self.work = work
      self.threads = threads
    }

    deinit { for _ in 0..<threads { work.add(nil) } }
  }
}

/// What a thread is making: waits until it is there.
final class Outcome<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isThere = Semaphore()

  fileprivate init() {}

  fileprivate func set(_ value: Value) {
    self.value.withLock { $0 = value }
    isThere.signal()
  }

  /// The value; waits until it is made. May be called again and by several threads.
  func wait() -> Value {
    while true {
      isThere.wait()
      isThere.signal()
      if let value = value.withLock({ $0 }) { return value }
    }
  }
}

/// Work that waits for a thread; nil ends the thread that takes it.
private final class WorkQueue: Sendable {
  private let waiting = Mutex<[(@Sendable () -> Void)?]>([])
  private let count = Semaphore()

  func add(_ work: (@Sendable () -> Void)?) {
    waiting.withLock { $0.append(work) }
    count.signal()
  }

  func run() {
    while true {
      count.wait()
      guard let work = waiting.withLock({ $0.removeFirst() }) else { return }
      work()
    }
  }
}

/// A counter that threads wait for without turning.
final class Semaphore: Sendable {
  /// The operations on it are made for being called from any thread.
  private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  /// Lets one waiting thread go on, or the next that comes.
  func signal() { sem_post(semaphore) }

  /// Waits for a signal.
  func wait() { while sem_wait(semaphore) != 0, errno == EINTR {} }
}
