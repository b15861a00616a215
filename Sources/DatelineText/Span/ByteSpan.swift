/// A half-open range of UTF-8 byte offsets into the text of one article.
///
/// Spans are the program's only way of pointing at text: every derived fact holds one. Offsets are
/// 32-bit, so an article's text may have at most 4 GiB.
public struct ByteSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var lower: UInt32
  /// The offset just past the last byte.
  public var upper: UInt32

  /// Makes the span of bytes `lower ..< upper`.
  public init(_ lower: Int, _ upper: Int) {
    precondition(0 <= lower && lower <= upper, "a span runs forwards from a valid offset")
    self.lower = UInt32(lower)
    self.upper = UInt32(upper)
  }

  /// The span as a range of array indices.
  public var range: Range<Int> { Int(lower)..<Int(upper) }

  /// The number of bytes covered.
  public var count: Int { Int(upper - lower) }

  /// Whether no byte is covered.
  public var isEmpty: Bool { lower == upper }

  /// Whether `other` lies wholly inside this span.
  public func contains(_ other: ByteSpan) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Whether the byte at `offset` lies inside this span.
  public func contains(_ offset: Int) -> Bool { range.contains(offset) }

  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: ByteSpan) -> Bool {
    lower < other.upper && other.lower < upper
  }

  /// The smallest span that covers both.
  public func union(_ other: ByteSpan) -> ByteSpan {
    ByteSpan(Int(min(lower, other.lower)), Int(max(upper, other.upper)))
  }
}

extension ByteSpan: Comparable {
  /// Orders by start, then the longer span first, so that an outer span comes before its parts.
  public static func < (left: ByteSpan, right: ByteSpan) -> Bool {
    left.lower != right.lower ? left.lower < right.lower : left.upper > right.upper
  }
}
