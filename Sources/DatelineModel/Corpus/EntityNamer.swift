import DatelineText

/// Chooses the name under which an entity is shown.
enum EntityNamer {
  /// The canonical name: that of a list, else the fullest name that articles commonly give; an
  /// acronym where an organisation is known by it.
  ///
  /// - Parameters:
  ///   - chains: The names that articles know the entity by.
  ///   - counts: How often each name is used.
  ///   - first: The name under which the first article introduces it.
  static func name(
    of chains: Set<String>, _ type: EntityType, _ counts: [String: Int], first: String?
  ) -> String {
    var uses: [String: Int] = [:]
    for name in chains.sorted() {
      let written = recased(name, counts)
      let count = counts[written, default: 0] + (written == name ? 0 : counts[name, default: 0])
      uses[written] = max(1, count, uses[written, default: 0])
    }
    let forms = common(uses, type).sorted { $0.key < $1.key }
      .map { (NameForm($0.key, type: type), $0.value) }
    let full = ChainNamer.name(of: forms, type: type)
    guard !full.isEmpty else { return full }
    switch type {
    case .organization: return acronym(counts, asCommonAs: counts[full, default: 0]) ?? full
    case .person:
      if !full.contains(" "), let first, !first.contains(" ") { return first }
      return asUsed(full, counts)
    case .geopolitical, .location, .facility, .group, .event, .miscellaneous: return full
    }
  }

  /// How much rarer than the most common full name a name may be and still be the canonical one: a
  /// slip ("Obama What") or a full style ("Barack Hussein Obama") is not what the folder calls him.
  private static func rarity(_ type: EntityType) -> Int { type == .person ? 2 : 4 }

  /// The names without those of several words that are rare beside another such name, or beside a
  /// single word that names no person.
  private static func common(_ uses: [String: Int], _ type: EntityType) -> [String: Int] {
    let isSingle = { (name: String) in !name.contains(" ") }
    let most = uses.filter { !isSingle($0.key) }.values.max() ?? 0
    let words = type == .person ? 0 : (uses.filter { isSingle($0.key) }.values.max() ?? 0) / 10
    return uses.filter { name, count in
      isSingle(name) || count * rarity(type) >= most && count * rarity(type) >= words
    }
  }

  /// The name as it is written in small letters, where some article writes it so and it is no
  /// acronym ("CANDY CROWLEY", "GOOGLE").
  private static func recased(_ name: String, _ counts: [String: Int]) -> String {
    guard name == name.uppercased(), name.utf8.count > 3 else { return name }
    let key = DatelineText.FoldedText.fold(name)
    let others = counts.filter {
      $0.key != $0.key.uppercased() && DatelineText.FoldedText.fold($0.key) == key
    }
    let best = others.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, name.contains(" ") || best.value * 2 >= counts[name, default: 0] else {
      return name
    }
    return best.key
  }

  /// The acronym under which an organisation is known: one that is used as often as its full name.
  private static func acronym(_ counts: [String: Int], asCommonAs count: Int) -> String? {
    let acronyms = counts.filter { name, uses in
      uses >= count && (2...6).contains(name.utf8.count)
        && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
    return acronyms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Of full names that differ in a particle ("al-Masri", "Masri"), the one that ends in the surname
  /// that is used alone.
  private static func asUsed(_ full: String, _ counts: [String: Int]) -> String {
    func surname(_ name: String) -> String {
      name.split(separator: " ").last.map(String.init) ?? name
    }
    guard counts[surname(full)] == nil, counts[surname(full).uppercased()] == nil else {
      return full
    }
    let words = NameForm(full, type: .person).bareWords
    let others = counts.keys.filter {
      $0.contains(" ") && NameForm($0, type: .person).bareWords == words
        && counts[surname($0)] != nil
    }
    return others.max { (counts[$0, default: 0], $1) < (counts[$1, default: 0], $0) } ?? full
  }

  /// Gives organisations whose name is part of another's ("Taliban" beside "Pakistan Taliban") the
  /// name with a nationality that tells them apart, where articles use one ("Afghan Taliban").
  static func tellApart(_ entities: inout [Entity]) {
    var bearers: [String: Set<Int>] = [:]
    for (index, entity) in entities.enumerated() where entity.type == .organization {
      for alias in entity.aliases {
        let words = DatelineText.FoldedText.fold(alias.name).split(separator: " ")
        if words.count > 1 {
          for word in words { bearers[String(word), default: []].insert(index) }
        }
      }
    }
    for index in entities.indices where entities[index].type == .organization {
      let name = DatelineText.FoldedText.fold(entities[index].name)
      guard !name.contains(" "),
        bearers[name, default: []].contains(where: { $0 != index })
      else { continue }
      let fuller = entities[index].aliases.first { alias in
        let words = DatelineText.FoldedText.fold(alias.name).split(separator: " ")
        return words.count == 2 && words[1] == name
          && KnownNames.embedded.country(ofPeople: String(words[0])) != nil
      }
      if let fuller { entities[index].name = fuller.name }
    }
  }
}
