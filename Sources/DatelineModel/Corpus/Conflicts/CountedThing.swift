import DatelineText

/// What a quantity measures, in a unit that quantities of its kind share.
struct CountedThing: Equatable {
  /// What is counted or measured.
  enum Kind: Equatable {
    /// People killed.
    case deaths
    /// People killed or wounded: never fewer than those killed.
    case casualties
    case wounded
    /// Arrests, captives, hostages.
    case captives
    case displaced
    /// Lengths, in kilometres.
    case length
    /// Weights, in kilograms.
    case weight
    /// Times, in hours.
    case time
    /// Anything else, by its unit.
    case other(String)
  }

  var kind: Kind
  var minimum: Double?
  var maximum: Double?

  /// What the same length of border, written in miles and in kilometres, may differ by.
  static let tolerance = 0.05

  /// Converts a quantity to the unit of its kind.
  init(_ quantity: Quantity) {
    let (kind, factor) = Self.units[quantity.unit] ?? (.other(quantity.unit), 1)
    self.kind = kind
    minimum = quantity.minimum.map { $0 * factor }
    maximum = quantity.maximum.map { $0 * factor }
  }

  private static let units: [String: (Kind, Double)] = [
    "deaths": (.deaths, 1), "losses": (.deaths, 1), "killed": (.deaths, 1),
    "casualties": (.casualties, 1), "wounded": (.wounded, 1), "injured": (.wounded, 1),
    "arrests": (.captives, 1), "abductions": (.captives, 1), "displaced": (.displaced, 1),
    "kilometres": (.length, 1), "miles": (.length, 1.609344), "metres": (.length, 0.001),
    "feet": (.length, 0.0003048), "kilograms": (.weight, 1), "tons": (.weight, 1000),
    "pounds": (.weight, 0.45359237), "minutes": (.time, 1.0 / 60), "hours": (.time, 1),
    "days": (.time, 24), "weeks": (.time, 168),
  ]

  /// Whether harm to people is counted, which has a victim side.
  var isToll: Bool {
    switch kind {
    case .deaths, .casualties, .wounded, .captives, .displaced: true
    case .length, .weight, .time, .other: false
    }
  }

  /// Whether people are counted who take part in something.
  var isCrowd: Bool {
    guard case .other(let unit) = kind else { return false }
    return Self.crowds.contains(unit)
  }

  private static let crowds: Set<String> = Set(
    """
    people protesters demonstrators workers strikers supporters marchers participants voters \
    soldiers troops fighters militants rebels
    """.split(separator: " ").map(String.init))

  /// How two counts of one thing stand to each other.
  enum Comparison { case compatible, near, disjoint, incomparable }

  /// Compares two counts. Casualties may be more than deaths, never fewer.
  func compared(with other: CountedThing) -> Comparison {
    switch (kind, other.kind) {
    case (.deaths, .casualties): return Self.excess(of: self, over: other)
    case (.casualties, .deaths): return Self.excess(of: other, over: self)
    default:
      guard kind == other.kind else { return .incomparable }
      let gaps = [Self.excess(of: self, over: other), Self.excess(of: other, over: self)]
      return gaps.first { $0 != .compatible } ?? .compatible
    }
  }

  /// Whether `high` lies wholly above `low`, and by more than rounding.
  private static func excess(of high: CountedThing, over low: CountedThing) -> Comparison {
    guard let least = high.minimum, let most = low.maximum, least > most else {
      return .compatible
    }
    let gap = (least - most) / least
    if !high.isToll { return gap > tolerance ? .disjoint : .compatible }
    return gap > 2 * tolerance ? .disjoint : .near
  }
}
