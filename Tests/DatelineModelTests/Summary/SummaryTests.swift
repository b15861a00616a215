import DatelineModel
import DatelineText
import TestSupport
import Testing

@Suite struct SummaryTests {
  /// A flood that is remembered for weeks, and a match that fills one day's paper.
  private func corpus() -> Corpus {
    var corpus = Corpus()
    for number in 0..<4 {
      var match = ArticleBuilder("match-\(number)", published: "2021-03-20")
      match.add("The match on 20 March ended in a draw before a small crowd number \(number) .")
      match.time("20 March", "2021-03-20")
      corpus.insert(match.article)
    }
    for (number, day) in ["2021-03-20", "2021-03-29", "2021-04-12"].enumerated() {
      var flood = ArticleBuilder("flood-\(number)", published: day)
      flood.add("The dam at Orla broke on 12 March and flooded the lower town of the valley .")
      flood.time("12 March", "2021-03-12")
      let asides = [
        "Weather on 12 March had been mild with hardly any wind .",
        "Her birthday fell on 12 March , which nobody in town forgot .",
        "Trains ran late on 12 March because signals had failed again .",
      ]
      flood.add(asides[number])
      flood.time("12 March", "2021-03-12")
      corpus.insert(flood.article)
    }
    return corpus
  }

  @Test func `the day that is remembered comes before the day that was loud`() {
    let summary = corpus().summary(dates: 1)
    #expect(summary.map(\.day.iso) == ["2021-03-12"])
  }

  @Test func `the sentence that articles share tells the day`() throws {
    let day = try #require(corpus().summary(dates: 1).first)
    #expect(
      day.sentences.map(\.text) == [
        "The dam at Orla broke on 12 March and flooded the lower town of the valley ."
      ])
  }

  @Test func `no sentence is told twice`() throws {
    let day = try #require(corpus().summary(dates: 1, perDate: 5).first)
    #expect(Set(day.sentences.map(\.text)).count == day.sentences.count)
  }

  @Test func `days outside the range are left out, and the rest is in order`() {
    let all = corpus().summary(dates: 9)
    #expect(all.map(\.day.iso) == ["2021-03-12", "2021-03-20"])
    let late = corpus().summary(dates: 9, from: ArticleBuilder.day("2021-03-15"))
    #expect(late.map(\.day.iso) == ["2021-03-20"])
    #expect(
      corpus().summary(
        from: ArticleBuilder.day("2021-03-15"), to: ArticleBuilder.day("2021-03-14")
      ).isEmpty)
  }

  @Test func `an empty corpus has an empty summary`() {
    #expect(Corpus().summary(dates: 3, perDate: 2).isEmpty)
  }

  @Test func `a day that only a long sentence names is told by it`() {
    var builder = ArticleBuilder("long", published: "2021-05-01")
    builder.add("On 3 April " + String(repeating: "word ", count: 60) + ".")
    builder.time("3 April", "2021-04-03")
    var corpus = Corpus()
    corpus.insert(builder.article)
    #expect(corpus.summary(dates: 1).map(\.sentences.count) == [1])
  }
}
