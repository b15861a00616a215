/// The features of one decision, written to memory that is lent for it.
package struct FeatureList {
  /// How many features a decision may have.
  package static let capacity = 128

  private let room: UnsafeMutablePointer<UInt64>
  private var count = 0

  /// An empty list that writes to `room`, which has place for `capacity` features.
  @inline(__always)
  package init(_ room: UnsafeMutablePointer<UInt64>) { self.room = room }

  /// The features that `fill` adds, as an array: for training.
  package static func array(_ fill: (inout FeatureList) -> Void) -> [UInt64] {
    Array(unsafeUninitializedCapacity: capacity) { room, count in
      guard let start = room.baseAddress else { return }
      var list = FeatureList(start)
      fill(&list)
      count = list.count
    }
  }

  /// The features so far.
  @inline(__always)
  package var all: UnsafeBufferPointer<UInt64> { UnsafeBufferPointer(start: room, count: count) }

  /// Adds the feature of template number `template` with up to three values.
  @inline(__always)
  mutating func add(_ template: Int, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) {
    assert(count < Self.capacity, "a decision has fewer features")
    room[count] = FeatureHash(template, first, second, third).value
    count &+= 1
  }

  /// Adds the feature of template number `template` with up to three values, apart for each `side`
  /// (1 or 2) of the head that a word may stand on.
  @inline(__always)
  mutating func add(
    on side: UInt64, _ template: Int, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0
  ) {
    add(template, first, second, third &<< 2 | side)
  }
}
