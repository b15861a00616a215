/// A list in order without repetitions: two are compared by going along both, without hashing.
protocol SortedList<Element>: RandomAccessCollection where Element: Comparable, Index == Int {}

extension SortedList {
  /// Whether an element is in the list. Cost: a binary search.
  func contains(_ element: Element) -> Bool {
    let place = partitioningIndex { $0 >= element }
    return place < endIndex && self[place] == element
  }

  /// Whether nothing is in both.
  func isDisjoint(with other: Self) -> Bool {
    var isDisjoint = true
    walkCommon(other) { _ in
      isDisjoint = false
      return false
    }
    return isDisjoint
  }

  /// Calls `body` with what is in both, in order. Cost: linear in both.
  func forEachCommon(_ other: Self, _ body: (Element) -> Void) {
    walkCommon(other) {
      body($0)
      return true
    }
  }
}

extension RandomAccessCollection where Element: Comparable, Index == Int {
  /// Calls `body` with what is in this sorted list and in another, in order, until it returns false.
  /// Cost: linear in both.
  func walkCommon(_ other: some SortedList<Element>, while body: (Element) -> Bool) {
    var (left, right) = (startIndex, other.startIndex)
    while left < endIndex, right < other.endIndex {
      let (one, two) = (self[left], other[right])
      if one == two, !body(one) { return }
      if one <= two { left += 1 }
      if two <= one { right += 1 }
    }
  }
}
