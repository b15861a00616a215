/// Reads the events of one sentence at a time.
struct EventReader {
  private let grammar: ArticleGrammar
  private let frames: EventFrameReader
  private let matcher: EventMatcher
  private let modality: EventModality
  private let roles: EventRoles
  private let dating: EventDating
  private let quantities: [Quantity]
  private let spoken: SpokenEvents
  private let kinds: EventGenericity

  /// Reads one article with these quantities.
  init(_ grammar: ArticleGrammar, _ quantities: [Quantity]) {
    self.grammar = grammar
    frames = EventFrameReader(grammar)
    matcher = EventMatcher(grammar)
    modality = EventModality(grammar)
    roles = EventRoles(grammar)
    dating = EventDating(grammar)
    self.quantities = quantities
    spoken = SpokenEvents(grammar)
    kinds = EventGenericity(grammar)
  }

  /// The events of a sentence, what it chiefly tells first; `time` is the day that the story has come
  /// to, which the sentence may move on.
  func events(inSentence index: Int, _ time: inout NarrativeTime) -> [EventMention] {
    let sentence = grammar.article.sentences[index]
    var candidates = sentence.tokens.compactMap { candidate($0) }
    candidates = EventSelection(grammar).selected(candidates)
    let triggers = Set(candidates.map(\.frame.trigger))
    let before = time
    let events =
      candidates.compactMap { event(of: $0, sentence: index, triggers: triggers, before) }
      + spoken.events(inSentence: index, besides: triggers, dating)
    if let told = events.first(where: { $0.timex != nil }) {
      time.note(told)
    } else if let frame = dating.frame(of: sentence.tokens)
      ?? (events.isEmpty ? dating.day(of: sentence.tokens) : nil)
    {
      time.note(frame, inSentence: index)
    }
    if let day = dating.since(in: sentence.tokens) { time.noteSince(day, inSentence: index) }
    return events
  }

  // MARK: Candidates

  private func candidate(_ token: Int) -> EventCandidate? {
    let key = grammar.keys[token]
    let part = grammar.syntax(token).partOfSpeech
    if part == .verb, let demand = obligation(token) { return demand }
    if part == .verb || part == .noun, let noun = phrasalNoun(token),
      let senses = EventLexicon.verbs[key]
    {
      return candidate(noun, senses)
    }
    switch part {
    case .verb:
      guard let senses = EventLexicon.verbs[key], grammar.relation(token) != .amod else {
        return nil
      }
      return candidate(frames.verbal(token), senses)
    case .noun:
      guard let senses = EventLexicon.nouns[key], grammar.relation(token) != .compound else {
        return nil
      }
      return candidate(frames.nominal(token), senses)
    case .adjective:
      guard let senses = EventLexicon.adjectives[key] else { return nil }
      return candidate(frames.verbal(token), senses)
    default: return nil
    }
  }

  /// "a drawing down of forces": the noun that a phrasal verb makes, read as a modifier of its particle.
  private func phrasalNoun(_ token: Int) -> EventFrame? {
    let particle = token + 1
    guard grammar.relation(token) == .amod || grammar.relation(token) == .compound,
      grammar.syntax(token).head == particle,
      EventWords.particles.contains(grammar.keys[particle])
    else { return nil }
    var frame = frames.nominal(particle)
    frame.particles = [grammar.keys[particle]]
    return frame
  }

  private func candidate(_ frame: EventFrame, _ senses: [EventSense]) -> EventCandidate? {
    guard let match = matcher.match(frame, senses), match.sense.outcome != .nothing,
      !isQuestion(frame)
    else { return nil }
    var candidate = EventCandidate(
      frame: frame, sense: match.sense, noun: match.noun, reading: modality.reading(of: frame))
    if match.sense.asksNegation, candidate.reading.status == .denied {
      candidate.reading.status = .stated
    }
    candidate.resolveCommitment()
    return candidate
  }

  /// "asked whether Peru would sign": nothing is demanded.
  private func isQuestion(_ frame: EventFrame) -> Bool {
    guard Self.asking.contains(grammar.keys[frame.trigger]), let clause = frame.complement else {
      return false
    }
    return grammar.children(clause).contains {
      $0 < clause && Self.questions.contains(grammar.keys[$0])
    }
  }

