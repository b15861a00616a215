public import DatelineText

/// The words by which the user may ask for a type: three letters of one are enough.
public enum KindWords {
  /// Whether one of `words` begins with `prefix`, which may also be several words.
  static func match(_ prefix: String, _ words: [String]) -> Bool {
    let prefix = prefix.lowercased()
    return prefix.isEmpty || words.contains { $0.lowercased().hasPrefix(prefix) }
  }

  /// The words for `status`.
  public static func of(_ status: FactStatus) -> [String] {
    switch status {
    case .stated: ["stated"]
    case .attributed: ["attributed", "said", "alleged"]
    case .denied: ["denied"]
    case .unconfirmed: ["unconfirmed"]
    case .planned: ["planned", "future", "scheduled", "upcoming"]
    case .hypothetical: ["hypothetical", "possible"]
    }
  }

  /// The words for `type`.
  public static func of(_ type: EventType) -> [String] {
    [type.rawValue] + synonyms(of: type)
  }

  private static func synonyms(of type: EventType) -> [String] {
    switch type {
    case .agree: ["agreement", "deal"]
    case .consult: ["talks", "meeting", "visit"]
    case .support: ["praise"]
    case .concede: ["ceasefire"]
    case .cooperate: ["cooperation"]
    case .aid: ["help"]
    case .retreat: ["withdrawal", "truce"]
    case .request: ["demand", "appeal"]
    case .accuse: ["accusation", "blame"]
    case .reject: ["refusal"]
    case .threaten: ["threat", "warning"]
    case .protest: ["demonstration"]
    case .sanction: ["closure", "expulsion"]
    case .mobilize: ["deployment"]
    case .coerce: ["arrest", "seizure"]
    case .assault: ["attack", "strike", "violence", "fighting"]
    case .disaster: ["accident", "disease"]
    case .life: ["death", "birth", "marriage"]
    case .justice: ["trial", "ruling", "court"]
    case .personnel: ["election", "appointment"]
    case .business: ["company", "market"]
    }
  }

  /// The verb of an event's title, for what the types are too coarse to tell ("mediate"). Titles that
  /// are whole sentences have no words of a type.
  static func ofTitle(_ title: String) -> [String] {
    let words = title.split(separator: " ")
    guard words.count <= 8 else { return [] }
    // Names are written large; the short words are no verbs.
    return words.filter { $0.utf8.count > 4 && $0.first?.isLowercase == true }.map(String.init)
  }

  /// The words for a claim: its kind, polarity, and what it counts.
  static func of(_ claim: Claim, topic: String) -> [String] {
    var words = [claim.kind.rawValue, claim.form.rawValue]
    if claim.polarity == .negative { words += ["negative", "denial"] }
    for quantity in claim.quantities { words += of(unit: quantity.unit) }
    return words + topic.utf8.split(separator: 0x20).map { String(Substring($0)) }
  }

  private static func of(unit: String) -> [String] {
    switch unit {
    case "deaths", "injuries", "killed", "wounded", "casualties":
      [unit, "casualties", "killed", "figures"]
    default: [unit, "figures"]
    }
  }

  /// The words for a relation.
  static func of(_ relation: Relation) -> [String] {
    [relation.kind.rawValue] + relation.kind.rawValue.split(separator: "-").map(String.init)
      + of(relation.status) + [relation.detail].compactMap { $0 }
  }
}
