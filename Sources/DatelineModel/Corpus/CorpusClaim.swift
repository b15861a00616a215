/// One attributed claim with its speakers resolved over the corpus.
public struct CorpusClaim: Hashable, Sendable {
  /// Derived from article, content and speakers.
  public var id: String
  /// Where the content stands, from its first byte to its last.
  public var provenance: Provenance
  /// The index into the article's claims.
  public var claim: Int
  /// Who says so, sorted; empty where unresolved.
  public var speakers: [EntityID]
  /// The speaker as the text names it, for claims whose speaker is no entity ("officials").
  public var speakerText: String
  /// Who is accused, asked or warned; sorted.
  public var addressees: [EntityID]
  /// The timeline event that it speaks of, by identifier.
  public var event: String?
  /// What it is grouped under in the claims pane: the event's title, or the counted thing.
  public var topic: String

  /// The speaker in words where no entity is known: as the text has it, a pronoun said to be
  /// unresolved.
  public var spokenBy: String {
    if speakerText.isEmpty { return "someone" }
    return ClaimSelection.isPersonal(speakerText) ? "“\(speakerText)” (unresolved)" : speakerText
  }

  /// Makes a claim.
  public init(
    id: String, provenance: Provenance, claim: Int, speakers: [EntityID], speakerText: String,
    addressees: [EntityID] = [], event: String? = nil, topic: String = ""
  ) {
    self.id = id
    self.provenance = provenance
    self.claim = claim
    self.speakers = speakers
    self.speakerText = speakerText
    self.addressees = addressees
    self.event = event
    self.topic = topic
  }
}

/// Two claims that do not go together. Shown side by side, never adjudicated.
public struct Conflict: Hashable, Sendable {
  /// How hard they clash.
  public enum Level: String, Hashable, Sendable {
    /// They cannot both be true.
    case conflict
    /// They differ; both may hold.
    case tension
  }

  /// How hard they clash.
  public var level: Level
  /// What they differ about, in a few words.
  public var topic: String
  /// One side: the identifier of a claim, or of the timeline event that the article itself tells.
  public var first: String
  /// The other side.
  public var second: String
  /// Where the first side stands.
  public var firstPlace: Provenance
  /// Where the second side stands.
  public var secondPlace: Provenance
  /// Why they are held to clash, in one plain sentence.
  public var reason: String

  /// Makes a conflict.
  public init(
    level: Level, topic: String, first: String, at firstPlace: Provenance, second: String,
    at secondPlace: Provenance, reason: String
  ) {
    self.level = level
    self.topic = topic
    self.first = first
    self.second = second
    self.firstPlace = firstPlace
    self.secondPlace = secondPlace
    self.reason = reason
  }
}
