import DatelineStore

/// Stores changes in an index beside the work that makes them, a batch at a time.
///
/// While one batch is written the next is gathered. Once a batch could not be stored, nothing more
/// is tried: the articles are read without an index then.
struct IndexWriter {
  private let index: CorpusIndex
  private var batch: [IndexChange] = []
  private let thread = WorkerThreads(1)
  private var writing: Outcome<StoreError?>?
  /// Why nothing is stored any more.
  private(set) var error: StoreError?

  /// Changes in a batch: a second's work, which a kill may lose, and few enough to hold in memory.
  private static let batchSize = 256

  /// Makes a writer that stores in `index`.
  init(_ index: CorpusIndex) { self.index = index }

  /// Takes a change; waits only while the batch before the last is still being written.
  mutating func add(_ change: IndexChange) {
    guard error == nil else { return }
    batch.append(change)
    if batch.count >= Self.batchSize { write() }
  }

  /// Stores what is left.
  mutating func flush() {
    write()
    finishWriting()
  }

  private mutating func write() {
    finishWriting()
    guard error == nil, !batch.isEmpty else { return }
    let (index, changes) = (index, batch)
    batch.removeAll(keepingCapacity: true)
    writing = thread.start {
      do throws(StoreError) {
        try index.store(changes)
        return nil
      } catch {
        return error
      }
    }
  }

  private mutating func finishWriting() {
    if let writing, let failure = writing.wait() { error = failure }
    writing = nil
  }
}
