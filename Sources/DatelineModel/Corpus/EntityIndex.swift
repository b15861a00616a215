import DatelineText

/// Looks up the entity behind a mention, and who belongs to whom.
struct EntityIndex {
  /// The entities, by identifier order.
  let entities: [Entity]
  /// For each article and mention: the index of its entity, or -1.
  private let byMention: [[Int32]]
  /// For each entity: whether it is a country, or a place of which no more is known.
  private let isState: [Bool]
  /// The country of each ISO 3166-1 code, as an index.
  private let countries: [String: Int]
  /// For each entity: itself and what it belongs to (its country), as indices, sorted.
  private let families: [[Int]]
  /// Which organisations govern which countries.
  private let governments: Governments

  /// Indexes the entities that the chains of `articles` were resolved to.
  init(_ resolution: EntityResolution, articles: ArticleList) {
    let entities = resolution.entities
    self.entities = entities
    var indices: [EntityID: Int32] = [:]
    for (index, entity) in entities.enumerated() { indices[entity.id] = Int32(index) }
    var byName: [String: Int32] = [:]
    for (index, entity) in entities.enumerated() where entity.type == .geopolitical {
      byName[SearchText.key(entity.name)] = Int32(index)
    }
    let (rows, capitals) = (indices, byName)
    let homes = entities.map { entity in
      entity.type == .group ? entity.country.flatMap { rows[$0] }.map(Int.init) : nil
    }
    var byMention: [[Int32]] = []
    var affiliations = Affiliations()
    var signs = Governments.Signs()
    articles.forEach({ index, article in
      let chains = resolution.entityOfChain[index].map { $0.flatMap { rows[$0] } ?? -1 }
      let named = article.mentions.map { mention -> Int32 in
        if let government = Self.government(mention, in: article),
          let country = capitals[government]
        {
          return country
        }
        return mention.chain.map { chains[$0] } ?? -1
      }
      let find = { (mention: Int) -> Int? in
        let entity = Int(named[mention])
        return entity < 0 ? nil : homes[entity] ?? entity
      }
      return (
        named: named, offices: Affiliations.offices(in: article, entities: entities, find: find),
        signs: Governments.signs(in: article, entities: entities, find: find)
      )
    }) { _, read in
      byMention.append(read.named)
      affiliations.add(read.offices)
      signs.add(read.signs)
    }
    self.byMention = byMention
    governments = Governments(signs, entities: entities, offices: affiliations.stateOffices)
    families = Self.families(
      of: entities, owners: affiliations.owners, countryOf: governments.countryOf)
    isState = entities.map { entity in
      entity.type == .geopolitical
        && (KnownNames.embedded.country(named: entity.name) != nil
          || entity.place == nil && KnownNames.embedded.country(ofSeat: entity.name) == nil)
    }
    countries = entities.enumerated().reduce(into: [:]) { countries, item in
      guard let country = KnownNames.embedded.country(named: item.element.name),
        item.element.type == .geopolitical
      else { return }
      if countries[country.code] == nil { countries[country.code] = item.offset }
    }
  }

  /// The country for whose government a capital stands here ("Islamabad denied"), folded.
  private static func government(_ mention: Mention, in article: AnnotatedArticle) -> String? {
    guard mention.isMetonym, let chain = mention.chain, article.chains.indices.contains(chain)
    else { return nil }
    return article.chains[chain].governmentOf.map(SearchText.key)
  }

  /// The entity of a mention, as an index, a government's being its country; nil where it has none.
  func entity(article: Int, mention: Int) -> Int? {
    guard byMention[article].indices.contains(mention), byMention[article][mention] >= 0 else {
      return nil
    }
    return Int(byMention[article][mention])
  }

  /// The entities of several mentions of one article: sorted, without repetition.
  func entities(article: Int, mentions: [Int]) -> [Int] {
    Set(mentions.compactMap { entity(article: article, mention: $0) }).sorted()
  }

