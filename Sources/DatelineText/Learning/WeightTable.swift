internal import CDatelineData

/// The trained weights of a linear model, small and quick to look up: a compact hashed table.
///
/// Weights are signed bytes of one common scale. The bytes are the table itself: a file of weights
/// is embedded and used where it lies, nothing is parsed or copied.
///
/// Layout, little-endian: a header of 64 bytes: "DLWT", labels (u16), kind (u8), version (u8),
/// scale (f32: the score of one quantum), number of lines (u32), zeros; then the lines of 64 bytes,
/// so that a look-up touches one line of the processor's cache. A feature's line is given by the
/// high half of its hash, its check by the low sixteen bits (1 where they are 0).
/// - Kind 0, pairs, for many labels: eight checks (u16, 0 where the place is free), then for each
///   place three pairs (label u8, weight i8). A feature with more labels takes several places of its
///   line; labels that would get zero are left out.
/// - Kind 1, rows, for at most three labels: twelve checks, then for each place three weights.
public struct WeightTable: Hashable, Sendable {
  /// One feature's weights before quantisation, for all labels.
  public struct Row: Sendable {
    /// The feature.
    public var feature: UInt64
    /// Its weight for each label.
    public var weights: [Float]

    /// Makes a row.
    public init(feature: UInt64, weights: [Float]) {
      self.feature = feature
      self.weights = weights
    }
  }

  /// The number of labels; at most 256.
  public let labels: Int
  /// What one quantum of weight is worth in the scores of training.
  public let scale: Float
  /// Safe to share: the bytes are constants of the program or are never freed, and nothing writes
  /// to them.
  nonisolated(unsafe) private let memory: UnsafeRawBufferPointer
  nonisolated(unsafe) private let lines: UnsafeRawPointer
  private let lineCount: UInt64
  private let isRows: Bool

  /// Bytes of the header and of each line.
  static let lineSize = 64
  static let magic = Array("DLWT".utf8)
  static let version: UInt8 = 2

  /// Uses `memory` as a table, which must never change or go away; nil where it is none.
  public init?(_ memory: UnsafeRawBufferPointer) {
    guard memory.count >= Self.lineSize, memory.starts(with: Self.magic), memory[6] < 2,
      memory[7] == Self.version, let start = memory.baseAddress
    else { return nil }
    let count = Int(memory.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    guard count > 0, memory.count == Self.lineSize * (count + 1) else { return nil }
    self.memory = memory
    lines = start + Self.lineSize
    lineCount = UInt64(count)
    labels = Int(memory.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
    scale = memory.loadUnaligned(fromByteOffset: 8, as: Float.self)
    isRows = memory[6] == 1
  }

  /// Copies stored bytes, for good: a program makes few tables and needs them to its end. Nil where
  /// the bytes are no table.
  public init?(stored bytes: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: bytes.count, alignment: Self.lineSize)
    memory.copyBytes(from: bytes)
    guard let table = WeightTable(UnsafeRawBufferPointer(memory)) else {
      memory.deallocate()
      return nil
    }
    self = table
  }

  /// A table without weights: every score is zero.
  public static func empty(labels: Int) -> WeightTable {
    WeightTable(labels: labels, rows: [], pruning: 0)
  }

  /// The table as it is stored.
  public var bytes: [UInt8] { Array(memory) }

  /// Whether the tables are the same, byte for byte.
  public static func == (left: WeightTable, right: WeightTable) -> Bool {
    left.memory.elementsEqual(right.memory)
  }

  /// Feeds the bytes of the table to `hasher`.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes: memory) }
}

// MARK: - Scoring

extension WeightTable {
  /// How many features are looked up at the same time.
  private static let batch = 48

  /// Adds the scores of all labels for all of `features` to `scores`, which has `labels` elements.
  public func score(_ features: [UInt64], into scores: inout [Int32]) {
    precondition(scores.count >= labels, "there is a score for each label")
    features.withUnsafeBufferPointer { features in
      scores.withUnsafeMutableBufferPointer { scores in
        guard let scores = scores.baseAddress else { return }
        score(features, into: scores)
      }
    }
  }

