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
  public var entities: [Entity]
  /// Events in order of time, the undated ones last.
  public var timeline: [TimelineEvent]
  /// Edges by source, target and kind.
  public var relations: [Relation]
  /// Claims by article and position.
  public var claims: [CorpusClaim]
  /// Pairs of claims that clash, conflicts before tensions.
  public var conflicts: [Conflict]
  /// For each article that is a copy: the article that it copies.
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
  /// The articles, in order of their identifiers, with the dates that the whole corpus gives them.
  public private(set) var articles: [AnnotatedArticle]
  /// Files that could not be read, in order.
  public private(set) var failures: [ArticleFailure]
  /// What they say together; up to date after `resolve()`.
  public private(set) var facts: CorpusFacts
  /// The user's decisions, in order.
  public private(set) var decisions: [Decision]

  /// Makes an empty corpus.
  public init() {
    articles = []
    failures = []
    facts = CorpusFacts()
    decisions = []
  }

  /// Adds an article, in place of one of the same name.
  public mutating func insert(_ article: AnnotatedArticle) {
    let index = articles.partitioningIndex { $0.article.id >= article.article.id }
    if index < articles.count, articles[index].article.id == article.article.id {
      articles[index] = article
    } else {
      articles.insert(article, at: index)
    }
  }

  /// Notes a file that could not be read.
  public mutating func insert(_ failure: ArticleFailure) {
    let index = failures.partitioningIndex { $0.article >= failure.article }
    failures.insert(failure, at: index)
  }

  /// Adds a decision of the user.
  public mutating func decide(_ decision: Decision) { decisions.append(decision) }

  /// Brings `facts` and the articles' dates up to date.
  public mutating func resolve() { facts = CorpusFacts() }

  /// The article `id`; nil where there is none. Cost: a binary search.
  public func article(_ id: ArticleID) -> AnnotatedArticle? {
    let index = articles.partitioningIndex { $0.article.id >= id }
    return index < articles.count && articles[index].article.id == id ? articles[index] : nil
  }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies `belongs`, in a collection in which all such elements
  /// come last. Cost: a binary search.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Index {
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
