/// The words over an event that take it out of fact: plans, demands, refusals, attempts, risks.
enum EventOperators {
  /// How an operator bears on what it governs.
  enum Effect { case planned, hypothetical, denied, attributed, factive }

  /// The effect of a verb or noun, by inflected form; nil where it has none.
  static func effect(of key: WordKey) -> Effect? { table[key] }

  /// Whether a verb reports speech, so that its own date is not the event's.
  static func isReport(_ key: WordKey) -> Bool {
    CueLexicon.verbs[key]?.contains { $0.basis == .speech && $0.frames.contains(.clause) } ?? false
  }

  private static let table: [WordKey: Effect] = {
    var table: [WordKey: Effect] = [:]
    for (effect, verbs, nouns) in words {
      for verb in verbs.words {
        for form in IrregularVerbs.inflections(of: verb) { table[WordKey(form)] = effect }
      }
      for noun in nouns.words {
        for form in Inflection.noun(String(noun)) where table[WordKey(form)] == nil {
          table[WordKey(form)] = effect
        }
      }
    }
    for word in ["likely", "unlikely", "possible", "able", "unable", "reluctant", "poised"] {
      table[WordKey(word)] = .hypothetical
    }
    for word in ["ready", "willing", "prepared", "set", "due", "scheduled"] {
      table[WordKey(word)] = .planned
    }
    return table
  }()

  private static let words: [(Effect, String, String)] = [
    (
      .planned,
      "plan intend vow swear promise pledge agree offer threaten prepare decide schedule expect "
        + "propose undertake commit",
      "plan intention vow promise pledge offer threat preparation decision proposal commitment"
    ),
    (
      .hypothetical,
      "demand urge ask order call request appeal press want hope seek try attempt aim wish need "
        + "consider warn fear recommend suggest encourage persuade help allow enable permit risk "
        + "invite authorize authorise favor favour support oppose advocate discuss debate mull",
      "demand call request appeal hope attempt effort aim wish need warning fear risk danger "
        + "possibility prospect likelihood chance idea bid desire potential capability ability right "
        + "option scenario concern mention speculation notion rumour rumor suggestion"
    ),
    (
      .denied,
      "refuse fail decline prevent avoid avert thwart foil cancel deny reject deter forestall stop",
      "refusal failure denial"
    ),
    (.attributed, "accuse blame allege suspect", "accusation allegation claim report suspicion"),
    (
      .factive,
      "condemn denounce criticize criticise deplore mourn praise welcome mark commemorate celebrate "
        + "lament hail applaud protest follow regret",
      "condemnation criticism anniversary aftermath wake"
    ),
  ]
}
