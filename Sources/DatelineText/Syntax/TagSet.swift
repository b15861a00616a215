/// The tagger's labels: each pair of part of speech and word form that English has.
///
/// A label is a small number; trained weights and the parser's features refer to it, so the order
/// is part of the weights.
package enum TagSet {
  /// Part of speech and word form of each label.
  package static let pairs: [(partOfSpeech: PartOfSpeech, form: WordForm)] =
    PartOfSpeech.allCases.flatMap { part in forms(of: part).map { (part, $0) } }

  /// The part of speech of each label.
  package static let parts: [PartOfSpeech] = pairs.map(\.partOfSpeech)

  /// The number of labels.
  package static let count = pairs.count

  private static let numbers: [UInt8] = {
    var numbers = [UInt8](repeating: 0, count: PartOfSpeech.allCases.count * formCount)
    for part in PartOfSpeech.allCases {
      let plain = pairs.firstIndex { $0.partOfSpeech == part } ?? 0
      for form in WordForm.allCases {
        let exact = pairs.firstIndex { $0.partOfSpeech == part && $0.form == form }
        numbers[Int(part.rawValue) * formCount + Int(form.rawValue)] = UInt8(exact ?? plain)
      }
    }
    return numbers
  }()

  private static let formCount = WordForm.allCases.count

  /// The label of `part` with `form`; a form that the part of speech does not have counts as the
  /// part's first one.
  package static func label(_ part: PartOfSpeech, _ form: WordForm) -> UInt8 {
    numbers[Int(part.rawValue) * formCount + Int(form.rawValue)]
  }

  private static func forms(of part: PartOfSpeech) -> [WordForm] {
    switch part {
    case .verb: [.base, .present, .past, .pastParticiple, .gerund]
    case .auxiliary: [.base, .present, .past, .pastParticiple, .gerund, .modal]
    case .noun, .properNoun: [.none, .plural]
    case .particle: [.none, .possessive]
    default: [.none]
    }
  }
}