  /// The entities of several mentions as those who speak and act: a people's country in its place.
  func parties(article: Int, mentions: [Int]) -> [Int] {
    Set(entities(article: article, mentions: mentions).map(home)).sorted()
  }

  /// The identifiers of entities, sorted.
  func ids(_ indices: [Int]) -> [EntityID] { indices.map { entities[$0].id }.sorted() }

  /// The index of the entity `id`; nil where there is none. Cost: a binary search.
  func index(of id: EntityID) -> Int? {
    let index = entities.partitioningIndex { $0.id >= id }
    return index < entities.count && entities[index].id == id ? index : nil
  }

  /// The entity and what it belongs to.
  func family(_ entity: Int) -> [Int] { families[entity] }

  /// Whether two entities are the same, or one belongs to the other, or both to the same country.
  func areRelated(_ left: Int, _ right: Int) -> Bool {
    left == right || families[left].contains { families[right].contains($0) }
  }

  /// Whether an entity is a place that is no country.
  func isPlaceWithin(_ entity: Int) -> Bool {
    switch entities[entity].type {
    case .geopolitical: !isState[entity]
    case .location, .facility: true
    case .person, .organization, .group, .event, .miscellaneous: false
    }
  }

  /// Whether a place lies in a country.
  func isWithin(_ place: Int, _ whole: Int) -> Bool {
    isPlaceWithin(place) && isState[whole] && country(place) == whole
  }

  /// The country that a place is, or lies in; nil for what is no place.
  func country(_ entity: Int) -> Int? {
    let type = entities[entity].type
    guard type == .geopolitical || type == .location || type == .facility else { return nil }
    if isState[entity] { return entity }
    let code =
      entities[entity].place?.country
      ?? KnownNames.embedded.country(ofSeat: entities[entity].name)?.code
    return code.flatMap { countries[$0] }
  }

  /// A nationality's country, where it is known; anything else itself.
  func home(_ entity: Int) -> Int {
    guard entities[entity].type == .group else { return entity }
    return families[entity].first { entities[$0].type == .geopolitical } ?? entity
  }

  /// The entity as one that can act: a nationality's country, anybody else as they are; nil for
  /// places within a country and for what is no party at all.
  func land(_ entity: Int) -> Int? {
    switch entities[entity].type {
    case .person, .organization: return entity
    case .group: return home(entity)
    case .geopolitical:
      return isState[entity] ? entity : nil
    case .location, .facility, .event, .miscellaneous: return nil
    }
  }

  /// The entity as a party: a country that is known by the name of those who govern it is they.
  func party(_ entity: Int) -> Int? {
    land(entity).map { governments.partyOf[$0] ?? $0 }
  }

  /// What stands for an entity where sides are compared: the country for its nationality, its
  /// organs and those who govern it; anybody else for themselves.
  func side(_ entity: Int) -> Int {
    if let country = governments.countryOf[entity] { return country }
    guard [.organization, .group].contains(entities[entity].type) else { return entity }
    return families[entity].first { entities[$0].type == .geopolitical } ?? entity
  }

  /// The country whose office a person holds; nil for anybody else, and where there are several.
  func state(ofOfficial entity: Int) -> Int? {
    guard entities[entity].type == .person else { return nil }
    let countries = families[entity].filter { entities[$0].type == .geopolitical }
    return countries.count == 1 ? countries[0] : nil
  }

  // MARK: - What has changed

  /// All that can be looked up of an entity, with the numbers that `moves` gives other entities: -1
  /// for one that is gone, -2 where there is none.
  func outline(_ entity: Int, movedBy moves: EntityMoves? = nil) -> EntityOutline {
    let found = entities[entity]
    let related =
      families[entity]
      + [country(entity), governments.countryOf[entity], governments.partyOf[entity]]
      .map { $0 ?? -2 }
    return EntityOutline(
      type: found.type, name: found.name, names: found.aliases.map(\.name).sorted(),
      place: found.place, country: found.country, isState: isState[entity],
      related: related.map { $0 < 0 ? $0 : moves?[$0] ?? $0 })
  }

