import DatelineText

/// Where the entities of an earlier resolving stand now, and which are as they were.
///
/// Both are in order of their identifiers, so numbers keep their order when they move.
struct EntityMoves: Sendable {
  /// For each earlier entity: its number now, or -1.
  private var places: [Int32] = []
  /// For each entity now: whether all that steps look up of it is as it was.
  private var isSame: [Bool] = []
  /// Whether every entity has the number that it had.
  private(set) var isIdentity = false

  /// Compares the entities of `index` with those of `known`. Cost: a pass over both.
  init(from known: EntityIndex, to index: EntityIndex) {
    var place = 0
    for entity in known.entities {
      while place < index.entities.count, index.entities[place].id < entity.id { place += 1 }
      let isThere = place < index.entities.count && index.entities[place].id == entity.id
      places.append(isThere ? Int32(place) : -1)
    }
    isIdentity = places.indices.allSatisfy { places[$0] == $0 }
    var related = [[Int]](repeating: [], count: index.entities.count)
    isSame = Array(repeating: false, count: index.entities.count)
    for (earlier, place) in places.enumerated() where place >= 0 {
      let now = index.outline(Int(place))
      isSame[Int(place)] = now == known.outline(earlier, movedBy: self)
      related[Int(place)] = now.related
    }
    spread(over: related)
  }

  /// What belongs to somebody who has changed is looked up differently too.
  private mutating func spread(over related: [[Int]]) {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for entity in isSame.indices where isSame[entity] {
        guard !related[entity].allSatisfy({ $0 < 0 || isSame[$0] }) else { continue }
        isSame[entity] = false
        hasChanged = true
      }
    }
  }

  /// The number of an earlier entity now; -1 where it is gone.
  subscript(earlier: Int) -> Int { Int(places[earlier]) }

  /// Whether all that steps look up of an entity is as it was.
  func isSame(_ entity: Int) -> Bool { isSame.indices.contains(entity) && isSame[entity] }

  /// The set with the numbers of now.
  func moved(_ set: EntitySet) -> EntitySet {
    isIdentity ? set : EntitySet(set.lazy.map { self[$0] })
  }

  /// The list with the numbers of now.
  func moved(_ list: [Int]) -> [Int] { isIdentity ? list : list.map { self[$0] } }
}

/// All that steps look up of an entity, beside where it is mentioned.
struct EntityOutline: Equatable {
  var type: EntityType
  var name: String
  /// All its names, in order.
  var names: [String]
  var place: PlaceLink?
  var country: EntityID?
  var isState: Bool
  /// The entities that it is looked up with, by their numbers; below 0 where there is none.
  var related: [Int]
}
