import DatelineText

/// Which entity each chain of each article belongs to, by the entities' numbers: sentences are compared
/// by whom they name, and numbers compare faster than names.
struct ChainEntities: Sendable {
  /// For each article and chain: its entity, or -1.
  private let byChain: [[Int32]]
  /// For each entity: the country of a nationality, itself of anything else.
  private let homes: [Int32]

  /// Numbers the entities of `resolution`.
  init(_ resolution: EntityResolution) {
    var numbers: [EntityID: Int32] = [:]
    func number(_ id: EntityID) -> Int32 {
      if let known = numbers[id] { return known }
      numbers[id] = Int32(numbers.count)
      return Int32(numbers.count - 1)
    }
    for entity in resolution.entities { _ = number(entity.id) }
    byChain = resolution.entityOfChain.map { chains in chains.map { $0.map(number) ?? -1 } }
    // A country that the user rejected is still what its nationalities share.
    var homes = resolution.entities.map { number($0.country ?? $0.id) }
    while homes.count < numbers.count { homes.append(Int32(homes.count)) }
    self.homes = homes
  }

  /// The entity of a mention; nil where the mention is unresolved or rejected.
  func entity(of mention: Mention, inArticleAt index: Int) -> Int32? {
    guard let chain = mention.chain, byChain[index][chain] >= 0 else { return nil }
    return byChain[index][chain]
  }

  /// A nationality's country, where it is known; anything else itself.
  func country(of entity: Int32) -> Int32 { homes[Int(entity)] }
}
