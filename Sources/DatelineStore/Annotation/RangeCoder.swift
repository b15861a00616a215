/// Chances of a bit in contexts, which learn from what they saw.
///
/// Method: the adaptive binary range coder of LZMA (Pavlov), after Martin, "Range encoding" (1979):
/// chances in 11 bits, moved by a sixteenth of the error at each bit.
struct BitModels {
  fileprivate static let bits: UInt32 = 11
  /// News articles have some 600 tokens, so contexts have to learn fast.
  private static let rate: UInt16 = 4
  fileprivate var chances: [UInt16]

  /// Makes `count` contexts in which both bits are as likely.
  init(count: Int) { chances = Array(repeating: 1 << (Self.bits - 1), count: count) }

  fileprivate mutating func saw(_ bit: Int, in context: Int) {
    if bit == 0 {
      chances[context] += ((1 << Self.bits) - chances[context]) >> Self.rate
    } else {
      chances[context] -= chances[context] >> Self.rate
    }
  }
}

/// Writes bits in as many bits of output as they are surprising.
struct RangeEncoder {
  private var low: UInt64 = 0
  private var range: UInt32 = .max
  private var pending = 1
  private var cache: UInt8 = 0
  private var output: [UInt8] = []

  /// Writes one bit.
  mutating func encode(_ bit: Int, _ models: inout BitModels, _ context: Int) {
    let bound = (range >> BitModels.bits) * UInt32(models.chances[context])
    if bit == 0 {
      range = bound
    } else {
      low += UInt64(bound)
      range -= bound
    }
    models.saw(bit, in: context)
    while range < 1 << 24 {
      range <<= 8
      shift()
    }
  }

  /// Writes a number of `width` bits, high bit first; each prefix has a context of its own, from
  /// `base` on, so that the number takes 2^`width` contexts.
  mutating func encode(_ number: Int, width: Int, _ models: inout BitModels, base: Int) {
    var prefix = 1
    for place in stride(from: width - 1, through: 0, by: -1) {
      let bit = number >> place & 1
      encode(bit, &models, base + prefix)
      prefix = prefix << 1 | bit
    }
  }

  /// The bytes of all bits.
  mutating func finish() -> [UInt8] {
    for _ in 0..<5 { shift() }
    // A decoder reads zeros past the end.
    while output.last == 0 { output.removeLast() }
    return output
  }

  /// Moves a byte out, once no later carry can change it.
  private mutating func shift() {
    if UInt32(truncatingIfNeeded: low) < 0xFF00_0000 || low >> 32 != 0 {
      let carry = UInt8(truncatingIfNeeded: low >> 32)
      var byte = cache
      repeat {
        output.append(byte &+ carry)
        byte = 0xFF
        pending -= 1
      } while pending > 0
      cache = UInt8(truncatingIfNeeded: low >> 24)
    }
    pending += 1
    low = UInt64(UInt32(truncatingIfNeeded: low) << 8)
  }
}

/// Reads what `RangeEncoder` wrote. Any bytes give some bits: there is no wrong input here.
struct RangeDecoder {
  private let input: ArraySlice<UInt8>
  private var position: Int
  private var code: UInt32 = 0
  private var range: UInt32 = .max

  /// Starts on `input`.
  init(_ input: ArraySlice<UInt8>) {
    self.input = input
    position = input.startIndex
    for _ in 0..<5 { code = code << 8 | UInt32(next()) }
  }

  /// Reads one bit.
  mutating func decode(_ models: inout BitModels, _ context: Int) -> Int {
    let bound = (range >> BitModels.bits) * UInt32(models.chances[context])
    let bit: Int
    if code < bound {
      range = bound
      bit = 0
    } else {
      code -= bound
      range -= bound
      bit = 1
    }
    models.saw(bit, in: context)
    while range < 1 << 24 {
      range <<= 8
      code = code << 8 | UInt32(next())
    }
    return bit
  }

  /// Reads a number of `width` bits.
  mutating func decode(width: Int, _ models: inout BitModels, base: Int) -> Int {
    var prefix = 1
    for _ in 0..<width { prefix = prefix << 1 | decode(&models, base + prefix) }
    return prefix - 1 << width
  }

  private mutating func next() -> UInt8 {
    guard position < input.endIndex else { return 0 }
    position += 1
    return input[position - 1]
  }
}
