/// One time expression, after the TIMEX3 tag of TimeML (ISO 24617-1).
public struct Timex3: Hashable, Sendable {
  /// The four types of TIMEX3.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// Where the expression stands: the determiner inside, preposition and possessive outside.
  public var span: ByteSpan
  /// Its type.
  public var kind: Kind
  /// Its normalised value ("2025-10-09", "2025-W42-WE", "P2D", "PAST_REF").
  public var value: String
  /// The modifier (`MORE_THAN`, `START`, `END`, `APPROX` …).
  public var mod: String?
  /// The quantifier of a set ("EACH").
  public var quant: String?
  /// The frequency of a set ("2D").
  public var freq: String?
  /// The days that the value covers, where it can stand on a timeline.
  public var interval: DayInterval?
  /// The unit in which it is known, where it can stand on a timeline.
  public var grain: Grain?
  /// Whether part of the value was filled in from the document date or from another expression.
  public var isRelative: Bool

  /// Makes a time expression.
  public init(
    span: ByteSpan, kind: Kind, value: String, mod: String? = nil, quant: String? = nil,
    freq: String? = nil, interval: DayInterval? = nil, grain: Grain? = nil, isRelative: Bool = false
  ) {
    self.span = span
    self.kind = kind
    self.value = value
    self.mod = mod
    self.quant = quant
    self.freq = freq
    self.interval = interval
    self.grain = grain
    self.isRelative = isRelative
  }
}
