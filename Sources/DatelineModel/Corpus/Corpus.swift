public import DatelineText

/// An article that could not be read, with the reason.
public struct ArticleFailure: Hashable, Sendable {
  /// The article or file.
  public var article: ArticleID
  /// What went wrong and what to do, in one plain sentence.
  public var reason: String

  /// Makes a failure.
  public init(article: ArticleID, reason: String) {
    self.article = article
    self.reason = reason
  }
}

/// What all articles together say. Derived from the articles and decisions alone.
public struct CorpusFacts: Hashable, Sendable {
  /// Entities by identifier order.
  public var entities: Table<Entity>
  /// Events in order of time, the undated ones last.
  public var timeline: Table<TimelineEvent>
  /// Edges by source, target and kind.
  public var relations: Table<Relation>
  /// Claims by article and position.
  public var claims: Table<CorpusClaim>
  /// Pairs of claims that clash, conflicts before tensions.
  public var conflicts: Table<Conflict>
  /// For each article that is a copy: the article that it copies. Empty where the corpus is stored:
  /// `Corpus.original(of:)` answers for both.
  public var copies: [ArticleID: ArticleID]

  /// Makes the facts of an empty corpus.
  public init() {
    entities = []
    timeline = []
    relations = []
    claims = []
    conflicts = []
    copies = [:]
  }
}

/// The articles that were opened and what they say together.
///
/// The result does not depend on the order in which articles arrive.
public struct Corpus: Sendable, Equatable {
  /// The articles in order of their identifiers, with the dates that the whole corpus gives them; none
  /// where the corpus is stored.
  public private(set) var articles: ArticleList
  /// The articles as their own text dates them, in the same order: what `resolve()` starts from.
  private var extracted: ArticleList
  /// Where the articles are, if they are not held.
  let stored: StoredReference?
  /// Files that could not be read, in order.
  public private(set) var failures: [ArticleFailure]
  /// What they say together; up to date after `resolve()`.
  public private(set) var facts: CorpusFacts
  /// The user's decisions, in order.
  public private(set) var decisions: [Decision]
  /// The articles that were added or changed since the user was here before.
  public private(set) var new: Set<ArticleID> = []

  /// What the last `resolve()` found out, where the next is to go on from there.
  private var memory: ResolvingMemory

  /// Makes an empty corpus.
  ///
  /// - Parameters:
  ///   - archive: Where the articles are kept; nil to hold them.
  ///   - concurrency: How work on each article is run.
  ///   - remembering: Whether to keep what `resolve()` finds out: when it is called again, only what has
  ///     changed is worked out again. Takes some forty kilobytes an article, about as much as it itself.
  public init(
    archive: (any ArticleArchive)? = nil, concurrency: Concurrency = .none,
    remembering: Bool = false
  ) {
    memory = ResolvingMemory(keeping: remembering)
    articles = ArticleList(archive: archive, concurrency: concurrency)
    extracted = articles
    stored = nil
    failures = []
    facts = CorpusFacts()
    decisions = []
  }

  /// Makes a corpus whose facts are known already; `articles` in any order.
  public init(articles: [AnnotatedArticle], failures: [ArticleFailure] = [], facts: CorpusFacts) {
    self.init()
    for article in articles { insert(article) }
    for failure in failures { insert(failure) }
    self.facts = facts
  }

  /// Makes a corpus that is stored, with what its articles say together.
  public init(
    stored: any StoredCorpus, failures: [ArticleFailure], facts: CorpusFacts, decisions: [Decision]
  ) {
    articles = ArticleList()
    extracted = articles
    memory = ResolvingMemory(keeping: false)
    self.stored = StoredReference(stored)
    self.failures = failures
    self.facts = facts
    self.decisions = decisions
  }

  /// Whether the articles are stored: then the corpus changes only as a whole, by being stored anew.
  public var isStored: Bool { stored != nil }

  /// Adds an article, in place of one of the same name; nothing happens where articles are stored.
  public mutating func insert(_ article: AnnotatedArticle) {
    guard !isStored else { return }
    let number = extracted.insert(article)
    articles.insert(article, kept: number)
  }

  /// Takes an article out; nothing happens where there is none.
  public mutating func remove(_ id: ArticleID) {
    guard !isStored, let index = index(of: id) else { return }
    articles.remove(at: index)
    extracted.remove(at: index)
  }

  /// Notes a file that could not be read.
  public mutating func insert(_ failure: ArticleFailure) {
    let index = failures.partitioningIndex { $0.article >= failure.article }
    failures.insert(failure, at: index)
  }

  /// Adds a decision of the user.
  public mutating func decide(_ decision: Decision) { decisions.append(decision) }

  /// Puts `decisions` in place of all decisions, as undoing one needs.
  public mutating func setDecisions(_ decisions: [Decision]) { self.decisions = decisions }

  /// Notes which articles are new to the user.
  public mutating func setNew(_ articles: Set<ArticleID>) { new = articles }

  /// Whether a fact that `articles` tell is new to the user: none of them was here before.
  func isNew(_ articles: [ArticleID]) -> Bool {
    !articles.isEmpty && articles.allSatisfy(new.contains)
  }

  /// Brings `facts` and the articles' dates up to date.
  ///
  /// The result follows from the articles as they were inserted and the decisions alone, however often
  /// and in whatever order it is called: what a corpus remembers of the last time saves work, where all
  /// that it was made of is as it was, and changes nothing. A stored corpus stays as it is. `report`
  /// hears of each step as it begins.
  public mutating func resolve(reportingTo report: (ResolvingStep) -> Void = { _ in }) {
    guard !isStored else { return }
    report(.names)
    memory.begin(reading: extracted)
    let entities = EntityResolver.resolve(extracted, decisions: decisions, memory: &memory)
    report(.dates)
    let dated = CorpusDater.dated(
      extracted, entities: entities, decisions: decisions, memory: &memory)
    articles = EventDecisions.adding(decisions, to: dated)
    facts = CorpusResolver.facts(
      of: articles, entities: entities, decisions: decisions, memory: &memory,
      reportingTo: report)
  }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies `belongs`, in a collection in which all such elements
  /// come last. Cost: a binary search.
  public func partitioningIndex(where belongs: (Element) -> Bool) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if belongs(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}

extension Array {
  /// The same, without a copy of any element that is looked at: articles and entities hold a score of
  /// references, each of which a copy counts up and down.
  public func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    withUnsafeBufferPointer { elements in
      var (low, high) = (0, elements.count)
      while low < high {
        let middle = (low + high) / 2
        if belongs(elements[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }
}
