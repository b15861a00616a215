/// Brings the different names of one entity together, within an article or over a corpus.
///
/// Every rule asks for evidence in the names themselves; where two entities fit a short name
/// equally well, the short name stays alone.
package struct AliasLinker {
  /// The names to link.
  package let forms: [NameForm]
  /// Why names were brought together: the two names, and the rule in a few words.
  package private(set) var reasons: [(first: Int, second: Int, rule: String)] = []
  private var sets: UnionFind
  private let candidates: [Int]
  private let lexicon = NameLexicon.embedded

  /// Prepares to link `forms`; those numbered in `isolated` only where `unite` is called for them.
  package init(_ forms: [NameForm], isolated: Set<Int> = []) {
    self.forms = forms
    sets = UnionFind(count: forms.count)
    candidates = forms.indices.filter { !isolated.contains($0) }
  }

  /// The forms that rules may link, with their numbers.
  var linkable: [(Int, NameForm)] { candidates.map { ($0, forms[$0]) } }

  /// The smallest form of the set that holds `form`.
  package mutating func root(_ form: Int) -> Int { sets.find(form) }

  /// Brings two forms together for a reason.
  package mutating func unite(_ first: Int, _ second: Int, _ rule: String) {
    if sets.unite(first, second) { reasons.append((first, second, rule)) }
  }

  /// Applies all rules; the last words of a name stand for it `withinArticle` alone, for elsewhere
  /// another may bear them. Cost: near-linear in the number of forms.
  package mutating func link(withinArticle: Bool = true) {
    linkByKey("the same name") { [$0.folded, $0.withoutArticle] }
    linkKnown()
    linkByKey("a transliteration") { form in form.skeleton.map { [$0] } ?? [] }
    linkByKey("the same name without its head or its bracket", shortKeys)
    linkMiddles()
    linkPeople(withinArticle: withinArticle)
    linkAcronyms()
    linkDescribed()
    linkParts("the beginning of the full name") { $0.prefix($1) }
    guard withinArticle else { return }
    linkParts("the end of the full name", unlessKnown: true) { $0.suffix($1) }
  }

  // MARK: - Equal keys

  private mutating func linkByKey(_ rule: String, _ keys: (NameForm) -> [String]) {
    var seen: [String: Int] = [:]
    for (index, form) in linkable {
      for key in keys(form) {
        let full = "\(form.block.rawValue) \(key)"
        if let first = seen[full] { unite(first, index, rule) } else { seen[full] = index }
      }
    }
  }

  /// Brings together the listed names of countries, peoples and well-known bodies.
  private mutating func linkKnown() {
    let known = KnownNames.embedded
    var seen: [String: Int] = [:]
    for (index, form) in linkable {
      var key: String?
      switch form.block {
      case .place: key = known.country(named: form.withoutArticle).map { "place \($0.code)" }
      case .group: key = known.country(ofPeople: form.text).map { "group \($0.code)" }
      case .person, .organization, .event, .other: break
      }
      if key == nil, let body = known.body(named: form.text), form.block != .person {
        key = "body \(body.name)"
      }
      guard let key else { continue }
      if let first = seen[key] { unite(first, index, "a listed alias") } else { seen[key] = index }
    }
  }

  /// Names without a corporate or territorial head, or a bracket at the end.
  private func shortKeys(_ form: NameForm) -> [String] {
    guard form.block != .person else { return [form.folded] }
    var keys: [String] = []
    if form.block == .group || form.block == .other, let singular = form.singular {
      keys.append(singular)
    }
    guard form.words.count > 1 else { return keys + [form.folded] }
    if form.block == .organization || form.block == .place {
      let last = form.words[form.words.count - 1]
      if Self.droppedHeads.contains(last), form.words.count == 2 { keys.append(form.words[0]) }
      if Self.droppedHeads.contains(last), form.words.count > 2 {
        keys.append(form.words.dropLast().joined(separator: " "))
      }
    }
    if let bracket = form.text.firstIndex(of: "("), bracket > form.text.startIndex {
      keys.append(FoldedText.fold(String(form.text[..<bracket])))
    }
    return keys + [form.folded]
  }

  private static let droppedHeads: Set<String> = [
    "inc", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc", "gmbh", "group",
    "ag", "sa", "province", "city", "movement", "network", "cdp",
  ]

  // MARK: - Middles

  /// Links names that have the same ends and of which one has more in the middle: "William H.
  /// Armstrong" and "William Hepburn Armstrong", "Foreign Trade Ministry" and "Foreign Ministry".
  /// Where the middles exclude each other ("Columbia Law School", "Columbia Business School"), none
  /// is linked.
  private mutating func linkMiddles() {
    var byEnds: [String: [Int]] = [:]
    var order: [String] = []
    for (index, form) in linkable where form.block != .place {
      let words = form.bareWords
      guard words.count > 1, form.block == .person || isOwn(words[0]) else { continue }
      let key = "\(form.block.rawValue) \(words[0]) \(words[words.count - 1])"
      if byEnds[key] == nil { order.append(key) }
      byEnds[key, default: []].append(index)
    }
    for key in order {
      guard let group = byEnds[key], (2...16).contains(group.count) else { continue }
      let middles = group.map { forms[$0].bareWords.dropFirst().dropLast() }
      let fits = middles.allSatisfy { one in middles.allSatisfy { Self.areOne(one, $0) } }
      guard fits else { continue }
      for other in group.dropFirst() { unite(group[0], other, "the same name with a middle") }
    }
  }

  /// Words that stand for places, peoples and times.
  private static let open: NameClass = [.demonym, .country, .region, .calendar]

  /// Whether a word is a name of its own: none that many bodies begin with ("National Bank").
  private func isOwn(_ word: String) -> Bool {
    let classes = lexicon.classes(of: word)
    return classes.isDisjoint(with: Self.open) && classes.isDisjoint(with: .generic)
  }

  /// Whether two middles may be of one name: one is missing, or they agree word by word, initials
  /// standing for words.
  private static func areOne(_ left: ArraySlice<String>, _ right: ArraySlice<String>) -> Bool {
    if left.isEmpty || right.isEmpty { return true }
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { one, other in
      let (one, other) = (one.filter { $0 != "." }, other.filter { $0 != "." })
      return one == other || (one.count == 1 || other.count == 1) && one.first == other.first
    }
  }

  // MARK: - Short forms and descriptions

  /// Links words in capitals to the one name whose initials they are.
  private mutating func linkAcronyms() {
    var byInitials: [String: [Int]] = [:]
    for (index, form) in linkable where form.block != .person && form.block != .group {
      for initials in form.initials.union(initialsAtHome(form)).sorted()
      where initials.utf8.count >= 2 {
        byInitials[initials, default: []].append(index)
      }
    }
    for (index, form) in linkable where form.isAcronym && form.block != .person {
      let key = form.words.joined()
      // "AL" in text of capitals is mostly an article of Arabic names.
      guard key != "al", key != "el" else { continue }
      guard let candidates = byInitials[key] else { continue }
      let fitting = candidates.filter { forms[$0].block == form.block }
      let chosen = fitting.isEmpty ? candidates : fitting
      guard let first = chosen.first else { continue }
      let root = sets.find(first)
      if chosen.allSatisfy({ sets.find($0) == root }) { unite(first, index, "its initials") }
    }
  }

  /// The initials of a body without the country it begins with: "OMB" is the "U.S. Office of
  /// Management and Budget".
  private func initialsAtHome(_ form: NameForm) -> Set<String> {
    guard form.words.count > 3,
      !lexicon.classes(of: form.words[0]).isDisjoint(with: [.country, .demonym]),
      let blank = form.text.firstIndex(of: " ")
    else { return [] }
    let rest = NameForm(String(form.text[form.text.index(after: blank)...]), type: .organization)
    return rest.initials.filter { $0.utf8.count >= 3 }
  }

  /// Links "Villanova" to "Villanova Preparatory School" and "Royals" to "Kansas City Royals": a part
  /// of one longer name, where it is not a word that names a people, a place or nothing in
  /// particular. `unlessKnown` leaves well-known bodies alone: "Taliban" is not short for the name of
  /// another movement that ends so.
  private mutating func linkParts(
    _ rule: String, unlessKnown: Bool = false, _ part: ([String], Int) -> ArraySlice<String>
  ) {
    var byPart: [String: [Int]] = [:]
    for (index, form) in linkable where form.block == .organization || form.block == .other {
      for length in 1..<max(1, min(form.words.count, 4)) {
        let key = part(form.words, length).joined(separator: " ")
        byPart["\(form.block.rawValue) \(key)", default: []].append(index)
      }
    }
    for (index, form) in linkable where form.block == .organization || form.block == .other {
      guard let found = byPart["\(form.block.rawValue) \(form.folded)"], !form.isAcronym else {
        continue
      }
      guard isTelling(form),
        !unlessKnown || KnownNames.embedded.body(named: form.text) == nil
      else { continue }
      linkOne(index, found, rule)
    }
  }

  /// Whether a name alone tells who is meant: no name of a place or people, and more than words that
  /// many names contain; two such words together do tell ("Blue Note").
  private func isTelling(_ form: NameForm) -> Bool {
    if form.words.allSatisfy({ !isOwn($0) }) {
      let heads: NameClass = [.organizationHead, .officeModifier, .polityHead, .function]
      let isSpecific = form.words.allSatisfy { word in
        let classes = lexicon.classes(of: word)
        return classes.isDisjoint(with: Self.open) && classes.isDisjoint(with: heads)
      }
      guard form.words.count > 1, isSpecific else { return false }
    }
    return lexicon.classes(of: form.text)
      .isDisjoint(with: [.country, .region, .city, .division, .demonym])
  }

  /// Links "Afghan Taliban" to "Taliban": an adjective of nationality before a proper name.
  private mutating func linkDescribed() {
    var byName: [String: Int] = [:]
    for (index, form) in linkable where form.block == .organization {
      if byName[form.folded] == nil { byName[form.folded] = index }
    }
    for (index, form) in linkable where form.block == .organization {
      guard form.words.count > 1, lexicon.classes(of: form.words[0]).contains(.demonym),
        KnownNames.embedded.body(named: form.text) == nil
      else { continue }
      let rest = form.words.dropFirst()
      let isGeneric = rest.allSatisfy { !lexicon.classes(of: $0).isDisjoint(with: .generic) }
      guard !isGeneric, let name = byName[rest.joined(separator: " ")] else { continue }
      unite(name, index, "the same name with a nationality")
    }
  }
}

extension NameClass {
  /// Words that many bodies have in their names, so that alone they name none.
  package static let generic: NameClass = [
    .organizationHead, .officeModifier, .polityHead, .function, .common,
  ]
}
