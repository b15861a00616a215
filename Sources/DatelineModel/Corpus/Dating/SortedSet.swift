/// A small set as a sorted list: two are compared by going along both, without hashing.
struct SortedSet<Element: Comparable & Hashable & Sendable>: Hashable, Sendable {
  private let elements: [Element]

  /// Makes a set of `elements`, in any order and with repetitions.
  init(_ elements: some Sequence<Element>) {
    var sorted: [Element] = []
    for element in elements.sorted() where element != sorted.last { sorted.append(element) }
    self.elements = sorted
  }

  /// Whether an element is in the set. Cost: a binary search.
  func contains(_ element: Element) -> Bool {
    let place = elements.partitioningIndex { $0 >= element }
    return place < elements.count && elements[place] == element
  }

  /// Whether nothing is in both.
  func isDisjoint(with other: SortedSet) -> Bool {
    var isDisjoint = true
    forEachCommon(other) { _ in isDisjoint = false }
    return isDisjoint
  }

  /// Calls `body` with what is in both, in order. Cost: linear in both.
  func forEachCommon(_ other: SortedSet, _ body: (Element) -> Void) {
    var (left, right) = (0, 0)
    while left < elements.count, right < other.elements.count {
      let (one, two) = (elements[left], other.elements[right])
      if one == two { body(one) }
      if one <= two { left += 1 }
      if two <= one { right += 1 }
    }
  }
}

extension SortedSet: RandomAccessCollection {
  /// The first position is 0.
  var startIndex: Int { 0 }
  /// The number of elements.
  var endIndex: Int { elements.count }
  /// The element at a position, in order.
  subscript(position: Int) -> Element { elements[position] }
}
