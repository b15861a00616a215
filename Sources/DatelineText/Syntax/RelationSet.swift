/// The relations as small numbers, in the order of `DependencyRelation`: part of the weights.
package enum RelationSet {
  /// All relations.
  package static let all = DependencyRelation.allCases

  /// The number of relations.
  package static let count = all.count

  /// The number of the relation to the root.
  package static let root = number(of: .root)

  /// The numbers of two relations that are given by rule.
  package static let punctuation = number(of: .punct), parataxis = number(of: .parataxis)

  private static let numbers: [DependencyRelation: UInt8] = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1, UInt8($0)) })

  /// The number of `relation`.
  package static func number(of relation: DependencyRelation) -> UInt8 { numbers[relation] ?? 0 }
}
