import TestSupport
import Testing

@testable import DatelineReading

@Suite struct TextDecoderTests {
  private func text(_ bytes: [UInt8], label: String? = nil) -> String {
    String(decoding: TextDecoder.decode(bytes[...], label: label).bytes, as: UTF8.self)
  }

  private static let utf16 = Array("Lévesque said “no”.".utf16)
  private static let little = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  private static let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }

  private static let windows: [UInt8] =
    [0x4C, 0xE9] + Array("vesque said ".utf8) + [0x93, 0x6E, 0x6F, 0x94, 0x2E]

  private static let spellings: [(String, [UInt8])] = [
    ("UTF-8", Array("Lévesque said “no”.".utf8)),
    ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array("Lévesque said “no”.".utf8)),
    ("UTF-16LE with a mark", [0xFF, 0xFE] + little),
    ("UTF-16BE with a mark", [0xFE, 0xFF] + big),
    ("UTF-16LE", little),
    ("UTF-16BE", big),
    ("Windows-1252", windows),
  ]

  @Test(arguments: spellings)
  func `the same text comes out of every charset`(name: String, bytes: [UInt8]) {
    #expect(text(bytes) == "Lévesque said “no”.", "\(name)")
  }

  @Test func `a label is believed where the bytes allow it`() {
    let koi8: [UInt8] = [0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC1]
    #expect(text(koi8, label: "koi8-r") == "Москва")
    #expect(text(Array("Москва".utf8), label: "iso-8859-1") == "Москва")
    #expect(text([0x63, 0x61, 0x66, 0xE9], label: "no-such-charset") == "café")
    #expect(text([0x63, 0x61, 0x66, 0xE9], label: "utf-8") == "café")
  }

  @Test func `one damaged place does not turn UTF-8 into mojibake`() {
    let good = Array("L’été à Kaboul, où l’été est très chaud, a été court.".utf8)
    #expect(text(good + [0xE9] + good).hasPrefix("L’été à Kaboul"))
    #expect(text(good + [0xE9] + good).unicodeScalars.filter { $0 == "\u{FFFD}" }.count == 1)
  }

  @Test func `no bytes give no text`() {
    #expect(text([]) == "")
    #expect(text([0xFF, 0xFE]) == "")
    #expect(text([0xEF, 0xBB, 0xBF]) == "")
  }

  @Test(arguments: 0..<200)
  func `any bytes give well-formed text`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
    for label in [nil, "koi8-r", "utf-16", "shift_jis"] {
      let decoded = TextDecoder.decode(bytes[...], label: label).bytes
      #expect(UTF8Survey(decoded[...]).malformed == 0)
    }
  }
}
