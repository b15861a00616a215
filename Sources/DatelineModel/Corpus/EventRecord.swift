import DatelineText

/// One event mention with its participants resolved to entities: what merging compares.
struct EventRecord {
  /// The article, as an index.
  var article: Int
  /// The mention, as an index into the article's events.
  var event: Int
  var type: EventType
  var mode: String?
  var interval: DayInterval?
  var grain: Grain?
  /// The time expression that dates it, as an index into the article's.
  var timex: Int?
  /// Participants and places as entity indices, sorted.
  var actors: EntitySet
  var recipients: EntitySet
  var places: EntitySet
  /// The sides of the participants: a government, its capital and its army are one.
  var actorSides: EntitySet
  var recipientSides: EntitySet
  /// All entities that the sentence names, places as they are and others as sides: what tellings of
  /// one event share even where the roles were not found.
  var context: EntitySet
  /// What is counted in it, in words that equal counts share.
  var counts: Set<String>
  var status: FactStatus
  /// Who says so, as entity indices; empty for the article's own voice.
  var attributedTo: [Int]
  /// The sentence, as an index into the article's sentences.
  var sentence: Int
  /// Whether it is what its sentence chiefly tells.
  var isMain: Bool
  /// Whether the trigger is a noun that "the" or an owner marks as known.
  var isDefinite: Bool
  /// The trigger, folded and cut to its stem.
  var trigger: String
  var confidence: Int
  /// The clause that "while" sets beside the sentence's main clause and that tells it, as a token; nil
  /// in the main clause.
  var contrast: Int?
  /// The days that news of its article is mostly about; nil for background and undated articles.
  var window: DayInterval?
  /// Stands for all of this, and for all that can be looked up of its entities: no other reading has it,
  /// of this mention at another time or of another one.
  var stamp: UInt64 = 0

  /// How many days before publication news mostly goes back, and announcements look ahead.
  static let newsDays = 21

  /// Makes the record of one event mention.
  init(article index: Int, event: Int, in article: AnnotatedArticle, entities: EntityIndex) {
    let mention = article.events[event]
    self.article = index
    self.event = event
    type = mention.type
    mode = mention.mode
    interval = mention.interval
    grain = mention.grain
    timex = mention.timex
    func parties(_ mentions: [Int]) -> EntitySet {
      let found = entities.parties(article: index, mentions: mentions)
      return EntitySet(found.lazy.map { entities.party($0) ?? $0 })
    }
    actors = parties(mention.doers(among: article.eventsBeside(event)))
    recipients = parties(mention.recipients)
    let targets = recipients.filter { entities.isPlaceWithin($0) }
    places = EntitySet(entities.entities(article: index, mentions: mention.places) + targets)
    actorSides = EntitySet(actors.lazy.map(entities.side))
    recipientSides = EntitySet(
      recipients.lazy.compactMap {
        entities.isPlaceWithin($0) ? entities.country($0) : entities.side($0)
      })
    trigger = Self.stem(article.article.text[mention.trigger])
    if recipientSides.isEmpty, actorSides.count == 2, Self.mutual.contains(trigger) {
      recipientSides = actorSides
    }
    if type == .consult, mode != "visit", actorSides.union(recipientSides).count < 2 {
      actorSides.formUnion(Self.spokenOf(by: mention, at: index, in: article, entities: entities))
    }
    let named = article.mentionIndices(inSentence: mention.sentence)
    context = EntitySet(
      parties(named.filter { article.mentions[$0].kind == .name }).map(entities.side))
    // Mostly everybody is a side: one list then serves for both.
    if actorSides == actors { actorSides = actors }
    if recipientSides == recipients { recipientSides = recipients }
    counts = Set(mention.quantities.compactMap(Self.count))
    status = mention.status
    attributedTo = entities.entities(article: index, mentions: mention.attributedTo)
    sentence = mention.sentence
    isMain =
      (event == 0 || article.events[event - 1].sentence != mention.sentence)
      && !article.isPresupposed(mention)
    isDefinite = article.isDefinite(mention)
    confidence = Int(mention.confidence)
    contrast = article.contrastingClause(of: mention)
    window = mention.isHistorical ? nil : Self.window(of: mention, in: article)
  }

