import DatelineText

/// Brings the ends of names right where a machine set them: marks and small words that a span took
/// in, what is left of a title that was cut off ("of State Condoleezza Rice"), and directions in
/// small letters.
struct NameEdges {
  /// The span `range` of `words`, a name of `type`, without what is no part of it; empty where
  /// nothing is left.
  static func trimmed(_ range: Range<Int>, of type: EntityType, in words: [String]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start,
      isMark(words[end - 1])
        ? !closing.contains(words[end - 1])
        : tails.contains(words[end - 1])
    {
      end -= 1
    }
    while start < end {
      let word = words[start]
      guard
        isMark(word) || leads.contains(word) || end - start > 1 && isBefore(word, of: type)
      else { break }
      start += 1
    }
    return start..<end
  }

  /// Whether a word at the start of a name of `type` stands before it.
  private static func isBefore(_ word: String, of type: EntityType) -> Bool {
    switch type {
    case .location: directions.contains(word)
    case .person: titles.contains(word)
    case .organization: endings.contains { word.hasSuffix($0) }
    default: false
    }
  }

  private static func isMark(_ word: String) -> Bool {
    !word.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  private static let closing: Set<String> = [")", "!", "."]
  private static let tails: Set<String> = ["'s", "and", "of", "for", "'"]
  private static let leads: Set<String> = ["'s", "and", "of", "the", "a", "The", "A", "An"]
  private static let titles: Set<String> = [
    "State", "Minister", "Foreign", "Defense", "Secretary", "Councilor", "Finance", "Prime",
    "President", "General", "Senator", "Governor", "Chancellor", "Archbishop", "Minster",
  ]
  private static let directions: Set<String> = [
    "southern", "northern", "eastern", "western", "south", "north", "east", "west", "central",
    "northwest", "southeast", "northeast", "southwest", "northwestern", "southeastern",
    "northeastern", "southwestern",
  ]
  private static let endings = ["-rich", "-funded", "-party", "-strong", "-led", "-backed"]
}
