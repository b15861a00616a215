import DatelineModel
import DatelineText
import TestSupport
import Testing

@Suite struct CorpusDatingTests {
  private func tell(
    _ builder: inout ArticleBuilder, _ sentence: String, time: String, day: String? = nil,
    names: [String], type: EventType = .assault, trigger: String
  ) {
    builder.add(sentence)
    if let day {
      builder.time(time, day)
    } else {
      builder.relativeTime(time)
    }
    let mentions = names.map { builder.mention($0, .location) }
    builder.event(trigger, type, places: mentions)
  }

  /// A dated article that tells of a strike on Thursday, 11 March 2021.
  private func dated(_ id: String = "dated") -> AnnotatedArticle {
    var builder = ArticleBuilder(id, published: "2021-03-20")
    tell(
      &builder, "Jets struck Orla and Vess on 11 March .", time: "11 March", day: "2021-03-11",
      names: ["Orla", "Vess"], trigger: "struck")
    return builder.article
  }

  /// An undated article that tells of it with `time`.
  private func undated(
    _ id: String = "undated", _ time: String = "last Thursday", names: [String] = ["Orla", "Vess"],
    type: EventType = .assault
  ) -> AnnotatedArticle {
    var builder = ArticleBuilder(id)
    tell(
      &builder, "The raid \(time) on \(names.joined(separator: " and ")) shocked many .",
      time: time, names: names, type: type, trigger: "raid")
    return builder.article
  }

  private func dateFound(of id: String, in articles: [AnnotatedArticle], decisions: [Decision] = [])
    -> DocumentDate?
  {
    var corpus = Corpus()
    for article in articles { corpus.insert(article) }
    for decision in decisions { corpus.decide(decision) }
    corpus.resolve()
    return corpus.article(ArticleID(id))?.date
  }

  @Test(arguments: [
    ("last Thursday", "2021-03-12", "2021-03-18"), ("Thursday", "2021-03-11", "2021-03-17"),
    ("yesterday", "2021-03-12", "2021-03-12"), ("this week", "2021-03-11", "2021-03-14"),
  ])
  func `a shared event bounds the date`(time: String, first: String, last: String) throws {
    let names = ["Orla", "Vess"]
    let date = try #require(
      dateFound(of: "undated", in: [dated(), undated("undated", time, names: names)]))
    #expect(date.basis == .corpus)
    #expect(date.interval?.earliest?.iso == first)
    #expect(date.interval?.latest?.iso == last)
    #expect(date.evidence.contains("dated says: Jets struck Orla and Vess on 11 March ."))
    #expect(date.span != nil)
  }

  @Test func `weekdays told as past move the date forward`() throws {
    var builder = ArticleBuilder("undated")
    tell(
      &builder, "The raid last Thursday on Orla and Vess shocked many .", time: "last Thursday",
      names: ["Orla", "Vess"], trigger: "raid")
    builder.add("On Monday calm returned .")
    builder.relativeTime("Monday")
    let date = try #require(dateFound(of: "undated", in: [dated(), builder.article]))
    #expect(date.interval?.earliest?.iso == "2021-03-15")
    #expect(date.interval?.latest?.iso == "2021-03-18")
  }

  @Test func `what does not agree dates nothing`() {
    let others = [
      undated("undated", "last Friday"), undated(names: ["Kess"]),
      undated(type: .consult, names: ["Orla"]),
    ]
    for other in others {
      #expect(dateFound(of: "undated", in: [dated(), other])?.basis == DocumentDate.Basis.none)
    }
  }

  private func undated(type: EventType, names: [String]) -> AnnotatedArticle {
    undated("undated", names: names, type: type)
  }

  @Test func `two readings of one weight date nothing`() {
    var other = ArticleBuilder("other", published: "2021-05-20")
    tell(
      &other, "Jets struck Orla and Vess on 13 May .", time: "13 May", day: "2021-05-13",
      names: ["Orla", "Vess"], trigger: "struck")
    let date = dateFound(of: "undated", in: [dated(), other.article, undated()])
    #expect(date?.basis == DocumentDate.Basis.none)
  }

  @Test func `what the article does not know yet bounds it from above`() throws {
    let names = ["Orla", "Vess", "Kess"]
    func dated(_ sentences: [(text: String, time: String, day: String)]) -> AnnotatedArticle {
      var builder = ArticleBuilder("dated", published: "2021-03-20")
      for sentence in sentences {
        tell(
          &builder, sentence.text, time: sentence.time, day: sentence.day, names: names,
          trigger: "struck")
      }
      return builder.article
    }
    let first = ("Jets struck Orla , Vess and Kess on 11 March .", "11 March", "2021-03-11")
    let second = ("Jets struck Orla , Vess and Kess on 15 March .", "15 March", "2021-03-15")
    let article = undated("undated", "last Thursday", names: names)
    let open = try #require(dateFound(of: "undated", in: [dated([first]), article]))
    #expect(open.interval?.latest?.iso == "2021-03-18")
    let bounded = try #require(dateFound(of: "undated", in: [dated([first, second]), article]))
    #expect(bounded.interval?.earliest?.iso == "2021-03-12")
    #expect(bounded.interval?.latest?.iso == "2021-03-14")
    #expect(bounded.evidence.contains("does not know yet what dated tells of 2021-03-15"))
  }

  @Test func `two undated articles do not date each other`() {
    let date = dateFound(of: "undated", in: [undated(), undated("twin")])
    #expect(date?.basis == DocumentDate.Basis.none)
  }

  @Test func `the user has the last word, and can take it back`() throws {
    let article = undated()
    let anchor = QuoteAnchor(
      contentHash: "", article: article.article.id, quote: "The raid", offset: 0)
    let set = Decision.setDate(article: anchor, day: ArticleBuilder.day("2021-04-01"))
    let chosen = try #require(dateFound(of: "undated", in: [dated(), article], decisions: [set]))
    #expect(chosen.basis == .user)
    #expect(chosen.anchor?.iso == "2021-04-01")
    let back = Decision.setDate(article: anchor, day: nil)
    let restored = try #require(
      dateFound(of: "undated", in: [dated(), article], decisions: [set, back]))
    #expect(restored.basis == .corpus)
  }
}
