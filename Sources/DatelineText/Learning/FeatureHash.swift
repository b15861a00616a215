/// The 64-bit name of one feature: a template's number and the values that fill it.
///
/// Features are never kept as strings. Two features that hash alike share their weights, which is
/// rarer than a misprint in the data.
///
/// ```swift
/// features.append(FeatureHash(1, word).value)            // the word
/// features.append(FeatureHash(2, word, previous).value)  // the word and the one before
/// ```
public struct FeatureHash: Hashable, Sendable {
  /// The hash.
  public let value: UInt64

  /// The feature of template number `template`, which has no values. A template needs a number of
  /// its own within one model.
  @inlinable @inline(__always)
  public init(_ template: Int) {
    value = Self.mix(UInt64(truncatingIfNeeded: template) &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// The feature of template number `template` filled with up to three values, by one mixing. Values
  /// that are small numbers are welcome.
  @inlinable @inline(__always)
  public init(_ template: Int, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) {
    let spread =
      first &* 0x9E37_79B9_7F4A_7C15 ^ (second &* 0xC2B2_AE3D_27D4_EB4F) << 1
      ^ (third &* 0xD6E8_FEB8_6659_FD93) << 2
    value = Self.mix(spread &+ UInt64(truncatingIfNeeded: template) &* 0xA24B_AED4_963E_E407)
  }

  /// A multiply and two folds, so that the high bits (where to look) and the low bits (check) are
  /// both good.
  @inlinable @inline(__always)
  package static func mix(_ value: UInt64) -> UInt64 {
    let folded = (value ^ (value >> 32)) &* 0x9FB2_1C65_1E98_DF25
    return folded ^ (folded >> 29)
  }
}
