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
    byMention = articles.enumerated().map { index, article in
      article.mentions.map { mention in
        resolution.entity(of: mention, inArticleAt: index).flatMap { indices[$0] } ?? -1
      }
    }
    families = Self.families(of: entities)
    countries = entities.enumerated().reduce(into: [:]) { countries, item in
      guard let place = item.element.place, place.admin1 == nil else { return }
      if countries[place.country] == nil { countries[place.country] = item.offset }
    }
  }

  /// The entity of a mention, as an index; nil where it has none.
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
    return countries[place.country] ?? (place.admin1 == nil ? entity : nil)
  }

  /// A nationality's country, where it is known; anything else itself.
  func home(_ entity: Int) -> Int {
    guard entities[entity].type == .group else { return entity }
    return families[entity].first { entities[$0].type == .geopolitical } ?? entity
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
