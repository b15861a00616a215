/// Brings together the names of a person.
extension AliasLinker {
  /// Links surnames, shorter forms and, within an article, given names to the one full name that they
  /// fit.
  ///
  /// Within an article forms come in the order in which it first uses them. A writer gives a person's
  /// full name before the surname alone; so where only one bearer was introduced before, it is that
  /// one, whoever follows.
  mutating func linkPeople(withinArticle: Bool) {
    let keys = fullNameKeys(withinArticle: withinArticle)
    for (index, form) in linkable where form.block == .person {
      let words = form.bareWords
      guard words.count > 1 else { continue }
      let name = words.joined(separator: " ")
      if linkOne(index, keys["tail \(name)"], "part of the full name") { continue }
      if withinArticle, linkOne(index, keys["head \(name)"], "part of the full name") { continue }
      if let initials = Self.initials(words) {
        linkOne(index, keys["initials \(initials)"], "initials of the full name")
      }
    }
    for (index, form) in linkable where form.block == .person {
      let words = form.bareWords
      guard words.count == 1 else { continue }
      let kinds = [("last", "a surname")] + (withinArticle ? [("first", "a given name")] : [])
      for (kind, rule) in kinds {
        let found = keys["\(kind) \(words[0])"]
        if linkOne(index, found, rule) { break }
        guard withinArticle, let found else { continue }
        if linkOne(index, found.filter { $0 < index }, rule + ", after one bearer of it") { break }
      }
    }
  }

  /// The names of several words by what may stand for them.
  private func fullNameKeys(withinArticle: Bool) -> [String: [Int]] {
    var keys: [String: [Int]] = [:]
    for (index, form) in linkable where form.block == .person {
      let words = form.bareWords
      guard words.count > 1, let last = words.last else { continue }
      keys["last \(last)", default: []].append(index)
      keys["first \(words[0])", default: []].append(index)
      if let initials = Self.initials(words, ofAll: true) {
        keys["initials \(initials)", default: []].append(index)
      }
      guard words.count > 2 else { continue }
      keys["tail \(words.dropFirst().joined(separator: " "))", default: []].append(index)
      keys["tail \(words.suffix(2).joined(separator: " "))", default: []].append(index)
      guard withinArticle, words.count < 8 else { continue }
      keys["head \(words.prefix(2).joined(separator: " "))", default: []].append(index)
    }
    return keys
  }

  /// The initials of the given names before a surname ("j h dearle"): of names that are written so, or
  /// `ofAll` that are not; nil for the others and for a single given name.
  private static func initials(_ words: [String], ofAll: Bool = false) -> String? {
    guard words.count > 2, words.count < 8, let last = words.last else { return nil }
    let given = words.dropLast()
    let isShort = given.allSatisfy { $0.utf8.count == 1 }
    guard isShort != ofAll else { return nil }
    return given.map { String($0.prefix(1)) }.joined(separator: " ") + " " + last
  }

  /// Links a short form where all candidates are one entity; returns whether it did.
  @discardableResult
  mutating func linkOne(_ form: Int, _ candidates: [Int]?, _ rule: String) -> Bool {
    guard let candidates, let first = candidates.first, candidates.count <= 64 else { return false }
    let one = root(first)
    for candidate in candidates where root(candidate) != one { return false }
    unite(first, form, rule)
    return true
  }
}
