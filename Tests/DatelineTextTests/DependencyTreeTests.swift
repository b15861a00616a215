import DatelineText
import Testing

@Suite struct DependencyTreeTests {
  /// "The army said (that) Iran attacked Kabul ." and a second sentence "It ended".
  private static let syntax: [TokenSyntax] = [
    TokenSyntax(partOfSpeech: .determiner, head: 1, relation: .det),
    TokenSyntax(partOfSpeech: .noun, head: 2, relation: .nsubj),
    TokenSyntax(partOfSpeech: .verb, head: nil, relation: .root),
    TokenSyntax(partOfSpeech: .properNoun, head: 4, relation: .nsubj),
    TokenSyntax(partOfSpeech: .verb, head: 2, relation: .ccomp),
    TokenSyntax(partOfSpeech: .properNoun, head: 4, relation: .obj),
    TokenSyntax(partOfSpeech: .punctuation, head: 2, relation: .punct),
    TokenSyntax(partOfSpeech: .pronoun, head: 8, relation: .nsubj),
    TokenSyntax(partOfSpeech: .verb, head: nil, relation: .root),
  ]
  private let tree = DependencyTree(Self.syntax)

  @Test func `Children come in order of the text`() {
    #expect(Array(tree.children(of: 2)) == [1, 4, 6])
    #expect(tree.children(of: 4, by: .obj) == [5])
    #expect(tree.child(of: 4, by: .nsubjPassive, .nsubj) == 3)
    #expect(tree.child(of: 5, by: .nsubj) == nil)
    #expect(Array(tree.children(of: 0)).isEmpty)
  }

  @Test(arguments: [(0, 0..<1), (1, 0..<2), (2, 0..<7), (4, 3..<6), (8, 7..<9)])
  func `A subtree covers all that hangs from its word`(token: Int, range: Range<Int>) {
    #expect(tree.subtree(of: token) == range)
  }

  @Test func `Ancestors lead up to the root`() {
    #expect(Array(tree.ancestors(of: 3)) == [4, 2])
    #expect(Array(tree.ancestors(of: 2)).isEmpty)
    #expect(tree.isWithin(5, 4))
    #expect(tree.isWithin(4, 4))
    #expect(!tree.isWithin(4, 5))
    #expect(!tree.isWithin(7, 2))
  }

  @Test(arguments: [(0, 2), (3, 4), (5, 4), (6, 2), (7, 8), (4, 4)])
  func `The head of a clause is found from inside it`(token: Int, head: Int) {
    #expect(tree.clauseHead(of: token) == head)
  }

  @Test func `No tokens make an empty tree, and one long chain is no trouble`() {
    _ = DependencyTree([])
    let chain = (0..<50_000).map {
      TokenSyntax(partOfSpeech: .noun, head: $0 == 0 ? nil : $0 - 1, relation: .nmod)
    }
    #expect(DependencyTree(chain).subtree(of: 10) == 10..<50_000)
  }
}
