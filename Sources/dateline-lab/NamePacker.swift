import DatelineText

/// Prunes and quantises trained weights into the form that the program embeds.
struct NamePacker {
  /// The number of buckets of four features each.
  var buckets = 124_000
  /// What a weight is multiplied by before it is rounded: a sum of scores must fit 16 bits.
  static let scale: Float = 24

  /// A feature with its weights.
  struct Row {
    var hash: UInt64
    var weights: SIMD16<Float>
    var strength: Float

    init(hash: UInt64, weights: SIMD16<Float>) {
      self.hash = hash
      self.weights = weights
      strength = 0
      for tag in 0..<NameTag.count { strength = max(strength, abs(weights[tag])) }
    }
  }

  /// The bytes of a file of weights: the strongest features of each bucket, one byte a weight.
  /// `transitions` holds initial scores and transitions of the first, then of the second reading.
  func pack(_ rows: [Row], transitions: [SIMD16<Float>]) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: buckets * NameWeights.bucketSize)
    forEachKept(rows) { row, bucket, slot in
      write(row, at: bucket * NameWeights.bucketSize, slot, &table)
    }
    return header(transitions) + table
  }

  /// The hashes of the features for which there is room.
  func kept(_ rows: [Row]) -> Set<UInt64> {
    var hashes: Set<UInt64> = []
    forEachKept(rows) { row, _, _ in hashes.insert(row.hash) }
    return hashes
  }

  /// Calls `body` with the strongest features of each bucket, the bucket and the place there.
  private func forEachKept(_ rows: [Row], _ body: (Row, Int, Int) -> Void) {
    let strongest = rows.filter { $0.strength > 0.01 }.sorted {
      $0.strength != $1.strength ? $0.strength > $1.strength : $0.hash < $1.hash
    }
    var filled = [UInt8](repeating: 0, count: buckets)
    for row in strongest {
      let bucket = Int(truncatingIfNeeded: ((row.hash >> 32) &* UInt64(buckets)) >> 32)
      let slot = Int(filled[bucket])
      guard slot < NameWeights.bucketCount else { continue }
      filled[bucket] += 1
      body(row, bucket, slot)
    }
  }

  private func write(_ row: Row, at base: Int, _ slot: Int, _ table: inout [UInt8]) {
    table[base + slot * 2] = UInt8(truncatingIfNeeded: row.hash)
    table[base + slot * 2 + 1] = UInt8(truncatingIfNeeded: row.hash >> 8)
    var shift: UInt8 = 0
    while row.strength * Self.scale / Float(1 << Int(shift)) > 127 { shift += 1 }
    table[base + NameWeights.shifts + slot] = shift
    for tag in 0..<NameTag.count {
      let value = (row.weights[tag] * Self.scale / Float(1 << Int(shift))).rounded()
      table[base + 8 + slot * NameTag.count + tag] = UInt8(bitPattern: Int8(value))
    }
  }

  private func header(_ transitions: [SIMD16<Float>]) -> [UInt8] {
    var bytes: [UInt8] = []
    func append(_ value: UInt32) {
      for shift in [0, 8, 16, 24] as [UInt32] {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    append(NameWeights.magic)
    append(UInt32(buckets))
    bytes += Array(repeating: 0, count: 64 - bytes.count)
    for row in transitions {
      for tag in 0..<NameTag.count {
        append(UInt32(bitPattern: Int32((row[tag] * Self.scale).rounded())))
      }
    }
    return bytes + Array(repeating: 0, count: NameWeights.headerSize - bytes.count)
  }
}
