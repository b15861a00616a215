import DatelineText

/// Makes the entities of a corpus from linked names.
struct EntityBuilder {
  /// The entities so far.
  private(set) var resolution = EntityResolution()
  private let articles: ArticleList
  private let chains: ChainTable
  private let nodes: EntityNodes
  private var linker: AliasLinker

  /// Prepares the entities of `articles`, whose names were linked.
  init(_ articles: ArticleList, chains: ChainTable, nodes: EntityNodes, linker: AliasLinker) {
    self.articles = articles
    self.chains = chains
    self.nodes = nodes
    self.linker = linker
  }

  /// One chain of one article.
  private struct Member {
    var article: Int32
    /// The chain, as an index into the table.
    var chain: Int32
  }

  /// Does all steps.
  mutating func build() {
    var members: [Int: [Member]] = [:]
    for article in 0..<chains.articleCount {
      for chain in chains.chains(ofArticleAt: article) {
        members[linker.root(Int(nodes.formOfChain[chain])), default: []].append(
          Member(article: Int32(article), chain: Int32(chain)))
      }
    }
    resolution.entityOfChain = (0..<chains.articleCount).map {
      Array(repeating: nil, count: chains.chains(ofArticleAt: $0).count)
    }
    let reasons = reasonsByRoot()
    let roots = members.keys.sorted()
    let lists = roots.map { members[$0] ?? [] }
    members = [:]
    let (all, table) = (articles, chains)
    resolution.entities = all.concurrency.map(roots.count) { index in
      var entity = Self.entity(of: lists[index], table, all)
      entity.reasons = reasons[roots[index]] ?? []
      return entity
    }
    EntityNamer.tellApart(&resolution.entities)
    var taken: Set<EntityID> = []
    for (index, list) in lists.enumerated() {
      let id = freeID(resolution.entities[index], list, &taken)
      resolution.entities[index].id = id
      for member in list {
        let article = Int(member.article)
        let chain = Int(member.chain) - chains.chains(ofArticleAt: article).lowerBound
        resolution.entityOfChain[article][chain] = id
      }
    }
    linkCountries()
    EntitySuggestions.add(to: &resolution.entities)
    resolution.entities.sort { $0.id < $1.id }
  }

  private mutating func reasonsByRoot() -> [Int: [String]] {
    var result: [Int: [String]] = [:]
    for reason in linker.reasons {
      let first = nodes.forms[reason.first].text
      let second = nodes.forms[reason.second].text
      guard first != second else { continue }
      result[linker.root(reason.first), default: []].append("\(second) is \(first): \(reason.rule)")
    }
    return result.mapValues { Array(Set($0)).sorted() }
  }

  /// The identifier of an entity; one whose name another bears too is told apart by its article.
  private func freeID(_ entity: Entity, _ list: [Member], _ taken: inout Set<EntityID>) -> EntityID
  {
    let plain = EntityID("\(entity.type.rawValue):\(DatelineText.FoldedText.fold(entity.name))")
    if taken.insert(plain).inserted { return plain }
    let article = list.first.map { articles.id(at: Int($0.article)).name } ?? ""
    var id = EntityID("\(plain.key)@\(article)")
    var number = 2
    while !taken.insert(id).inserted {
      id = EntityID("\(plain.key)@\(article)#\(number)")
      number += 1
    }
    return id
  }

  // MARK: - One entity

