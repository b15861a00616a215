/// One piece of a template of news.
enum NewsPiece: Sendable {
  case literal([UInt8])
  /// One of several, chosen anew each time.
  case choice([[NewsPiece]])
  case person(NewsRole, NewsReference)
  case place(NewsPlace)
  /// A figure of the story; `variant` 1 is the figure itself, others contradict it.
  case number(key: Int, variant: Int)
  /// A day, so many days after the event, with its preposition ("on Monday", "yesterday").
  case on(Int)
  /// The same without a preposition.
  case day(Int)
  /// A weekday alone.
  case weekday(Int)
  /// A month, so many months after the event.
  case month(Int)
  /// A year, so many years after the event.
  case year(Int)
}

/// How a person is referred to.
enum NewsReference: String {
  /// By full name and office at first, shorter after that.
  case mention = ""
  case full, last
  case subject = "he"
  case possessive = "his"
  case object = "him"
}

/// The people of a story, by what they do in it.
enum NewsRole: String, CaseIterable {
  case president, pm, foreign, interior, defence, governor, police, spokes, general, rebel
  case opposition, envoy, bforeign, bpresident, tforeign, witness, doctor, analyst, lawyer, judge
  case ceo, ceo2, activist, mayor, accused, reporter, editor
}

/// The places, groups and papers of a story.
enum NewsPlace: String, CaseIterable {
  case country, demonym, capital, town, town2, bcountry, bdemonym, bcapital, third, tcapital
  case group, party, party2, company, company2, ngo, outlet, other, slug
}
