import DatelineText

/// Makes the entities of a corpus from linked names.
struct EntityBuilder {
  /// The entities so far.
  private(set) var resolution = EntityResolution()
  private let articles: [AnnotatedArticle]
  private let nodes: EntityNodes
  private var linker: AliasLinker

  /// Prepares the entities of `articles`, whose names were linked.
  init(_ articles: [AnnotatedArticle], nodes: EntityNodes, linker: AliasLinker) {
    self.articles = articles
    self.nodes = nodes
    self.linker = linker
  }

  /// One chain of one article.
  private struct Member {
    var article: Int
    var chain: Int
  }

  /// Does all steps.
  mutating func build() {
    var members: [Int: [Member]] = [:]
    for (article, row) in nodes.formOfChain.enumerated() {
      for (chain, form) in row.enumerated() {
        members[linker.root(form), default: []].append(Member(article: article, chain: chain))
      }
    }
    resolution.entityOfChain = articles.map { Array(repeating: nil, count: $0.chains.count) }
    let reasons = reasonsByRoot()
    var taken: Set<EntityID> = []
    for root in members.keys.sorted() {
      let list = members[root] ?? []
      var entity = entity(of: list)
      entity.reasons = reasons[root] ?? []
      entity.id = freeID(entity, list, &taken)
      for member in list { resolution.entityOfChain[member.article][member.chain] = entity.id }
      resolution.entities.append(entity)
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
    let article = list.first.map { articles[$0.article].article.id.name } ?? ""
    var id = EntityID("\(plain.key)@\(article)")
    var number = 2
    while !taken.insert(id).inserted {
      id = EntityID("\(plain.key)@\(article)#\(number)")
      number += 1
    }
    return id
  }

  // MARK: - One entity

  private func entity(of list: [Member]) -> Entity {
    let chains = list.map { articles[$0.article].chains[$0.chain] }
    let type = commonType(chains)
    var entity = Entity(id: EntityID(""), name: "", type: type)
    var counts: [String: Int] = [:]
    var roles: Set<String> = []
    for member in list { add(member, to: &entity, &counts, &roles) }
    entity.aliases =
      counts.map { Entity.Alias(name: $0.key, count: $0.value) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
    entity.name = name(of: chains, type, counts)
    entity.place = commonPlace(chains)
    return entity
  }

  private func add(
    _ member: Member, to entity: inout Entity, _ counts: inout [String: Int],
    _ roles: inout Set<String>
  ) {
    let article = articles[member.article]
    let id = article.article.id
    if entity.articles.last != id { entity.articles.append(id) }
    for index in article.chains[member.chain].mentions {
      let mention = article.mentions[index]
      entity.mentions.append(.init(article: id, mention: index))
      guard mention.kind == .name else { continue }
      counts[article.article.text[mention.span], default: 0] += 1
      if let role = mention.role {
        let title = article.article.text[role]
        guard roles.insert("\(id.name) \(title)").inserted else { continue }
        entity.roles.append(
          .init(
            title: title, provenance: Provenance(article: id, span: role.union(mention.span))))
      }
    }
  }

  private func commonType(_ chains: [CoreferenceChain]) -> EntityType {
    var votes: [EntityType: Int] = [:]
    for chain in chains { votes[chain.type, default: 0] += chain.mentions.count }
    let best = votes.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    return best?.key ?? .miscellaneous
  }

  /// The canonical name: that of a list, else the fullest name that articles give.
  private func name(
    of chains: [CoreferenceChain], _ type: EntityType, _ counts: [String: Int]
  ) -> String {
    var uses: [String: Int] = [:]
    for chain in chains { uses[chain.name, default: 0] += max(1, chain.mentions.count) }
    let forms = uses.sorted { $0.key < $1.key }.map { (NameForm($0.key, type: type), $0.value) }
    let full = ChainNamer.name(of: forms, type: type)
    guard type == .organization, !full.isEmpty else { return full }
    return acronym(counts, asCommonAs: counts[full, default: 0]) ?? full
  }

  /// The acronym under which an organisation is known: one that is used as often as its full name.
  private func acronym(_ counts: [String: Int], asCommonAs count: Int) -> String? {
    let acronyms = counts.filter { name, uses in
      uses >= count && (2...6).contains(name.utf8.count)
        && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
    return acronyms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func commonPlace(_ chains: [CoreferenceChain]) -> PlaceLink? {
    var votes: [PlaceLink: Int] = [:]
    for chain in chains { if let place = chain.place { votes[place, default: 0] += 1 } }
    return votes.max { left, right in
      left.value != right.value
        ? left.value < right.value
        : (left.key.country, left.key.admin1 ?? "") > (right.key.country, right.key.admin1 ?? "")
    }?.key
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
