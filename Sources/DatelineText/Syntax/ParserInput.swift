/// One sentence as the parser sees it.
///
/// Marks of punctuation are not parsed: they only tell what stands before a word, and are attached
/// afterwards. Positions are those of `ParserState`: 0 for no word, then the words, then the root.
package struct ParserInput {
  /// What is seen of one position.
  package struct Word {
    /// The token, counted from the start of the sentence; -1 for none and the root.
    package var token = -1
    /// The hash of the word in lower case.
    var lower: UInt64
    /// The word's tag.
    var tag: UInt64
    /// The word's ending.
    var suffix: UInt64 = 0
    /// The tags that the word mostly has, whatever it has here.
    var seen: UInt64
    /// The marks between this position and the one before, as a small number.
    var mark: UInt64 = 0
    /// How many marks and verbs stand before this position, to count those between two.
    var marksBefore: Int32 = 0, verbsBefore: Int32 = 0
  }

  /// The positions in order.
  package private(set) var words: [Word] = []

  /// An empty sentence, to be filled by `read`.
  package init() {}

  /// The number of words that are parsed.
  package var count: Int { words.count - 2 }

  /// Reads the words and their tags.
  package mutating func read(_ sentence: SentenceWords, tags: [UInt8]) {
    words.removeAll(keepingCapacity: true)
    let onlyMarks = tags.allSatisfy { TagSet.parts[Int($0)] == .punctuation }
    words.append(Word(lower: 3, tag: 200, seen: 3))
    var marks: UInt64 = 0
    var markCount: Int32 = 0
    var verbCount: Int32 = 0
    for (index, word) in sentence.words.enumerated() {
      let part = TagSet.parts[Int(tags[index])]
      if part == .punctuation, !onlyMarks || index > 0 {
        if marks < 10 { marks = marks * 10 + UInt64(word.mark) }
        markCount += 1
        continue
      }
      words.append(
        Word(
          token: index, lower: word.lower, tag: UInt64(tags[index]), suffix: word.suffixes.2,
          seen: word.tags, mark: marks, marksBefore: markCount, verbsBefore: verbCount))
      marks = 0
      if part == .verb { verbCount += 1 }
    }
    words.append(
      Word(
        lower: 5, tag: 201, seen: 5, mark: marks, marksBefore: markCount, verbsBefore: verbCount))
  }
}
