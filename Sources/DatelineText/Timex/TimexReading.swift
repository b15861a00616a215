/// The time expressions of an article as they stand there, read once: their values hang on the
/// document date, and that on the dates which the story tells.
struct TimexReading {
  /// Those of all blocks that expressions are taken from.
  let candidates: [TimexCandidate]
  /// Those of the story alone, without byline, dateline and date line; blocks and sentences are
  /// counted among those of the story.
  let story: [TimexCandidate]

  /// Reads `article`. Cost: linear in the length of the text.
  init(_ article: Article) {
    var scanner = TimexScanner(article.text)
    var story: [TimexCandidate] = []
    var (otherBlocks, otherSentences) = (0, 0)
    for block in article.blocks where block.isDated {
      let (first, sentence) = (scanner.candidates.count, scanner.sentence)
      scanner.scan(block.span)
      if block.isExtracted {
        story += scanner.candidates[first...].map { candidate in
          var candidate = candidate
          candidate.block -= otherBlocks
          candidate.sentence -= otherSentences
          return candidate
        }
      } else {
        otherBlocks += 1
        otherSentences += scanner.sentence - sentence
      }
    }
    candidates = scanner.candidates
    self.story = story
  }
}

extension Block {
  /// Whether time expressions are taken from the block.
  var isDated: Bool {
    switch kind {
    case .byline, .dateline, .dateLine: true
    case .source, .quoted, .furniture: false
    case .title, .heading, .paragraph, .listItem, .caption: isExtracted
    }
  }
}
