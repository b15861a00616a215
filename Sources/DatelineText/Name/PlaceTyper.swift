/// Tells polities, facilities and other places apart, by list and by head word.
enum PlaceTyper {
  /// The type of `name`, which the model took for a place or for something else.
  static func type(of name: AssembledName, in document: NameDocument) -> EntityType {
    if isPeople(name, in: document) { return .group }
    return switch name.type {
    case .location: placeType(name.tokens, in: document)
    case .organization: isBuilding(name, in: document) ? .facility : .organization
    case .group: mayBePeople(name.tokens, in: document) ? .group : .miscellaneous
    case .miscellaneous: hasHead(name.tokens, .eventHead, in: document) ? .event : .miscellaneous
    default: name.type
    }
  }

  /// Whether every word is a nationality or people ("Indian-Afghan") and no place; in what the model
  /// took for a person, no name of persons either ("Christian").
  private static func isPeople(_ name: AssembledName, in document: NameDocument) -> Bool {
    var others: NameClass = [.country, .city, .town, .division]
    if name.type == .person { others.formUnion([.given, .surname]) }
    let words = name.tokens.map { document.tokens[$0] }.filter { !$0.isMark }
    return !words.isEmpty
      && words.allSatisfy { $0.own.contains(.demonym) && $0.own.isDisjoint(with: others) }
  }

  /// Whether some word of a name may be that of a people, or all are written as one and listed as
  /// nothing else.
  private static func mayBePeople(_ range: Range<Int>, in document: NameDocument) -> Bool {
    let bodies: NameClass = [.institution, .business, .militant, .common]
    return range.contains { PeopleWord.mayBe($0, in: document) }
      || range.allSatisfy { index in
        let token = document.tokens[index]
        return (token.shape == .capitalized || token.isMark) && token.own.isDisjoint(with: bodies)
      }
  }

  private static func hasHead(
    _ range: Range<Int>, _ classes: NameClass, in document: NameDocument
  ) -> Bool {
    !document.tokens[range.upperBound - 1].own.isDisjoint(with: classes)
  }

  /// Whether a name that the model took for a body is a building: by its head word, or because it is
  /// a seat of government and something is at it.
  private static func isBuilding(_ name: AssembledName, in document: NameDocument) -> Bool {
    let head = document.tokens[name.tokens.upperBound - 1].own
    if name.tokens.count > 1, head.contains(.facilityHead), !head.contains(.organizationHead) {
      return true
    }
    guard NameLexicon.embedded.classes(document.phrase(name.tokens)).contains(.seat) else {
      return false
    }
    let sentence = document.sentences[name.sentence]
    let before = name.tokens.lowerBound - 2
    return before >= sentence.lowerBound && document.tokens[before].own.contains(.placeWord)
      && document.text(of: before..<(before + 1)).lowercased() != "of"
  }

  private static func placeType(_ range: Range<Int>, in document: NameDocument) -> EntityType {
    let listed = NameLexicon.embedded.classes(document.phrase(range))
    let tokens = document.tokens
    if range.count == 1, tokens[range.lowerBound].own.contains(.placeWord) {
      return .location  // "the West", whatever lists call so
    }
    if !listed.isDisjoint(with: [.country, .division]) { return .geopolitical }
    if listed.contains(.region) { return .location }
    if !listed.isDisjoint(with: [.city, .town]) { return .geopolitical }
    if range.count > 1 {
      let head = tokens[range.upperBound - 1].own
      let first = tokens[range.lowerBound].own
      if head.contains(.polityHead) { return .geopolitical }
      if head.contains(.locationHead) || first.contains(.locationHead) { return .location }
      if head.contains(.facilityHead) { return .facility }
    }
    return .geopolitical
  }
}
