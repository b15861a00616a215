import CDatelineData

/// The trained weights of the name tagger: one byte for each feature and tag, in a hash table whose
/// buckets are cache lines.
///
/// A bucket of 64 bytes holds four features: four 16-bit fingerprints, four rows of 13 bytes, and
/// for each row how many bits its weights are shifted, so that strong features keep their strength
/// and weak ones their precision.
/// A feature that training pruned is met by its fingerprint with odds of about 10⁻⁴.
package struct NameWeights: Sendable {
  /// Bytes before the first bucket: magic, number of buckets, initial scores, transitions.
  package static let headerSize = 64 * 16
  /// Bytes of one bucket.
  package static let bucketSize = 64
  /// The offset of the shifts in a bucket.
  package static let shifts = 8 + 4 * NameTag.count
  /// Features in one bucket.
  package static let bucketCount = 4
  /// The first bytes of a file of weights.
  package static let magic: UInt32 = 0x314D_4E44

  /// Safe to share: the bytes are constants of the program, or outlive the value by contract, and
  /// nothing writes to them.
  nonisolated(unsafe) private let bytes: UnsafeRawBufferPointer
  private let buckets: UInt64
  /// Scores of tag after tag.
  package let decoder: NameDecoder

  /// The embedded weights.
  package static let embedded = NameWeights(
    UnsafeRawBufferPointer(
      start: dateline_weights_names().bytes, count: dateline_weights_names().count))

  /// Makes weights of the bytes of a file, which must outlive them; bytes that are no such file
  /// make weights that are all zero.
  package init(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= NameWeights.headerSize,
      bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self) == NameWeights.magic
    else {
      self.bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      buckets = 0
      decoder = NameDecoder()
      return
    }
    let count = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    precondition(
      bytes.count == NameWeights.headerSize + count * NameWeights.bucketSize,
      "a file of weights is as long as its header says")
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes[NameWeights.headerSize...])
    buckets = UInt64(count)
    func scores(_ row: Int) -> NameDecoder.Scores {
      var result = NameDecoder.Scores.zero
      for tag in 0..<NameTag.count {
        let offset = 64 + (row * NameTag.count + tag) * 4
        result[tag] = bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)
      }
      return result
    }
    decoder = NameDecoder(
      transitions: (1...NameTag.count).map(scores), initial: scores(0))
  }

  /// Adds the weights of the feature `hash` to `scores`.
  @inline(__always)
  package func add(_ hash: UInt64, to scores: inout SIMD16<Int16>) {
    guard buckets > 0 else { return }
    let bucket = Int(truncatingIfNeeded: ((hash >> 32) &* buckets) >> 32) * NameWeights.bucketSize
    let marks = bytes.loadUnaligned(fromByteOffset: bucket, as: SIMD4<UInt16>.self)
    let isHit = marks .== SIMD4(repeating: UInt16(truncatingIfNeeded: hash))
    guard any(isHit) else { return }
    let slot = isHit[0] ? 0 : isHit[1] ? 1 : isHit[2] ? 2 : 3
    let row = bytes.loadUnaligned(
      fromByteOffset: bucket + 8 + slot * NameTag.count, as: SIMD16<Int8>.self)
    let shift = bytes[bucket + NameWeights.shifts + slot]
    scores &+= SIMD16<Int16>(truncatingIfNeeded: row) &<< SIMD16(repeating: Int16(shift))
  }
}
