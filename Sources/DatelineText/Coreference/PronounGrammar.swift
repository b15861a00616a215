/// What the tree around a pronoun says of whom it can stand for.
extension ArticleGrammar {
  /// Whom "told Mendez that he must go" bids: the object of the verb of saying, where the pronoun is the
  /// subject of what must be done.
  func bidden(by pronoun: Int) -> Int? {
    guard relation(pronoun) == .nsubj, let verb = syntax(pronoun).head,
      relation(verb) == .ccomp, let head = syntax(verb).head, head < pronoun,
      children(verb).contains(where: { EventWords.obligation.contains(keys[$0]) })
    else { return nil }
    return child(head, .iobj) ?? child(head, .obj)
  }

  /// Whether a name is whom something is told: "told Reuters that it would sign" is about whoever told.
  func isListener(_ name: Int) -> Bool {
    guard let verb = syntax(name).head, verb < name,
      [.obj, .iobj].contains(relation(name))
    else { return false }
    return Self.telling.contains(keys[verb])
  }

  private static let telling: Set<WordKey> = ["told", "tells", "telling", "tell"]

  /// Whether a referent was last named in a relative clause of this sentence that is over: "in a move
  /// that Oslo resented, it voiced support" goes on about somebody else.
  func isAside(_ referent: Referent, before pronoun: Int) -> Bool {
    guard let verb = syntax(referent.last).head, relation(verb) == .aclRelative,
      sentence(of: referent.last) == sentence(of: pronoun)
    else { return false }
    return !subtree(verb).contains(pronoun)
  }

  /// "it" that stands for nobody: "it is clear that", "it rained".
  func isEmpty(_ pronoun: Pronoun, at token: Int) -> Bool {
    guard pronoun.sort == .thing else { return false }
    if relation(token) == .expl { return true }
    guard let head = syntax(token).head, relation(token) == .nsubj else {
      return false
    }
    switch syntax(head).partOfSpeech {
    case .adjective: return child(head, .ccomp, .csubj, .xcomp) != nil
    // "it is time to go".
    case .noun:
      return child(head, .cop) != nil && child(head, .csubj, .acl, .ccomp) != nil
    default: return false
    }
  }
}
