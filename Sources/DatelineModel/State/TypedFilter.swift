import DatelineText

extension Filter {
  /// Reads what was typed so far: the last word may still be the beginning of one. Nil where
  /// nothing is asked for yet.
  ///
  /// A query that is not whole yet ("date:", an open bracket) filters by its words alone, so that
  /// the panes follow every letter.
  init?(typed text: String) {
    var text = text
    while text.last == " " { text.removeLast() }
    guard let last = text.unicodeScalars.last else { return nil }
    if last.properties.isAlphabetic || last.properties.numericType != nil,
      let filter = try? Filter.parse(text + "*"), !filter.isEverything
    {
      self = filter
    } else if let filter = try? Filter.parse(text), !filter.isEverything {
      self = filter
    } else {
      let words = text.split { !($0.isLetter || $0.isNumber) }.map { SearchText.key(String($0)) }
      guard !words.isEmpty else { return nil }
      self = .and(words.map { .prefix($0) })
    }
  }
}
