public import DatelineText

/// Which entity each chain of each article belongs to.
public struct EntityResolution: Hashable, Sendable {
  /// The entities, in order of their identifiers.
  public var entities: [Entity]
  /// For each article, in the order given, the entity of each of its chains; nil for a chain that
  /// the user rejected.
  public var entityOfChain: [[EntityID?]]

  /// Makes a resolution of nothing.
  public init() {
    entities = []
    entityOfChain = []
  }

  /// The entity of a mention; nil where the mention is unresolved or rejected.
  public func entity(of mention: Mention, inArticleAt index: Int) -> EntityID? {
    mention.chain.flatMap { entityOfChain[index][$0] }
  }
}

/// Brings the chains of all articles together: one entity for every name that it bears.
///
/// The names of all chains are linked by the rules that link names within an article, but a short
/// name (a surname, an acronym) is linked only where one entity of the whole corpus fits it. Names
/// that every body may bear ("Foreign Ministry") stay within their article.
public enum EntityResolver {
  /// Resolves the chains of `articles`, which are sorted by identifier, and applies `decisions`.
  ///
  /// The result depends on the set of articles alone. Cost: near-linear in the number of chains.
  public static func resolve(_ articles: [AnnotatedArticle], decisions: [Decision])
    -> EntityResolution
  {
    let nodes = EntityNodes(articles)
    var linker = AliasLinker(nodes.forms, isolated: nodes.isolated)
    for (form, chain) in nodes.formOfChainName { linker.unite(form, chain, "one chain") }
    linker.link(withinArticle: false)
    KnownSurnames(nodes, &linker).link(&linker)
    var builder = EntityBuilder(articles, nodes: nodes, linker: linker)
    builder.build()
    return EntityDecisions.apply(decisions, to: builder.resolution, of: articles)
  }
}

/// The distinct names of a corpus, and which chains bear them.
struct EntityNodes {
  /// The distinct names, each with the kind of entity that bears it, in order of both.
  private(set) var forms: [NameForm] = []
  /// The names that are only known within one article.
  private(set) var isolated: Set<Int> = []
  /// Pairs of names that one chain of some article brought together.
  private(set) var formOfChainName: [(Int, Int)] = []
  /// For each article and chain: the name that the chain is known by here.
  private(set) var formOfChain: [[Int]] = []
  /// For each name: how many mentions the chains have that are known by it, and in how many articles.
  private(set) var weights: [(mentions: Int, articles: Int)] = []

  /// Collects the names of all chains. Names in one chain are brought together only where they are
  /// full names: a surname of one article is no evidence in another.
  init(_ articles: [AnnotatedArticle]) {
    var keys: [Key] = []
    var chainKeys: [[[Key]]] = []
    let types = Self.settledTypes(articles)
    for article in articles {
      chainKeys.append(article.chains.map { Self.keys(of: $0, in: article, types) })
    }
    for chains in chainKeys { for list in chains { keys += list } }
    keys = Array(Set(keys)).sorted()
    var index: [Key: Int] = [:]
    for (number, key) in keys.enumerated() {
      index[key] = number
      forms.append(NameForm(key.text, type: key.type))
      if !key.scope.isEmpty { isolated.insert(number) }
    }
    for chains in chainKeys {
      var row: [Int] = []
      for list in chains {
        let numbers = list.compactMap { index[$0] }
        row.append(numbers.first ?? 0)
        for other in numbers.dropFirst() { formOfChainName.append((numbers[0], other)) }
      }
      formOfChain.append(row)
    }
    weights = Array(repeating: (0, 0), count: forms.count)
    for (article, row) in formOfChain.enumerated() {
      for (chain, form) in row.enumerated() {
        weights[form].mentions += articles[article].chains[chain].mentions.count
        weights[form].articles += 1
      }
    }
  }

  /// A name together with a type that stands for its kind, and the article where it is only known
  /// within one.
  struct Key: Hashable, Comparable {
    var text: String
    var type: EntityType
    var scope: String

    static func < (left: Key, right: Key) -> Bool {
      if left.text != right.text {
        return left.text.precedesByBytes(right.text)
      }
      if left.type != right.type { return left.type < right.type }
      return left.scope.precedesByBytes(right.scope)
    }
  }

  /// The names of a chain that may link it to other articles, its own name first.
  private static func keys(
    of chain: CoreferenceChain, in article: AnnotatedArticle, _ types: [String: EntityType]
  ) -> [Key] {
    let own = representative(chain.type, chain.name)
    let type = wavering.contains(own) ? types[chain.name] ?? own : own
    let isGeneric = isGeneric(chain.name, type)
    var result = [
      Key(text: chain.name, type: type, scope: isGeneric ? article.article.id.name : "")
    ]
    guard !isGeneric else { return result }
    var seen: Set<String> = [chain.name]
    for index in chain.mentions where article.mentions[index].kind == .name {
      let text = article.article.text[article.mentions[index].span]
      // A name that the article qualifies ("Indian-held Kashmir") says too little without it.
      guard seen.insert(text).inserted, isFull(text, type), !Self.isGeneric(text, type),
        article.holder(of: article.mentions[index]) == nil
      else { continue }
      result.append(Key(text: text, type: type, scope: ""))
    }
    return result
  }

  /// The types that articles waver between for one name ("Facebook"): it is one thing all the same.
  private static let wavering: Set<EntityType> = [.organization, .group, .event, .miscellaneous]

  /// For each name that bears several of the wavering types, the one that most of its mentions have.
  private static func settledTypes(_ articles: [AnnotatedArticle]) -> [String: EntityType] {
    var votes: [String: [EntityType: Int]] = [:]
    for chain in articles.lazy.flatMap(\.chains) {
      let type = representative(chain.type, chain.name)
      guard wavering.contains(type) else { continue }
      votes[chain.name, default: [:]][type, default: 0] += chain.mentions.count
    }
    return votes.compactMapValues { tally in
      tally.count < 2
        ? nil : tally.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
    }
  }

  /// One type for the types that a name may waver between.
  private static func representative(_ type: EntityType, _ name: String) -> EntityType {
    switch type {
    case .geopolitical, .location, .facility: .geopolitical
    case .event, .miscellaneous:
      NameLexicon.embedded.classes(of: name).contains(.demonym) ? .group : type
    case .person, .organization, .group: type
    }
  }

  /// Whether a name alone tells who is meant: not a bare surname, not a short form.
  private static func isFull(_ text: String, _ type: EntityType) -> Bool {
    let form = NameForm(text, type: type)
    return type == .person ? form.words.count > 1 : true
  }

  private static func isGeneric(_ text: String, _ type: EntityType) -> Bool {
    guard type == .organization else { return false }
    let lexicon = NameLexicon.embedded
    return KnownNames.embedded.body(named: text) == nil
      && text.split(separator: " ").allSatisfy { word in
        let classes = lexicon.classes(of: String(word))
        return !classes.isDisjoint(with: .generic)
          && classes.isDisjoint(with: [.demonym, .country, .militant])
      }
  }
}