  /// Whether an article's mentions are of those whom the mentions of an article were of in an earlier
  /// index, all of whom are as they were.
  func names(
    inArticle article: Int, areThoseOf known: EntityIndex, inArticle earlier: Int,
    movedBy moves: EntityMoves
  ) -> Bool {
    let (now, then) = (byMention[article], known.byMention[earlier])
    guard now.count == then.count else { return false }
    return zip(now, then).allSatisfy { now, then in
      guard now >= 0, then >= 0 else { return now == then }
      return moves[Int(then)] == Int(now) && moves.isSame(Int(now))
    }
  }

  /// Finds what each entity belongs to: the country of a nationality and of those who govern it, the
  /// country that the name of an organ of state begins with ("Pakistani military"), and whom an
  /// official serves.
  private static func families(
    of entities: [Entity], owners: [Int: Set<Int>], countryOf: [Int: Int]
  ) -> [[Int]] {
    let countries = countries(of: entities)
    return entities.enumerated().map { index, entity in
      var family: Set<Int> = [index]
      if let country = entity.country {
        let home = entities.partitioningIndex { $0.id >= country }
        if home < entities.count, entities[home].id == country { family.insert(home) }
      }
      if entity.type == .organization, StateOrgans.contain(entity.name),
        let home = firstCountry(in: entity.name, countries)
      {
        family.insert(home)
      }
      if let home = countryOf[index] { family.insert(home) }
      for owner in owners[index, default: []] {
        family.insert(owner)
        if let home = countryOf[owner] { family.insert(home) }
      }
      return family.sorted()
    }
  }

  /// The names of countries and nationalities, folded, each with its country.
  private static func countries(of entities: [Entity]) -> [String: Int] {
    var countries: [String: Int] = [:]
    for (index, entity) in entities.enumerated()
    where entity.type == .geopolitical || entity.type == .group {
      let home =
        entity.country.flatMap { id in
          let index = entities.partitioningIndex { $0.id >= id }
          return index < entities.count && entities[index].id == id ? index : nil
        } ?? index
      for name in entity.aliases.map(\.name) + [entity.name] {
        let key = SearchText.key(name)
        if countries[key] == nil || entity.type == .geopolitical { countries[key] = home }
      }
    }
    return countries
  }

  /// The country that a name begins with: its first word or its first two.
  private static func firstCountry(in name: String, _ countries: [String: Int]) -> Int? {
    let words = SearchText.query(name).split { !SearchText.isWord($0) }
      .map { String(decoding: $0, as: UTF8.self) }.filter { $0 != "the" }
    for length in [2, 1] where words.count > length {
      if let home = countries[words.prefix(length).joined(separator: " ")] { return home }
    }
    return nil
  }
}

/// Nouns for organs of a state, which belong to the country named before them.
enum StateOrgans {
  private static let nouns: Set<String> = Set(
    """
    military army navy force forces police ministry intelligence government parliament court agency \
    agencies service services guard guards troops cabinet embassy senate congress assembly \
    authority authorities command department bank
    """.split(separator: " ").map(String.init))

  /// Whether a name contains such a noun.
  static func contain(_ name: String) -> Bool {
    SearchText.key(name).split(separator: " ").contains { nouns.contains(String($0)) }
  }
}

extension AnnotatedArticle {
  /// The mentions that stand in a sentence, as indices. Cost: a binary search.
  func mentionIndices(inSentence sentence: Int) -> [Int] {
    guard sentences.indices.contains(sentence) else { return [] }
    let span = sentences[sentence].span
    let first = mentions.partitioningIndex { $0.span.lower >= span.lower }
    return Array(mentions[first...].indices.prefix { mentions[$0].span.lower < span.upper })
  }
}
