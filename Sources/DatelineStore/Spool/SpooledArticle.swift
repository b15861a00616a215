internal import DatelineText

/// The form in which this process lays an article aside: quick to make and to read, and of no use to
/// any other.
///
/// Unlike `AnnotationCodec` it packs neither tokens nor grammar, so that reading one article takes
/// tens of microseconds.
enum SpooledArticle {
  /// The bytes of everything but the article's name and text.
  static func bytes(_ annotated: AnnotatedArticle) -> [UInt8] {
    // With no text to quote from, strings are written as they are: no time goes to searching.
    var writer = AnnotationWriter(SourceText(""))
    writer.write(annotated.article)
    writer.string(annotated.article.metadata.path)
    writer.writeHead(annotated)
    writer.writePlain(annotated.tokens)
    writer.list(annotated.sentences) { $0.write($1) }
    writer.writePlain(annotated.syntax)
    writer.writeFindings(annotated)
    return writer.bytes
  }

  /// The article that `bytes` were made of; `article` has its name and text.
  static func annotated(_ bytes: [UInt8], article: Article) throws(AnnotationError)
    -> AnnotatedArticle
  {
    var reader = AnnotationReader(bytes, text: article.text)
    var article = try reader.article(article)
    article.metadata.path = try reader.string()
    var annotated = try reader.head(article)
    annotated.tokens = try reader.plainTokens()
    let (tokens, blocks) = (annotated.tokens.count, article.blocks.count)
    annotated.sentences = try reader.list { reader throws(AnnotationError) in
      try reader.sentence(tokens: tokens, blocks: blocks)
    }
    annotated.syntax = try reader.plainSyntax()
    try reader.readFindings(into: &annotated)
    return annotated
  }

  /// Stands for what does not fit into a byte.
  fileprivate static let escape: UInt8 = 255
  /// The distance that stands for no head, and the one that stands for a head far away.
  fileprivate static let noHead: Int8 = -128
  fileprivate static let farHead: Int8 = -127

  fileprivate static let relations = DependencyRelation.allCases
  fileprivate static let places = Dictionary(
    uniqueKeysWithValues: relations.enumerated().map { ($1, UInt8(truncatingIfNeeded: $0)) })
}

extension AnnotationWriter {
  /// Writes each token as its distance from the one before and its length, a byte each where they fit.
  fileprivate mutating func writePlain(_ tokens: [Token]) {
    var packed: [UInt8] = []
    packed.reserveCapacity(2 * tokens.count)
    var end = 0
    for token in tokens {
      let gap = Int(token.span.lower) - end
      if (0..<Int(SpooledArticle.escape)).contains(gap), token.span.count <= 255 {
        packed += [UInt8(gap), UInt8(token.span.count)]
      } else {
        packed.append(SpooledArticle.escape)
        for bound in [token.span.lower, token.span.upper] {
          for shift in stride(from: UInt32(0), to: 32, by: 8) {
            packed.append(UInt8(truncatingIfNeeded: bound >> shift))
          }
        }
      }
      end = Int(token.span.upper)
    }
    number(tokens.count)
    number(packed.count)
    append(packed)
  }

  /// Writes four bytes for each token, and the heads that are far away.
  fileprivate mutating func writePlain(_ syntax: [TokenSyntax]) {
    var packed: [UInt8] = []
    packed.reserveCapacity(4 * syntax.count)
    var far: [Int] = []
    for (index, token) in syntax.enumerated() {
      var distance = SpooledArticle.noHead
      if let head = token.head {
        let near = Int8(exactly: head - index)
        distance = near.flatMap { $0 > SpooledArticle.farHead ? $0 : nil } ?? SpooledArticle.farHead
        if distance == SpooledArticle.farHead { far += [index, head] }
      }
      packed += [
        token.partOfSpeech.rawValue, token.form.rawValue,
        SpooledArticle.places[token.relation] ?? 0, UInt8(bitPattern: distance),
      ]
    }
    number(syntax.count)
    append(packed)
    number(far.count)
    for value in far { number(value) }
  }
}

extension AnnotationReader {
  fileprivate mutating func plainTokens() throws(AnnotationError) -> [Token] {
    let count = try self.count()
    let packed = try slice(count: try self.count())
    var tokens: [Token] = []
    tokens.reserveCapacity(count)
    var end = 0
    var place = packed.startIndex
    while place + 1 < packed.endIndex {
      if packed[place] != SpooledArticle.escape {
        let lower = end + Int(packed[place])
        end = lower + Int(packed[place + 1])
        tokens.append(Token(span: ByteSpan(lower, end)))
        place += 2
        continue
      }
      guard place + 8 < packed.endIndex else { throw malformed }
      let bounds = [place + 1, place + 5].map { start in
        (0..<4).reduce(0) { $0 | Int(packed[start + $1]) << (8 * $1) }
      }
      guard bounds[0] <= bounds[1] else { throw malformed }
      tokens.append(Token(span: ByteSpan(bounds[0], bounds[1])))
      end = bounds[1]
      place += 9
    }
    guard tokens.count == count else { throw malformed }
    return tokens
  }

  fileprivate mutating func plainSyntax() throws(AnnotationError) -> [TokenSyntax] {
    let count = try number()
    let packed = try slice(count: 4 * count)
    var syntax: [TokenSyntax] = []
    syntax.reserveCapacity(count)
    var place = packed.startIndex
    for index in 0..<count {
      let relation = Int(packed[place + 2])
      guard let part = PartOfSpeech(rawValue: packed[place]),
        let form = WordForm(rawValue: packed[place + 1]),
        relation < SpooledArticle.relations.count
      else { throw malformed }
      let distance = Int8(bitPattern: packed[place + 3])
      syntax.append(
        TokenSyntax(
          partOfSpeech: part, form: form,
          head: distance <= SpooledArticle.farHead ? nil : index + Int(distance),
          relation: SpooledArticle.relations[relation]))
      place += 4
    }
    for _ in 0..<(try number() / 2) {
      let (index, head) = (try index(below: count), try number())
      syntax[index].head = head
    }
    return syntax
  }
}
