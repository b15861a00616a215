import DatelineText

/// How well tokens and sentences are found in the printed text of a treebank.
///
/// The sentences are printed with a blank between them, ten to a paragraph; a token or sentence is
/// right if exactly its bytes, blanks aside, are found.
struct SegmentationScore {
  private var tokens = Overlap()
  private var sentences = Overlap()

  /// Counts of what is right, found and wanted.
  private struct Overlap {
    var right = 0
    var found = 0
    var wanted = 0

    mutating func add(found: Set<Range<Int>>, wanted: Set<Range<Int>>) {
      right += found.intersection(wanted).count
      self.found += found.count
      self.wanted += wanted.count
    }

    var f1: String { SyntaxScore.percent(2 * right, of: found + wanted) }
  }

  init(_ treebank: Treebank) {
    for first in stride(from: 0, to: treebank.sentences.count, by: 10) {
      add(treebank, first..<min(first + 10, treebank.sentences.count))
    }
  }

  private mutating func add(_ treebank: Treebank, _ range: Range<Int>) {
    let text = SourceText(treebank.originals[range].joined(separator: " "))
    let article = Article(
      id: ArticleID("paragraph"), text: text,
      blocks: [Block(kind: .paragraph, span: text.span)])
    let found = SentenceSplitter.split(article)
    var seen = 0
    var wantedTokens: Set<Range<Int>> = []
    var wantedSentences: Set<Range<Int>> = []
    for sentence in treebank.sentences[range] {
      let start = seen
      for token in treebank.tokens[sentence.tokens] {
        wantedTokens.insert(seen..<(seen + token.span.count))
        seen += token.span.count
      }
      wantedSentences.insert(start..<seen)
    }
    seen = 0
    var foundTokens: Set<Range<Int>> = []
    var foundSentences: Set<Range<Int>> = []
    for sentence in found.sentences {
      let start = seen
      for token in found.tokens[sentence.tokens] {
        foundTokens.insert(seen..<(seen + token.span.count))
        seen += token.span.count
      }
      foundSentences.insert(start..<seen)
    }
    tokens.add(found: foundTokens, wanted: wantedTokens)
    sentences.add(found: foundSentences, wanted: wantedSentences)
  }

  /// One line for people.
  var line: String { "tokens F1 \(tokens.f1)  sentences F1 \(sentences.f1)" }
}
