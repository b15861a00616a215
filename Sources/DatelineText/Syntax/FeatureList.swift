extension [UInt64] {
  /// Adds the feature of template number `template` with up to three values.
  @inline(__always)
  mutating func add(_ template: Int, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) {
    append(FeatureHash(template, first, second, third).value)
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
