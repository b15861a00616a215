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
    writer.write(annotated.article.metadata)
    writer.list(annotated.article.blocks) { $0.write($1) }
    writer.list(annotated.article.removed) { $0.write($1) }
    writer.write(annotated)
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
    var whole = Article(id: article.id, text: article.text)
    whole.metadata = try reader.metadata()
    whole.blocks = try reader.list { reader throws(AnnotationError) in try reader.block() }
    guard zip(whole.blocks, whole.blocks.dropFirst()).allSatisfy({ $0.span.upper <= $1.span.lower })
    else { throw reader.malformed }
    whole.removed = try reader.list { reader throws(AnnotationError) in
      try reader.removedBlock()
    }
    let annotated = try reader.annotated(whole)
    guard reader.isAtEnd else { throw reader.malformed }
    return annotated
  }
}

extension AnnotationWriter {
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
