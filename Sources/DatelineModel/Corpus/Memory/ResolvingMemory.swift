import DatelineText

/// What resolving found out the last time, so that the next time only what has changed is worked out
/// again.
///
/// Nothing is taken from it unless all that it was made of is as it was: articles, names and facts by
/// their values, mentions and clusters of them by stamps (`StampHash`). So what is resolved with a
/// memory equals what is resolved without. Two are always equal, for they have no say in what a corpus
/// is. Cost: some forty kilobytes an article of 600 words, measured on 800; about as much as the article
/// itself.
struct ResolvingMemory: Sendable, Equatable {
  /// Whether anything is kept.
  let isKeeping: Bool
  /// The articles of the last time, as they were read and as they were dated, and what their names were
  /// resolved to.
  private var extracted = ArticleList()
  private var articles = ArticleList()
  private var entities: EntityIndex?
  /// Counts how often the articles were resolved: what is read anew has a stamp of its own.
  private(set) var round: UInt64 = 0

  /// Which articles are as they were read; which are after they were dated; and of which all whom they
  /// name are as they were too.
  private(set) var unchangedAsRead: ArticleOrigins
  private(set) var unchanged: ArticleOrigins
  private(set) var unchangedWithNames: ArticleOrigins
  private(set) var moves: EntityMoves?

  /// What the steps keep.
  var chains = KeptReadings<ReadChains>()
  var dating = DatingMemory()
  var sketches = KeptReadings<[UInt64]>()
  var events = KeptReadings<ReadEvents.Reading>()
  var merging: MergingMemory
  var timeline: TimelineMemory
  var claims = KeptReadings<ClaimIndex.Reading>()
  var ledger = LedgerMemory()
  var evidence = KeptReadings<RelationCollector>()

  /// Makes a memory of nothing, which stays so unless it is `keeping` something.
  init(keeping: Bool) {
    isKeeping = keeping
    unchanged = ArticleOrigins(keeping: keeping)
    (unchangedAsRead, unchangedWithNames) = (unchanged, unchanged)
    merging = MergingMemory(keeping: keeping)
    timeline = TimelineMemory(keeping: keeping)
  }

  static func == (left: Self, right: Self) -> Bool { true }

  /// The most rounds that stamps tell apart.
  private static let mostRounds: UInt64 = 1 << 16

  /// Begins to resolve articles as they were read.
  mutating func begin(reading extracted: ArticleList) {
    guard isKeeping else { return }
    if round + 1 == Self.mostRounds { self = ResolvingMemory(keeping: true) }
    round += 1
    unchangedAsRead = ArticleOrigins(of: extracted, among: self.extracted)
    self.extracted = extracted
  }

  /// What the last time dated articles to; nothing is kept of it.
  mutating func takeDating() -> DatingMemory {
    defer { dating = DatingMemory() }
    return dating
  }

  /// Goes on with the articles as they were dated.
  mutating func begin(_ articles: ArticleList) {
    guard isKeeping else { return }
    unchanged = ArticleOrigins(of: articles, among: self.articles)
    self.articles = articles
  }

  /// Compares what names were resolved to with what they were the last time.
  mutating func meet(_ index: EntityIndex) {
    guard isKeeping else { return }
    defer { entities = index }
    guard let entities else {
      unchangedWithNames = ArticleOrigins(keeping: true)
      return
    }
    let moves = EntityMoves(from: entities, to: index)
    unchangedWithNames = unchanged.filtered { article, earlier in
      index.names(inArticle: article, areThoseOf: entities, inArticle: earlier, movedBy: moves)
    }
    self.moves = moves
  }
}
