/// The date of an article, with the reason for it.
public struct DocumentDate: Hashable, Sendable {
  /// How the date was found, from firm to absent.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The user set it.
    case user
    /// The text prints it.
    case explicit
    /// The container states it.
    case metadata
    /// A link in the text, or the article's own address, carries it.
    case link
    /// Worked out from other dates in the text.
    case inferred
    /// Worked out from events shared with dated articles.
    case corpus
    /// Unknown.
    case none
  }

  /// The first and the last day that it may be; nil where unknown.
  public var interval: DayInterval?
  /// How it was found.
  public var basis: Basis
  /// The words of the text, or the sign, that say so: one plain sentence for the user.
  public var evidence: String
  /// Where in this article's text the evidence stands, if it does.
  public var span: ByteSpan?

  /// Makes a document date.
  public init(interval: DayInterval?, basis: Basis, evidence: String, span: ByteSpan? = nil) {
    self.interval = interval
    self.basis = basis
    self.evidence = evidence
    self.span = span
  }

  /// The date of an article of which nothing is known.
  public static let unknown = DocumentDate(interval: nil, basis: .none, evidence: "")

  /// The day that relative expressions are read against: the best single day of the interval.
  ///
  /// Nil where the interval is unknown or longer than a week, for then every weekday would be a
  /// guess.
  public var anchor: DayNumber? {
    guard let interval, let earliest = interval.earliest, let latest = interval.latest,
      latest.rawValue - earliest.rawValue <= 7
    else { return nil }
    return earliest
  }
}