  private static func entity(
    of list: [Member], _ chains: ChainTable, _ articles: ArticleList
  ) -> Entity {
    let type = commonType(list, chains)
    var entity = Entity(id: EntityID(""), name: "", type: type)
    entity.mentions.reserveCapacity(list.reduce(0) { $0 + chains.mentions(Int($1.chain)).count })
    var counts: [Int32: Int] = [:]
    var roles: Set<Title> = []
    for member in list { add(member, chains, articles, to: &entity, &counts, &roles) }
    let named = counts.reduce(into: [String: Int]()) { $0[chains.names[$1.key]] = $1.value }
    entity.aliases =
      named.map { Entity.Alias(name: $0.key, count: $0.value) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
    let names = Set(list.lazy.map { chains.chains[Int($0.chain)].name })
    entity.name = EntityNamer.name(
      of: Set(names.map { chains.names[$0] }), type, named, first: firstName(list, chains))
    entity.place = commonPlace(list, chains)
    return entity
  }

  /// A title that an article gives.
  private struct Title: Hashable {
    var article: Int32
    var title: Int32
  }

  private static func add(
    _ member: Member, _ chains: ChainTable, _ articles: ArticleList, to entity: inout Entity,
    _ counts: inout [Int32: Int], _ roles: inout Set<Title>
  ) {
    let id = articles.id(at: Int(member.article))
    let chain = Int(member.chain)
    if entity.articles.last != id { entity.articles.append(id) }
    for mention in chains.mentions(chain) {
      entity.mentions.append(.init(article: id, mention: Int(mention)))
    }
    for use in chains.uses(chain) { counts[use.name, default: 0] += Int(use.count) }
    for role in chains.roles(chain) {
      let title = chains.names[role.title]
      guard !isAddress(title),
        roles.insert(Title(article: member.article, title: role.title)).inserted
      else { continue }
      entity.roles.append(
        .init(title: title, provenance: Provenance(article: id, span: role.span)))
    }
  }

  /// Whether a title is a form of address alone ("Mr."), which says nothing of what somebody does.
  private static func isAddress(_ title: String) -> Bool {
    title.split(whereSeparator: { $0 == " " || $0 == "." }).allSatisfy {
      address.contains($0.lowercased())
    }
  }

  private static let address: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "sir", "madam", "madame", "mme", "monsieur", "herr", "frau",
    "señor", "señora", "shri", "smt",
  ]

  /// The first name of the first article that gives one.
  private static func firstName(_ list: [Member], _ chains: ChainTable) -> String? {
    for member in list {
      if let use = chains.uses(Int(member.chain)).first { return chains.names[use.name] }
    }
    return nil
  }

  private static func commonType(_ list: [Member], _ chains: ChainTable) -> EntityType {
    var votes: [EntityType: Int] = [:]
    for member in list {
      let chain = Int(member.chain)
      votes[chains.chains[chain].type, default: 0] += chains.mentions(chain).count
    }
    let best = votes.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    guard let type = best?.key, type != .event, type != .miscellaneous else {
      let isPeople = list.allSatisfy {
        NameLexicon.embedded.classes(of: chains.name(Int($0.chain))).contains(.demonym)
      }
      return isPeople ? .group : best?.key ?? .miscellaneous
    }
    return type
  }

  private static func commonPlace(_ list: [Member], _ chains: ChainTable) -> PlaceLink? {
    var votes: [Int32: Int] = [:]
    for member in list {
      let place = chains.chains[Int(member.chain)].place
      if place >= 0 { votes[place, default: 0] += 1 }
    }
    let places = votes.sorted { $0.key < $1.key }
      .map { (place: chains.places[Int($0.key)], votes: $0.value) }
    return places.max { left, right in
      left.votes != right.votes
        ? left.votes < right.votes
        : (left.place.country, left.place.admin1 ?? "")
          > (right.place.country, right.place.admin1 ?? "")
    }?.place
  }

  /// Points each nationality at its country, where the corpus speaks of that country.
  private mutating func linkCountries() {
    var countries: [String: EntityID] = [:]
    for entity in resolution.entities where entity.type == .geopolitical {
      if let country = KnownNames.embedded.country(named: entity.name) {
        countries[country.code] = entity.id
      }
    }
    for index in resolution.entities.indices where resolution.entities[index].type == .group {
      let name = resolution.entities[index].name
      if let country = KnownNames.embedded.country(ofPeople: name) {
        resolution.entities[index].country = countries[country.code]
      }
    }
  }
}
