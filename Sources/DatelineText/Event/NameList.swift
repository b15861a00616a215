/// The names that stand in one list on the page: "Peru, Chile and Bolivia".
struct NameList {
  /// The names as indices into the article's mentions, in order of the text; the one that was asked
  /// for alone where it stands in no list.
  let names: [Int]
  /// Whether a preposition stands right before the first name.
  let isLedByPreposition: Bool

  private enum Joint { case comma, and }

  /// The most names that are read on either side.
  private static let reach = 12

  /// The list around the name `mention`. Cost: at most `reach` names on either side.
  init(around mention: Int, in grammar: ArticleGrammar) {
    var names = [mention]
    var joints: [Joint] = []
    while names.count < Self.reach, joints.first != .and || names.count == 1,
      let before = Self.name(before: names[0], in: grammar),
      let joint = Self.joint(between: before, and: names[0], in: grammar)
    {
      if joint == .and, joints.contains(.and) { break }
      names.insert(before, at: 0)
      joints.insert(joint, at: 0)
    }
    while !joints.contains(.and), names.count < 2 * Self.reach, let last = names.last,
      let next = Self.name(after: last, in: grammar),
      let joint = Self.joint(between: last, and: next, in: grammar)
    {
      names.append(next)
      joints.append(joint)
    }
    // Commas alone join no list: "Lima, Peru".
    self.names = joints.last == .and ? names : [mention]
    let first = grammar.article.mentions[self.names[0]].tokens.lowerBound
    isLedByPreposition = first > 0 && grammar.syntax(first - 1).partOfSpeech == .adposition
  }

  private static func name(before mention: Int, in grammar: ArticleGrammar) -> Int? {
    let mentions = grammar.article.mentions
    let limit = mentions[mention].tokens.lowerBound
    return (Swift.max(0, mention - 4)..<mention).reversed().first {
      mentions[$0].kind == .name && mentions[$0].tokens.upperBound <= limit
    }
  }

  private static func name(after mention: Int, in grammar: ArticleGrammar) -> Int? {
    let mentions = grammar.article.mentions
    let limit = mentions[mention].tokens.upperBound
    return (mention + 1..<Swift.min(mentions.count, mention + 5)).first {
      mentions[$0].kind == .name && mentions[$0].tokens.lowerBound >= limit
    }
  }

  /// What stands between two names: a comma, "and", both, before an article; nil for anything else.
  private static func joint(between left: Int, and right: Int, in grammar: ArticleGrammar) -> Joint?
  {
    let mentions = grammar.article.mentions
    let gap = mentions[left].tokens.upperBound..<mentions[right].tokens.lowerBound
    guard (1...3).contains(gap.count) else { return nil }
    var joint: Joint?
    for token in gap {
      if ands.contains(grammar.keys[token]), joint != .and {
        joint = .and
      } else if grammar.firstByte(token) == UInt8(ascii: ","), joint == nil {
        joint = .comma
      } else if grammar.keys[token] == the, joint != nil, token == gap.upperBound - 1 {
        continue
      } else {
        return nil
      }
    }
    return joint
  }

  private static let ands: Set<WordKey> = ["and", "&"]
  private static let the: WordKey = "the"
}
