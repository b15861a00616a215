import DatelineModel
import DatelineText
import Testing

@Suite struct EntityResolverTests {
  /// An article whose names, given with their types, stand one after another.
  private func article(_ id: String, _ names: [(String, EntityType)]) -> AnnotatedArticle {
    let text = SourceText(names.map { "\($0.0) ." }.joined(separator: " "))
    var result = AnnotatedArticle(article: Article(id: ArticleID(id), text: text))
    var offset = 0
    for (name, type) in names {
      let span = ByteSpan(offset, offset + name.utf8.count)
      let mark = ByteSpan(offset + name.utf8.count + 1, offset + name.utf8.count + 2)
      let first = result.tokens.count
      result.tokens += [Token(span: span), Token(span: mark)]
      result.sentences.append(
        Sentence(span: span.union(mark), tokens: first..<(first + 2), block: 0))
      result.mentions.append(Mention(span: span, tokens: first..<(first + 1), type: type))
      offset += name.utf8.count + 3
    }
    CoreferenceResolver.resolve(&result)
    return result
  }

  private var articles: [AnnotatedArticle] {
    [
      article(
        "a",
        [("Donald Trump", .person), ("U.S.", .geopolitical), ("Foreign Ministry", .organization)]),
      article("b", [("Trump", .person), ("United States", .geopolitical)]),
      article("c", [("Foreign Ministry", .organization), ("American", .group)]),
      article(
        "d",
        ["Kandahar", "Kandahar", "Kandahar", "Khandahar"].map { ($0, EntityType.geopolitical) }),
    ]
  }

  @Test func `names of one entity meet across articles`() {
    let entities = EntityResolver.resolve(ArticleList(articles), decisions: []).entities
    let trump = entities.first { $0.name == "Donald Trump" }
    #expect(trump?.articles.map(\.name) == ["a", "b"])
    #expect(trump?.aliases.map(\.name).sorted() == ["Donald Trump", "Trump"])
    #expect(trump?.reasons.isEmpty == false)
    let country = entities.first { $0.name == "United States" }
    #expect(country?.mentions.count == 2)
    #expect(entities.first { $0.name == "American" }?.country == country?.id)
  }

  @Test(arguments: [("Mr.", []), ("President", ["President"])])
  func `a form of address is no role`(_ title: String, _ roles: [String]) {
    var told = article("r", [("\(title) Trump", .person)])
    let name = ByteSpan(title.utf8.count + 1, title.utf8.count + 6)
    told.mentions = [
      Mention(span: name, tokens: 0..<1, type: .person, role: ByteSpan(0, title.utf8.count))
    ]
    CoreferenceResolver.resolve(&told)
    let found = EntityResolver.resolve(ArticleList([told]), decisions: []).entities
    #expect(found.flatMap(\.roles).map(\.title) == roles)
  }

  /// Entities of articles in which two people bear one surname, and one that gives it alone.
  private func bearers(of first: Int, and second: Int) -> [Entity] {
    let full = (0..<first).map { number in
      article("f\(number)", [("Ana Belmonte", .person), ("Belmonte", .person)])
    }
    let other = (0..<second).map { article("s\($0)", [("Rosa Belmonte", .person)]) }
    let bare = [article("x", [("Belmonte", .person)])]
    return EntityResolver.resolve(ArticleList(full + other + bare), decisions: []).entities
  }

  @Test func `a surname alone is the person whom the folder knows by it`() {
    let ana = bearers(of: 6, and: 1).first { $0.name == "Ana Belmonte" }
    #expect(ana?.articles.contains { $0.name == "x" } == true)
    #expect(bearers(of: 6, and: 1).contains { $0.name == "Rosa Belmonte" })
  }

  @Test func `a surname that two are known by stays alone`() {
    #expect(bearers(of: 3, and: 3).contains { $0.name == "Belmonte" })
  }

