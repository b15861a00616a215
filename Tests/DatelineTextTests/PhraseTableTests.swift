import DatelineText
import Testing

@Suite struct PhraseTableTests {
  /// The first `count` words of a long name.
  private func phrase(_ count: Int) -> String {
    "front for the liberation of palestine and of other lands too".split(separator: " ")
      .prefix(count).joined(separator: " ")
  }

  /// A table that knows the first `count` words as a phrase of class 1.
  private func table(_ count: Int) -> PhraseTable {
    var table = PhraseTable(capacity: 16)
    var text = phrase(count)
    text.withUTF8 { table.add($0, classes: 1, beginning: 2) }
    table.settle()
    return table
  }

  @Test(arguments: 1...10)
  func `a phrase of up to ten words is found, and each beginning goes on`(_ count: Int) {
    let table = table(count)
    #expect(table[PhraseHash(folding: phrase(count)).value] == 1)
    for length in 1..<count {
      #expect(table[PhraseHash(folding: phrase(length)).value] == 2)
    }
  }

  @Test func `a longer phrase is left out whole`() {
    let table = table(11)
    for length in 1...11 { #expect(table[PhraseHash(folding: phrase(length)).value] == 0) }
  }

  @Test(
    arguments: [
      ("Likud", .institution), ("Médecins Sans Frontières", .institution),
      ("popular front for the liberation of palestine", .militant), ("Gazprom", .business),
    ] as [(String, NameClass)])
  func `lists know well-known bodies`(_ name: String, _ wanted: NameClass) {
    #expect(NameLexicon.embedded.classes(of: name).contains(wanted))
  }

  @Test(arguments: ["Popular Front for the", "Gazpromat", "Nobody Knows This Body"])
  func `lists know no bodies that are none`(_ name: String) {
    let bodies: NameClass = [.institution, .militant, .business]
    #expect(NameLexicon.embedded.classes(of: name).isDisjoint(with: bodies))
  }
}
