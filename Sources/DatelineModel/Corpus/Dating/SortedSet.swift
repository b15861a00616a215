/// A small set as a sorted list.
struct SortedSet<Element: Comparable & Hashable & Sendable>: Hashable, Sendable {
  private let elements: [Element]

  /// Makes a set of `elements`, in any order and with repetitions.
  init(_ elements: some Sequence<Element>) {
    var sorted: [Element] = []
    for element in elements.sorted() where element != sorted.last { sorted.append(element) }
    self.elements = sorted
  }
}

extension SortedSet: SortedList {
  /// The first position is 0.
  var startIndex: Int { 0 }
  /// The number of elements.
  var endIndex: Int { elements.count }
  /// The element at a position, in order.
  subscript(position: Int) -> Element { elements[position] }
}
