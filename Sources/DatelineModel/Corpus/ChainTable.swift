import DatelineText

/// What resolving names needs of the chains of a corpus, read once out of its articles: names by
/// number, in flat arrays, some 60 bytes a chain.
struct ChainTable: Sendable {
  /// One chain of one article.
  struct Chain: Sendable {
    /// The name that the article knows it by.
    var name: Int32
    var type: EntityType
    /// Its place on the map, or -1.
    var place: Int32
    fileprivate var firstUse: Int32
    fileprivate var firstMention: Int32
    fileprivate var firstRole: Int32
  }

  /// A name that mentions of a chain give.
  struct Use: Sendable {
    var name: Int32
    var count: Int32
    /// Whether the article qualifies it where it first stands ("Indian-held Kashmir"): it says too
    /// little without that.
    var isHeld: Bool
  }

  /// An office or title beside a mention of a chain.
  struct Role: Sendable {
    var title: Int32
    var span: ByteSpan
  }

  private(set) var names = NameTable()
  private(set) var places: [PlaceLink] = []
  /// The chains of all articles, article by article.
  private(set) var chains: [Chain] = []
  /// For each article: its first chain; and the end.
  private var firstChains: [Int32] = [0]
  private var allUses: [Use] = []
  private var allMentions: [Int32] = []
  private var allRoles: [Role] = []
  private var placeNumbers: [PlaceLink: Int32] = [:]

  /// Reads the chains of `articles`, but for what `memory` has. Cost: one pass over these.
  init(_ articles: ArticleList, memory: inout ResolvingMemory) {
    memory.chains.forEach(in: articles, memory.unchangedAsRead) {
      ReadChains($1)
    } take: { _, read in
      for chain in read.chains { add(chain) }
      firstChains.append(Int32(self.chains.count))
    }
    placeNumbers = [:]
    chains.append(
      Chain(
        name: 0, type: .miscellaneous, place: -1, firstUse: Int32(allUses.count),
        firstMention: Int32(allMentions.count), firstRole: Int32(allRoles.count)))
  }

  private mutating func add(_ chain: ReadChains.Chain) {
    chains.append(
      Chain(
        name: names.number(of: chain.name), type: chain.type,
        place: chain.place.map { number(of: $0) } ?? -1, firstUse: Int32(allUses.count),
        firstMention: Int32(allMentions.count), firstRole: Int32(allRoles.count)))
    for use in chain.uses {
      allUses.append(
        Use(name: names.number(of: use.name), count: Int32(use.count), isHeld: use.isHeld))
    }
    allMentions += chain.mentions.lazy.map { Int32($0) }
    for role in chain.roles {
      allRoles.append(Role(title: names.number(of: role.title), span: role.span))
    }
  }

  private mutating func number(of place: PlaceLink) -> Int32 {
    if let known = placeNumbers[place] { return known }
    places.append(place)
    placeNumbers[place] = Int32(places.count - 1)
    return Int32(places.count - 1)
  }

  /// How many articles there are.
  var articleCount: Int { firstChains.count - 1 }
  /// How many chains there are.
  var count: Int { chains.count - 1 }

  /// The chains of an article.
  func chains(ofArticleAt index: Int) -> Range<Int> {
    Int(firstChains[index])..<Int(firstChains[index + 1])
  }
  /// The names that the mentions of a chain give, in the order in which they first stand.
  func uses(_ chain: Int) -> ArraySlice<Use> {
    allUses[Int(chains[chain].firstUse)..<Int(chains[chain + 1].firstUse)]
  }
  /// The mentions of a chain, as indices.
  func mentions(_ chain: Int) -> ArraySlice<Int32> {
    allMentions[Int(chains[chain].firstMention)..<Int(chains[chain + 1].firstMention)]
  }
  /// The roles of a chain, in order.
  func roles(_ chain: Int) -> ArraySlice<Role> {
    allRoles[Int(chains[chain].firstRole)..<Int(chains[chain + 1].firstRole)]
  }
  /// The name of a chain.
  func name(_ chain: Int) -> String { names[chains[chain].name] }
}

/// Numbers strings in the order in which they first come.
struct NameTable: Sendable {
  private var strings: [String] = []
  private var numbers: [String: Int32] = [:]

  /// How many there are.
  var count: Int { strings.count }

  /// The string of a number.
  subscript(number: Int32) -> String { strings[Int(number)] }

  /// The number of a string, a new one where it comes for the first time.
  mutating func number(of string: String) -> Int32 {
    if let known = numbers[string] { return known }
    numbers[string] = Int32(strings.count)
    strings.append(string)
    return Int32(strings.count - 1)
  }
}

/// The chains of one article with the names and roles that their mentions give.
struct ReadChains: Sendable {
  fileprivate struct Chain: Sendable {
    var name: String
    var type: EntityType
    var place: PlaceLink?
    var mentions: [Int]
    var uses: [(name: String, count: Int, isHeld: Bool)] = []
    var roles: [(title: String, span: ByteSpan)] = []
  }

  fileprivate let chains: [Chain]

  /// Reads the chains of `article`.
  init(_ article: AnnotatedArticle) {
    let text = article.article.text
    chains = article.chains.map { chain in
      var read = Chain(
        name: chain.name, type: chain.type, place: chain.place, mentions: chain.mentions)
      for mention in chain.mentions.lazy.map({ article.mentions[$0] }) where mention.kind == .name {
        let name = text[mention.span]
        if let known = read.uses.firstIndex(where: { $0.name == name }) {
          read.uses[known].count += 1
        } else {
          read.uses.append((name, 1, article.holder(of: mention) != nil))
        }
        if let role = mention.role {
          read.roles.append((text[role], role.union(mention.span)))
        }
      }
      return read
    }
  }
}
