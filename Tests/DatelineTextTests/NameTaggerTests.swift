import DatelineText
import TestSupport
import Testing

@Suite struct NameTaggerTests {
  /// The text of one paragraph, tagged and linked.
  private func read(_ text: String) -> AnnotatedArticle {
    let source = SourceText(text)
    let article = Article(
      id: ArticleID("a"), text: source, blocks: [Block(kind: .paragraph, span: source.span)])
    var result = AnnotatedArticle(article: article)
    (result.tokens, result.sentences) = SentenceSplitter.split(article)
    Annotator.readSyntaxAndNames(of: &result)
    CoreferenceResolver.resolve(&result)
    return result
  }

  @Test(arguments: [
    "The talks were held in ⟦Geneva⟧ on Monday .",
    "President ⟦Vladimir Putin⟧ arrived in ⟦Moscow⟧ .",
    "⟦Pakistan⟧’s army said that ⟦India⟧ had opened fire .",
    "Officials of the ⟦United Nations⟧ met in ⟦New York⟧ .",
    "Foreign Minister ⟦Sergei Lavrov⟧ spoke in ⟦Paris⟧ .",
    "Secretary of State ⟦Condoleezza Rice⟧ flew to ⟦Cairo⟧ .",
    "She told reporters that nobody was hurt .",
  ])
  func `names are found without titles, articles and possessive marks`(_ marked: String) {
    let marked = MarkedText(marked)
    let names = read(marked.text).mentions.filter { $0.kind == .name }
    #expect(names.map(\.span) == marked.spans)
  }

  @Test(arguments: [
    "i moved from ⟦chicago⟧ to ⟦new york⟧ last year .", "how is the weather in ⟦afghanistan⟧ ?",
    "She had turkey for lunch and a hot bath .", "She read a book in bed .",
  ])
  func `places are found in small letters where nothing else can be meant`(_ marked: String) {
    let marked = MarkedText(marked)
    let names = read(marked.text).mentions.filter { $0.kind == .name }
    #expect(names.map(\.span) == marked.spans)
  }

  @Test(arguments: 0..<NameGenre.count)
  func `the kind of a text is the one that its words clearly speak for`(_ kind: Int) {
    var scores = SIMD16<Int32>.zero
    let genre = NameGenre(rawValue: UInt8(kind) + 1)
    // The lanes between the tags of kinds mean nothing.
    scores[0] = 1_000_000
    scores[Int(genre.tag.rawValue)] = 1000
    #expect(NameGenre(scores: scores, count: 10) == genre)
    #expect(NameGenre(scores: scores, count: 20) == .any)
  }

  @Test(arguments: [
    "A report by ⟦Armed Conflict Location and Event Data⟧ (ACLED) named no one .",
    "It works for a Greater Pakhtunkhwa (⟦Land of the Pashtuns⟧) on both sides of the border .",
  ])
  func `a bracket tells the bounds of a name`(_ marked: String) {
    let marked = MarkedText(marked)
    let names = read(marked.text).mentions.filter { $0.kind == .name }
    #expect(names.map(\.span).contains(marked.spans[0]))
  }

  @Test func `territories that one power holds are one`() {
    let article = read(
      """
      Shells fell on Indian-held Kashmir . Guns fired from Pakistani-held Kashmir . India claims all \
      of Indian-held Jammu and Kashmir .
      """)
    let names = article.mentions.filter {
      $0.kind == .name && article.article.text[$0.span].hasSuffix("Kashmir")
    }
    #expect(names.count == 3)
    #expect(Set(names.map(\.chain)).count == 2)
    #expect(names.first?.chain == names.last?.chain)
  }

  @Test func `a title stays with the person as a role`() {
    let article = read("Foreign Minister Sergei Lavrov spoke in Paris .")
    let roles = article.mentions.compactMap { $0.role.map { article.article.text[$0] } }
    #expect(roles == ["Foreign Minister"])
  }

  @Test func `a capital is a government where it acts and a place where things happen`() {
    let article = read(
      "Moscow denied the report on Friday . Thousands of people marched in Moscow on Sunday .")
    let names = article.mentions.filter { $0.kind == .name }
    #expect(names.map(\.isMetonym) == [true, false])
    #expect(article.chains.first?.governmentOf == "Russia")
  }

  @Test func `a pronoun that acts goes to the person named before`() {
    let article = read("Sergei Lavrov arrived in Paris . He said the talks went well .")
    let pronoun = article.mentions.first { $0.kind == .pronoun }
    #expect(pronoun?.chain == article.mentions.first?.chain)
    #expect(pronoun?.chain != nil)
  }

  @Test func `a pronoun without anyone before it stays unresolved`() {
    let article = read("He said the talks went well .")
    #expect(article.mentions.filter { $0.kind == .pronoun }.map(\.chain) == [nil])
  }

  @Test(arguments: [
    "", "\u{0}", "A", "-", "'s", "The", "((((", "’’’’", "A-B-C-D-", "é É ö Ö", "He",
    String(repeating: "Al-", count: 500), String(repeating: "Minister ", count: 500),
  ])
  func `odd text is read without harm`(_ text: String) {
    let article = read(text)
    for mention in article.mentions { #expect(article.article.text.span.contains(mention.span)) }
    for chain in article.chains {
      #expect(chain.mentions.allSatisfy { article.mentions.indices.contains($0) })
    }
  }

  @Test func `mentions come in order and know their chains`() {
    let article = read(
      "The Baloch Front (BF) said it attacked Gwadar . The group has fought Pakistan for years .")
    #expect(article.mentions.map(\.span) == article.mentions.map(\.span).sorted())
    for (index, mention) in article.mentions.enumerated() {
      guard let chain = mention.chain else { continue }
      #expect(article.chains[chain].mentions.contains(index))
    }
  }
}