  private static let asking: Set<WordKey> = ["ask", "asks", "asked", "asking"]
  private static let questions: Set<WordKey> = [
    "if", "whether", "what", "why", "how", "when", "where", "who", "which",
  ]

  /// "said that China must drop its barriers": a demand by the speaker, whatever the verb.
  private func obligation(_ token: Int) -> EventCandidate? {
    guard grammar.relation(token) == .ccomp, let head = grammar.syntax(token).head,
      EventOperators.isReport(grammar.keys[head])
    else { return nil }
    var frame = frames.verbal(token)
    guard let modal = frame.modal, EventWords.obligation.contains(modal) else { return nil }
    frame.object = frame.subject
    frame.subject = frames.verbal(head).subject
    frame.modal = nil
    let sense = EventSense(conditions: [], outcome: .type(.request), mode: "change", weight: 6)
    var demand = EventCandidate(
      frame: frame, sense: sense, noun: nil, reading: EventModality.Reading())
    demand.isOpinion = true
    return demand
  }

  // MARK: Events

  private func event(
    of candidate: EventCandidate, sentence: Int, triggers: Set<Int>, _ time: NarrativeTime
  ) -> EventMention? {
    let tokens = grammar.article.sentences[sentence].tokens
    guard let type = candidate.type.map({ kinds.isMishap(candidate, tokens) ? .disaster : $0 })
    else {
      return nil
    }
    let frame = candidate.frame
    let named = candidate.trigger
    var event = EventMention(
      trigger: grammar.article.tokens[named].span, sentence: sentence, type: type)
    event.mode = type == candidate.type ? candidate.mode : "accident"
    let found = roles.roles(frame, type: type, noun: candidate.noun)
    event.actors = found.actors
    if event.actors.isEmpty, !HarmDoers.types.contains(type), isSelfReported(candidate) {
      event.actors = candidate.reading.attributedTo
    }
    event.recipients = found.recipients
    event.places = found.places
    event.status = candidate.reading.status
    event.attributedTo = candidate.reading.attributedTo
    date(&event, candidate, in: tokens, triggers: triggers)
    if event.interval == nil,
      let clock = dating.clockTime(of: candidate.frame.trigger, in: tokens, triggers: triggers),
      let carried = time.dating(inSentence: sentence)
    {
      event.interval = clock.days(from: carried.interval)
      event.grain = .time
    }
    settle(&event, candidate, time)
    event.isGeneric =
      kinds.isGeneric(candidate, inSentence: sentence)
      || event.timex == nil
        && (candidate.isOpinion || kinds.isHabit(candidate, inSentence: sentence))
    event.isHistorical = isHistorical(event)
    let clause = grammar.span(grammar.subtree(frame.trigger))
    event.quantities = quantities.filter { clause?.contains($0.span) ?? false }
    event.confidence = EventConfidence(grammar).confidence(of: event, candidate)
    return event
  }

  private func date(
    _ event: inout EventMention, _ candidate: EventCandidate, in tokens: Range<Int>,
    triggers: Set<Int>
  ) {
    let found = dating.dating(
      of: candidate.frame.trigger, in: tokens,
      isSpeech: candidate.isSpeech || isSelfReported(candidate), triggers: triggers)
    event.timex = found.timex
    event.interval = found.interval
    event.grain = found.grain
  }

