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
  public static func resolve(_ articles: ArticleList, decisions: [Decision])
    -> EntityResolution
  {
    var memory = ResolvingMemory(keeping: false)
    return resolve(articles, decisions: decisions, memory: &memory)
  }

  /// The same; what `memory` has is not read again.
  static func resolve(
    _ articles: ArticleList, decisions: [Decision], memory: inout ResolvingMemory
  ) -> EntityResolution {
    let table = ChainTable(articles, memory: &memory)
    let nodes = EntityNodes(table, articles)
    var linker = AliasLinker(nodes.forms, isolated: nodes.isolated)
    for (form, chain) in nodes.formOfChainName { linker.unite(form, chain, "one chain") }
    linker.link(withinArticle: false)
    KnownSurnames(nodes, &linker).link(&linker)
    var builder = EntityBuilder(articles, chains: table, nodes: nodes, linker: linker)
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
  /// For each chain of the table: the name that the chain is known by here.
  private(set) var formOfChain: [Int32] = []
  /// For each name: how many mentions the chains have that are known by it, and in how many articles.
  private(set) var weights: [(mentions: Int, articles: Int)] = []

  /// Collects the names of all chains. Names in one chain are brought together only where they are
  /// full names: a surname of one article is no evidence in another.
  init(_ table: ChainTable, _ articles: ArticleList) {
    var reader = NameReader(table)
    var ends: [Int32] = []
    var all: [Key] = []
    for article in 0..<table.articleCount {
      for chain in table.chains(ofArticleAt: article) {
        all += reader.keys(of: chain, article: article)
        ends.append(Int32(all.count))
      }
    }
    let keys = Set(all).sorted { $0.comesBefore($1, table, articles) }
    var index: [Key: Int32] = [:]
    for (number, key) in keys.enumerated() {
      index[key] = Int32(number)
      forms.append(NameForm(table.names[key.name], type: key.type))
      if key.scope >= 0 { isolated.insert(number) }
    }
    weights = Array(repeating: (0, 0), count: forms.count)
    var start = 0
    for (chain, end) in ends.enumerated() {
      let numbers = all[start..<Int(end)].map { Int(index[$0] ?? 0) }
      let own = numbers.first ?? 0
      formOfChain.append(Int32(own))
      for other in numbers.dropFirst() { formOfChainName.append((own, other)) }
      weights[own].mentions += table.mentions(chain).count
      weights[own].articles += 1
      start = Int(end)
    }
  }

  /// A name together with a type that stands for its kind, and the article where it is only known
  /// within one, or -1.
  struct Key: Hashable {
    var name: Int32
    var type: EntityType
    var scope: Int32

    /// Orders by name, kind and article.
    func comesBefore(_ other: Key, _ table: ChainTable, _ articles: ArticleList) -> Bool {
      if name != other.name { return table.names[name].precedesByBytes(table.names[other.name]) }
      if type != other.type { return type < other.type }
      guard scope >= 0, other.scope >= 0 else { return scope < other.scope }
      return articles.id(at: Int(scope)) < articles.id(at: Int(other.scope))
    }
  }
}

/// Tells which names of a chain may link it to other articles; looks at each name once.
private struct NameReader {
  private struct Question: Hashable {
    var name: Int32
    var type: EntityType
  }

  private let table: ChainTable
  /// For each name that bears several of the wavering types, the one that most of its mentions have.
  private var settledTypes: [Int32: EntityType] = [:]
  private var representatives: [Question: EntityType] = [:]
  private var generic: [Question: Bool] = [:]
  private var full: [Question: Bool] = [:]

  init(_ table: ChainTable) {
    self.table = table
    settleTypes()
  }

  /// The names of a chain that may link it to other articles, its own name first.
  mutating func keys(of chain: Int, article: Int) -> [EntityNodes.Key] {
    let name = table.chains[chain].name
    let own = representative(Question(name: name, type: table.chains[chain].type))
    let type = Self.wavering.contains(own) ? settledTypes[name] ?? own : own
    let isGeneric = isGeneric(Question(name: name, type: type))
    var result = [EntityNodes.Key(name: name, type: type, scope: isGeneric ? Int32(article) : -1)]
    guard !isGeneric else { return result }
    for use in table.uses(chain) where use.name != name && !use.isHeld {
      let question = Question(name: use.name, type: type)
      guard isFull(question), !self.isGeneric(question) else { continue }
      result.append(EntityNodes.Key(name: use.name, type: type, scope: -1))
    }
    return result
  }

  /// The types that articles waver between for one name ("Facebook"): it is one thing all the same.
  private static let wavering: Set<EntityType> = [.organization, .group, .event, .miscellaneous]

  private mutating func settleTypes() {
    var votes: [Int32: [EntityType: Int]] = [:]
    for chain in 0..<table.count {
      let name = table.chains[chain].name
      let type = representative(Question(name: name, type: table.chains[chain].type))
      guard Self.wavering.contains(type) else { continue }
      votes[name, default: [:]][type, default: 0] += table.mentions(chain).count
    }
    settledTypes = votes.compactMapValues { tally in
      tally.count < 2
        ? nil : tally.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
    }
  }

  /// One type for the types that a name may waver between.
  private mutating func representative(_ question: Question) -> EntityType {
    if let known = representatives[question] { return known }
    let type = Self.representative(question.type, table.names[question.name])
    representatives[question] = type
    return type
  }

  private static func representative(_ type: EntityType, _ name: String) -> EntityType {
    switch type {
    case .geopolitical, .location, .facility: .geopolitical
    case .event, .miscellaneous:
      NameLexicon.embedded.classes(of: name).contains(.demonym) ? .group : type
    case .person, .organization, .group: type
    }
  }

  private mutating func isFull(_ question: Question) -> Bool {
    if let known = full[question] { return known }
    let isFull = Self.isFull(table.names[question.name], question.type)
    full[question] = isFull
    return isFull
  }

  private mutating func isGeneric(_ question: Question) -> Bool {
    guard question.type == .organization else { return false }
    if let known = generic[question] { return known }
    let isGeneric = Self.isGeneric(table.names[question.name])
    generic[question] = isGeneric
    return isGeneric
  }

  /// Whether a name alone tells who is meant: not a bare surname, not a short form.
  private static func isFull(_ text: String, _ type: EntityType) -> Bool {
    let form = NameForm(text, type: type)
    return type == .person ? form.words.count > 1 : true
  }

  /// Whether any organisation may bear a name ("Foreign Ministry").
  private static func isGeneric(_ text: String) -> Bool {
    let lexicon = NameLexicon.embedded
    return KnownNames.embedded.body(named: text) == nil
      && text.split(separator: " ").allSatisfy { word in
        let classes = lexicon.classes(of: String(word))
        return !classes.isDisjoint(with: .generic)
          && classes.isDisjoint(with: [.demonym, .country, .militant])
      }
  }
}
