/// The trained weights of a linear model, small and quick to look up: a compact hashed table.
///
/// Weights are signed bytes of one common scale. The bytes are the table itself: a file of weights
/// is embedded and used as it is, nothing is parsed.
///
/// Layout, little-endian: "DLWT", labels (u16), bits (u8), kind (u8), scale (f32: the score of one
/// quantum), byte count of the entries (u32), then the table. A feature's place is given by the high
/// `bits` of its hash, its check by the low sixteen (1 where they are 0).
/// - Kind 0, lists, for many labels: for each bucket, and once more at the end, the offset of its
///   first entry (u32); then the entries: check (u16), number of pairs (u8), pairs (label u8,
///   weight i8). Labels that would get zero are left out.
/// - Kind 1, rows, for at most four labels: for each slot a check (u16, 0 where the slot is free)
///   and the weights (i8 each); a feature whose slot is taken is in the next free one.
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
  private let shift: UInt64
  private let isRows: Bool
  /// Where the entries of lists begin, or the number of slots less one.
  private let entries: Int

  private static let headerSize = 16
  private static let magic = Array("DLWT".utf8)
  private static let mostRowLabels = 4

  /// Reads stored bytes; nil where they are not a table.
  public init?(stored bytes: [UInt8]) {
    guard bytes.count >= Self.headerSize, bytes.starts(with: Self.magic), bytes[6] < 32,
      bytes[7] < 2
    else { return nil }
    let size = bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: 12, as: UInt32.self)) }
    let starts = bytes[7] == 0 ? ((1 << Int(bytes[6])) + 1) * 4 : 0
    guard bytes.count == Self.headerSize + starts + size else { return nil }
    self.init(whole: bytes)
    guard !isRows || size == (entries + 1) * (labels + 2) else { return nil }
  }

  /// Takes bytes that are known to be a table.
  private init(whole bytes: [UInt8]) {
    self.bytes = bytes
    labels = Int(bytes[4]) | Int(bytes[5]) << 8
    scale = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: Float.self) }
    let bits = Int(bytes[6])
    shift = UInt64(64 - bits)
    isRows = bytes[7] == 1
    entries = isRows ? (1 << bits) - 1 : Self.headerSize + ((1 << bits) + 1) * 4
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
      if isRows { addRow(feature, base, scores) } else { addList(feature, base, scores) }
    }
  }

  @inline(__always)
  private static func check(_ feature: UInt64) -> UInt16 {
    max(UInt16(truncatingIfNeeded: feature), 1)
  }

  @inline(__always)
  private func addRow(
    _ feature: UInt64, _ base: UnsafeRawPointer, _ scores: UnsafeMutablePointer<Int32>
  ) {
    let check = Self.check(feature)
    let stride = labels + 2
    var slot = Int(truncatingIfNeeded: feature >> shift)
    while true {
      let row = base + Self.headerSize + slot * stride
      let found = row.loadUnaligned(as: UInt16.self)
      if found == 0 { return }
      if found == check {
        for label in 0..<labels {
          scores[label] &+= Int32(row.load(fromByteOffset: 2 + label, as: Int8.self))
        }
        return
      }
      slot = (slot + 1) & entries
    }
  }

  @inline(__always)
  private func addList(
    _ feature: UInt64, _ base: UnsafeRawPointer, _ scores: UnsafeMutablePointer<Int32>
  ) {
    let starts = base + Self.headerSize + Int(truncatingIfNeeded: feature >> shift) * 4
    var entry = base + entries + Int(starts.loadUnaligned(as: UInt32.self))
    let end = base + entries + Int(starts.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    let check = Self.check(feature)
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
    var kept: [(feature: UInt64, quanta: [Int8])] = rows.map { row in
      (
        row.feature,
        row.weights.map { abs($0) < floor ? 0 : Int8(max(-127, min(127, ($0 / scale).rounded()))) }
      )
    }
    kept.removeAll { row in row.quanta.allSatisfy { $0 == 0 } }
    kept.sort { $0.feature < $1.feature }
    let inRows = labels <= Self.mostRowLabels
    var bits = 1
    while inRows ? 3 << bits < 4 * kept.count : 1 << bits < kept.count { bits += 1 }
    let table = inRows ? Self.rows(kept, labels, bits) : Self.lists(kept, bits)
    var bytes = Self.magic
    bytes.append(contentsOf: [UInt8(labels & 0xFF), UInt8(labels >> 8), UInt8(bits)])
    bytes.append(inRows ? 1 : 0)
    Self.append(scale.bitPattern, to: &bytes)
    Self.append(UInt32(table.count - (inRows ? 0 : ((1 << bits) + 1) * 4)), to: &bytes)
    self.init(whole: bytes + table)
  }

  private static func rows(
    _ kept: [(feature: UInt64, quanta: [Int8])], _ labels: Int, _ bits: Int
  ) -> [UInt8] {
    let stride = labels + 2
    var table = [UInt8](repeating: 0, count: stride << bits)
    for (feature, quanta) in kept {
      var slot = Int(feature >> UInt64(64 - bits))
      while table[slot * stride] != 0 || table[slot * stride + 1] != 0 {
        slot = (slot + 1) & ((1 << bits) - 1)
      }
      let check = check(feature)
      table[slot * stride] = UInt8(check & 0xFF)
      table[slot * stride + 1] = UInt8(check >> 8)
      for (label, weight) in quanta.enumerated() {
        table[slot * stride + 2 + label] = UInt8(bitPattern: weight)
      }
    }
    return table
  }

  private static func lists(_ kept: [(feature: UInt64, quanta: [Int8])], _ bits: Int) -> [UInt8] {
    var starts: [UInt32] = []
    starts.reserveCapacity((1 << bits) + 1)
    var entries: [UInt8] = []
    for (feature, quanta) in kept {
      let bucket = Int(feature >> UInt64(64 - bits))
      while starts.count <= bucket { starts.append(UInt32(entries.count)) }
      let check = check(feature)
      let pairs = quanta.enumerated().filter { $0.element != 0 }.prefix(255)
      entries.append(contentsOf: [UInt8(check & 0xFF), UInt8(check >> 8), UInt8(pairs.count)])
      for (label, weight) in pairs {
        entries.append(UInt8(label))
        entries.append(UInt8(bitPattern: weight))
      }
    }
    while starts.count <= 1 << bits { starts.append(UInt32(entries.count)) }
    var table: [UInt8] = []
    for start in starts { append(start, to: &table) }
    return table + entries
  }

  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(word >> shift & 0xFF)) }
  }
}
