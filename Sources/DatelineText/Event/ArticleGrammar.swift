/// What the taggers of claims and events ask of an article's words and trees.
///
/// Keys, children and the bounds of subtrees are worked out once, in time linear in the number of
/// tokens; nothing recurses, so that a malformed tree costs nothing worse than a poor answer.
///
/// A class, though nothing in it ever changes: each of the many readers of one article holds it, and
/// a value of so many parts would be copied part by part with every one of them.
final class ArticleGrammar: Sendable {
  /// The article.
  let article: AnnotatedArticle
  /// The key of each token.
  let keys: [WordKey]
  /// The first token of each token's subtree.
  let left: [Int32]
  /// The token after the last of each token's subtree.
  let right: [Int32]
  private let firstChild: [Int32]
  private let nextSibling: [Int32]
  /// The mention that covers each token, or -1; names go before nominals and pronouns.
  let mentionAt: [Int32]

  /// Indexes `article`.
  init(_ article: AnnotatedArticle) {
    self.article = article
    let bytes = article.article.text.bytes
    keys = article.tokens.map { WordKey(bytes, $0.span.range) }
    (firstChild, nextSibling) = Self.children(article.syntax)
    (left, right) = Self.bounds(article.syntax)
    mentionAt = Self.mentions(article)
  }

  private init(_ article: AnnotatedArticle, like other: ArticleGrammar) {
    self.article = article
    (keys, left, right) = (other.keys, other.left, other.right)
    (firstChild, nextSibling) = (other.firstChild, other.nextSibling)
    mentionAt = other.mentionAt
  }

  /// The same grammar, of the article with `claims`.
  func with(claims: [Claim]) -> ArticleGrammar {
    var article = article
    article.claims = claims
    return ArticleGrammar(article, like: self)
  }

  /// For each token its first child, and its next sibling.
  private static func children(_ syntax: [TokenSyntax]) -> ([Int32], [Int32]) {
    var firstChild = [Int32](repeating: -1, count: syntax.count)
    var nextSibling = firstChild
    for token in syntax.indices.reversed() {
      guard let head = syntax[token].head, head != token else { continue }
      nextSibling[token] = firstChild[head]
      firstChild[head] = Int32(token)
    }
    return (firstChild, nextSibling)
  }

  /// The bounds of each subtree. Peels leaves towards the roots; tokens on a cycle keep their own
  /// bounds.
  private static func bounds(_ syntax: [TokenSyntax]) -> ([Int32], [Int32]) {
    var left = syntax.indices.map { Int32($0) }
    var right = syntax.indices.map { Int32($0 + 1) }
    var waiting = [Int32](repeating: 0, count: syntax.count)
    for token in syntax {
      if let head = token.head { waiting[head] += 1 }
    }
    var ready = syntax.indices.filter { waiting[$0] == 0 }
    while let token = ready.popLast() {
      guard let head = syntax[token].head, head != token else { continue }
      left[head] = min(left[head], left[token])
      right[head] = max(right[head], right[token])
      waiting[head] -= 1
      if waiting[head] == 0 { ready.append(head) }
    }
    return (left, right)
  }

  private static func mentions(_ article: AnnotatedArticle) -> [Int32] {
    var mentionAt = [Int32](repeating: -1, count: article.tokens.count)
    for (index, mention) in article.mentions.enumerated() {
      for token in mention.tokens.clamped(to: mentionAt.indices) {
        let earlier = Int(mentionAt[token])
        if earlier < 0 || article.mentions[earlier].kind.rawValue > mention.kind.rawValue {
          mentionAt[token] = Int32(index)
        }
      }
    }
    return mentionAt
  }

  /// The syntax of a token.
  func syntax(_ token: Int) -> TokenSyntax { article.syntax[token] }

  /// The relation of a token to its head.
  func relation(_ token: Int) -> DependencyRelation { article.syntax[token].relation }

  /// The children of a token, in order of the text.
  func children(_ token: Int) -> ChildSequence {
    ChildSequence(upcoming: firstChild[token], siblings: nextSibling)
  }

  /// The first child of `token` in `wanted`.
  func child(_ token: Int, _ wanted: DependencyRelation) -> Int? {
    for child in children(token) where relation(child) == wanted { return child }
    return nil
  }

  /// The first child of `token` in one of `relations`.
  func child(_ token: Int, _ relations: DependencyRelation...) -> Int? {
    for child in children(token) where relations.contains(relation(child)) { return child }
    return nil
  }

  /// The tokens of a token's subtree, first to last.
  func subtree(_ token: Int) -> Range<Int> { Int(left[token])..<Int(right[token]) }

  /// The token of `range` whose head lies outside it, punctuation aside; nil where there is none.
  func head(of range: Range<Int>) -> Int? {
    range.first { token in
      guard !isPunctuation(token) else { return false }
      return syntax(token).head.map { !range.contains($0) } ?? true
    }
  }

  /// The bytes from the first to the last of `tokens`; nil where there is none.
  func span(_ tokens: Range<Int>) -> ByteSpan? {
    guard !tokens.isEmpty else { return nil }
    return article.tokens[tokens.lowerBound].span.union(article.tokens[tokens.upperBound - 1].span)
  }

  /// The tokens that begin inside `span`. Cost: a binary search.
  func tokens(in span: ByteSpan) -> Range<Int> {
    let lower = firstToken(at: span.lower)
    return lower..<Swift.max(lower, firstToken(at: span.upper))
  }

  /// The first token that begins at `offset` or after.
  private func firstToken(at offset: UInt32) -> Int {
    var low = 0
    var high = article.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if article.tokens[middle].span.lower < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The sentence that holds a token.
  func sentence(of token: Int) -> Int? {
    article.sentence(at: Int(article.tokens[token].span.lower))
  }

  /// Whether the first byte of a token is an upper-case ASCII letter.
  func isCapitalized(_ token: Int) -> Bool {
    let byte = firstByte(token)
    return byte >= 0x41 && byte <= 0x5A
  }

  /// The first byte of a token.
  func firstByte(_ token: Int) -> UInt8 {
    article.article.text.bytes[Int(article.tokens[token].span.lower)]
  }

  /// Whether a token has no letter and no digit.
  func isPunctuation(_ token: Int) -> Bool {
    if article.syntax[token].partOfSpeech == .punctuation { return true }
    let byte = firstByte(token)
    if byte >= 0xC2 { return isGeneralPunctuation(token) }
    let isWord = byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    return !isWord && byte != UInt8(ascii: "$") && byte != UInt8(ascii: "'")
  }

  /// Whether a token begins in the block of dashes and quotation marks, U+2000 to U+203F.
  private func isGeneralPunctuation(_ token: Int) -> Bool {
    let bytes = article.article.text.bytes
    let lower = Int(article.tokens[token].span.lower)
    return bytes[lower] == 0xE2 && lower + 1 < bytes.count && bytes[lower + 1] == 0x80
  }
}

/// The children of one token, in order of the text.
struct ChildSequence: Sequence, IteratorProtocol {
  fileprivate var upcoming: Int32
  fileprivate let siblings: [Int32]

  /// The next child.
  mutating func next() -> Int? {
    guard upcoming >= 0 else { return nil }
    defer { upcoming = siblings[Int(upcoming)] }
    return Int(upcoming)
  }
}
