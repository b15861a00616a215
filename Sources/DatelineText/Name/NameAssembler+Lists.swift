/// Names that lists know and the model missed.
extension NameAssembler {
  /// Adds the capitalised words that are a country or a well-known body and hardly anything else ("US"
  /// in "US President", "Taliban" in "Taliban-led"), where the model saw no name.
  mutating func addListed() {
    var result: [AssembledName] = []
    var next = names.startIndex
    for (number, sentence) in document.sentences.enumerated() {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        if next < names.endIndex, names[next].tokens.lowerBound <= index {
          index = max(index + 1, names[next].tokens.upperBound)
          result.append(names[next])
          next += 1
          continue
        }
        let end = index + max(1, Int(document.tokens[index].phraseLength))
        let isFree = next == names.endIndex || names[next].tokens.lowerBound >= end
        if isFree, let type = listedType(index..<end) {
          result.append(
            AssembledName(tokens: index..<end, type: type, role: nil, sentence: number))
        }
        index = isFree ? end : index + 1
      }
    }
    names = result + names[next...]
  }

  /// The type of a listed name that is hardly ever anything else; nil for other words.
  private func listedType(_ range: Range<Int>) -> EntityType? {
    let first = document.tokens[range.lowerBound]
    var doubtful: NameClass = [.given, .surname, .calendar, .demonym]
    // In capitals beside small letters "US" is no pronoun.
    if first.shape != .allCapitals { doubtful.formUnion([.common, .function]) }
    guard first.shape.isCapital, first.own.isDisjoint(with: doubtful) else { return nil }
    if first.beginning.contains(.country) { return .location }
    guard !first.beginning.isDisjoint(with: [.militant, .institution]),
      KnownNames.embedded.body(named: document.text(of: range)) != nil
    else { return nil }
    return .organization
  }
}
