/// The tags of the name tagger: O, and B and I of six types.
package struct NameTag: Hashable, Sendable {
  /// 0 for O, then B and I of each type in turn.
  package let rawValue: UInt8

  /// Makes the tag `rawValue`.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Outside of names.
  package static let outside = NameTag(rawValue: 0)
  /// The number of tags.
  package static let count = 1 + 2 * types.count
  /// The types that are told apart by learning; places are told apart afterwards.
  package static let types: [EntityType] = [
    .person, .organization, .location, .group, .event, .miscellaneous,
  ]

  /// The first token of a name of the type number `type`.
  package static func begin(_ type: Int) -> NameTag { NameTag(rawValue: UInt8(1 + 2 * type)) }
  /// A later token of a name of the type number `type`.
  package static func inside(_ type: Int) -> NameTag { NameTag(rawValue: UInt8(2 + 2 * type)) }

  /// The number of the type; nil for O.
  package var type: Int? { rawValue == 0 ? nil : (Int(rawValue) - 1) / 2 }
  /// Whether it is the first token of a name.
  package var isBegin: Bool { rawValue & 1 == 1 }
  /// Whether it is a later token of a name.
  package var isInside: Bool { rawValue != 0 && rawValue & 1 == 0 }

  /// Whether this tag may come after `previous`; nil stands for the start of a sentence.
  package func mayFollow(_ previous: NameTag?) -> Bool {
    guard isInside else { return true }
    return previous?.type == type && previous?.type != nil
  }

  /// The tag in BIO2 ("B-PER").
  package var name: String {
    guard let type else { return "O" }
    return (isBegin ? "B-" : "I-") + NameTag.types[type].rawValue
  }

  /// Reads a tag in BIO2; nil where the type is none of the six.
  package init?(name: String) {
    if name == "O" {
      self = .outside
      return
    }
    guard
      let type = NameTag.types.firstIndex(where: { $0.rawValue == name.dropFirst(2) })
    else { return nil }
    self = name.hasPrefix("B-") ? .begin(type) : .inside(type)
  }
}
