/// The universal part-of-speech tags (Universal Dependencies, version 2).
public enum PartOfSpeech: UInt8, Hashable, Sendable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun,
    numeral, particle, pronoun, properNoun, punctuation, subordinator, symbol, verb, other

  /// The tag as Universal Dependencies writes it.
  public var name: String {
    switch self {
    case .adjective: "ADJ"
    case .adposition: "ADP"
    case .adverb: "ADV"
    case .auxiliary: "AUX"
    case .coordinator: "CCONJ"
    case .determiner: "DET"
    case .interjection: "INTJ"
    case .noun: "NOUN"
    case .numeral: "NUM"
    case .particle: "PART"
    case .pronoun: "PRON"
    case .properNoun: "PROPN"
    case .punctuation: "PUNCT"
    case .subordinator: "SCONJ"
    case .symbol: "SYM"
    case .verb: "VERB"
    case .other: "X"
    }
  }
}

/// The word form, as far as Penn tags tell it: what tense and number need.
public enum WordForm: UInt8, Hashable, Sendable, CaseIterable {
  /// Not a verb form, or unknown.
  case none
  /// A base form ("go", VB).
  case base
  /// A present form ("go", "goes": VBP, VBZ).
  case present
  /// A past form ("went", VBD).
  case past
  /// A past participle ("gone", VBN).
  case pastParticiple
  /// A present participle or gerund ("going", VBG).
  case gerund
  /// A modal ("will", MD).
  case modal
  /// A plural noun (NNS, NNPS).
  case plural
  /// The possessive mark (POS).
  case possessive
}

/// What grammar says of one token.
public struct TokenSyntax: Hashable, Sendable {
  /// The part of speech.
  public var partOfSpeech: PartOfSpeech
  /// The word form.
  public var form: WordForm
  /// The relation to the head.
  public var relation: DependencyRelation
  /// The index of the head, -1 for a root: in four bytes, for a corpus has a token for every word.
  private var headIndex: Int32

  /// The index, into the article's tokens, of the head; nil for the root of a sentence.
  public var head: Int? {
    get { headIndex < 0 ? nil : Int(headIndex) }
    set { headIndex = newValue.map { Int32(clamping: $0) } ?? -1 }
  }

  /// Makes the description of one token.
  public init(
    partOfSpeech: PartOfSpeech, form: WordForm = .none, head: Int? = nil,
    relation: DependencyRelation = .dep
  ) {
    self.partOfSpeech = partOfSpeech
    self.form = form
    self.relation = relation
    headIndex = head.map { Int32(clamping: $0) } ?? -1
  }
}

/// The dependency relations of Universal Dependencies 2 for English, subtypes included.
public enum DependencyRelation: String, Hashable, Sendable, CaseIterable {
  case acl
  case aclRelative = "acl:relcl"
  case advcl
  case advclRelative = "advcl:relcl"
  case advmod
  case amod
  case appos
  case aux
  case auxPassive = "aux:pass"
  case `case`
  case cc
  case ccPreconj = "cc:preconj"
  case ccomp
  case clf
  case compound
  case compoundParticle = "compound:prt"
  case conj
  case cop
  case csubj
  case csubjOuter = "csubj:outer"
  case csubjPassive = "csubj:pass"
  case dep
  case det
  case detPredeterminer = "det:predet"
  case discourse
  case dislocated
  case expl
  case fixed
  case flat
  case flatForeign = "flat:foreign"
  case goeswith
  case iobj
  case list
  case mark
  case nmod
  case nmodDescriptor = "nmod:desc"
  case nmodPossessive = "nmod:poss"
  case nmodTemporal = "nmod:tmod"
  case nmodUnmarked = "nmod:unmarked"
  case nsubj
  case nsubjOuter = "nsubj:outer"
  case nsubjPassive = "nsubj:pass"
  case nummod
  case obj
  case obl
  case oblAgent = "obl:agent"
  case oblTemporal = "obl:tmod"
  case oblUnmarked = "obl:unmarked"
  case orphan
  case parataxis
  case punct
  case reparandum
  case root
  case vocative
  case xcomp
}