  /// The record as it is read where its article stands at `index` and its entities at other places.
  func moved(to index: Int, by moves: EntityMoves) -> EventRecord {
    var record = self
    record.article = index
    guard !moves.isIdentity else { return record }
    record.actors = moves.moved(actors)
    record.recipients = moves.moved(recipients)
    record.places = moves.moved(places)
    record.actorSides = actorSides == actors ? record.actors : moves.moved(actorSides)
    record.recipientSides =
      recipientSides == recipients ? record.recipients : moves.moved(recipientSides)
    record.context = moves.moved(context)
    record.attributedTo = moves.moved(attributedTo)
    return record
  }

  /// The stems of fights, in which whoever acts is acted upon.
  private static let mutual: Set<String> = [
    "clash", "fight", "battl", "battle", "skirmish", "war", "gunfight",
  ]

  /// How many sentences back those may be named who meet in a sentence without names.
  private static let memory = 1

  /// The two sides that a meeting without parties is of: those that its sentence or the one before
  /// names, mediators and places of meeting aside; nobody where they are not two.
  private static func spokenOf(
    by meeting: EventMention, at index: Int, in article: AnnotatedArticle, entities: EntityIndex
  ) -> Set<Int> {
    for sentence in (0...memory).map({ meeting.sentence - $0 }) where sentence >= 0 {
      let others = article.mediators(inSentence: sentence) + meeting.places
      let apart = Set(entities.entities(article: index, mentions: others))
      let sides = entities.entities(
        article: index, mentions: article.mentionIndices(inSentence: sentence)
      ).filter { !apart.contains($0) && entities.entities[$0].type != .person }
        .compactMap(entities.party).map(entities.side)
      let left = Set(sides).subtracting(apart.map(entities.side))
      if left.count == 2 { return left }
      if left.count > 2 { return [] }
    }
    return []
  }

  /// The days that an event may be of: its own, else those around publication.
  private static func window(of mention: EventMention, in article: AnnotatedArticle)
    -> DayInterval?
  {
    if let days = mention.interval, days.length != nil { return days }
    guard let first = article.date.interval?.earliest, let last = article.date.interval?.latest
    else { return nil }
    return mention.status == .planned
      ? DayInterval(earliest: first, latest: last.advanced(by: newsDays))
      : DayInterval(earliest: first.advanced(by: -newsDays), latest: last)
  }

  /// A count above ten as text, for small ones agree by chance; nil for those. What is counted goes by
  /// many names ("200 rebels", "200 dead") and is left out.
  static func count(_ quantity: Quantity) -> String? {
    guard let number = quantity.minimum ?? quantity.maximum, number > 10 else { return nil }
    return String(number)
  }

  /// Whether it tells of third parties who bring others together.
  var isMediation: Bool { mode == EventKinds.mediation }

  /// Whether both its first and its last day are known.
  var isDated: Bool { length != nil }

  /// The number of days the record may be of; nil for an open or missing interval.
  var length: Int? { interval.flatMap(\.length) }

  /// Everybody who takes part, on whatever side.
  var parties: EntitySet { actorSides.union(recipientSides) }

  /// Cuts the endings of inflection off a folded word: enough to tell "attacks" and "attacked"
  /// from "visit", not a stemmer.
  static func stem(_ word: String) -> String {
    let key = SearchText.key(word)
    let first = key.split(separator: " ").first.map(String.init) ?? key
    for ending in ["ings", "ing", "ers", "ed", "es", "s"]
    where first.hasSuffix(ending) && first.count - ending.count >= 4 {
      return String(first.dropLast(ending.count))
    }
    return first
  }
}

extension DayInterval {
  /// The number of days from the first to the last, one for a single day; nil where an end is open.
  var length: Int? {
    guard let earliest, let latest else { return nil }
    return earliest.distance(to: latest) + 1
  }
}
