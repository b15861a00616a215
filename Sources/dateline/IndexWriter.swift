import DatelineStore

/// Stores changes in an index beside the work that makes them, a batch at a time.
///
/// While one batch is written the next is gathered. Once a batch could not be stored, nothing more
/// is tried: the articles are read without an index then.
struct IndexWriter {
  private let index: CorpusIndex
  private var batch: [IndexChange] = []
  private var writing: Task<StoreError?, Never>?
  /// Why nothing is stored any more.
  private(set) var error: StoreError?

  /// Changes in a batch: a second's work, which a kill may lose, and few enough to hold in memory.
  private static let batchSize = 256

  /// Makes a writer that stores in `index`.
  init(_ index: CorpusIndex) { self.index = index }

  /// Takes a change; waits only while the batch before the last is still being written.
  mutating func add(_ change: IndexChange) async {
    guard error == nil else { return }
    batch.append(change)
    if batch.count >= Self.batchSize { await write() }
  }

  /// Stores what is left.
  mutating func flush() async {
    await write()
    await finishWriting()
  }

  private mutating func write() async {
    await finishWriting()
    guard error == nil, !batch.isEmpty else { return }
    let (index, changes) = (index, batch)
    batch.removeAll(keepingCapacity: true)
    writing = Task {
      do throws(StoreError) {
        try index.store(changes)
        return nil
      } catch {
        return error
      }
    }
  }

  private mutating func finishWriting() async {
    if let failure = await writing?.value { error = failure }
    writing = nil
  }
}
