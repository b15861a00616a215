public import DatelineText

/// Finds the words of a filter in what is shown, so that they can stand out there.
public struct FilterHits {
  private struct Pattern {
    let bytes: [UInt8]
    let end: SearchText.WordEnd
  }

  private var patterns: [Pattern] = []

  /// The words that `text` asks for, typed as far as it is; nil where it asks for none.
  public init?(typed text: String) {
    guard let filter = Filter(typed: text) else { return nil }
    collect(filter)
    if patterns.isEmpty { return nil }
  }

  private mutating func collect(_ filter: Filter) {
    switch filter {
    case .word(let word): add(word, .whole)
    case .prefix(let word), .entity(let word): add(word, .prefix)
    case .phrase(let words): add(words, .whole)
    case .and(let parts), .or(let parts): for part in parts { collect(part) }
    // What must not be there has nothing to show, and other fields ask for more than words.
    case .not, .everything, .type, .source, .language, .date, .status, .tag: break
    }
  }

  private mutating func add(_ word: String, _ end: SearchText.WordEnd) {
    let bytes = SearchText.query(word)
    if !bytes.isEmpty { patterns.append(Pattern(bytes: bytes, end: end)) }
  }

  /// Where the words stand in a text of UTF-8. Cost: linear in its length for each word.
  public func spans(in bytes: [UInt8]) -> [ByteSpan] {
    let text = SearchText(bytes)
    var spans: [ByteSpan] = []
    for pattern in patterns {
      var start = 0
      while let span = text.firstMatch(of: pattern.bytes, end: pattern.end, from: start) {
        spans.append(span)
        start = Int(span.upper)
      }
    }
    return spans
  }
}
