/// Tells words that may name a people or its members from others, by list and by ending.
enum PeopleWord {
  /// Whether the token `index` may be the name of a people, faith or camp: it is listed as one, or it is
  /// a capitalised word, listed as nothing else, that ends as such words do.
  static func mayBe(_ index: Int, in document: NameDocument) -> Bool {
    let token = document.tokens[index]
    if token.own.contains(.demonym) { return true }
    guard token.shape.isCapital, token.own.isDisjoint(with: [.common, .function, .calendar]) else {
      return false
    }
    var word = document.bytes[document.spans[index]]
    if word.count > 5, word.last.map({ $0 | 0x20 }) == UInt8(ascii: "s") { word = word.dropLast() }
    guard word.count > 4 else { return false }
    return endings.contains { ending in
      zip(word.suffix(ending.count), ending).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  private static let endings: [[UInt8]] = [
    "an", "ese", "ish", "ist", "ite", "ani", "eli", "ari", "iri", "idi", "nik", "crat", "lander",
  ].map { Array($0.utf8) }
}