  /// Brings what the sentence says of the time together with tense, story and document date: what
  /// happened lies before the document, what is planned after; an undated event that the story tells
  /// goes on from the one before.
  private func settle(
    _ event: inout EventMention, _ candidate: EventCandidate, _ time: NarrativeTime
  ) {
    guard let anchor = grammar.article.date.anchor else { return }
    let last = grammar.article.date.interval?.latest ?? anchor
    if let earliest = event.interval?.earliest, earliest > anchor, event.status == .stated {
      if anchor.distance(to: earliest) > Self.slip, !candidate.reading.isFuture,
        isTold(candidate)
      {
        (event.interval, event.grain) = (nil, nil)
      } else {
        event.status = .planned
      }
    }
    switch event.status {
    case .stated, .attributed, .unconfirmed:
      if event.interval == nil, isNarrated(candidate, time),
        let carried = time.dating(inSentence: event.sentence)
      {
        event.interval = time.dayAfter(carried, last: last)
        event.grain = carried.grain
      }
      if event.interval == nil, isPerfect(candidate),
        let first = time.opening(inSentence: event.sentence), first <= anchor,
        first.distance(to: anchor) <= Self.longestPerfect
      {
        event.interval = DayInterval(earliest: first, latest: last)
      }
      if event.interval == nil, isPast(candidate, inSentence: event.sentence) {
        event.interval = DayInterval(earliest: nil, latest: last)
      } else if let days = event.interval, let earliest = days.earliest, earliest <= anchor,
        days.latest.map({ $0 > last }) ?? true, !candidate.reading.isFuture
      {
        event.interval = DayInterval(earliest: earliest, latest: last)
      }
    case .planned:
      event.interval = event.interval ?? DayInterval(earliest: anchor, latest: nil)
    case .denied, .hypothetical: break
    }
  }

  /// The most days that a day told as past lies after the document date by a slip of that date; one
  /// further off is the day of another year.
  private static let slip = 7

  /// Whether a verb tells what happened: in the past, or as a passive of the past.
  private func isTold(_ candidate: EventCandidate) -> Bool {
    let verb = candidate.frame.trigger
    let auxiliary = grammar.child(verb, .auxPassive)
    return grammar.syntax(verb).form == .past
      || auxiliary.map { grammar.syntax($0).form == .past } ?? false
  }

  /// How far back, in days, a present perfect looks that names no time of its own.
  private static let longestPerfect = 730

  /// Whether the story tells an event as its next step: in the simple past, outside quotations.
  /// A story of one day tells what had happened before, too.
  private func isNarrated(_ candidate: EventCandidate, _ time: NarrativeTime) -> Bool {
    guard candidate.reading.status == .stated, !candidate.reading.isReported else { return false }
    var verb = candidate.frame.trigger
    for _ in 0..<3 where grammar.syntax(verb).partOfSpeech != .verb {
      guard let head = grammar.syntax(verb).head else { return false }
      verb = head
    }
    let form = grammar.syntax(verb).form
    let isPassive = form == .pastParticiple && grammar.child(verb, .auxPassive) != nil
    let isEarlier = form == .pastParticiple && time.isOfOneDay
    guard form == .past || isPassive || isEarlier, grammar.relation(verb) != .aclRelative else {
      return false
    }
    return isEarlier
      || !grammar.children(verb).contains { EventWords.perfect.contains(grammar.keys[$0]) }
  }

  /// Whether a verb stands in the present perfect.
  private func isPerfect(_ candidate: EventCandidate) -> Bool {
    guard !candidate.frame.isNominal else { return false }
    return grammar.children(candidate.frame.trigger).contains {
      grammar.relation($0) == .aux && EventWords.presentPerfect.contains(grammar.keys[$0])
    }
  }

  /// "Peru said on Monday that it had closed the border": who speaks is who acted, and the day of
  /// the announcement stands for the day of the act.
  private func isSelfReported(_ candidate: EventCandidate) -> Bool {
    guard candidate.reading.isReported, let subject = candidate.frame.subject else { return false }
    return grammar.syntax(subject).partOfSpeech == .pronoun
      && !EventWords.relatives.contains(grammar.keys[subject])
  }

  /// Whether the tense of a verb, or of the clause a noun stands in, is past or perfect; titles tell
  /// what happened in the present.
  private func isPast(_ candidate: EventCandidate, inSentence sentence: Int) -> Bool {
    if kinds.isTitle(sentence) { return true }
    var current = candidate.frame.trigger
    for _ in 0..<5 {
      if EventModality.decisions.contains(grammar.keys[current]) { return true }
      switch grammar.syntax(current).form {
      case .past, .pastParticiple: return true
      case .present: return false
      default: break
      }
      guard let head = grammar.syntax(current).head else { return false }
      current = head
    }
    return false
  }

  /// More than two years before the article.
  private func isHistorical(_ event: EventMention) -> Bool {
    guard let anchor = grammar.article.date.anchor, let latest = event.interval?.latest else {
      return false
    }
    return anchor.rawValue - latest.rawValue > 730
  }
}
