import DatelineText
import TestSupport
import Testing

@Suite struct GumNewsFloorTests {
  /// How many of a story's marked dates get their day, its date taken from its own date line.
  private func score(_ story: GumNews.Story) -> (right: Int, all: Int) {
    let marked = MarkedText(story.marked)
    let text = SourceText(marked.text)
    var annotated = AnnotatedArticle(article: ArticleParser.parse(text, id: ArticleID(story.name)))
    annotated.date = DocumentDater.date(of: annotated)
    let found = TimexTagger.timexes(in: annotated)
    let right = zip(marked.spans, story.days).filter { span, day in
      found.contains { $0.span.overlaps(span) && $0.value.hasPrefix(day) }
    }
    return (right.count, story.days.count)
  }

  @Test func `nine of ten dates of unseen news get their day`() {
    let scores = GumNews.stories.map(score)
    let right = scores.reduce(0) { $0 + $1.right }
    let all = scores.reduce(0) { $0 + $1.all }
    #expect(all == 34)
    #expect(Double(right) >= 0.9 * Double(all), "\(right) of \(all)")
  }

  @Test(arguments: GumNews.stories.map(\.name))
  func `a story is dated by its date line`(name: String) throws {
    let story = try #require(GumNews.stories.first { $0.name == name })
    let text = SourceText(MarkedText(story.marked).text)
    let article = ArticleParser.parse(text, id: ArticleID(name))
    let date = DocumentDater.date(of: AnnotatedArticle(article: article))
    #expect(date.basis == .explicit)
    #expect(date.anchor?.iso == story.days.first)
  }
}
