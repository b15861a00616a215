/// How the independent parts of a piece of work are run: one after the other, or several at a time.
///
/// The model knows no threads; whoever has some lends them. What comes out is the same either way,
/// for every part has a place of its own for its result.
public struct Concurrency: Sendable {
  /// Calls a body with each number below a count, in any order, and returns when all are done.
  public typealias ForEach =
    @Sendable (
      _ count: Int, _ body: @escaping @Sendable (Int) -> Void
    ) -> Void

  private let forEach: ForEach

  /// One part after the other.
  public static let none = Concurrency { count, body in
    for part in 0..<count { body(part) }
  }

  /// Runs parts as `forEach` does.
  public init(_ forEach: @escaping ForEach) { self.forEach = forEach }

  /// What `body` makes of each number below `count`, in order; `grain` numbers are one part, enough
  /// that handing it out costs nothing beside it.
  public func map<Value: Sendable>(
    _ count: Int, grain: Int = 16, _ body: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    map(count, grain: grain, beside: [], body)
  }

  /// What `body` makes of the numbers below `count`, as many as `width` at a time, is handed to `take`
  /// in order: no more than twice that is held. While it is taken, the next is made.
  public func forEach<Value: Sendable>(
    _ count: Int, width: Int = 512, _ body: @escaping @Sendable (Int) -> Value,
    take: (Int, Value) -> Void
  ) {
    withoutActuallyEscaping(take) { take in
      // One part at a time calls it, and a round begins when the one before has ended.
      nonisolated(unsafe) let take = take
      var next = 0
      var made: [Value] = []
      while next < count || !made.isEmpty {
        let (start, last) = (next, made)
        made = map(
          min(width, count - start), grain: 16,
          beside: [
            { for (index, value) in last.enumerated() { take(start - last.count + index, value) } }
          ]
        ) { body(start + $0) }
        next += made.count
      }
    }
  }

  /// The same as `map`; the work `beside` is done too, at the same time.
  private func map<Value: Sendable>(
    _ count: Int, grain: Int, beside: [@Sendable () -> Void],
    _ body: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      nonisolated(unsafe) let start = buffer.baseAddress
      forEach(beside.count + (count + grain - 1) / grain) { part in
        guard part >= beside.count else { return beside[part]() }
        let first = (part - beside.count) * grain
        for index in first..<min(count, first + grain) {
          // Each index is written by one part alone.
          start?.advanced(by: index).initialize(to: body(index))
        }
      }
      initialized = count
    }
  }
}
