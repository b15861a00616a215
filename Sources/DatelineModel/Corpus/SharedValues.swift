/// Gives equal values one place in memory: of a million lists of speakers most are the same few.
struct SharedValues<Value: Hashable> {
  private var known: Set<Value> = []

  /// The value that came first among those equal to `value`.
  mutating func shared(_ value: Value) -> Value { known.insert(value).memberAfterInsert }
}
