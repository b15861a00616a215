import DatelineText

/// A document of tokenised sentences, with the named mentions of each entity.
struct AliasDocument: Decodable {
  /// One named mention.
  struct Name: Decodable {
    var sent: Int
    var start: Int
    var end: Int
    var type: String
    var text: String
  }

  /// The words of each sentence.
  var sents: [[String]]
  /// The mentions of each entity.
  var entities: [[Name]]

  /// The number of a cluster for each mention, in order of the text.
  func clusters() -> [Int] {
    let names = entities.flatMap { $0 }.sorted {
      ($0.sent, $0.start, $0.end, $0.text) < ($1.sent, $1.start, $1.end, $1.text)
    }
    var bytes: [UInt8] = []
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var starts: [[Int]] = []
    for words in sents {
      let first = tokens.count
      starts.append([])
      for word in words {
        starts[starts.count - 1].append(tokens.count)
        tokens.append(Token(span: ByteSpan(bytes.count, bytes.count + word.utf8.count)))
        bytes += Array(word.utf8) + [0x20]
      }
      guard first < tokens.count else { continue }
      let span = ByteSpan(Int(tokens[first].span.lower), Int(tokens[tokens.count - 1].span.upper))
      sentences.append(Sentence(span: span, tokens: first..<tokens.count, block: 0))
    }
    let text = SourceText(repairing: bytes)
    var article = AnnotatedArticle(article: Article(id: ArticleID("document"), text: text))
    article.tokens = tokens
    article.sentences = sentences
    article.mentions = names.map { name in
      let range = starts[name.sent][name.start]..<(starts[name.sent][name.end - 1] + 1)
      let span = tokens[range.lowerBound].span.union(tokens[range.upperBound - 1].span)
      return Mention(span: span, tokens: range, type: type(of: name, text[span]))
    }
    CoreferenceResolver.resolve(&article)
    let chains = AliasDocument.withPeoples(article.chains)
    return article.mentions.filter { $0.kind == .name }.map { $0.chain.map { chains[$0] } ?? -1 }
  }

  /// The chain that stands for each chain when a people counts as its country, as in DocRED.
  private static func withPeoples(_ chains: [CoreferenceChain]) -> [Int] {
    let known = KnownNames.embedded
    var byCode: [String: Int] = [:]
    return chains.enumerated().map { index, chain in
      let country =
        chain.type == .group
        ? known.country(ofPeople: chain.name)
        : chain.type == .geopolitical ? known.country(named: chain.name) : nil
      guard let country else { return index }
      if let first = byCode[country.code] { return first }
      byCode[country.code] = index
      return index
    }
  }

  private func type(of name: Name, _ text: String) -> EntityType {
    if NameLexicon.embedded.classes(of: text).contains(.demonym),
      NameLexicon.embedded.classes(of: text).isDisjoint(with: .country)
    {
      return .group
    }
    switch name.type {
    case "PER": return .person
    case "ORG": return .organization
    case "LOC": return .geopolitical
    default: return .miscellaneous
    }
  }
}
