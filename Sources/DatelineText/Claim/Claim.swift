/// A number with its unit and bounds, as a text gives it.
public struct Quantity: Hashable, Sendable {
  /// Where it stands.
  public var span: ByteSpan
  /// The least value that fits ("more than 200" gives 200, as journalists read it); nil where there is no lower bound.
  public var minimum: Double?
  /// The greatest value that fits; nil where there is no upper bound.
  public var maximum: Double?
  /// What is counted, singular-free and lower case ("deaths", "kilometres", "hours").
  public var unit: String
  /// Of whom or of what, where it is said ("soldiers"): where the words stand.
  public var of: ByteSpan?

  /// Makes a quantity.
  public init(
    span: ByteSpan, minimum: Double?, maximum: Double?, unit: String, of: ByteSpan? = nil
  ) {
    self.span = span
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
    self.of = of
  }
}

/// Something that the article says somebody said, thinks, wants or reports: one sentence of it.
/// A longer speech is as many claims, which share source and cue.
public struct Claim: Hashable, Sendable {
  /// The kinds of claim.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case assertion, accusation, denial, demand, promise, announcement, opinion, report, warning,
      praise, admission, offer
    case nonConfirmation = "non-confirmation"
  }

  /// Whether what is said is affirmed or negated.
  public enum Polarity: String, Hashable, Sendable, CaseIterable {
    case positive = "pos"
    case negative = "neg"
  }

  /// Whether the words are the speaker's own.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    case direct, indirect, mixed
  }

  /// What the source did: only words that were uttered make an assertion of fact.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Said, written or published.
    case speech
    /// Thought, felt, wanted, planned or seeming: told by the article, not by the source.
    case attitude
  }

  /// Where the source stands; more than one piece where the text splits it; empty where the
  /// source is not named.
  public var source: [ByteSpan]
  /// Where the cue stands ("said", "according to").
  public var cue: [ByteSpan]
  /// Where the content stands; more than one piece where the cue interrupts it.
  public var content: [ByteSpan]
  /// The sentence that holds the beginning of the content, as an index.
  public var sentence: Int
  /// The speakers: indices into the article's mentions; empty where unresolved.
  public var speakers: [Int]
  /// The ones accused, asked or warned: indices into the article's mentions.
  public var addressees: [Int]
  /// Its kind.
  public var kind: Kind
  /// Its form.
  public var form: Form
  /// Whether it was said, or is a state of mind that the article reports.
  public var basis: Basis
  /// Its polarity.
  public var polarity: Polarity
  /// What is counted in it.
  public var quantities: [Quantity]

  /// Makes a claim without speakers and quantities; later steps fill them in.
  public init(
    source: [ByteSpan], cue: [ByteSpan], content: [ByteSpan], sentence: Int,
    kind: Kind = .assertion, form: Form = .indirect, polarity: Polarity = .positive,
    basis: Basis = .speech
  ) {
    self.source = source
    self.cue = cue
    self.content = content
    self.sentence = sentence
    speakers = []
    addressees = []
    self.kind = kind
    self.form = form
    self.polarity = polarity
    self.basis = basis
    quantities = []
  }
}
