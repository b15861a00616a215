public import DatelineText

/// An annotation that carries what else is needed to open the article elsewhere: how its text is
/// cut into blocks, and what its container said.
///
/// Where the article was read from is left out, so that it makes no difference. In JSON lines it is a string of base64 (RFC 4648) in the member "annotation".
extension AnnotationCodec {
  /// The string that stands for everything in `annotated` but the article's name and text.
  public static func portable(_ annotated: AnnotatedArticle) -> String {
    var writer = AnnotationWriter(annotated.article.text)
    writer.byte(version)
    writer.string(Annotator.version)
    writer.writeWhole(annotated)
    return Base64.encode(writer.bytes)
  }

  /// The article that `string` was made of, with its name and text as in `article`.
  ///
  /// - Throws: `otherVersion` where other rules made the annotation, so that it is not wanted.
  public static func annotated(_ article: Article, portable string: String)
    throws(AnnotationError) -> AnnotatedArticle
  {
    guard let bytes = Base64.decode(string) else { throw .malformed(offset: 0) }
    var reader = AnnotationReader(bytes, text: article.text)
    guard try reader.byte() == version, try reader.string() == Annotator.version else {
      throw .otherVersion
    }
    return try reader.whole(article)
  }

  /// The bytes of everything that a reader is shown of an article but its name and text: tokens,
  /// grammar and chains, which only extraction and resolution look at, are left out.
  static func shown(_ annotated: AnnotatedArticle) -> [UInt8] {
    var writer = AnnotationWriter(annotated.article.text)
    writer.writeWhole(annotated.asShown)
    return writer.bytes
  }

  /// The article that `shown` made `bytes` of; `article` has its name and text.
  static func annotated(_ article: Article, shown bytes: [UInt8]) throws(AnnotationError)
    -> AnnotatedArticle
  {
    var reader = AnnotationReader(bytes, text: article.text)
    return try reader.whole(article)
  }
}

extension AnnotatedArticle {
  /// The article without tokens, grammar and chains, and without where its file lies.
  public var asShown: AnnotatedArticle {
    var shown = self
    shown.article.metadata.path = nil
    shown.article.metadata.annotation = nil
    shown.tokens = []
    shown.syntax = []
    shown.chains = []
    for index in shown.sentences.indices { shown.sentences[index].tokens = 0..<0 }
    for index in shown.mentions.indices {
      shown.mentions[index].tokens = 0..<0
      shown.mentions[index].chain = nil
    }
    return shown
  }
}

extension AnnotationWriter {
  /// Writes what the container said, how the text is cut into blocks, and what was found.
  fileprivate mutating func writeWhole(_ annotated: AnnotatedArticle) {
    write(annotated.article)
    write(annotated)
  }

  /// Writes what the container of an article said, and how its text is cut into blocks.
  mutating func write(_ article: Article) {
    write(article.metadata)
    list(article.blocks) { $0.write($1) }
    list(article.removed) { $0.write($1) }
  }

  fileprivate mutating func write(_ metadata: ArticleMetadata) {
    string(metadata.title)
    string(metadata.byline)
    string(metadata.source)
    string(metadata.url)
    string(metadata.date)
    string(metadata.section)
    string(metadata.language)
  }

  fileprivate mutating func write(_ block: Block) {
    number(BlockCode.number(of: block.kind))
    if case .furniture(let furniture) = block.kind { choice(furniture) }
    span(block.span)
  }

  fileprivate mutating func write(_ block: RemovedBlock) {
    choice(block.kind)
    string(block.text)
  }
}

extension AnnotationReader {
  /// Reads what `writeWhole` wrote, to the end; name and text are those of `article`.
  fileprivate mutating func whole(_ article: Article) throws(AnnotationError) -> AnnotatedArticle {
    let annotated = try annotated(try self.article(article))
    guard isAtEnd else { throw malformed }
    return annotated
  }

  /// Reads what the container of an article said, and how its text is cut into blocks; name and text
  /// are those of `article`.
  mutating func article(_ article: Article) throws(AnnotationError) -> Article {
    var whole = Article(id: article.id, text: article.text)
    whole.metadata = try metadata()
    whole.blocks = try list { reader throws(AnnotationError) in try reader.block() }
    guard zip(whole.blocks, whole.blocks.dropFirst()).allSatisfy({ $0.span.upper <= $1.span.lower })
    else { throw malformed }
    whole.removed = try list { reader throws(AnnotationError) in try reader.removedBlock() }
    return whole
  }

  fileprivate mutating func metadata() throws(AnnotationError) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.title = try string()
    metadata.byline = try string()
    metadata.source = try string()
    metadata.url = try string()
    metadata.date = try string()
    metadata.section = try string()
    metadata.language = try string()
    return metadata
  }

  fileprivate mutating func block() throws(AnnotationError) -> Block {
    let code = try index(below: BlockCode.furniture + 1)
    let kind =
      code < BlockCode.furniture
      ? BlockCode.plain[code] : .furniture(try choice(Block.Furniture.self))
    return Block(kind: kind, span: try span())
  }

  fileprivate mutating func removedBlock() throws(AnnotationError) -> RemovedBlock {
    RemovedBlock(kind: try choice(Block.Furniture.self), text: try requiredString())
  }
}

/// The numbers of the kinds of block.
private enum BlockCode {
  /// All kinds but furniture, at their numbers.
  static let plain: [Block.Kind] = [
    .title, .byline, .source, .dateline, .dateLine, .heading, .paragraph, .listItem, .caption,
    .quoted,
  ]
  /// The number of furniture, whose own kind follows.
  static var furniture: Int { plain.count }

  /// The number of `kind`: its place in `plain`.
  static func number(of kind: Block.Kind) -> Int {
    switch kind {
    case .title: 0
    case .byline: 1
    case .source: 2
    case .dateline: 3
    case .dateLine: 4
    case .heading: 5
    case .paragraph: 6
    case .listItem: 7
    case .caption: 8
    case .quoted: 9
    case .furniture: furniture
    }
  }
}
