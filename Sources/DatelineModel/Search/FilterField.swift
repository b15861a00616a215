import DatelineText

extension Filter {
  /// Reads one field with its value, which may end in "*": names are matched by their beginning.
  static func field(_ field: String, _ value: String, offset: Int) throws(FilterError) -> Filter {
    let value = value.hasSuffix("*") ? String(value.dropLast()) : value
    let folded = SearchText.key(value)
    let name = SearchText.key(field)
    guard fieldNames.contains(name) else {
      throw FilterError(.unknownField(field), offset: offset)
    }
    guard !folded.isEmpty else { throw FilterError(.emptyValue(field: name), offset: offset) }
    switch name {
    case "ent", "entity": return .entity(folded)
    case "src", "source": return .source(folded)
    case "tag": return .tag(folded)
    case "lang", "language": return .language(folded)
    case "date": return .date(try FilterDate.condition(value, offset: offset))
    case "status": return .status(try status(folded, offset: offset))
    default:
      guard typeNames.contains(where: { $0.hasPrefix(folded) }) else {
        throw FilterError(.unknownType(value), offset: offset)
      }
      return .type(folded)
    }
  }

  private static let fieldNames: Set<String> = [
    "ent", "entity", "src", "source", "tag", "date", "status", "type", "lang", "language",
  ]

  /// The names that `type:` may begin, folded: of events, claims, relations and entities, the plain
  /// words for entity types, and "casualties".
  static let typeNames: [String] =
    EventType.allCases.map { SearchText.key($0.rawValue) }
    + Claim.Kind.allCases.map(\.rawValue) + Relation.Kind.allCases.map(\.rawValue)
    + EntityType.allCases.map { SearchText.key($0.rawValue) }
    + EntityType.allCases.map(\.plainName) + ["casualties", "future"]

  /// Reads a status, also from its first letters.
  private static func status(_ folded: String, offset: Int) throws(FilterError)
    -> StatusCondition
  {
    let others: [(String, StatusCondition)] = [
      ("single", .single), ("1src", .single), ("conflict", .conflict), ("copy", .copy),
      ("copies", .copy), ("new", .new), ("marked", .marked), ("scheduled", .fact(.planned)),
      ("future", .fact(.planned)), ("claimed", .fact(.attributed)),
    ]
    let facts = FactStatus.allCases.map { ($0.rawValue, StatusCondition.fact($0)) }
    for (name, condition) in facts + others where name.hasPrefix(folded) { return condition }
    throw FilterError(.unknownStatus(folded), offset: offset)
  }
}

extension EntityType {
  /// The word that people use for the type.
  var plainName: String {
    switch self {
    case .person: "person"
    case .organization: "organization"
    case .geopolitical: "country"
    case .location: "location"
    case .facility: "facility"
    case .group: "nationality"
    case .event: "event"
    case .miscellaneous: "miscellaneous"
    }
  }
}
