public import DatelineText

/// What all panes are narrowed to. Part of every step of the history, and always shown.
public struct Scope: Hashable, Sendable {
  /// Words that must occur; as the user types them.
  public var text = ""
  /// The entity that must take part.
  public var entity: EntityID?
  /// The days that a dated thing must touch.
  public var days: DayInterval?
  /// The beginning of a word for the type ("med", "cas", "fut").
  public var kinds = ""
  /// A property that must hold.
  public var trait: Trait?
  /// The only article.
  public var article: ArticleID?
  /// The only event, by identifier.
  public var event: String?

  /// Makes a scope that narrows nothing.
  public init() {}

  /// Properties to narrow to.
  public enum Trait: String, Hashable, Sendable, CaseIterable {
    /// Told by one independent source alone.
    case singleSource = "1src"
    /// Without a date.
    case undated
    /// In a pair of claims that clash.
    case conflict
    /// Bookmarked by the user.
    case marked
    /// With a note of the user's.
    case noted
    /// Selected by the user.
    case selected
    /// Dated by inference.
    case inferred
    /// A copy of another article.
    case copy
    /// Added or changed since the user was here before.
    case new
  }

  /// Whether all that this scope asks for `other` asks for too.
  func asksForLess(than other: Scope) -> Bool {
    (text.isEmpty || text == other.text) && (kinds.isEmpty || kinds == other.kinds)
      && (entity == nil || entity == other.entity) && (days == nil || days == other.days)
      && (trait == nil || trait == other.trait) && (article == nil || article == other.article)
      && (event == nil || event == other.event)
  }

  /// Whether nothing is narrowed.
  public var isEmpty: Bool { self == Scope() }
}
