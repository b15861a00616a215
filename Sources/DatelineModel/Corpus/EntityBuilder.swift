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
    let roots = members.keys.sorted()
    resolution.entities = roots.map { root in
      var entity = entity(of: members[root] ?? [])
      entity.reasons = reasons[root] ?? []
      return entity
    }
    EntityNamer.tellApart(&resolution.entities)
    var taken: Set<EntityID> = []
    for (index, root) in roots.enumerated() {
      let list = members[root] ?? []
      let id = freeID(resolution.entities[index], list, &taken)
      resolution.entities[index].id = id
      for member in list { resolution.entityOfChain[member.article][member.chain] = id }
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
    entity.name = EntityNamer.name(of: chains, type, counts, first: firstName(list))
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
        guard !Self.isAddress(title), roles.insert("\(id.name) \(title)").inserted else {
          continue
        }
        entity.roles.append(
          .init(
            title: title, provenance: Provenance(article: id, span: role.union(mention.span))))
      }
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
  private func firstName(_ list: [Member]) -> String? {
    for member in list {
      let article = articles[member.article]
      let mentions = article.chains[member.chain].mentions
      if let name = mentions.first(where: { article.mentions[$0].kind == .name }) {
        return article.article.text[article.mentions[name].span]
      }
    }
    return nil
  }

  private func commonType(_ chains: [CoreferenceChain]) -> EntityType {
    var votes: [EntityType: Int] = [:]
    for chain in chains { votes[chain.type, default: 0] += chain.mentions.count }
    let best = votes.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    guard let type = best?.key, type != .event, type != .miscellaneous else {
      let isPeople = chains.allSatisfy {
        NameLexicon.embedded.classes(of: $0.name).contains(.demonym)
      }
      return isPeople ? .group : best?.key ?? .miscellaneous
    }
    return type
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
