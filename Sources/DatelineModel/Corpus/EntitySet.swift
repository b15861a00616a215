/// A set of entities by their numbers, in order.
///
/// Mostly one to five: a sorted array of them takes a third of the memory of a hash table, and is
/// searched and intersected faster. An empty one takes none.
struct EntitySet: Hashable, Sendable {
  private var numbers: [Int32] = []

  /// Makes an empty set.
  init() {}

  /// Makes a set of `entities`, in any order and with repetitions.
  init(_ entities: some Sequence<Int>) {
    for entity in entities { insert(entity) }
  }

  /// Adds an entity.
  mutating func insert(_ entity: Int) {
    let number = Int32(entity)
    let place = numbers.partitioningIndex { $0 >= number }
    if place == numbers.count || numbers[place] != number { numbers.insert(number, at: place) }
  }

  /// Adds all of another set.
  mutating func formUnion(_ other: some Sequence<Int>) {
    for entity in other { insert(entity) }
  }

  /// What is in either.
  func union(_ other: some Sequence<Int>) -> EntitySet {
    var union = self
    union.formUnion(other)
    return union
  }

  /// What is in both.
  func intersection(_ other: EntitySet) -> EntitySet {
    var common = EntitySet()
    forEachCommon(other) { common.numbers.append(Int32($0)) }
    return common
  }

  /// What is in this set and not in the other.
  func subtracting(_ other: EntitySet) -> EntitySet {
    guard !isEmpty, !other.isEmpty else { return self }
    var rest = EntitySet()
    rest.numbers = numbers.filter { !other.contains(Int($0)) }
    return rest
  }
}

extension EntitySet: SortedList {
  /// The first position is 0.
  var startIndex: Int { 0 }
  /// The number of entities.
  var endIndex: Int { numbers.count }
  /// The entity at a position, in order.
  subscript(position: Int) -> Int { Int(numbers[position]) }
}
