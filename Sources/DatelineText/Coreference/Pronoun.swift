/// A pronoun of the third person.
struct Pronoun: Sendable {
  /// The sort of those it stands for.
  var sort: Referent.Sort
  /// The sex that it tells.
  var gender = Referent.Gender.unknown
  /// Whether it is possessive ("its").
  var isPossessive = false
  /// Whether it goes back to the subject ("itself").
  var isReflexive = false

  /// The pronouns by key.
  static let table: [WordKey: Pronoun] = [
    "he": Pronoun(sort: .person, gender: .male), "him": Pronoun(sort: .person, gender: .male),
    "his": Pronoun(sort: .person, gender: .male, isPossessive: true),
    "himself": Pronoun(sort: .person, gender: .male, isReflexive: true),
    "she": Pronoun(sort: .person, gender: .female),
    "her": Pronoun(sort: .person, gender: .female, isPossessive: true),
    "hers": Pronoun(sort: .person, gender: .female, isPossessive: true),
    "herself": Pronoun(sort: .person, gender: .female, isReflexive: true),
    "it": Pronoun(sort: .thing), "its": Pronoun(sort: .thing, isPossessive: true),
    "itself": Pronoun(sort: .thing, isReflexive: true),
    "they": Pronoun(sort: .many), "them": Pronoun(sort: .many),
    "their": Pronoun(sort: .many, isPossessive: true),
    "theirs": Pronoun(sort: .many, isPossessive: true),
    "themselves": Pronoun(sort: .many, isReflexive: true),
  ]

  /// How well it fits a referent: more is better, nil is not at all.
  func fit(_ referent: Referent) -> Double? {
    switch sort {
    case .person:
      guard referent.sort == .person else { return nil }
      if referent.gender == .unknown || gender == .unknown { return 0 }
      return referent.gender == gender ? 10 : nil
    case .thing:
      guard referent.sort == .thing else { return nil }
      switch referent.type {
      case .organization, .geopolitical: return 15
      case .group: return 0
      case .facility, .event, .miscellaneous, .location: return -20
      case .person: return nil
      }
    case .many:
      switch referent.sort {
      case .many: return referent.type == .miscellaneous ? -10 : 15
      case .thing:
        switch referent.type {
        case .organization: return -10
        case .group: return 0
        case .geopolitical: return -40
        case .person, .location, .facility, .event, .miscellaneous: return nil
        }
      case .person: return nil
      }
    }
  }
}
