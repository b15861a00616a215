/// One sign of when an article was published: the days that it allows, and why.
public struct DateSign: Hashable, Sendable {
  /// How far a sign can be trusted alone.
  public enum Strength: Int, Hashable, Sendable, Comparable {
    /// A bound that is often beside the point, as the year of a copyright line.
    case hint
    /// A bound: the article is not older, or not newer, than this.
    case bound
    /// The date itself, of a last change rather than of publication.
    case updated
    /// The date itself.
    case exact

    /// Orders from weak to firm.
    public static func < (left: Strength, right: Strength) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The days on which the article may have been published if the sign is right.
  public var interval: DayInterval
  /// How far it can be trusted.
  public var strength: Strength
  /// Where the sign was found.
  public var basis: DocumentDate.Basis
  /// The sign in one plain sentence.
  public var evidence: String
  /// Where it stands in the text, if it does.
  public var span: ByteSpan?

  /// Makes a sign.
  public init(
    _ interval: DayInterval, _ strength: Strength, _ basis: DocumentDate.Basis, evidence: String,
    span: ByteSpan? = nil
  ) {
    self.interval = interval
    self.strength = strength
    self.basis = basis
    self.evidence = evidence
    self.span = span
  }

  /// The document date that the sign alone would give.
  var date: DocumentDate {
    DocumentDate(interval: interval, basis: basis, evidence: evidence, span: span)
  }
}
