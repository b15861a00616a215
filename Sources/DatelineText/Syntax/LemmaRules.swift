/// The regular endings of English.
enum LemmaRules {
  /// Takes the ending off `word`.
  static func apply(to word: inout WordEnd, _ part: PartOfSpeech, _ form: WordForm) {
    switch (part, form) {
    case (.verb, .present), (.auxiliary, .present): dropPlural(&word)
    case (.verb, .past), (.verb, .pastParticiple), (.auxiliary, .past),
      (.auxiliary, .pastParticiple):
      if word.count > 3, word.ends("ied") {
        replaceWithY(&word)
      } else if word.count > 3, word.ends("ed") {
        word.drop(2)
        restore(&word)
      }
    case (.verb, .gerund), (.auxiliary, .gerund):
      guard word.count > 4, word.ends("ing") else { return }
      word.drop(3)
      restore(&word)
    case (.noun, .plural): dropPlural(&word)
    default: return
    }
  }

  private static func replaceWithY(_ word: inout WordEnd) {
    if word.count <= 4 { return word.drop(1) }
    word.drop(3)
    word.append(lowered: UInt8(ascii: "y"))
  }

  /// "attacks", "cities", "passes", "watches".
  private static func dropPlural(_ word: inout WordEnd) {
    guard word.count > 2, word.ends("s"), !word.ends("ss") else { return }
    if word.ends("ies") {
      replaceWithY(&word)
    } else if word.ends("sses") || word.ends("shes") || word.ends("xes") || word.ends("zzes")
      || word.ends("ches") || word.ends("oes")
    {
      word.drop(2)
    } else {
      word.drop(1)
    }
  }

  /// Undoes what an ending did to the stem ("releas", "hopp"), as stems that end alike were seen to
  /// need it.
  private static func restore(_ word: inout WordEnd) {
    switch LemmaTable.embedded.repair(of: word) {
    case .none: return
    case .addE: word.append(lowered: UInt8(ascii: "e"))
    case .undouble: word.drop(1)
    }
  }
}
