/// The 64-bit name of one feature: a template's number and the values that fill it.
///
/// Features are never kept as strings. Two features that hash alike share their weights; with 64
/// bits in training and at least 32 in a `WeightTable` that is rarer than a misprint in the data.
///
/// ```swift
/// let word = FeatureHash.bytes(text.bytes, token.span.range)
/// features.append(FeatureHash(1).with(word).value)                // the word
/// features.append(FeatureHash(2).with(word).with(previous).value) // the word and the one before
/// ```
public struct FeatureHash: Hashable, Sendable {
  /// The hash, as the perceptron and the weight table take it.
  public let value: UInt64

  /// The feature of template number `template`, not yet filled. A template needs a number of its
  /// own within one model.
  @inlinable @inline(__always)
  public init(_ template: Int) {
    value = Self.mix(UInt64(truncatingIfNeeded: template) &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// The feature of template number `template` filled with up to three values, by one mixing: the
  /// quick way for models with many templates. Values that are small numbers are welcome.
  @inlinable @inline(__always)
  public init(_ template: Int, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) {
    let spread =
      first &* 0x9E37_79B9_7F4A_7C15 ^ (second &* 0xC2B2_AE3D_27D4_EB4F) << 1
      ^ (third &* 0xD6E8_FEB8_6659_FD93) << 2
    value = Self.mix(spread &+ UInt64(truncatingIfNeeded: template) &* 0xA24B_AED4_963E_E407)
  }

  @usableFromInline @inline(__always)
  init(value: UInt64) { self.value = value }

  /// The feature with one more value. The order of the values counts.
  @inlinable @inline(__always)
  public func with(_ part: UInt64) -> FeatureHash {
    FeatureHash(value: Self.mix(value ^ part &* 0xC2B2_AE3D_27D4_EB4F))
  }

  /// The feature with one more small value: a label, a length, a class.
  @inlinable @inline(__always)
  public func with(_ part: Int) -> FeatureHash {
    with(UInt64(truncatingIfNeeded: part) &+ 0x51)
  }

  /// The hash of the bytes at `range`. Cost: linear in their number.
  @inlinable
  public static func bytes(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return mix(hash)
  }

  /// The hash of the bytes at `range` with ASCII capitals made small.
  @inlinable
  public static func lowered(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range {
      let byte = bytes[index]
      hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    return mix(hash)
  }

  /// A multiply and two folds, so that the high bits (bucket) and the low bits (check) are both
  /// good.
  @inlinable @inline(__always)
  package static func mix(_ value: UInt64) -> UInt64 {
    let folded = (value ^ (value >> 32)) &* 0x9FB2_1C65_1E98_DF25
    return folded ^ (folded >> 29)
  }
}
