import DatelineText

/// One sentence with all that edges are read off it by.
struct SentenceView {
  /// The article alone: one reference to count for each copy, where an article has a score.
  let shared: [AnnotatedArticle]
  /// The article.
  var article: AnnotatedArticle { _read { yield shared[0] } }
  /// Where the article stands in the corpus.
  let position: Int
  /// The sentence, as an index.
  let sentence: Int
  /// The mentions of the sentence, as indices.
  let mentions: [Int]
  let entities: EntityIndex
  let tree: SentenceTree
  /// The states and organisations that this sentence and those before it name, the nearest first.
  let parties: [[Int]]

  /// The sentence as ground for an edge that the article itself states.
  var ground: RelationCollector.Ground {
    RelationCollector.Ground(article: position, span: article.sentences[sentence].span)
  }

  /// The sentence as ground for an edge that follows from an event.
  func ground(of event: EventMention) -> RelationCollector.Ground {
    var ground = ground
    ground.claimants = found(event.attributedTo)
    ground.status =
      event.status == .stated && !ground.claimants.isEmpty ? .attributed : event.status
    ground.interval = event.interval
    return ground
  }

  /// The entities of mentions.
  func found(_ mentions: [Int]) -> [Int] {
    entities.entities(article: position, mentions: mentions)
  }

  /// The entities of mentions as parties: without people of a nationality who are not its state
  /// ("Syrian refugees").
  func acting(_ mentions: [Int]) -> [Int] { found(mentions.filter { !isOfPeople($0) }) }

  private static let people: Set<String> = Set(
    """
    refugee refugees migrant migrants national nationals citizen citizens civilian civilians people \
    worker workers women men children families family student students journalist journalists \
    immigrants tourists residents villagers patients prisoners hostages victims community \
    protester protesters demonstrator demonstrators activist activists voters youth youths public \
    opposition analyst analysts expert experts scholar scholars lawyers teachers doctors farmers
    """.split(separator: " ").map(String.init))

  private func isOfPeople(_ index: Int) -> Bool {
    let mention = article.mentions[index]
    guard mention.type == .group, tree.tokens.contains(mention.tokens.upperBound) else {
      return false
    }
    if isBarePlural(mention),
      found([index]).allSatisfy({ entities.entities[$0].type == .geopolitical })
    {
      return true
    }
    return Self.people.contains(tree.word(mention.tokens.upperBound))
  }

  /// "Kenyans have pleaded": people of a country named in the plural, where "the Kenyans" may be their
  /// state.
  private func isBarePlural(_ mention: Mention) -> Bool {
    let word = tree.word(mention.tokens.lowerBound)
    let before = mention.tokens.lowerBound - 1
    return mention.tokens.count == 1 && (word.hasSuffix("ns") || word.hasSuffix("is"))
      && !(tree.tokens.contains(before) && tree.word(before) == "the")
  }

  /// The token that triggers an event.
  func token(of event: EventMention) -> Int? {
    tree.tokens.first { article.tokens[$0].span.upper > event.trigger.lower }
  }

  /// One party for each side: a state before its army and its officials.
  private func oneOfEachSide(_ parties: [Int]) -> [Int] {
    let sides = Dictionary(grouping: parties, by: entities.side)
    return sides.map { side, members in
      let state = entities.party(side) ?? side
      return members.contains(state) || members.count > 1 ? state : members[0]
    }.sorted()
  }

  /// The two parties that are spoken of: those that this sentence names beside `others`, else the
  /// nearest sentence before it that names exactly two.
  func pair(except others: [Int]) -> [Int] {
    for named in parties {
      let left = named.filter { party in
        !others.contains { entities.areOneSide(party, $0) }
      }
      let sides = oneOfEachSide(left)
      if sides.count == 2 { return sides }
      if sides.count > 2 { return [] }
    }
    return []
  }
}
