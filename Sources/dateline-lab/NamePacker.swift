import DatelineText

/// Prunes and quantises trained weights into the form that the program embeds.
struct NamePacker {
  /// The number of features that may be kept.
  var buckets = 118_000

  /// The bytes of a file of weights: the strongest features of each bucket, one byte a weight.
  func pack(_ trainer: NameTrainer, hashes: [UInt64]) -> [UInt8] {
    var strongest: [(strength: Float, row: Int)] = []
    for row in hashes.indices {
      let weights = trainer.averaged(row)
      var strength: Float = 0
      for tag in 0..<NameTag.count { strength = max(strength, abs(weights[tag])) }
      if strength > 0.01 { strongest.append((strength, row)) }
    }
    strongest.sort { $0.strength != $1.strength ? $0.strength > $1.strength : $0.row < $1.row }
    // One weight in a thousand is clipped, so that the rest keep their precision.
    let scale = 127 / max(1, strongest.isEmpty ? 1 : strongest[strongest.count / 1000].strength)
    var table = [UInt8](repeating: 0, count: buckets * NameWeights.bucketSize)
    var filled = [UInt8](repeating: 0, count: buckets)
    for entry in strongest {
      let hash = hashes[entry.row]
      let bucket = Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(buckets)) >> 32)
      let slot = Int(filled[bucket])
      guard slot < NameWeights.bucketCount else { continue }
      filled[bucket] += 1
      let base = bucket * NameWeights.bucketSize
      table[base + slot * 2] = UInt8(truncatingIfNeeded: hash)
      table[base + slot * 2 + 1] = UInt8(truncatingIfNeeded: hash >> 8)
      let weights = trainer.averaged(entry.row)
      for tag in 0..<NameTag.count {
        let value = max(-127, min(127, (weights[tag] * scale).rounded()))
        table[base + 8 + slot * NameTag.count + tag] = UInt8(bitPattern: Int8(value))
      }
    }
    return header(trainer, scale) + table
  }

  private func header(_ trainer: NameTrainer, _ scale: Float) -> [UInt8] {
    var bytes: [UInt8] = []
    func append(_ value: UInt32) {
      for shift in [0, 8, 16, 24] {
        bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
      }
    }
    append(NameWeights.magic)
    append(UInt32(buckets))
    bytes += Array(repeating: 0, count: 64 - bytes.count)
    for row in trainer.averagedTransitions() {
      for tag in 0..<NameTag.count {
        append(UInt32(bitPattern: Int32((row[tag] * scale).rounded())))
      }
    }
    return bytes + Array(repeating: 0, count: NameWeights.headerSize - bytes.count)
  }
}
