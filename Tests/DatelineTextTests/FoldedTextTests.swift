import Testing

@testable import DatelineText

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Al-Qa'ida", "al qaida"), ("AL-QAIDA", "al qaida"), ("al Qaida", "al qaida"),
    ("U.S.", "us"), ("Antoine Lévesque", "antoine levesque"), ("Mediaș", "medias"),
    ("Straße", "strasse"), ("  Côte   d’Ivoire ", "cote divoire"), ("—", ""), ("", ""),
    ("Ḥizb Allāh", "hizb allah"), ("Київ", "Київ"),
  ])
  func `case, diacritics, marks and blanks do not tell names apart`(
    _ text: String, _ folded: String
  ) {
    #expect(FoldedText.fold(text) == folded)
  }

  @Test func `words that are appended hash like the phrase that they make`() {
    var hash = PhraseHash()
    for word in ["Khyber", "Pakhtunkhwa"] {
      var word = word
      word.withUTF8 { hash.append(folding: $0) }
    }
    #expect(hash == PhraseHash(folding: "KHYBER  PAKHTUNKHWA"))
    #expect(hash != PhraseHash(folding: "KhyberPakhtunkhwa"))
  }

  @Test func `a cut character at the end of a text does no harm`() {
    let bytes: [UInt8] = [0x61, 0xE2, 0x80]
    let folded = bytes.withUnsafeBufferPointer { FoldedText.fold($0) }
    #expect(folded.first == 0x61)
  }
}
