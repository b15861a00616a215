import DatelineModel
import DatelineStore
import DatelineText

/// Articles that were read since the browser began, and the names of files that are gone: what a
/// snapshot does not have until all articles are resolved together again.
struct FreshArticles: Equatable {
  /// The articles, by identifier.
  private(set) var articles: [AnnotatedArticle] = []
  private var gone: Set<String> = []

  /// How many articles and files there are.
  var count: Int { articles.count + gone.count }
  /// Whether there is nothing.
  var isEmpty: Bool { count == 0 }

  /// Adds `read`, in place of what was read of the same articles, and takes those in files of the names
  /// `gone` out.
  mutating func add(_ read: [AnnotatedArticle], without gone: Set<String>) {
    let names = Set(read.map(\.article.id))
    self.gone = self.gone.union(gone).filter { file in !names.contains { $0.stands(in: file) } }
    articles.removeAll { article in
      names.contains(article.article.id) || gone.contains(where: article.article.id.stands)
    }
    articles += read
    articles.sort { $0.article.id < $1.article.id }
  }

  /// Takes out what `snapshot` has, or does not have, in the same way.
  mutating func forget(in snapshot: CorpusSnapshot) {
    articles.removeAll { snapshot.holds($0) }
    gone = gone.filter { !snapshot.articles(inFile: $0).isEmpty }
  }

  /// The articles of `snapshot` that stand in files that are gone.
  func gone(from snapshot: CorpusSnapshot) -> [ArticleID] {
    gone.sorted().flatMap { snapshot.articles(inFile: $0) }
  }
}