  @Test func `an organisation is named so that it is told from its namesake`() {
    let entities = EntityResolver.resolve(
      ArticleList([
        article("a", [("Afghan Taliban", .organization), ("Taliban", .organization)]),
        article("b", [("Taliban", .organization), ("Pakistan Taliban", .organization)]),
      ]), decisions: []
    ).entities
    #expect(entities.contains { $0.name == "Afghan Taliban" && $0.mentions.count == 3 })
  }

  @Test func `a name of wavering type is one thing of its commonest type`() {
    let entities = EntityResolver.resolve(
      ArticleList([
        article("a", [("Velbook", .organization), ("Velbook", .organization)]),
        article("b", [("Velbook", .group)]), article("c", [("Velbook", .miscellaneous)]),
      ]), decisions: []
    ).entities
    #expect(entities.map(\.name) == ["Velbook"])
    #expect(entities.map(\.type) == [.organization])
  }

  @Test func `a person goes by the full name in use, in small letters`() {
    let entities = EntityResolver.resolve(
      ArticleList([
        article("a", [("ANA BELMONTE", .person), ("ANA BELMONTE", .person)]),
        article("b", [("Ana Belmonte", .person), ("Belmonte", .person)]),
        article("c", [("Ana Belmonte", .person), ("Ana Maria Belmonte", .person)]),
      ]), decisions: []
    ).entities
    #expect(entities.map(\.name) == ["Ana Belmonte"])
  }

  @Test func `a given name alone says nothing across articles`() {
    let entities = EntityResolver.resolve(
      ArticleList([
        article("a", [("Abdullah Saleh", .person)]), article("b", [("Abdullah", .person)]),
      ]), decisions: []
    ).entities
    #expect(entities.count == 2)
  }

  @Test func `bodies that every state has are not one across articles`() {
    let entities = EntityResolver.resolve(ArticleList(articles), decisions: []).entities
    #expect(entities.filter { $0.name == "Foreign Ministry" }.count == 2)
  }

  @Test func `a likely misspelling is suggested and not merged`() {
    let entities = EntityResolver.resolve(ArticleList(articles), decisions: []).entities
    #expect(entities.contains { $0.name == "Kandahar" })
    #expect(entities.contains { $0.name == "Khandahar" })
    #expect(entities.contains { !$0.suggestions.isEmpty })
  }

  @Test func `every chain has an entity that holds its mentions`() {
    let resolution = EntityResolver.resolve(ArticleList(articles), decisions: [])
    for (number, article) in articles.enumerated() {
      for (index, mention) in article.mentions.enumerated() {
        let id = resolution.entity(of: mention, inArticleAt: number)
        let entity = resolution.entities.first { $0.id == id }
        #expect(
          entity?.mentions.contains(.init(article: article.article.id, mention: index)) == true)
      }
    }
  }

  @Test func `the user's word goes before the rules`() {
    let plain = EntityResolver.resolve(ArticleList(articles), decisions: [])
    guard let trump = plain.entities.first(where: { $0.name == "Donald Trump" })?.id,
      let country = plain.entities.first(where: { $0.name == "United States" })?.id,
      let people = plain.entities.first(where: { $0.name == "American" })?.id
    else {
      Issue.record("the entities that the decisions are about are missing")
      return
    }
    let decided = EntityResolver.resolve(
      ArticleList(articles),
      decisions: [
        .rename(trump, to: "D. Trump"), .split(name: "Trump", from: trump),
        .retype(trump, to: .miscellaneous), .merge(people, into: country),
      ]
    ).entities
    let renamed = decided.first { $0.id == trump }
    #expect(renamed?.name == "D. Trump")
    #expect(renamed?.type == .miscellaneous)
    #expect(renamed?.articles.map(\.name) == ["a"])
    #expect(decided.contains { $0.name == "Trump" && $0.articles.map(\.name) == ["b"] })
    #expect(decided.first { $0.id == country }?.mentions.count == 3)
    #expect(!decided.contains { $0.id == people })
    let rejected = EntityResolver.resolve(ArticleList(articles), decisions: [.rejectEntity(trump)])
    #expect(!rejected.entities.contains { $0.id == trump })
    #expect(rejected.entityOfChain.joined().contains(trump) == false)
  }
}
