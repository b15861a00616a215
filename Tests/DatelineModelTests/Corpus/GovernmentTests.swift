import DatelineModel
import DatelineText
import TestSupport
import Testing

/// Organisations that the articles show to govern a country stand on its side.
@Suite struct GovernmentTests {
  private func corpus(_ articles: AnnotatedArticle...) -> Corpus {
    var corpus = Corpus()
    for article in articles { corpus.insert(article) }
    corpus.resolve()
    return corpus
  }

  private func relations(_ corpus: Corpus) -> [String] {
    let names = corpus.facts.entities.reduce(into: [:]) { $0[$1.id] = $1.name }
    return corpus.facts.relations.map {
      "\(names[$0.source] ?? "") \($0.kind.rawValue) \(names[$0.target] ?? "")"
    }
  }

  /// An article that shows twice who governs Varland, then tells of an attack.
  private func story(_ id: String, signs: [String], victim: String) -> AnnotatedArticle {
    var builder = ArticleBuilder(id, published: "2021-03-20")
    for sign in signs {
      builder.add(sign)
      let names: [(String, EntityType)] = [
        ("Varland", .geopolitical), ("Red Front", .organization),
      ]
      for (name, type) in sign.hasPrefix("Varland") ? names : names.reversed() {
        builder.mention(name, type)
      }
    }
    builder.add("On Monday Kess attacked \(victim) in force .")
    let kess = builder.mention("Kess", .geopolitical)
    let target = builder.mention(
      victim, victim == "Varland" ? .geopolitical : .organization)
    builder.event(
      "attacked", .assault, actors: [kess], recipients: [target],
      days: ("2021-03-15", "2021-03-15"))
    return builder.article
  }

  @Test func `an attack on the country and one on its government are one`() {
    let signs = [
      "Varland's Red Front regime spoke .", "The Red Front-led Varland is poor .",
    ]
    let events = corpus(
      story("a", signs: signs, victim: "Varland"),
      story("b", signs: [], victim: "Red Front")
    ).facts.timeline
    #expect(events.map(\.articles.count) == [2])
  }

  @Test func `without such signs they are two`() {
    let events = corpus(
      story("a", signs: [], victim: "Varland"), story("b", signs: [], victim: "Red Front")
    ).facts.timeline
    #expect(events.map(\.articles.count) == [1, 1])
  }

  @Test func `one sign alone makes no government`() {
    let events = corpus(
      story("a", signs: ["The Red Front-led Varland is poor ."], victim: "Varland"),
      story("b", signs: [], victim: "Red Front")
    ).facts.timeline
    #expect(events.count == 2)
  }

  @Test func `edges lead to the name by which the articles know the party`() {
    let many = (0..<4).map { "The Red Front-led Varland , round \($0) ." }
    let known = corpus(story("a", signs: many, victim: "Varland"))
    #expect(relations(known).contains("Kess attacks Varland"), "both are named as often")
    var builder = ArticleBuilder("b", published: "2021-03-20")
    for round in 0..<4 {
      builder.add("Red Front said so , round \(round) .")
      builder.mention("Red Front", .organization)
    }
    let renamed = corpus(story("a", signs: many, victim: "Varland"), builder.article)
    #expect(relations(renamed).contains("Kess attacks Red Front"))
    #expect(!relations(renamed).contains("Kess attacks Varland"))
  }

  @Test func `a person who is minister of both shows it`() {
    func minister(_ id: String, of owner: String, _ type: EntityType) -> AnnotatedArticle {
      var builder = ArticleBuilder(id, published: "2021-03-20")
      builder.add("\(owner) Foreign Minister Ana Bel spoke .")
      builder.mention(owner, type)
      let person = builder.mention("Ana Bel", .person)
      let role = builder.span("Foreign Minister")
      var article = builder.article
      article.mentions[person].role = role
      return article
    }
    let events = corpus(
      minister("m", of: "Varland", .geopolitical), minister("n", of: "Red Front", .organization),
      story("a", signs: ["The Red Front-led Varland is poor ."], victim: "Varland"),
      story("b", signs: [], victim: "Red Front")
    ).facts.timeline
    #expect(events.map(\.articles.count) == [2])
  }
}
