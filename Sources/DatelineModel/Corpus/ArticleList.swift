public import DatelineText

/// Keeps annotated articles out of memory and makes them again when they are asked for.
///
/// What bounds the memory that it takes to resolve a large corpus. Called by several threads.
public protocol ArticleArchive: AnyObject, Sendable {
  /// Keeps an article; returns the number to ask for it by. What was kept never changes.
  func keep(_ article: AnnotatedArticle) -> Int
  /// The article of a number. Cost: tens of microseconds, unless it was asked for not long ago.
  func article(_ number: Int) -> AnnotatedArticle
  /// The bytes of an article's text, or of the part of it that a range names. Cost: a microsecond.
  func text(_ number: Int, _ range: Range<Int>?) -> [UInt8]
}

/// Articles in order of their identifiers: held in memory, or kept in an archive out of which each is
/// made when it is asked for.
///
/// Cost of an article out of an archive: see there; walk the articles in order where it can be done.
public struct ArticleList: Sendable {
  /// What is at hand of an article that is kept elsewhere.
  private struct Entry: Hashable, Sendable {
    var id: ArticleID
    var interval: DayInterval?
    var number: Int

    init(_ article: AnnotatedArticle, number: Int) {
      id = article.article.id
      interval = article.date.interval
      self.number = number
    }
  }

  /// The articles that are held; empty where an archive keeps them.
  private var held: [AnnotatedArticle] = []
  private var entries: [Entry] = []
  private let archive: (any ArticleArchive)?
  /// How work on each article is run.
  public let concurrency: Concurrency

  /// Makes an empty list, which holds its articles where there is no archive.
  public init(archive: (any ArticleArchive)? = nil, concurrency: Concurrency = .none) {
    self.archive = archive
    self.concurrency = concurrency
  }

  /// Holds `articles`, which are in order of their identifiers.
  public init(_ articles: [AnnotatedArticle]) {
    self.init()
    held = articles
  }

  /// The identifier of an article. Cost: nothing.
  public func id(at index: Int) -> ArticleID {
    archive == nil ? held[index].article.id : entries[index].id
  }

  /// The days of an article. Cost: nothing.
  public func interval(at index: Int) -> DayInterval? {
    archive == nil ? held[index].date.interval : entries[index].interval
  }

  /// The bytes of an article's text, or of a part of it.
  public func text(at index: Int, _ range: Range<Int>? = nil) -> [UInt8] {
    if let archive { return archive.text(entries[index].number, range) }
    let bytes = held[index].article.text.bytes
    return range.map { Array(bytes[$0]) } ?? bytes
  }

  /// The position of the first article whose identifier does not come before `id`. Cost: a binary
  /// search.
  func firstIndex(from id: ArticleID) -> Int {
    archive == nil
      ? held.partitioningIndex { $0.article.id >= id } : entries.partitioningIndex { $0.id >= id }
  }

  /// The position of the article `id`; nil where there is none. Cost: a binary search.
  func index(of id: ArticleID) -> Int? {
    let index = firstIndex(from: id)
    return index < count && self.id(at: index) == id ? index : nil
  }

  /// Whether the article at a position equals the one at a position of another list; what an archive
  /// keeps is compared by its number, which stands for one content.
  func isSame(at index: Int, as other: ArticleList, at place: Int) -> Bool {
    guard archive === other.archive else { return false }
    return archive == nil
      ? held[index] == other.held[place] : entries[index] == other.entries[place]
  }

  /// Adds an article at its place, instead of one of the same identifier.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - number: The number by which the archive keeps it; nil where it does not yet.
  /// - Returns: That number; nil where there is no archive.
  @discardableResult
  mutating func insert(_ article: AnnotatedArticle, kept number: Int? = nil) -> Int? {
    let id = article.article.id
    // Mostly they come in order.
    let isLast = isEmpty || self.id(at: count - 1) < id
    let index = isLast ? count : firstIndex(from: id)
    let isKnown = index < count && self.id(at: index) == id
    guard let archive else {
      if isKnown { held[index] = article } else { held.insert(article, at: index) }
      return nil
    }
    let entry = Entry(article, number: number ?? archive.keep(article))
    if isKnown { entries[index] = entry } else { entries.insert(entry, at: index) }
    return entry.number
  }

  /// Puts the article at a position of another list, which is kept where these are, in place of one of
  /// the same identifier. Cost: nothing.
  mutating func replace(at index: Int, by other: ArticleList, at place: Int) {
    if archive == nil {
      held[index] = other.held[place]
    } else {
      entries[index] = other.entries[place]
    }
  }

  /// Takes an article out.
  mutating func remove(at index: Int) {
    if archive == nil { held.remove(at: index) } else { entries.remove(at: index) }
  }

  /// What `body` makes of each article and its position, in order; several at a time where that can
  /// be done.
  func mapEach<Value: Sendable>(_ body: @escaping @Sendable (Int, AnnotatedArticle) -> Value)
    -> [Value]
  {
    concurrency.map(count) { body($0, self[$0]) }
  }

  /// The same, handed to `take` in order instead of held.
  func forEach<Value: Sendable>(
    _ body: @escaping @Sendable (Int, AnnotatedArticle) -> Value, take: (Int, Value) -> Void
  ) {
    concurrency.forEach(count, { body($0, self[$0]) }, take: take)
  }
}

extension ArticleList: RandomAccessCollection {
  /// The first article is 0.
  public var startIndex: Int { 0 }
  /// The number of articles.
  public var endIndex: Int { archive == nil ? held.count : entries.count }
  /// The article at `position`.
  public internal(set) subscript(position: Int) -> AnnotatedArticle {
    get { archive?.article(entries[position].number) ?? held[position] }
    _modify {
      if let archive {
        var article = archive.article(entries[position].number)
        yield &article
        entries[position] = Entry(article, number: archive.keep(article))
      } else {
        yield &held[position]
      }
    }
  }
}

extension ArticleList: Hashable {
  /// Whether both have the same articles; those of archives are compared by where they are kept.
  public static func == (left: Self, right: Self) -> Bool {
    left.archive === right.archive && left.held == right.held && left.entries == right.entries
  }

  /// Hashes the identifiers.
  public func hash(into hasher: inout Hasher) {
    for index in indices { hasher.combine(id(at: index)) }
  }
}
