import DatelineText

/// Looks up the entity behind a mention, and who belongs to whom.
struct EntityIndex {
  /// The entities, by identifier order.
  let entities: [Entity]
  /// For each article and mention: the index of its entity, or -1.
  private let byMention: [[Int32]]
  /// The country of each ISO 3166-1 code, as an index.
  private let countries: [String: Int]
  /// For each entity: itself and what it belongs to (its country), as indices, sorted.
  private let families: [[Int]]

  /// Indexes the entities that the chains of `articles` were resolved to.
  init(_ resolution: EntityResolution, articles: [AnnotatedArticle]) {
    entities = resolution.entities
    var indices: [EntityID: Int32] = [:]
    for (index, entity) in entities.enumerated() { indices[entity.id] = Int32(index) }
    var byName: [String: Int32] = [:]
    for (index, entity) in entities.enumerated() where entity.type == .geopolitical {
      byName[SearchText.key(entity.name)] = Int32(index)
    }
    byMention = articles.enumerated().map { index, article in
      article.mentions.map { mention in
        if let government = Self.government(mention, in: article), let country = byName[government]
        {
          return country
        }
        return resolution.entity(of: mention, inArticleAt: index).flatMap { indices[$0] } ?? -1
      }
    }
    families = Self.families(of: entities)
    countries = entities.enumerated().reduce(into: [:]) { countries, item in
      guard let place = item.element.place, place.latitude == nil else { return }
      if countries[place.country] == nil { countries[place.country] = item.offset }
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

  /// The country that a place is, or lies in; nil for what is no place.
  func country(_ entity: Int) -> Int? {
    let type = entities[entity].type
    guard type == .geopolitical || type == .location || type == .facility else { return nil }
    guard let place = entities[entity].place else { return type == .geopolitical ? entity : nil }
    return countries[place.country] ?? (place.latitude == nil ? entity : nil)
  }

  /// A nationality's country, where it is known; anything else itself.
  func home(_ entity: Int) -> Int {
    guard entities[entity].type == .group else { return entity }
    return families[entity].first { entities[$0].type == .geopolitical } ?? entity
  }

  /// The entity as one that can act: a nationality's country, anybody else as they are; nil for
  /// places within a country and for what is no party at all.
  func party(_ entity: Int) -> Int? {
    switch entities[entity].type {
    case .person, .organization: return entity
    case .group: return home(entity)
    case .geopolitical:
      return entities[entity].place.map { $0.latitude == nil } ?? true ? entity : nil
    case .location, .facility, .event, .miscellaneous: return nil
    }
  }

  /// Finds what each entity belongs to: its country where the resolver knows it, else the country
  /// or nationality that its name or its office begins with ("Pakistani military").
  private static func families(of entities: [Entity]) -> [[Int]] {
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
    return entities.enumerated().map { index, entity in
      var family: Set<Int> = [index]
      if let country = entity.country {
        let home = entities.partitioningIndex { $0.id >= country }
        if home < entities.count, entities[home].id == country { family.insert(home) }
      }
      if entity.type == .organization {
        if let home = firstCountry(in: entity.name, countries) { family.insert(home) }
      }
      if entity.type == .person {
        for role in entity.roles {
          if let home = firstCountry(in: role.title, countries) { family.insert(home) }
        }
      }
      return family.sorted()
    }
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

extension EntityResolution {
  /// A nationality's country, where it is known; anything else itself. Cost: a binary search.
  func country(of entity: EntityID) -> EntityID {
    let index = entities.partitioningIndex { $0.id >= entity }
    guard index < entities.count, entities[index].id == entity else { return entity }
    return entities[index].country ?? entity
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
