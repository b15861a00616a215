/// The dependency trees of an article, turned round so that one can go from a word to those that
/// depend on it.
///
/// All indices are those of the article's tokens. Cost of making: linear in the number of tokens.
public struct DependencyTree: Sendable {
  private let syntax: [TokenSyntax]
  /// The dependents of all tokens, those of one token together and in order of the text.
  private let dependents: [Int]
  /// Where each token's dependents begin in `dependents`; one more at the end.
  private let starts: [Int]
  /// The first and the last token that hang, directly or not, from each token.
  private let reaches: [ClosedRange<Int>]

  /// Turns round the trees of `syntax`.
  public init(_ syntax: [TokenSyntax]) {
    self.syntax = syntax
    var starts = [Int](repeating: 0, count: syntax.count + 1)
    for token in syntax {
      if let head = token.head { starts[head + 1] += 1 }
    }
    for index in syntax.indices { starts[index + 1] += starts[index] }
    var filled = starts
    var dependents = [Int](repeating: 0, count: starts[syntax.count])
    for (index, token) in syntax.enumerated() {
      guard let head = token.head else { continue }
      dependents[filled[head]] = index
      filled[head] += 1
    }
    self.starts = starts
    self.dependents = dependents
    reaches = Self.reaches(syntax, starts, dependents)
  }

  /// Goes down from the roots, then back up, widening each head's reach by its dependents'.
  private static func reaches(_ syntax: [TokenSyntax], _ starts: [Int], _ dependents: [Int])
    -> [ClosedRange<Int>]
  {
    var order = syntax.indices.filter { syntax[$0].head == nil }
    var seen = 0
    while seen < order.count {
      let token = order[seen]
      order.append(contentsOf: dependents[starts[token]..<starts[token + 1]])
      seen += 1
    }
    var reaches = syntax.indices.map { $0...$0 }
    for token in order.reversed() {
      guard let head = syntax[token].head else { continue }
      let (own, other) = (reaches[head], reaches[token])
      reaches[head] =
        min(own.lowerBound, other.lowerBound)...max(own.upperBound, other.upperBound)
    }
    return reaches
  }

  /// The words that depend on `token` directly, in order of the text.
  public func children(of token: Int) -> ArraySlice<Int> {
    dependents[starts[token]..<starts[token + 1]]
  }

  /// The words that depend on `token` directly by `relation`, in order of the text.
  public func children(of token: Int, by relation: DependencyRelation) -> [Int] {
    children(of: token).filter { syntax[$0].relation == relation }
  }

  /// The first word that depends on `token` directly by one of `relations`; nil where there is none.
  public func child(of token: Int, by relations: DependencyRelation...) -> Int? {
    children(of: token).first { relations.contains(syntax[$0].relation) }
  }

  /// The smallest range of tokens that holds `token` and all that hangs from it.
  public func subtree(of token: Int) -> Range<Int> { Range(reaches[token]) }

  /// Whether `token` is `ancestor` or hangs from it, directly or not. Cost: the depth of the tree.
  public func isWithin(_ token: Int, _ ancestor: Int) -> Bool {
    token == ancestor || ancestors(of: token).contains(ancestor)
  }

  /// The head of `token`, the head of that, and so on up to the root of the sentence.
  public func ancestors(of token: Int) -> some Sequence<Int> {
    sequence(state: token) { [syntax] place in
      guard let head = syntax[place].head else { return nil }
      place = head
      return head
    }
  }

  /// The verb, noun or adjective that governs the clause `token` stands in: the nearest ancestor, or
  /// `token` itself, that does not hang as a modifier inside a phrase; at last the root.
  public func clauseHead(of token: Int) -> Int {
    var place = token
    while let head = syntax[place].head, !syntax[place].relation.opensClause { place = head }
    return place
  }
}

extension DependencyRelation {
  /// Whether the dependent is the head of a clause of its own.
  public var opensClause: Bool {
    switch self {
    case .root, .acl, .aclRelative, .advcl, .advclRelative, .ccomp, .csubj, .csubjOuter,
      .csubjPassive, .parataxis, .xcomp:
      true
    default: false
    }
  }
}
