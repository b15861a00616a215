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

  /// How many features are looked up at the same time.
  package static let batch = 48

  /// Adds the weights of `features`, at most `batch`, to `scores`.
  ///
  /// Most of the cost is waiting for memory. So a first pass asks for all buckets, a second sees
  /// without a branch which of them hold their feature, and a third adds the weights found.
  package func add(_ features: UnsafeBufferPointer<UInt64>, to scores: inout SIMD16<Int16>) {
    guard buckets > 0, let first = bytes.baseAddress else { return }
    for feature in features { dateline_prefetch(bucket(of: feature, first)) }
    withUnsafeTemporaryAllocation(of: Hit.self, capacity: Self.batch) { hits in
      guard let hits = hits.baseAddress else { return }
      var count = 0
      for feature in features {
        let bucket = bucket(of: feature, first)
        let places = Self.places(of: feature & 0xFFFF, in: bucket)
        hits[count] = Hit(bucket: bucket, places: places)
        count &+= places == 0 ? 0 : 1
      }
      for index in 0..<count {
        let bucket = hits[index].bucket
        let slot = hits[index].places.trailingZeroBitCount >> 4
        let row = bucket.loadUnaligned(
          fromByteOffset: 8 &+ slot &* NameTag.count, as: SIMD16<Int8>.self)
        let shift = bucket.load(fromByteOffset: Self.shifts &+ slot, as: UInt8.self)
        scores &+= SIMD16<Int16>(truncatingIfNeeded: row) &<< SIMD16(repeating: Int16(shift))
      }
    }
  }

  @inline(__always)
  private func bucket(of feature: UInt64, _ first: UnsafeRawPointer) -> UnsafeRawPointer {
    first + Int(truncatingIfNeeded: ((feature >> 32) &* buckets) >> 32) &* Self.bucketSize
  }

  /// A bucket that holds a feature, and where.
  private struct Hit {
    let bucket: UnsafeRawPointer
    let places: UInt64
  }

  /// The highest bit of each of the four 16-bit fingerprints of `bucket` that is `mark`.
  @inline(__always)
  private static func places(of mark: UInt64, in bucket: UnsafeRawPointer) -> UInt64 {
    let low: UInt64 = 0x7FFF_7FFF_7FFF_7FFF
    let marks = bucket.loadUnaligned(as: UInt64.self) ^ (mark &* 0x0001_0001_0001_0001)
    return ~(((marks & low) &+ low) | marks | low)
  }
}
