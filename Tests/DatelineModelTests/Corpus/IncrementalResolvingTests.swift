import DatelineText
import Synchronization
import TestSupport
import Testing

@testable import DatelineModel

/// A corpus that changes step by step, and the same made at once.
private struct ChangingCorpus {
  private(set) var corpus = Corpus(remembering: true)
  private var news: MadeNews
  private var articles: [ArticleID: AnnotatedArticle] = [:]
  private var decisions: [Decision] = []

  init(seed: UInt64) {
    news = MadeNews(seed: seed)
    for _ in 0..<8 { insert() }
    corpus.resolve()
  }

  /// What the articles and decisions give that are there now, worked out for the first time.
  var fromScratch: Corpus {
    var corpus = Corpus()
    for article in articles.values { corpus.insert(article) }
    corpus.setDecisions(decisions)
    corpus.resolve()
    return corpus
  }

  /// Adds, replaces or removes an article, or takes a decision or takes it back.
  mutating func change() {
    switch news.number(10) {
    case 0...4: insert()
    case 5, 6:
      guard let id = articles.keys.sorted().dropFirst(news.number(articles.count)).first else {
        return
      }
      articles[id] = nil
      corpus.remove(id)
    case 7, 8: decide()
    default: _ = decisions.popLast()
    }
    corpus.setDecisions(decisions)
    corpus.resolve()
  }

  private mutating func insert() {
    let article = news.article("n\(news.number(20)).txt")
    articles[article.article.id] = article
    corpus.insert(article)
  }

  private mutating func decide() {
    let facts = corpus.facts
    guard !facts.entities.isEmpty, !facts.timeline.isEmpty else { return }
    let entity = facts.entities[news.number(facts.entities.count)].id
    let event = facts.timeline[news.number(facts.timeline.count)]
    guard let anchor = corpus.anchor(of: event) else { return }
    let day = DayNumber(year: 2024, month: 5, day: 2 + news.number(12))
    let decision: Decision =
      switch news.number(8) {
      case 0: .merge(entity, into: facts.entities[news.number(facts.entities.count)].id)
      case 1: .rename(entity, to: "Somebody Else")
      case 2: .retype(entity, to: .organization)
      case 3: .rejectEntity(entity)
      case 4: .rejectEvent(anchor)
      case 5: .redateEvent(anchor, interval: DayInterval(day))
      case 6: .retypeEvent(anchor, to: .protest)
      default: .setDate(article: anchor, day: day)
      }
    decisions.append(decision)
  }
}

/// Holds articles and counts how often one is asked for.
private final class CountingArchive: ArticleArchive {
  private let articles = Mutex<[AnnotatedArticle]>([])
  private let count = Mutex(0)

  /// How often an article was asked for since this was asked before.
  func takeCount() -> Int {
    count.withLock { count in
      defer { count = 0 }
      return count
    }
  }

  func keep(_ article: AnnotatedArticle) -> Int {
    articles.withLock { articles in
      articles.append(article)
      return articles.count - 1
    }
  }

  func article(_ number: Int) -> AnnotatedArticle {
    count.withLock { $0 += 1 }
    return articles.withLock { $0[number] }
  }

  func text(_ number: Int, _ range: Range<Int>?) -> [UInt8] {
    let bytes = articles.withLock { $0[number].article.text.bytes }
    return range.map { Array(bytes[$0]) } ?? bytes
  }
}

@Suite struct IncrementalResolvingTests {
  @Test(arguments: 1...6)
  func `after every change all is as from scratch`(seed: UInt64) {
    var changing = ChangingCorpus(seed: seed)
    for step in 0..<24 {
      changing.change()
      let (corpus, scratch) = (changing.corpus, changing.fromScratch)
      #expect(corpus.articles == scratch.articles, "step \(step)")
      #expect(corpus.facts.entities == scratch.facts.entities, "step \(step)")
      #expect(corpus.facts.timeline == scratch.facts.timeline, "step \(step)")
      #expect(corpus.facts.claims == scratch.facts.claims, "step \(step)")
      #expect(corpus.facts.conflicts == scratch.facts.conflicts, "step \(step)")
      #expect(corpus.facts.relations == scratch.facts.relations, "step \(step)")
      #expect(corpus == scratch, "step \(step)")
    }
  }

  @Test func `made news is merged, contradicted and copied`() {
    let facts = (1...6).map { ChangingCorpus(seed: $0).corpus.facts }
    #expect(facts.contains { $0.timeline.contains { $0.articles.count > 1 } })
    #expect(facts.contains { !$0.conflicts.isEmpty })
    #expect(facts.contains { !$0.copies.isEmpty })
    #expect(facts.contains { $0.relations.contains { $0.weight > 1 } })
  }

  @Test func `articles that stay as they are are hardly looked at again`() {
    let archive = CountingArchive()
    var news = MadeNews(seed: 5)
    var corpus = Corpus(archive: archive, remembering: true)
    for number in 0..<24 { corpus.insert(news.article("n\(number).txt", isDated: true)) }
    _ = archive.takeCount()
    corpus.resolve()
    let first = archive.takeCount()
    corpus.resolve()
    #expect(archive.takeCount() * 4 < first)
    corpus.insert(news.article("n24.txt", isDated: true))
    corpus.resolve()
    #expect(archive.takeCount() * 3 < first * 2)
  }

  @Test func `a corpus that was resolved again equals itself`() {
    var corpus = ChangingCorpus(seed: 3).corpus
    let before = corpus
    corpus.resolve()
    #expect(corpus == before)
  }
}
