import Testing

@testable import DatelineText

@Suite struct WordKindsTests {
  private func kinds(_ word: String) -> UInt32 {
    WordKinds.embedded[PhraseHash(folding: word).value]
  }

  @Test(arguments: [
    ("minister", "ministers"), ("army", "armies"), ("church", "churches"), ("praise", "praised"),
    ("deny", "denied"), ("deny", "denies"),
  ])
  func `a word and its regular forms are of one kind`(_ word: String, _ form: String) {
    #expect(kinds(word) != 0)
    #expect(kinds(form) & kinds(word) != 0)
  }

  @Test func `people, groups and places are told apart`() {
    #expect(kinds("minister") & kinds("journalist") != 0)
    #expect(kinds("minister") & kinds("committee") == 0)
    #expect(kinds("committee") & kinds("river") == 0)
  }

  @Test(arguments: ["", "zzyzx", "the"])
  func `a word that is not listed is of no kind`(_ word: String) {
    #expect(kinds(word) == 0)
  }
}
