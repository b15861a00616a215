public import DatelineText

/// One day of a summary timeline.
public struct SummaryDay: Hashable, Sendable {
  /// The day.
  public var day: DayNumber
  /// The sentences that tell it best, the best first.
  public var sentences: [SummarySentence]

  /// Makes a day.
  public init(day: DayNumber, sentences: [SummarySentence]) {
    self.day = day
    self.sentences = sentences
  }
}

/// One sentence of a summary timeline.
public struct SummarySentence: Hashable, Sendable {
  /// Its text, on one line.
  public var text: String
  /// Where it stands.
  public var provenance: Provenance

  /// Makes a sentence.
  public init(text: String, provenance: Provenance) {
    self.text = text
    self.provenance = provenance
  }
}
