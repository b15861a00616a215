/// The trained weights of a linear model, small and quick to look up: a compact hashed table.
///
/// Each feature has a short list of (label, weight) pairs; weights are signed bytes of one common
/// scale, labels that would get zero are left out. The bytes are the table itself: a file of
/// weights is embedded and used as it is, nothing is parsed.
///
/// Layout, little-endian: "DLWT", labels (u16), bucket bits (u16), scale (f32: the score of one
/// quantum), byte count of the entries (u32); then for each bucket, and once more at the end, the
/// offset of its first entry (u32); then the entries: check (u16), number of pairs (u8), pairs
/// (label u8, weight i8). A feature's bucket is given by the high bits of its hash, its check by the
/// low sixteen.
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

  /// The table as it is stored.
  public let bytes: [UInt8]
  /// The number of labels; at most 256.
  public let labels: Int
  /// What one quantum of weight is worth in the scores of training.
  public let scale: Float
  private let bucketShift: UInt64
  private let entries: Int

  private static let headerSize = 16
  private static let magic = Array("DLWT".utf8)

  /// Reads stored bytes; nil where they are not a table.
  public init?(stored bytes: [UInt8]) {
    guard bytes.count >= Self.headerSize, bytes.starts(with: Self.magic) else { return nil }
    let bits = Int(bytes[6]) | Int(bytes[7]) << 8
    guard bits < 32 else { return nil }
    let starts = ((1 << bits) + 1) * 4
    let size = bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: 12, as: UInt32.self)) }
    guard bytes.count == Self.headerSize + starts + size else { return nil }
    self.bytes = bytes
    labels = Int(bytes[4]) | Int(bytes[5]) << 8
    scale = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: Float.self) }
    bucketShift = UInt64(64 - bits)
    entries = Self.headerSize + starts
  }

  /// A table without weights: every score is zero.
  public static func empty(labels: Int) -> WeightTable {
    WeightTable(labels: labels, rows: [], pruning: 0)
  }

  /// Adds the quantised scores of all labels for `feature` to `scores`, which must have room for
  /// `labels` elements.
  @inline(__always)
  public func add(_ feature: UInt64, to scores: UnsafeMutablePointer<Int32>) {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let starts = base + Self.headerSize + Int(truncatingIfNeeded: feature >> bucketShift) * 4
      var entry = base + entries + Int(starts.loadUnaligned(as: UInt32.self))
      let end = base + entries + Int(starts.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
      let check = UInt16(truncatingIfNeeded: feature)
      while entry < end {
        let pairs = Int(entry.load(fromByteOffset: 2, as: UInt8.self))
        if entry.loadUnaligned(as: UInt16.self) == check {
          for pair in 0..<pairs {
            let label = Int(entry.load(fromByteOffset: 3 + 2 * pair, as: UInt8.self))
            scores[label] &+= Int32(entry.load(fromByteOffset: 4 + 2 * pair, as: Int8.self))
          }
          return
        }
        entry += 3 + 2 * pairs
      }
    }
  }

  /// Adds the scores of all labels for all of `features` to `scores`, which has `labels` elements.
  public func score(_ features: [UInt64], into scores: inout [Int32]) {
    precondition(scores.count >= labels, "there is a score for each label")
    scores.withUnsafeMutableBufferPointer { scores in
      guard let scores = scores.baseAddress else { return }
      for feature in features { add(feature, to: scores) }
    }
  }
}

// MARK: - Making a table

extension WeightTable {
  /// Quantises `rows` and lays them out.
  ///
  /// - Parameters:
  ///   - labels: the number of labels, at most 256.
  ///   - rows: the weights; each feature once.
  ///   - pruning: weights whose amount is below this part of the largest weight are dropped, and
  ///     with them features that keep none. 0.01 typically halves a table at no loss.
  public init(labels: Int, rows: [Row], pruning: Float) {
    precondition(labels <= 256, "a label fits a byte")
    let largest = rows.reduce(Float(0)) { $1.weights.reduce($0) { max($0, abs($1)) } }
    let scale = largest > 0 ? largest / 127 : 1
    let floor = pruning * largest
    var packed: [(feature: UInt64, entry: [UInt8])] = []
    for row in rows {
      let entry = Self.entry(of: row, scale: scale, floor: floor)
      if entry.count > 3 { packed.append((row.feature, entry)) }
    }
    packed.sort { $0.feature < $1.feature }
    var bits = 1
    while 1 << bits < packed.count { bits += 1 }
    let stored = Self.layOut(packed, labels: labels, bits: bits, scale: scale)
    bytes = stored
    self.labels = labels
    self.scale = scale
    bucketShift = UInt64(64 - bits)
    entries = Self.headerSize + ((1 << bits) + 1) * 4
  }

  /// One stored entry; shorter than four bytes where no weight is left.
  private static func entry(of row: Row, scale: Float, floor: Float) -> [UInt8] {
    var pairs: [UInt8] = []
    for (label, weight) in row.weights.enumerated() where abs(weight) >= floor {
      let quanta = Int8(max(-127, min(127, (weight / scale).rounded())))
      if quanta != 0, pairs.count < 510 {
        pairs.append(UInt8(label))
        pairs.append(UInt8(bitPattern: quanta))
      }
    }
    let check = UInt16(truncatingIfNeeded: row.feature)
    return [UInt8(check & 0xFF), UInt8(check >> 8), UInt8(pairs.count / 2)] + pairs
  }

  private static func layOut(
    _ packed: [(feature: UInt64, entry: [UInt8])], labels: Int, bits: Int, scale: Float
  ) -> [UInt8] {
    var starts: [UInt32] = []
    starts.reserveCapacity((1 << bits) + 1)
    var entries: [UInt8] = []
    for (feature, entry) in packed {
      let bucket = Int(feature >> UInt64(64 - bits))
      while starts.count <= bucket { starts.append(UInt32(entries.count)) }
      entries.append(contentsOf: entry)
    }
    while starts.count <= 1 << bits { starts.append(UInt32(entries.count)) }
    var bytes = magic
    bytes.append(contentsOf: [UInt8(labels & 0xFF), UInt8(labels >> 8), UInt8(bits), 0])
    append(scale.bitPattern, to: &bytes)
    append(UInt32(entries.count), to: &bytes)
    for start in starts { append(start, to: &bytes) }
    return bytes + entries
  }

  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(word >> shift & 0xFF)) }
  }
}
