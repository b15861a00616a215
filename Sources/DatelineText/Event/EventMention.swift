/// The types of events: the sixteen of PLOVER (Open Event Data Alliance, 2021), and five for what it
/// does not code, since nobody does it to anybody in politics.
///
/// The five are the types Life, Justice, Personnel and Business of ACE (English Annotation Guidelines
/// for Events 5.4.3, LDC 2005) and Disaster of the AIDA ontology (LDC 2018). Arrests, charges,
/// convictions and resignations, which ACE has too, stay with PLOVER's types.
public enum EventType: String, Hashable, Sendable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
  /// Accidents, forces of nature and outbreaks of disease.
  case disaster = "DISASTER"
  /// Deaths, injuries, births, marriages.
  case life = "LIFE"
  /// Trials, hearings, rulings, appeals.
  case justice = "JUSTICE"
  /// Elections, appointments, the start and end of a position.
  case personnel = "PERSONNEL"
  /// Ownership, mergers, bankruptcies, prices, plants and jobs.
  case business = "BUSINESS"

  /// Whether PLOVER has the type.
  public var isPlover: Bool {
    switch self {
    case .disaster, .life, .justice, .personnel, .business: false
    case .agree, .consult, .support, .concede, .cooperate, .aid, .retreat, .request, .accuse,
      .reject, .threaten, .protest, .sanction, .mobilize, .coerce, .assault:
      true
    }
  }
}

/// How far a fact is asserted. Nothing that a source only alleged is `stated`.
public enum FactStatus: String, Hashable, Sendable, CaseIterable {
  /// In the article's own voice.
  case stated
  /// By a source that the article names or implies.
  case attributed
  /// Denied by someone, or negated.
  case denied
  /// Reported without confirmation.
  case unconfirmed
  /// Still to come.
  case planned
  /// Conditional, possible or imagined.
  case hypothetical
}

/// One event as one sentence tells it.
public struct EventMention: Hashable, Sendable {
  /// Where the triggering word or phrase stands.
  public var trigger: ByteSpan
  /// The sentence, as an index into the article's sentences.
  public var sentence: Int
  /// The type.
  public var type: EventType
  /// The mode, where there is one ("aerial").
  public var mode: String?
  /// Who acts: indices into the article's mentions.
  public var actors: [Int]
  /// Who is acted upon: indices into the article's mentions.
  public var recipients: [Int]
  /// Where: indices into the article's mentions.
  public var places: [Int]
  /// The time expression that dates it, as an index into the article's time expressions.
  public var timex: Int?
  /// The days on which it may have happened; nil where nothing is known.
  public var interval: DayInterval?
  /// The unit in which the date is known.
  public var grain: Grain?
  /// How far it is asserted.
  public var status: FactStatus
  /// Who says so: indices into the article's mentions; empty for the article's own voice.
  public var attributedTo: [Int]
  /// Whether it lies in the past of the story as background ("the 1947 Partition").
  public var isHistorical: Bool
  /// Whether the sentence tells of a habit or of many events ("periodic outbreaks"): kept off the
  /// timeline.
  public var isGeneric: Bool
  /// How much the rule that found it is to be trusted, 0 to 100.
  public var confidence: UInt8
  /// What is counted in it (people killed, hours of truce).
  public var quantities: [Quantity]

  /// Makes an event mention with its trigger alone; the rest is filled in by later steps.
  public init(trigger: ByteSpan, sentence: Int, type: EventType) {
    self.trigger = trigger
    self.sentence = sentence
    self.type = type
    mode = nil
    actors = []
    recipients = []
    places = []
    timex = nil
    interval = nil
    grain = nil
    status = .stated
    attributedTo = []
    isHistorical = false
    isGeneric = false
    confidence = 50
    quantities = []
  }
}
