/// One whom a text has spoken of and may speak of again: the candidate of a pronoun.
struct Referent: Hashable, Sendable {
  /// The sex that the text or a name tells.
  enum Gender: Hashable, Sendable { case male, female, unknown }

  /// The sorts that pronouns tell apart.
  enum Sort: Hashable, Sendable {
    /// A person: "he", "she".
    case person
    /// An organisation, country, place or thing: "it".
    case thing
    /// Several, or a people: "they".
    case many
  }

  /// The chains, in order of the text; empty for one who is not named ("a witness").
  var chains: [Int]
  /// Whether it is a government that goes by its seat.
  var isMetonym = false
  /// The sort.
  var sort: Sort
  /// The type that a mention of it has.
  var type: EntityType
  /// The sex of a person.
  var gender = Gender.unknown
  /// Whether it can act and speak: people, bodies, states.
  var isAgent = true
  /// How much the text dwells on it; see `ReferentField`.
  var salience = 0.0
  /// The last token that referred to it.
  var last = 0
  /// The relation of that token.
  var relation = DependencyRelation.dep
  /// The sentence of that token, counted by the field.
  var sentence = 0

  /// Whether both are the same one.
  func isSame(as other: Referent) -> Bool {
    !chains.isEmpty && chains == other.chains && isMetonym == other.isMetonym
  }
}

/// Those whom a text dwells on, with how much.
///
/// Method: Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994): each mention
/// adds weight by its grammatical role, subjects most, and all weights are halved from sentence to
/// sentence. The weights are ours; `dateline-lab score-anaphora` scores them.
struct ReferentField {
  /// The ones spoken of.
  private(set) var referents: [Referent] = []

  private var sentence = 0

  /// The weight of a body that something is told: gone with the next sentence.
  private static let heard = 6.0

  /// The most that are kept: what is left out has faded.
  private static let capacity = 48

  /// Goes on to the next sentence.
  mutating func nextSentence() {
    sentence += 1
    for index in referents.indices { referents[index].salience /= 2 }
    referents.removeAll { $0.salience < 6 }
    if referents.count > Self.capacity { keepBest() }
  }

  /// Forgets all but those that the text dwells on most: a text without full stops costs no more
  /// than another.
  private mutating func keepBest() {
    referents.sort { ($0.salience, $0.last) > ($1.salience, $1.last) }
    referents.removeLast(referents.count - Self.capacity)
  }

  /// Notes a mention of `referent` at `token`, which stands in `relation`; one that only listens is
  /// spoken of no further.
  mutating func note(
    _ referent: Referent, at token: Int, _ relation: DependencyRelation, isListener: Bool = false
  ) {
    let weight = isListener ? Self.heard : 60 + Self.weight(of: relation)
    if let index = referents.firstIndex(where: { $0.isSame(as: referent) }) {
      referents[index].salience += weight
      referents[index].last = token
      referents[index].relation = relation
      referents[index].sentence = sentence
      if referent.gender != .unknown { referents[index].gender = referent.gender }
    } else {
      var referent = referent
      referent.salience += weight
      referent.last = token
      referent.relation = relation
      referent.sentence = sentence
      referents.append(referent)
      if referents.count > 2 * Self.capacity { keepBest() }
    }
  }

  /// The weight of a grammatical role.
  private static func weight(of relation: DependencyRelation) -> Double {
    switch relation {
    case .nsubj, .nsubjPassive, .nsubjOuter: 80
    case .obj, .iobj: 45
    case .oblAgent: 55
    case .nmodPossessive: 30
    case .obl, .nmod: 25
    case .amod, .compound: 5
    default: 35
    }
  }

  /// What a referent gains by being the subject of the sentence that is read: "Kenya said its army".
  func nearness(_ referent: Referent) -> Double {
    guard referent.sentence == sentence else { return 0 }
    return referent.relation == .nsubj ? 60 : 10
  }

  /// The best referent for which `score` gives a bonus; nil where none fits or an unnamed one wins.
  func best(_ score: (Referent) -> Double?) -> Referent? {
    var best: (score: Double, referent: Referent)?
    for referent in referents {
      guard let bonus = score(referent) else { continue }
      let total = referent.salience + bonus
      if best.map({ (total, referent.last) > ($0.score, $0.referent.last) }) ?? true {
        best = (total, referent)
      }
    }
    return best?.referent
  }
}
