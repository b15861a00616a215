public import DatelineText

/// Points at text in a way that survives re-extraction: the quoted words with their surroundings,
/// as the selectors of W3C Web Annotation do.
public struct QuoteAnchor: Hashable, Sendable {
  /// The hash of the article's text.
  public var contentHash: String
  /// The article's name when the decision was taken.
  public var article: ArticleID
  /// The quoted words.
  public var quote: String
  /// The byte offset where they stood.
  public var offset: Int

  /// Makes an anchor.
  public init(contentHash: String, article: ArticleID, quote: String, offset: Int) {
    self.contentHash = contentHash
    self.article = article
    self.quote = quote
    self.offset = offset
  }
}

/// Something that the user decided and that no extraction may undo.
public enum Decision: Hashable, Sendable {
  /// The article was published on this day; nil takes an earlier setting back.
  case setDate(article: QuoteAnchor, day: DayNumber?)
  /// The two names are one entity.
  case merge(EntityID, into: EntityID)
  /// A name is taken out of an entity and stands for itself.
  case split(name: String, from: EntityID)
  /// An entity is called differently.
  case rename(EntityID, to: String)
  /// An entity has another type.
  case retype(EntityID, to: EntityType)
  /// An entity is none.
  case rejectEntity(EntityID)
  /// An event did not happen, or is none.
  case rejectEvent(QuoteAnchor)
  /// An event happened on other days.
  case redateEvent(QuoteAnchor, interval: DayInterval)
  /// An event has another type.
  case retypeEvent(QuoteAnchor, to: EventType)
  /// An event that the program missed.
  case addEvent(QuoteAnchor, type: EventType, interval: DayInterval?)
  /// A note on a subject; the empty text removes it.
  case note(subject: Subject, text: String)
  /// A mark on a subject, set or taken away.
  case mark(subject: Subject, isSet: Bool)
  /// A tag on a subject, set or taken away.
  case tag(subject: Subject, name: String, isSet: Bool)

  /// What notes, marks and tags hang on.
  public enum Subject: Hashable, Sendable {
    case article(QuoteAnchor)
    case entity(EntityID)
    case event(QuoteAnchor)
    case claim(QuoteAnchor)
  }
}
