internal import DatelineModel
internal import DatelineText
internal import FoundationEssentials

/// One line of the decision log as JSON has it.
///
/// Every field but `id`, `at` and `action` is there only where the action needs it, so that a line
/// can be read and compared by eye. `at` and `by` are for people: no result depends on them.
struct DecisionRecord: Codable, Hashable {
  var id: String
  var at: String
  var by: String
  var action: String
  var article: String?
  var hash: String?
  var quote: String?
  var offset: Int?
  var entity: String?
  var into: String?
  var name: String?
  var type: String?
  var day: String?
  var earliest: String?
  var latest: String?
  var subject: String?
  var text: String?
  var isSet: Bool?
  var undoes: String?

  /// Makes a record of `action` with nothing else filled in.
  init(_ action: String) {
    id = ""
    at = ""
    by = ""
    self.action = action
  }
}

extension DecisionRecord {
  /// Stands for `decisions` in their order.
  static func digest(of decisions: [Decision]) -> String {
    var hash = ContentHash()
    guard !decisions.isEmpty else { return hash.hexadecimal }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for decision in decisions {
      hash.combine((try? encoder.encode(DecisionRecord(decision))).map { Array($0) } ?? [])
    }
    return hash.hexadecimal
  }
}

// MARK: - Decision to record

extension DecisionRecord {
  /// Makes the record of a decision.
  init(_ decision: Decision) {
    switch decision {
    case .setDate(let anchor, let day):
      self.init("setDate")
      put(anchor)
      self.day = day?.iso
    case .merge(let entity, let into):
      self.init("merge")
      self.entity = entity.key
      self.into = into.key
    case .split(let name, let entity):
      self.init("split")
      self.name = name
      self.entity = entity.key
    case .rename(let entity, let name):
      self.init("rename")
      self.entity = entity.key
      self.name = name
    case .retype(let entity, let type):
      self.init("retype")
      self.entity = entity.key
      self.type = type.rawValue
    case .rejectEntity(let entity):
      self.init("rejectEntity")
      self.entity = entity.key
    case .rejectEvent(let anchor):
      self.init("rejectEvent")
      put(anchor)
    case .redateEvent(let anchor, let interval):
      self.init("redateEvent")
      put(anchor)
      put(interval)
    case .retypeEvent(let anchor, let type):
      self.init("retypeEvent")
      put(anchor)
      self.type = type.rawValue
    case .addEvent(let anchor, let type, let interval):
      self.init("addEvent")
      put(anchor)
      self.type = type.rawValue
      if let interval { put(interval) }
    case .note(let subject, let text):
      self.init("note")
      put(subject)
      self.text = text
    case .mark(let subject, let isSet):
      self.init("mark")
      put(subject)
      self.isSet = isSet
    case .tag(let subject, let name, let isSet):
      self.init("tag")
      put(subject)
      self.name = name
      self.isSet = isSet
    }
  }

  private mutating func put(_ anchor: QuoteAnchor) {
    article = anchor.article.name
    hash = anchor.contentHash
    quote = anchor.quote
    offset = anchor.offset
  }

  private mutating func put(_ interval: DayInterval) {
    earliest = interval.earliest?.iso
    latest = interval.latest?.iso
  }

  private mutating func put(_ subject: Decision.Subject) {
    switch subject {
    case .article(let anchor):
      self.subject = "article"
      put(anchor)
    case .entity(let entity):
      self.subject = "entity"
      self.entity = entity.key
    case .event(let anchor):
      self.subject = "event"
      put(anchor)
    case .claim(let anchor):
      self.subject = "claim"
      put(anchor)
    }
  }
}

// MARK: - Record to decision

extension DecisionRecord {
  /// The decision that the record holds; nil where a field is missing or makes no sense.
  var decision: Decision? {
    switch action {
    case "setDate", "rejectEvent", "redateEvent", "retypeEvent", "addEvent": anchoredDecision
    case "merge", "split", "rename", "retype", "rejectEntity": entityDecision
    case "note", "mark", "tag": subjectDecision
    default: nil
    }
  }

  private var anchoredDecision: Decision? {
    guard let anchor else { return nil }
    switch action {
    case "setDate":
      guard let day else { return .setDate(article: anchor, day: nil) }
      return DayNumber(iso: day).map { .setDate(article: anchor, day: $0) }
    case "rejectEvent": return .rejectEvent(anchor)
    case "redateEvent": return interval.map { .redateEvent(anchor, interval: $0) }
    case "retypeEvent": return eventType.map { .retypeEvent(anchor, to: $0) }
    case "addEvent": return eventType.map { .addEvent(anchor, type: $0, interval: interval) }
    default: return nil
    }
  }

  private var entityDecision: Decision? {
    guard let entity = entity.map({ EntityID($0) }) else { return nil }
    switch action {
    case "merge": return into.map { .merge(entity, into: EntityID($0)) }
    case "split": return name.map { .split(name: $0, from: entity) }
    case "rename": return name.map { .rename(entity, to: $0) }
    case "retype": return type.flatMap { EntityType(rawValue: $0) }.map { .retype(entity, to: $0) }
    case "rejectEntity": return .rejectEntity(entity)
    default: return nil
    }
  }

  private var subjectDecision: Decision? {
    guard let subject = decisionSubject else { return nil }
    switch action {
    case "note": return text.map { .note(subject: subject, text: $0) }
    case "mark": return isSet.map { .mark(subject: subject, isSet: $0) }
    case "tag":
      guard let name, let isSet else { return nil }
      return .tag(subject: subject, name: name, isSet: isSet)
    default: return nil
    }
  }

  private var decisionSubject: Decision.Subject? {
    switch subject {
    case "article": anchor.map { .article($0) }
    case "entity": entity.map { .entity(EntityID($0)) }
    case "event": anchor.map { .event($0) }
    case "claim": anchor.map { .claim($0) }
    default: nil
    }
  }

  private var anchor: QuoteAnchor? {
    guard let article, let hash, let quote, let offset, offset >= 0 else { return nil }
    return QuoteAnchor(
      contentHash: hash, article: ArticleID(article), quote: quote, offset: offset)
  }

  private var eventType: EventType? { type.flatMap { EventType(rawValue: $0) } }

  private var interval: DayInterval? {
    let first = earliest.flatMap { DayNumber(iso: $0) }
    let last = latest.flatMap { DayNumber(iso: $0) }
    if first == nil, last == nil { return nil }
    if let first, let last, first > last { return nil }
    return DayInterval(earliest: first, latest: last)
  }
}
