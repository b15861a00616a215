public import DatelineText

/// An office that articles give an entity, whom it serves, and when they say so.
public struct EntityOffice: Hashable, Sendable {
  /// The office as first written ("Foreign Minister").
  public var title: String
  /// The country or body that it serves; nil where no article says which.
  public var body: EntityID?
  /// From the first day that an article with it is dated to the last; nil where none is dated.
  public var interval: DayInterval?
  /// Where articles say so, in order.
  public var supports: [Provenance]
}

/// The offices of the entities of a corpus: titles beside names, and the relations of people to what
/// they act for, brought together.
public struct EntityOffices {
  private let corpus: Corpus
  /// For each entity the relations that name an office, by number.
  private let relations: [EntityID: [Int]]

  /// Prepares to tell the offices of `corpus`, whose facts are resolved. Cost: the number of its
  /// relations.
  public init(_ corpus: Corpus) {
    self.corpus = corpus
    relations = corpus.facts.relations.enumerated().reduce(into: [:]) { found, entry in
      guard entry.element.kind == .role else { return }
      found[entry.element.source, default: []].append(entry.offset)
    }
  }

  /// The offices of `entity`, those given first in front; undated ones come last.
  public func offices(of entity: Entity) -> [EntityOffice] {
    let relations = relations[entity.id, default: []].map { corpus.facts.relations[$0] }
    var offices: [EntityOffice] = []
    for role in entity.roles {
      let body = Self.body(role, relations)
      Self.add(role.title, body, [role.provenance], to: &offices)
    }
    for relation in relations {
      guard let title = relation.detail else { continue }
      let rest = relation.supports.filter { support in
        !entity.roles.contains { Self.holds(support, $0.provenance) }
      }
      if !rest.isEmpty { Self.add(title, relation.target, rest, to: &offices) }
    }
    return Self.settled(offices).map(dated).sorted(by: Self.isBefore)
  }

  /// Whom an office serves by the sentence that it is in: the relation of the same title goes before
  /// others.
  private static func body(_ role: Entity.Role, _ relations: [Relation]) -> EntityID? {
    let told = relations.filter { $0.supports.contains { holds($0, role.provenance) } }
    return (told.first { $0.detail?.lowercased() == role.title.lowercased() } ?? told.first)?.target
  }

  private static func holds(_ sentence: Provenance, _ place: Provenance) -> Bool {
    sentence.article == place.article && sentence.span.lower <= place.span.lower
      && place.span.upper <= sentence.span.upper
  }

  private static func add(
    _ title: String, _ body: EntityID?, _ supports: [Provenance], to offices: inout [EntityOffice]
  ) {
    let same = offices.firstIndex {
      $0.body == body && $0.title.lowercased() == title.lowercased()
    }
    if let same {
      offices[same].supports += supports
    } else {
      offices.append(EntityOffice(title: title, body: body, supports: supports))
    }
  }

  /// `offices` with each that names no body added to the one of the same title that does, where
  /// there is but one.
  private static func settled(_ offices: [EntityOffice]) -> [EntityOffice] {
    var settled = offices.filter { $0.body != nil }
    for office in offices where office.body == nil {
      let same = settled.indices.filter {
        settled[$0].title.lowercased() == office.title.lowercased()
      }
      if same.count == 1 {
        settled[same[0]].supports += office.supports
      } else {
        settled.append(office)
      }
    }
    return settled
  }

  private func dated(_ office: EntityOffice) -> EntityOffice {
    var office = office
    office.supports = Set(office.supports).sorted()
    let days = office.supports.compactMap { corpus.head($0.article)?.date.interval }
    let (first, last) = (days.compactMap(\.earliest).min(), days.compactMap(\.latest).max())
    if first != nil || last != nil { office.interval = DayInterval(earliest: first, latest: last) }
    return office
  }

  private static func isBefore(_ left: EntityOffice, _ right: EntityOffice) -> Bool {
    switch (left.interval?.earliest, right.interval?.earliest) {
    case (let first?, let second?) where first != second: return first < second
    case (_?, nil): return true
    case (nil, _?): return false
    default: break
    }
    guard let first = left.supports.first, let second = right.supports.first, first != second else {
      return left.title < right.title
    }
    return first < second
  }
}
