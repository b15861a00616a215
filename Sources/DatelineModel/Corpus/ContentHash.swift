/// Hashes content to identifiers that are the same on every machine and in every run.
struct ContentHash {
  /// FNV-1a, 64 bits (Fowler, Noll, Vo).
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in bytes and a separator, so that "ab" + "c" differs from "a" + "bc".
  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }

  /// Takes in a number.
  mutating func combine(_ number: Int) { combine(String(number).utf8) }

  /// The hash as sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
