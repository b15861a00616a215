internal import CDeflate

/// Bytes in fewer bytes: deflate (RFC 1951), which unpacks some 300 MB in a second.
enum PackedBytes {
  /// What can be packed in one byte: no more can be unpacked, whatever damaged bytes say.
  private static let mostRatio = 1100

  /// `bytes` packed; nil where that would save nothing.
  static func pack(_ bytes: [UInt8]) -> [UInt8]? {
    let room = dateline_packed_bound(bytes.count)
    let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = dateline_pack(bytes, bytes.count, buffer.baseAddress, room)
    }
    return packed.isEmpty || packed.count >= bytes.count ? nil : packed
  }

  /// The `count` bytes that `packed` was made of; nil where it is damaged.
  static func unpack(_ packed: UnsafeRawBufferPointer, count: Int) -> [UInt8]? {
    guard count > 0, count / mostRatio <= packed.count,
      let start = packed.bindMemory(to: UInt8.self).baseAddress
    else { return nil }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      isWhole = dateline_unpack(start, packed.count, buffer.baseAddress, count) == 1
      filled = isWhole ? count : 0
    }
    return isWhole ? bytes : nil
  }

  /// `bytes` packed behind their number, or as they are behind a zero.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let packed = pack(bytes)
    var number = UInt64(packed == nil ? 0 : bytes.count)
    var output: [UInt8] = []
    while number >= 0x80 {
      output.append(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    output.append(UInt8(number))
    return output + (packed ?? bytes)
  }

  /// The bytes that `sealed` made `bytes` of; nil where they are damaged.
  static func opened(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var number = 0
    for (place, byte) in bytes.prefix(6).enumerated() {
      number |= Int(byte & 0x7F) << (7 * place)
      guard byte < 0x80 else { continue }
      let rest = UnsafeRawBufferPointer(rebasing: bytes[(place + 1)...])
      return number == 0 ? Array(rest) : unpack(rest, count: number)
    }
    return nil
  }
}
