import DatelineText

/// Counts independent sources: an article and its copies are one, and so are articles that give the
/// same news agency as their source.
struct SourceIndex {
  /// For each article: the index of the article that it stands for.
  private let roots: [Int]
  private let outlets: Set<Int>

  /// Words in the names of agencies, broadcasters and newspapers.
  private static let outletWords: Set<String> = [
    "reuters", "afp", "tass", "xinhua", "bbc", "cnn", "news", "agency", "press", "times", "post",
    "television", "tv", "radio", "broadcasting", "daily", "jazeera", "newspaper", "data",
  ]

  /// Indexes `articles`, which must be in order of their identifiers.
  init(_ articles: ArticleList, copies: [ArticleID: ArticleID], entities: EntityIndex) {
    roots = articles.indices.map { index in
      guard let original = copies[articles.id(at: index)] else { return index }
      let root = articles.firstIndex(from: original)
      return root < articles.count ? root : index
    }
    outlets = Set(
      entities.entities.indices.filter { index in
        entities.entities[index].type == .organization
          && Self.isOutlet(entities.entities[index])
      })
  }

  /// The article that an article copies, itself where it copies none.
  func original(of article: Int) -> Int { roots[article] }

  /// Whether one of its names is that of somebody who gathers or spreads news.
  private static func isOutlet(_ entity: Entity) -> Bool {
    (entity.aliases.map(\.name) + [entity.name]).contains { name in
      SearchText.key(name).split(separator: " ").contains { outletWords.contains(String($0)) }
    }
  }

  /// The number of independent sources behind supports, each an article as an index with those to
  /// whom it attributes what it says, as entity indices.
  func count(_ supports: some Sequence<(article: Int, attributedTo: [Int])>) -> Int {
    var articles: Set<Int> = []
    var agencies: Set<Int> = []
    for support in supports {
      if let agency = support.attributedTo.first(where: outlets.contains) {
        agencies.insert(agency)
      } else {
        articles.insert(roots[support.article])
      }
    }
    return articles.count + agencies.count
  }
}
