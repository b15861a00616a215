/// Tells what a bare number counts from the noun before it that says so: "the death toll rose to 19",
/// "the number of injured stands at 40", "police put the crowd at 400 and organisers claimed 2,000".
struct TollPhrase {
  let grammar: ArticleGrammar

  /// How many tokens before the number its noun may stand.
  private static let reach = 14

  /// The unit of the number before which `start` stands, bounds included; nil where nothing tells
  /// it. Cost: constant.
  func unit(before start: Int, in sentence: Range<Int>) -> String? {
    guard start > sentence.lowerBound, Self.links.contains(grammar.keys[start - 1]) else {
      return nil
    }
    for token in (max(sentence.lowerBound, start - Self.reach)..<start).reversed() {
      if let unit = unit(namedBy: token, from: sentence.lowerBound) { return unit }
    }
    return nil
  }

  private func unit(namedBy token: Int, from start: Int) -> String? {
    let key = grammar.keys[token]
    if let unit = Self.counts[key] {
      let before = token > start ? grammar.keys[token - 1] : key
      return Self.injuries.contains(before) ? "wounded" : unit
    }
    guard let unit = QuantityWords.tolls[key] ?? QuantityWords.harms[key] else { return nil }
    // "the number of dead", "the number of people killed"
    let isCounted = (max(start, token - 4)..<token).contains { index in
      grammar.keys[index] == Self.number && grammar.keys[index + 1] == NumberWords.of
    }
    return isCounted ? unit : nil
  }

  private static let number: WordKey = "number"
  private static let injuries: Set<WordKey> = ["injury", "injuries"]
  private static let counts: [WordKey: String] = [
    "toll": "deaths", "tolls": "deaths", "crowd": "people", "crowds": "people",
  ]

  /// What stands between such a noun and its number.
  private static let links: Set<WordKey> = [
    "to", "at", "of", "is", "was", "reached", "reaches", "passed", "passes", "exceeded", "exceeds",
    "topped", "tops", "surpassed", "claimed", "claiming",
  ]
}
