import TestSupport
import Testing

@testable import DatelineStore

@Suite struct PackedBytesTests {
  private static let samples: [[UInt8]] = [
    [], [0], Array("Talks ended in Goma. ".utf8), [UInt8](repeating: 7, count: 100_000),
    (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) },
  ]

  @Test(arguments: samples) func `what was sealed opens as it was`(bytes: [UInt8]) {
    let sealed = PackedBytes.sealed(bytes)
    #expect(sealed.withUnsafeBytes(PackedBytes.opened) == bytes)
    #expect(sealed.count <= bytes.count + 4)
  }

  @Test func `text takes less room`() throws {
    let text = Array(String(repeating: "The minister said so on Monday. ", count: 40).utf8)
    #expect(try #require(PackedBytes.pack(text)).count < text.count / 4)
    #expect(PackedBytes.pack([1, 2, 3]) == nil, "nothing to save")
  }

  @Test func `damaged bytes open as nothing and never ask for more memory than they may need`() {
    let whole = PackedBytes.sealed(Array(String(repeating: "Goma, ", count: 300).utf8))
    for cut in 0..<whole.count {
      let opened = Array(whole[..<cut]).withUnsafeBytes(PackedBytes.opened)
      #expect(opened == nil || opened == [])
    }
    for place in whole.indices.dropFirst(2) {
      var damaged = whole
      damaged[place] ^= 0x55
      _ = damaged.withUnsafeBytes(PackedBytes.opened)
    }
    let boast: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 2, 3]
    #expect(boast.withUnsafeBytes(PackedBytes.opened) == nil)
  }
}
