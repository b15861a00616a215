/// Reads one article: text in, annotations out. Pure: the same article gives the same result on
/// every machine, and articles may be annotated in any order and in parallel.
public enum Annotator {
  /// Names the rules and weights that made an annotation; changes whenever their output may.
  public static let version = "9"

  /// Annotates `article`, whose blocks are already known.
  ///
  /// Cost: linear in the length of the text.
  public static func annotate(_ article: Article) -> AnnotatedArticle {
    var result = AnnotatedArticle(article: article)
    readHeader(of: &result)
    result.language = ArticleLanguage.language(of: article)
    (result.tokens, result.sentences) = SentenceSplitter.split(article)
    guard result.isAnalyzed else { return withDatesAlone(result) }
    readSyntaxAndNames(of: &result)
    CoreferenceResolver.resolve(&result)
    let reading = TimexReading(article)
    result.date = DocumentDater.date(of: result, reading)
    readTimeAndFacts(of: &result, reading)
    return result
  }

  /// Reads grammar and names together, for the network says something of both.
  package static func readSyntaxAndNames(of result: inout AnnotatedArticle) {
    let document = NameDocument(result)
    let genre = NameModel.embedded.genre(of: document)
    let reading = SyntaxAnalyzer.analyze(
      result.article.text, tokens: result.tokens, sentences: result.sentences, genre: genre,
      with: .embedded)
    result.syntax = mended(reading.tokens, result)
    result.mentions = NameTagger.mentions(in: document, genre: genre, told: reading.names)
  }

  /// The grammar of an article's sentences, mended where a clause lost its verb or subject.
  private static func mended(_ syntax: [TokenSyntax], _ annotated: AnnotatedArticle)
    -> [TokenSyntax]
  {
    let text = annotated.article.text
    var syntax = syntax
    for sentence in annotated.sentences {
      func isWord(_ token: Int, _ word: StaticString) -> Bool {
        text.bytes[annotated.tokens[token].span.range].elementsEqual(
          UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
      }
      ClauseRepair.repair(
        &syntax, in: sentence.tokens, isWith: { isWord($0, "with") },
        isDash: { isWord($0, "—") || isWord($0, "–") || isWord($0, "--") })
    }
    return syntax
  }

  /// Annotates again what hangs on the document date, after it was set or inferred to be `date`.
  public static func redate(_ annotated: AnnotatedArticle, to date: DocumentDate)
    -> AnnotatedArticle
  {
    var result = annotated
    result.date = date
    if result.isAnalyzed { readTimeAndFacts(of: &result, TimexReading(result.article)) }
    return result
  }

  /// An article in a language that the extractors do not read: it keeps its sentences, to be shown
  /// and searched, and its dates in digits.
  private static func withDatesAlone(_ annotated: AnnotatedArticle) -> AnnotatedArticle {
    var result = annotated
    let unknown = TokenSyntax(partOfSpeech: .other)
    result.syntax = Array(repeating: unknown, count: result.tokens.count)
    result.date = DocumentDater.date(of: result)
    result.timexes = TimexTagger.numericDates(in: result.article)
    return result
  }

  private static func readTimeAndFacts(of result: inout AnnotatedArticle, _ reading: TimexReading) {
    result.timexes = TimexTagger.timexes(of: reading, anchor: result.date.anchor)
    let grammar = ArticleGrammar(result)
    let quantities = QuantityTagger.quantities(in: grammar)
    result.claims = ClaimTagger.claims(in: grammar, quantities)
    result.events = EventTagger.events(in: grammar.with(claims: result.claims), quantities)
  }

  /// Takes title, byline and source from the blocks; what the text says goes before what the
  /// container says.
  private static func readHeader(of result: inout AnnotatedArticle) {
    for block in result.article.blocks {
      let text = result.article.text[block.span]
      switch block.kind {
      case .title where result.title == nil: result.title = text
      case .byline where result.byline == nil: result.byline = text
      case .source where result.source == nil: result.source = text
      default: break
      }
    }
  }
}
