import Testing

@testable import DatelineText

@Suite struct `Repair of clauses` {
  private typealias Word = (
    part: PartOfSpeech, form: WordForm, head: Int?, relation: DependencyRelation
  )

  private func repaired(_ words: [Word]) -> [TokenSyntax] {
    var syntax = words.map { word in
      TokenSyntax(
        partOfSpeech: word.part, form: word.form, head: word.head, relation: word.relation)
    }
    ClauseRepair.repair(
      &syntax, in: syntax.indices, isWith: { $0 == 1 },
      isDash: { words[$0].part == .punctuation && words[$0].relation == .punct })
    return syntax
  }

  @Test func `finds the verb that was read as part of its object`() {
    // "charity donated tents", read as tents that were donated.
    let syntax = repaired([
      (.noun, .none, 2, .nsubj), (.verb, .pastParticiple, 2, .amod), (.noun, .plural, nil, .root),
    ])
    #expect(syntax.map(\.head) == [1, nil, 1])
    #expect(syntax.map(\.relation) == [.nsubj, .root, .obj])
    #expect(syntax[1].form == .past)
  }

  @Test(arguments: [(DependencyRelation.obl, 1), (.nsubj, 1), (.obl, 3)])
  func `begins the subject behind the mark where a list runs on from a place`(
    relation: DependencyRelation, head: Int
  ) {
    // "In Lima , Chile and Peru signed", read as signed in all three.
    func list(_ verb: WordForm) -> [Word] {
      [
        (.adposition, .none, 1, .case), (.properNoun, .none, 6, relation),
        (.punctuation, .none, 3, .punct), (.properNoun, .none, 1, .conj),
        (.coordinator, .none, 5, .cc), (.properNoun, .none, head, .conj), (.verb, verb, nil, .root),
      ]
    }
    let syntax = repaired(list(.past))
    #expect(syntax.map(\.head) == [1, 6, 3, 6, 5, 3, nil])
    #expect(
      syntax.map(\.relation) == [.case, .obl, .punct, .nsubj, .cc, .conj, .root])
    // "In Lima , Chile and Peru" behind a verb that asks for no subject, or before one that has it.
    #expect(repaired(list(.base)).map(\.head) == [1, 6, 3, 1, 5, head, nil])
    let own: [Word] =
      list(.past).dropLast() + [(.pronoun, .none, 7, .nsubj), (.verb, .past, nil, .root)]
    let other = own.enumerated().map { index, word in
      index == 1 ? (word.part, word.form, 7, .obl) : word
    }
    #expect(repaired(other).map(\.head) == [1, 7, 3, 1, 5, head, 7, nil])
  }

  @Test func `takes the subject from before an aside between dashes, not from within it`() {
    // "The two sides — led by Peru and Chile — agreed", read as Chile agreed.
    let sides: Word = (.noun, .plural, 5, .obl)
    let aside: [Word] = [
      (.punctuation, .none, 2, .punct), (.verb, .pastParticiple, 0, .acl),
      (.properNoun, .none, 5, .nsubj), (.punctuation, .none, 3, .punct),
    ]
    let verb: Word = (.verb, .past, nil, .root)
    let syntax = repaired([sides] + aside + [verb])
    #expect(syntax[0].head == 5 && syntax[0].relation == .nsubj)
    #expect(syntax[3].head == 0 && syntax[3].relation == .parataxis)
    // "The sides agreed — Chile left — and parted" keeps the aside's own subject.
    let own: [Word] = [
      (.noun, .plural, 1, .nsubj), (.verb, .past, nil, .root), (.punctuation, .none, 4, .punct),
      (.properNoun, .none, 4, .nsubj), (.verb, .past, 1, .parataxis),
      (.punctuation, .none, 4, .punct), (.verb, .past, 1, .conj),
    ]
    #expect(repaired(own).map(\.head) == [1, nil, 4, 4, 1, 4, 1])
  }

  @Test func `leaves participles before nouns that are no predicates`() {
    // "dealers sell used cars".
    let words: [Word] = [
      (.noun, .plural, 1, .nsubj), (.verb, .present, nil, .root),
      (.verb, .pastParticiple, 3, .amod),
      (.noun, .plural, 1, .obj),
    ]
    #expect(repaired(words).map(\.relation) == [.nsubj, .root, .amod, .obj])
  }

  @Test func `finds the verb that was read as a participle with an object`() {
    // "police arrested journalists", read as police who were arrested.
    let words: [Word] = [
      (.noun, .none, nil, .root), (.verb, .pastParticiple, 0, .acl), (.noun, .plural, 1, .obj),
    ]
    #expect(repaired(words).map(\.head) == [1, nil, 1])
    #expect(repaired(words).map(\.relation) == [.nsubj, .root, .obj])
    // "the men arrested yesterday".
    let phrase: [Word] = [
      (.noun, .plural, nil, .root), (.verb, .pastParticiple, 0, .acl),
      (.noun, .none, 1, .oblTemporal),
    ]
    #expect(repaired(phrase).map(\.relation) == [.root, .acl, .oblTemporal])
  }

  @Test func `finds the verb that was read as part of its object, with its subject`() {
    // "police arrested six journalists", the police as subject of the participle.
    let words: [Word] = [
      (.noun, .plural, 1, .nsubj), (.verb, .pastParticiple, 3, .amod),
      (.numeral, .none, 3, .nummod),
      (.noun, .plural, nil, .root),
    ]
    #expect(repaired(words).map(\.head) == [1, nil, 3, 1])
    #expect(repaired(words).map(\.relation) == [.nsubj, .root, .nummod, .obj])
  }

  @Test func `takes an apposition of an adjunct for the subject that the verb lacks`() {
    // "after hours, sides emerged".
    let words: [Word] = [
      (.adposition, .none, 1, .case), (.noun, .plural, 4, .obl), (.punctuation, .none, 3, .punct),
      (.noun, .plural, 1, .appos), (.verb, .past, nil, .root),
    ]
    #expect(repaired(words)[3].relation == .nsubj)
    #expect(repaired(words)[3].head == 4)
    let whole: [Word] = words + [(.noun, .plural, 4, .nsubj)]
    #expect(repaired(whole)[3].relation == .appos)
  }

  @Test func `reads a noun with an object as a gerund`() {
    // "accused of bombing villages".
    let words: [Word] = [
      (.verb, .past, nil, .root), (.adposition, .none, 2, .case), (.noun, .none, 0, .obl),
      (.noun, .plural, 2, .obj),
    ]
    #expect(repaired(words)[2].partOfSpeech == .verb)
    #expect(repaired(words).map(\.relation) == [.root, .mark, .advcl, .obj])
  }

  @Test func `takes a bare noun before its verb for the subject`() {
    let words: [Word] = [(.noun, .none, 1, .obl), (.verb, .past, nil, .root)]
    #expect(repaired(words)[0].relation == .nsubj)
    let phrase: [Word] = [
      (.adposition, .none, 1, .case), (.noun, .none, 2, .obl), (.verb, .past, nil, .root),
    ]
    #expect(repaired(phrase)[1].relation == .obl)
  }

  @Test func `makes what stands between "with" and a gerund the subject of the gerund`() {
    // "marked with Peru pledging": the gerund was hung on the verb's noun.
    let words: [Word] = [
      (.noun, .none, nil, .root), (.adposition, .none, 2, .case), (.properNoun, .none, 0, .nmod),
      (.verb, .gerund, 0, .acl),
    ]
    #expect(repaired(words).map(\.head) == [nil, 3, 3, 0])
    #expect(repaired(words).map(\.relation) == [.root, .mark, .nsubj, .advcl])
  }

  @Test func `lets no verb be passive without an auxiliary`() {
    let bare: [Word] = [(.noun, .plural, 1, .nsubjPassive), (.verb, .pastParticiple, nil, .root)]
    #expect(repaired(bare)[0].relation == .nsubj)
    let whole: [Word] = [
      (.noun, .plural, 2, .nsubjPassive), (.auxiliary, .past, 2, .auxPassive),
      (.verb, .pastParticiple, nil, .root),
    ]
    #expect(repaired(whole)[0].relation == .nsubjPassive)
  }
}
