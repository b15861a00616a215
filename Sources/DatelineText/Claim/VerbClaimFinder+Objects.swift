/// What verbs take that are followed by no clause: objects, complements, the subjects of passives.
extension VerbClaimFinder {
  /// The object of a verb of naming, with everything in the clause that completes it.
  func whole(of verb: Int) -> Range<Int>? {
    guard
      let first = grammar.children(verb).first(where: {
        $0 > verb && [.obj, .xcomp, .ccomp, .iobj].contains(grammar.relation($0))
      })
    else { return predicate(of: verb) }
    let start = grammar.subtree(first).lowerBound
    guard start > verb else { return nil }
    var end = grammar.subtree(first).upperBound
    for child in grammar.children(verb) where child > first {
      switch grammar.relation(child) {
      case .obj, .xcomp, .ccomp, .obl, .nmod, .acl, .appos:
        end = max(end, grammar.subtree(child).upperBound)
      default: return start..<end
      }
    }
    return throughQuotation(start..<end)
  }

  /// "what the council describes as a failure": what the object is called, where it stands before.
  private func predicate(of verb: Int) -> Range<Int>? {
    for child in grammar.children(verb) where child > verb {
      guard let mark = grammar.child(child, .case, .mark),
        grammar.keys[mark] == ClaimWords.asWord, mark > verb
      else { continue }
      let end = grammar.subtree(child).upperBound
      return mark + 1 < end ? throughQuotation((mark + 1)..<end) : nil
    }
    return nil
  }

  /// A phrase with the quotation that it runs into: "a solution “by other means”".
  func throughQuotation(_ range: Range<Int>) -> Range<Int> {
    let end = range.upperBound
    guard end < grammar.keys.count, context.opensQuotation(end) else { return range }
    return range.lowerBound..<context.quotations[Int(context.quotationAt[end])].tokens.upperBound
  }

  /// The object with what completes it ("accused him of theft").
  func object(of verb: Int) -> Range<Int>? {
    guard let object = grammar.child(verb, .obj), object > verb else { return nil }
    let range = grammar.subtree(object)
    return range.lowerBound..<max(range.upperBound, complementEnd(of: verb, after: object))
  }

  /// Where the last complement of a verb ends: phrases of time and place are none.
  private func complementEnd(of verb: Int, after object: Int) -> Int {
    var end = object + 1
    for child in grammar.children(verb) where child > object {
      switch grammar.relation(child) {
      case .xcomp, .ccomp: end = max(end, grammar.subtree(child).upperBound)
      case .obl, .advcl:
        guard let mark = grammar.child(child, .case, .mark),
          ClaimWords.complements.contains(grammar.keys[mark]), mark > object
        else { continue }
        end = max(end, grammar.subtree(child).upperBound)
      default: continue
      }
    }
    return end
  }

  /// "Trump is expected to win", "he was accused of theft by the court": the subject belongs to
  /// the content.
  func passiveContent(of verb: Int, cue: Cue, subject: Int, agent: Range<Int>?)
    -> [Range<Int>]?
  {
    let own = grammar.subtree(subject)
    let subjectRange = own.upperBound <= verb ? own : min(own.lowerBound, verb)..<verb
    if let clause = grammar.child(verb, .ccomp), clause > verb,
      cue.frames.contains(.clause) || cue.frames.contains(.infinitive)
    {
      return [grammar.subtree(clause)]
    }
    if !cue.frames.isDisjoint(with: [.infinitive, .addressee, .clause]),
      let clause = grammar.child(verb, .xcomp), clause > verb,
      grammar.syntax(clause).partOfSpeech == .verb || cue.frames.contains(.infinitive)
    {
      return [subjectRange, grammar.subtree(clause)]
    }
    guard cue.frames.contains(.object), agent != nil || cue.kind == .accusation else { return nil }
    let end = complementEnd(of: verb, after: verb)
    if end > verb + 1 { return [subjectRange, (verb + 1)..<end] }
    return agent == nil ? nil : [subjectRange]
  }
}
