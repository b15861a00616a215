/// One article with everything that was read out of it.
///
/// All arrays are in order of the text. Indices between them (a sentence's tokens, an event's
/// actors) hold for this value only.
public struct AnnotatedArticle: Hashable, Sendable {
  /// The article.
  public var article: Article
  /// Its title: of the text, else of the container.
  public var title: String?
  /// Who wrote it.
  public var byline: String?
  /// The publication, agency or site.
  public var source: String?
  /// The language of its text as a BCP 47 tag; nil where the text is too short to tell.
  public var language: String?
  /// Its date, with the reason.
  public var date: DocumentDate
  /// The tokens of all blocks that are extracted from.
  public var tokens: [Token]
  /// The sentences.
  public var sentences: [Sentence]
  /// What grammar says of each token: as many as `tokens`.
  public var syntax: [TokenSyntax]
  /// The time expressions.
  public var timexes: [Timex3]
  /// The mentions: names, and those nominals and pronouns that facts needed.
  public var mentions: [Mention]
  /// The chains of mentions.
  public var chains: [CoreferenceChain]
  /// The events: by sentence, and within a sentence the main event first.
  public var events: [EventMention]
  /// The attributed claims.
  public var claims: [Claim]

  /// Makes an annotated article in which nothing has been found yet.
  public init(article: Article) {
    self.article = article
    title = article.metadata.title
    byline = article.metadata.byline
    source = article.metadata.source
    language = nil
    date = .unknown
    tokens = []
    sentences = []
    syntax = []
    timexes = []
    mentions = []
    chains = []
    events = []
    claims = []
  }

  /// Whether the extractors read it: they know English. Of other languages only dates in digits are
  /// found.
  public var isAnalyzed: Bool { language == nil || language == ArticleLanguage.english }

  /// The index of the sentence that holds the byte at `offset`; nil between sentences.
  /// Cost: a binary search.
  public func sentence(at offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if Int(sentences[middle].span.upper) <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].span.contains(offset) ? low : nil
  }

  /// The text of a token.
  public func text(_ token: Int) -> String { article.text[tokens[token].span] }
}
