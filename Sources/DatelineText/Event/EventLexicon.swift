internal import CDatelineData

/// One sense of a trigger: what must stand around the word for it to tell of an event of a type.
struct EventSense: Sendable {
  /// What a sense asks of its surroundings.
  enum Condition: Sendable {
    /// An object, or the subject of a passive, of the set.
    case object(WordSet)
    /// No object.
    case noObject
    /// A subject of the set.
    case subject(WordSet)
    /// A subject of the set is ruled out.
    case noSubject(WordSet)
    /// A particle ("off" in "call off").
    case particle(WordKey)
    /// A prepositional phrase, with a head of the set where one is given.
    case phrase(WordKey, WordSet?)
    /// No such phrase.
    case noPhrase(WordKey)
    /// No such phrase with a head of the set.
    case noPhraseOf(WordKey, WordSet)
    /// A clause or infinitive as complement, or none.
    case complement, noComplement
    /// A negation.
    case negated
    /// A future auxiliary.
    case future
    /// A word of the set before a nominal trigger, or before the object.
    case modifier(WordSet)
    /// A named object, or one that is a person.
    case personal
    /// A named body as object.
    case organization
    /// An adverbial or coordinated clause with a verb of the set, or none.
    case clause(WordSet), noClause(WordSet)
    /// A subject that is a person: a name, an office, "he" or "she".
    case traveller
    /// A prepositional phrase that names a place.
    case place(WordKey)
  }

  /// What a sense makes of its trigger.
  enum Outcome: Hashable, Sendable {
    /// An event of a type.
    case type(EventType)
    /// A commitment: its type hangs on whether what is to come is friendly.
    case commitment
    /// No event: the word is used for something else ("hit in the pocket").
    case nothing
  }

  /// All of these must hold.
  var conditions: [Condition]
  /// The event's type.
  var outcome: Outcome
  /// The event's mode.
  var mode: String?
  /// How far the sense is to be trusted, 1 to 9.
  var weight: Int

  /// Whether the sense is one of not doing something ("will not tolerate").
  var asksNegation: Bool {
    conditions.contains { if case .negated = $0 { true } else { false } }
  }
}

/// The triggers of events by inflected form, of our own making; types and modes are those of
/// `EventType`.
enum EventLexicon {
  /// Verbs.
  static let verbs = table("v") { IrregularVerbs.inflections(of: $0) }
  /// Nouns.
  static let nouns = table("n") { Inflection.noun(String($0)) }
  /// Adjectives.
  static let adjectives = table("j") { [String($0)] }

  /// How many senses the file writes and how many of them can be read: one for each pair of a word
  /// and a row.
  static var senseCounts: (written: Int, read: Int) {
    rows.reduce((0, 0)) { counts, row in
      let words = row.count > 1 ? row[1].words.count : 1
      let isRead = row.count == 6 && sense(row) != nil
      return (counts.0 + words, counts.1 + (isRead ? words : 0))
    }
  }

  private static let rows = EmbeddedTable(dateline_lexicon_events()).rows

  private static func table(_ wordClass: Substring, forms: (Substring) -> [String])
    -> [WordKey: [EventSense]]
  {
    var table: [WordKey: [EventSense]] = [:]
    for row in rows where row.count == 6 && row[0] == wordClass {
      guard let sense = sense(row) else { continue }
      for word in row[1].words {
        for form in Set(forms(word)) { table[WordKey(form), default: []].append(sense) }
      }
    }
    return table
  }

  /// The sense of a row; nil where it cannot be read.
  static func sense(_ row: [Substring]) -> EventSense? {
    guard let weight = Int(row[5]), let outcome = outcome(row[3]) else { return nil }
    var conditions: [EventSense.Condition] = []
    for atom in row[2].words where atom != "-" {
      guard let condition = condition(atom) else { return nil }
      conditions.append(condition)
    }
    return EventSense(
      conditions: conditions, outcome: outcome, mode: row[4].isEmpty ? nil : String(row[4]),
      weight: weight)
  }

  private static func outcome(_ text: Substring) -> EventSense.Outcome? {
    switch text {
    case "FUTURE": .commitment
    case "NONE": .nothing
    default: EventType(rawValue: String(text)).map { .type($0) }
    }
  }

  private static func condition(_ atom: Substring) -> EventSense.Condition? {
    let parts = atom.parts(at: UInt8(ascii: ":"), most: 2)
    switch (parts.first, parts.count) {
    case ("x", 1): return .complement
    case ("-x", 1): return .noComplement
    case ("-o", 1): return .noObject
    case ("not", 1): return .negated
    case ("future", 1): return .future
    case ("person", 1): return .personal
    case ("traveller", 1): return .traveller
    case ("o", 2): return WordClasses.set(parts[1]).map { .object($0) }
    case ("s", 2): return WordClasses.set(parts[1]).map { .subject($0) }
    case ("-s", 2): return WordClasses.set(parts[1]).map { .noSubject($0) }
    case ("org", 1): return .organization
    case ("c", 2): return WordClasses.set(parts[1]).map { .clause($0) }
    case ("-c", 2): return WordClasses.set(parts[1]).map { .noClause($0) }
    case ("prt", 2): return .particle(WordKey(parts[1]))
    default: break
    }
    if atom.hasPrefix("n/") { return WordClasses.set(atom.dropFirst(2)).map { .modifier($0) } }
    if atom.hasPrefix("-p/") {
      guard parts.count == 2 else { return .noPhrase(WordKey(atom.dropFirst(3))) }
      return WordClasses.set(parts[1]).map { .noPhraseOf(WordKey(parts[0].dropFirst(3)), $0) }
    }
    guard atom.hasPrefix("p/"), let preposition = parts.first?.dropFirst(2) else { return nil }
    guard parts.count == 2 else { return .phrase(WordKey(preposition), nil) }
    if parts[1] == "PLACE" { return .place(WordKey(preposition)) }
    return WordClasses.set(parts[1]).map { .phrase(WordKey(preposition), $0) }
  }
}
