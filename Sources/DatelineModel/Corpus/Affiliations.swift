import DatelineText

/// For whom people act, read off the names beside their titles: "Pakistan's foreign minister, Ishaq
/// Dar", "US President Donald Trump", "Jean Osei, chairwoman of the commission".
struct Affiliations {
  /// For each person: the countries and organisations whose office the person holds, as indices of
  /// entities.
  private(set) var owners: [Int: Set<Int>] = [:]
  /// The same for offices that only a state has.
  private(set) var stateOffices: [Int: Set<Int>] = [:]

  /// Titles whose holders act for whom they serve; an analyst or a coach speaks for himself.
  private static let acting: Set<String> = Set(
    """
    minister president premier chancellor king queen prince emir sultan ambassador envoy diplomat \
    secretary governor chief commander general spokesman spokeswoman spokesperson official officer \
    representative commissioner marshal colonel lieutenant admiral negotiator leader head director \
    chairman chairwoman
    """.split(separator: " ").map(String.init))

  private static let ofState: Set<String> = ["minister", "president", "premier", "chancellor"]

  /// An office that a person holds, and of whom, as indices of entities.
  struct Office: Sendable {
    fileprivate var person: Int
    fileprivate var owner: Int
    fileprivate var isOfState: Bool
  }

  /// Notes offices.
  mutating func add(_ offices: [Office]) {
    for office in offices {
      owners[office.person, default: []].insert(office.owner)
      if office.isOfState { stateOffices[office.person, default: []].insert(office.owner) }
    }
  }

  /// Reads the titles of an article; `find` gives the entity of one of its mentions, a nationality's
  /// being its country.
  static func offices(
    in article: AnnotatedArticle, entities: [Entity], find: (Int) -> Int?
  ) -> [Office] {
    article.mentions.indices.compactMap { office($0, in: article, entities: entities, find: find) }
  }

  private static func office(
    _ index: Int, in article: AnnotatedArticle, entities: [Entity], find: (Int) -> Int?
  ) -> Office? {
    let mention = article.mentions[index]
    guard let role = mention.role, mention.kind == .name,
      let beside = owner(of: role, mention: index, in: article),
      let person = find(index), let owner = find(beside),
      [.geopolitical, .organization].contains(entities[owner].type)
    else { return nil }
    let words = SearchText.key(article.article.text[role]).split(separator: " ").map(String.init)
    guard words.contains(where: acting.contains) else { return nil }
    return Office(
      person: person, owner: owner, isOfState: words.contains(where: ofState.contains))
  }

  /// The mention that owns an office: the one right before it, or the one after "of".
  private static func owner(of role: ByteSpan, mention: Int, in article: AnnotatedArticle) -> Int? {
    func gap(_ lower: UInt32, _ upper: UInt32) -> String? {
      lower < upper && upper - lower <= 8
        ? article.article.text[ByteSpan(Int(lower), Int(upper))] : nil
    }
    if mention > 0, article.mentions[mention - 1].span.upper < role.lower,
      let text = gap(article.mentions[mention - 1].span.upper, role.lower),
      [" ", "'s ", "’s ", "' ", "’ "].contains(text)
    {
      return mention - 1
    }
    let next = mention + 1
    guard article.mentions.indices.contains(next), article.mentions[next].span.lower > role.upper,
      let text = gap(role.upper, article.mentions[next].span.lower),
      [" of ", " of the "].contains(text)
    else { return nil }
    return next
  }
}