  /// Adds the quantised scores of all labels for all of `features` to `scores`, which must have
  /// room for `labels` elements.
  ///
  /// Most of the cost is waiting for memory. So a first pass asks for all lines, a second sees
  /// without a branch which of them hold their feature, and a third adds the weights found; that
  /// takes a quarter of the time of one pass.
  package func score(
    _ features: UnsafeBufferPointer<UInt64>, into scores: UnsafeMutablePointer<Int32>
  ) {
    for feature in features { dateline_prefetch(line(of: feature)) }
    withUnsafeTemporaryAllocation(of: Hit.self, capacity: Self.batch) { hits in
      guard let hits = hits.baseAddress else { return }
      var start = 0
      while start < features.count {
        let end = min(start + Self.batch, features.count)
        if isRows {
          addRows(hits, find(features, start..<end, hits) { Self.matches(of: $1, $0, 3) }, scores)
        } else {
          addPairs(hits, find(features, start..<end, hits) { Self.matches(of: $1, $0, 2) }, scores)
        }
        start = end
      }
    }
  }

  /// A line that holds a feature, and at which places: see `matches`.
  private struct Hit {
    var line: UnsafeRawPointer
    var places: UInt64
  }

  /// Writes the lines that hold one of `features` to `hits`; returns their number.
  @inline(__always)
  private func find(
    _ features: UnsafeBufferPointer<UInt64>, _ range: Range<Int>, _ hits: UnsafeMutablePointer<Hit>,
    _ matches: (UnsafeRawPointer, UInt64) -> UInt64
  ) -> Int {
    var count = 0
    for index in range {
      let feature = features[index]
      let line = line(of: feature)
      let places = matches(line, UInt64(Self.check(feature)))
      hits[count] = Hit(line: line, places: places)
      count &+= places == 0 ? 0 : 1
    }
    return count
  }

  @inline(__always)
  private func line(of feature: UInt64) -> UnsafeRawPointer {
    lines + Int(truncatingIfNeeded: Self.line(of: feature, among: lineCount)) &* Self.lineSize
  }

  @inline(__always)
  static func line(of feature: UInt64, among count: UInt64) -> UInt64 {
    ((feature >> 32) &* count) >> 32
  }

  @inline(__always)
  static func check(_ feature: UInt64) -> UInt16 {
    max(UInt16(truncatingIfNeeded: feature), 1)
  }

  /// The places among the first `4 * words` of a line whose check is `check`: place 4w + i is bit
  /// 16i + w.
  @inline(__always)
  private static func matches(of check: UInt64, _ line: UnsafeRawPointer, _ words: Int) -> UInt64 {
    let low: UInt64 = 0x7FFF_7FFF_7FFF_7FFF
    let wanted = check &* 0x0001_0001_0001_0001
    var result: UInt64 = 0
    for word in 0..<words {
      let checks = line.loadUnaligned(fromByteOffset: 8 &* word, as: UInt64.self) ^ wanted
      let isZero = ~(((checks & low) &+ low) | checks | low)
      result |= isZero >> UInt64(15 &- word)
    }
    return result
  }

  @inline(__always)
  private func addRows(
    _ hits: UnsafeMutablePointer<Hit>, _ count: Int, _ scores: UnsafeMutablePointer<Int32>
  ) {
    var sums = SIMD4<Int32>.zero
    for index in 0..<count {
      let bit = hits[index].places.trailingZeroBitCount
      let place = (bit & 15) &* 4 &+ bit >> 4
      let weights = hits[index].line.loadUnaligned(
        fromByteOffset: 24 &+ 3 &* place, as: SIMD4<Int8>.self)
      sums &+= SIMD4<Int32>(truncatingIfNeeded: weights)
    }
    for label in 0..<min(labels, 3) { scores[label] &+= sums[label] }
  }

  @inline(__always)
  private func addPairs(
    _ hits: UnsafeMutablePointer<Hit>, _ count: Int, _ scores: UnsafeMutablePointer<Int32>
  ) {
    for index in 0..<count {
      var places = hits[index].places
      while places != 0 {
        let bit = places.trailingZeroBitCount
        let place = (bit & 15) &* 4 &+ bit >> 4
        let pairs = hits[index].line + 16 + 6 &* place
        for pair in 0..<3 {
          let label = Int(pairs.load(fromByteOffset: 2 &* pair, as: UInt8.self))
          scores[label] &+= Int32(pairs.load(fromByteOffset: 2 &* pair &+ 1, as: Int8.self))
        }
        places &= places &- 1
      }
    }
  }
}
