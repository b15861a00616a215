internal import CDatelineData

/// One sense of a word that attributes: what follows it, and what that makes of the claim.
struct Cue: Sendable {
  /// What may stand beside the cue as content.
  struct Frames: OptionSet, Sendable {
    let rawValue: UInt16
    /// A finite clause ("said that it rained").
    static let clause = Frames(rawValue: 1)
    /// An infinitive ("vowed to fight").
    static let infinitive = Frames(rawValue: 2)
    /// An object ("criticised the plan").
    static let object = Frames(rawValue: 4)
    /// A quotation beside it ("“No,” she snapped").
    static let quotation = Frames(rawValue: 8)
    /// A person between the cue and its clause ("told reporters that").
    static let addressee = Frames(rawValue: 16)
    /// A phrase with one of the cue's prepositions ("called for restraint").
    static let phrase = Frames(rawValue: 32)
    /// A gerund ("suggested leaving").
    static let gerund = Frames(rawValue: 64)
    /// An object with all that completes it ("called him a liar").
    static let whole = Frames(rawValue: 128)
    /// An object where the subject is a poll or a document ("the survey showed a lead").
    static let evidence = Frames(rawValue: 256)
    /// A count and its number ("put the crowd at 400").
    static let figure = Frames(rawValue: 512)
  }

  /// What may stand beside the cue.
  var frames: Frames
  /// The prepositions of `.phrase`.
  var prepositions: [WordKey]
  /// The kind of claim that it makes.
  var kind: Claim.Kind
  /// Whether it tells of words or of a state of mind.
  var basis: Claim.Basis
}

/// The cues of attribution by inflected form, of our own making.
///
/// The list is checked against how often each word attributes in the training articles of PolNeAR;
/// no text and no figure of that corpus is in it.
enum CueLexicon {
  /// Verbs.
  static let verbs = table("v") { IrregularVerbs.inflections(of: $0) }
  /// Nouns.
  static let nouns = table("n") { Inflection.noun(String($0)) }
  /// Adjectives.
  static let adjectives = table("j") { [String($0)] }
  /// Adverbs.
  static let adverbs = table("r") { [String($0)] }

  private static func table(_ wordClass: Substring, forms: (Substring) -> [String])
    -> [WordKey: [Cue]]
  {
    var table: [WordKey: [Cue]] = [:]
    for row in EmbeddedTable(dateline_lexicon_cues()).rows
    where row.count == 6 && row[0] == wordClass {
      guard let cue = cue(row) else { continue }
      for lemma in row[1].words {
        for form in Set(forms(lemma)) { table[WordKey(form), default: []].append(cue) }
      }
    }
    return table
  }

  private static func cue(_ row: [Substring]) -> Cue? {
    guard let kind = Claim.Kind(rawValue: String(row[4])) else { return nil }
    var frames: Cue.Frames = []
    for letter in row[2] {
      switch letter {
      case "c": frames.insert(.clause)
      case "t": frames.insert(.infinitive)
      case "o": frames.insert(.object)
      case "q": frames.insert(.quotation)
      case "d": frames.insert(.addressee)
      case "p": frames.insert(.phrase)
      case "g": frames.insert(.gerund)
      case "w": frames.insert(.whole)
      case "e": frames.insert(.evidence)
      case "f": frames.insert(.figure)
      default: return nil
      }
    }
    return Cue(
      frames: frames, prepositions: row[3].words.map { WordKey($0) }, kind: kind,
      basis: row[5] == "a" ? .attitude : .speech)
  }
}

/// The function words that the finders of claims look at.
enum ClaimWords {
  static let according: WordKey = "according"
  static let to: WordKey = "to"
  static let that: WordKey = "that"
  static let by: WordKey = "by"
  static let not: WordKey = "not"
  static let who: WordKey = "who"
  static let asWord: WordKey = "as"
  static let at: WordKey = "at"
  /// Nouns for counts and amounts, which are put at a number.
  static let figures = Inflection.keys(
    ofNouns:
      "toll number figure count crowd turnout cost damage total loss price value strength tally "
      + "estimate chance odds death fatality casualty")
  static let with: WordKey = "with"
  static let there: WordKey = "there"
  static let it: WordKey = "it"
  /// The mark of a possessor.
  static let possessives: Set<WordKey> = ["'s", "'"]
  /// Words that make what follows negative.
  static let negations: Set<WordKey> = ["not", "n't", "never", "no", "neither", "nor"]
  /// The negative determiner, and subjects without anybody.
  static let no: WordKey = "no"
  static let nobody: Set<WordKey> = ["nobody", "none", "nothing"]
  /// Verbs that say of something what it is.
  static let calling: Set<WordKey> = [
    "call", "calls", "called", "calling", "describe", "describes", "described", "describing",
    "dismiss", "dismisses", "dismissed", "dismissing", "brand", "brands", "branded", "label",
    "labels", "labelled", "labeled", "denounce", "denounces", "denounced", "denouncing", "reject",
    "rejects", "rejected", "rejecting", "term", "terms", "termed", "deem", "deemed",
  ]
  /// Who a noun of speech comes from.
  static let origins: Set<WordKey> = ["by", "from", "among"]
  /// Prepositions that carry an object's complement ("accused him of theft").
  static let complements: Set<WordKey> = ["of", "as", "for", "to", "with", "over", "about", "on"]
  /// Words that begin a clause of content.
  static let openers: Set<WordKey> = [
    "that", "if", "whether", "how", "why", "what", "he", "she", "they", "it", "we", "i", "there",
  ]
  /// Polls and documents, which show and find.
  static let evidence = Inflection.keys(
    ofNouns:
      "poll survey study report record document email result data figure statistic census analysis "
      + "research finding number image footage video photo test index review audit ballot tally")
  /// Polls alone: "in a poll, most agreed".
  static let polls: Set<WordKey> = ["poll", "polls", "survey", "surveys"]
  /// Pronouns whose states of mind are talk and not news.
  static let talkers: Set<WordKey> = ["i", "you", "one", "it", "that", "which", "this", "what"]
  /// Pronouns that point at things as often as at people.
  static let pointers: Set<WordKey> = ["that", "which", "this", "these", "those", "what"]
  /// Auxiliaries under which nothing has been said.
  static let possibility: Set<WordKey> = [
    "can", "could", "may", "might", "must", "should", "would",
  ]
  /// "in", which a poll is cited with.
  static let inside: WordKey = "in"
  /// What opens a clause of what is only supposed.
  static let suppositions: Set<WordKey> = ["if", "unless", "whether"]
  /// Joints of coordination.
  static let joints: Set<WordKey> = ["and", "but"]
  /// Verbs of assent whose refusal leaves a fact unconfirmed and does not deny it.
  static let confirming: Set<WordKey> = {
    let verbs = "confirm acknowledge verify claim admit corroborate comment recognise recognize"
    var forms: Set<WordKey> = []
    for verb in verbs.words {
      for form in IrregularVerbs.inflections(of: verb) { forms.insert(WordKey(form)) }
    }
    return forms
  }()
}
