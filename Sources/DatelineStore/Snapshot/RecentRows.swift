internal import Synchronization

/// The rows of a stored table that were made last: those on the screen are asked for again with
/// every frame.
///
/// Safe to share, for it is guarded. Cost: a look at so many numbers as rows are kept.
final class RecentRows<Row: Sendable>: Sendable {
  private struct Kept {
    var numbers: [Int] = []
    var rows: [Row] = []
    /// Which of them is replaced next.
    var next = 0
  }

  private let kept = Mutex(Kept())
  private let limit: Int

  /// Keeps as many as `limit` rows.
  init(limit: Int) { self.limit = limit }

  /// The row of this number; made by `make` where it is not kept.
  func row(_ number: Int, _ make: () -> Row) -> Row {
    let known = kept.withLock { kept in
      kept.numbers.firstIndex(of: number).map { kept.rows[$0] }
    }
    if let known { return known }
    let row = make()
    kept.withLock { kept in
      if kept.rows.count < limit {
        kept.numbers.append(number)
        kept.rows.append(row)
      } else {
        kept.numbers[kept.next] = number
        kept.rows[kept.next] = row
        kept.next = (kept.next + 1) % limit
      }
    }
    return row
  }
}
