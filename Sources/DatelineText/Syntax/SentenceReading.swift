/// What the network made of one sentence: tags, and the tree of the words that are no punctuation.
///
/// Positions are tokens counted from the start of the sentence.
package struct SentenceReading {
  /// The tag of each token, as a number of `TagSet`.
  package private(set) var tags: [UInt8]
  /// The head of each token; -1 for the root.
  package private(set) var heads: [Int]
  /// The relation of each token, as a number of `RelationSet`.
  package private(set) var relations: [UInt8]
  /// How far each token bears each tag of names, in units of the weights of names.
  package private(set) var names: [SIMD16<Int16>]
  /// The root, once it is found.
  package private(set) var root: Int?

  /// A sentence of `count` tokens of which nothing is known.
  init(count: Int) {
    tags = Array(repeating: 0, count: count)
    heads = Array(repeating: -1, count: count)
    relations = Array(repeating: RelationSet.punctuation, count: count)
    names = Array(repeating: .zero, count: count)
  }

  mutating func setTag(_ tag: UInt8, at index: Int) { tags[index] = tag }

  mutating func addName(_ scores: SIMD16<Int16>, at index: Int) { names[index] &+= scores }

  /// Whether the token is part of the tree: no punctuation, or the first of a sentence that has
  /// nothing else.
  func takesPart(_ index: Int) -> Bool {
    if !isMark(index) { return true }
    return index == 0 && tags.indices.allSatisfy(isMark)
  }

  private func isMark(_ index: Int) -> Bool { TagSet.parts[Int(tags[index])] == .punctuation }

  mutating func attach(_ index: Int, to head: Int, _ relation: UInt8) {
    heads[index] = head
    relations[index] = relation
    if head < 0 { root = index }
  }
}
