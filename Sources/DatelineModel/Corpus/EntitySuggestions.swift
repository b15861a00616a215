import DatelineText

/// Finds entities that look like misspellings of others.
enum EntitySuggestions {
  /// How often an entity must be named before a rarer one is held to be its misspelling.
  private static let leastMentions = 3

  /// Notes, on every entity that is often named, rarer ones whose name is one letter off.
  /// Suggestions are never merged.
  ///
  /// Method: names that agree after one letter is deleted from either share a key (after Garbe's
  /// symmetric deletion), so that no two names are compared that cannot match.
  static func add(to entities: inout [Entity]) {
    var byKey: [UInt64: [Int]] = [:]
    for (index, entity) in entities.enumerated() where entity.mentions.count >= leastMentions {
      for key in keys(of: entity) where byKey[key, default: []].count < 16 {
        byKey[key, default: []].append(index)
      }
    }
    for index in entities.indices {
      let rare = entities[index]
      var targets: Set<Int> = []
      for key in keys(of: rare) { targets.formUnion(byKey[key] ?? []) }
      for target in targets.sorted()
      where target != index && entities[target].mentions.count > rare.mentions.count * 2 {
        entities[target].suggestions.append(rare.id)
      }
    }
    for index in entities.indices { entities[index].suggestions.sort() }
  }

  /// Hashes of the name and of the name without each of its letters, by type; none for names that are
  /// too short to be misspelt recognisably.
  private static func keys(of entity: Entity) -> Set<UInt64> {
    let name = Array(DatelineText.FoldedText.fold(entity.name).utf8)
    guard (6...40).contains(name.count), entity.type != .group else { return [] }
    var result: Set<UInt64> = []
    for left in 0...name.count {
      var hash = PhraseHash()
      for byte in entity.type.rawValue.utf8 { hash.append(byte) }
      for (index, byte) in name.enumerated() where index != left { hash.append(byte) }
      result.insert(hash.value)
    }
    return result
  }
}
