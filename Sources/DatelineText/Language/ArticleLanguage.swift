/// Tells in which language an article is, from its blocks and from what its container says.
///
/// English is what the extractors read, so another language must be evident: from the letters of a
/// paragraph, well ahead of English. An article of which a third is English is English. Where the
/// text is too short to tell, the container's word counts, and without it nothing is said.
public enum ArticleLanguage {
  /// The language that the extractors read.
  public static let english = "en"

  /// How much of an article is looked at, in bytes.
  private static let enough = 3000
  /// How much of one block is looked at, in bytes.
  private static let longest = 1500
  /// Blocks with fewer bytes tell little of themselves.
  private static let shortest = 24
  /// How far another language must be ahead of English to be evident: of 2,625 sentences of English
  /// prose 9 were as far from it in favour of another, nearly all of them lists of names.
  private static let evident: Float = 0.5

  /// The language of `article` as a BCP 47 tag of two letters; nil where nothing tells.
  ///
  /// Cost: about a millisecond at most; only the beginning of a long article is read.
  public static func language(of article: Article) -> String? {
    var letters: [String: Int] = [:]
    var read = 0
    for block in article.blocks where block.isExtracted && read < enough {
      let end = min(Int(block.span.upper), Int(block.span.lower) + longest)
      let bytes = article.text.bytes[Int(block.span.lower)..<end]
      read += bytes.count
      guard bytes.count >= shortest, let found = LanguageIdentifier.language(of: bytes),
        isEvident(found, bytes.count)
      else { continue }
      letters[found.language, default: 0] += bytes.count
      // As much of English is a third of all that can be read, whatever else follows.
      if letters[english, default: 0] * 3 >= enough + longest { return english }
    }
    let all = letters.values.reduce(0, +)
    if let english = letters[english], english * 3 >= all { return self.english }
    if let best = letters.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { return best.key }
    return whole(article) ?? stated(article)
  }

  /// The language of all blocks together, where each alone is too short.
  private static func whole(_ article: Article) -> String? {
    var bytes: [UInt8] = []
    for block in article.blocks where block.isExtracted && bytes.count < longest {
      let end = min(Int(block.span.upper), Int(block.span.lower) + longest)
      bytes += article.text.bytes[Int(block.span.lower)..<end]
      bytes.append(UInt8(ascii: " "))
    }
    guard bytes.count >= shortest, let found = LanguageIdentifier.language(of: bytes) else {
      return nil
    }
    return isEvident(found, bytes.count) ? found.language : nil
  }

  /// Whether the finding is sure enough; the less text there is, the more it takes.
  private static func isEvident(_ finding: LanguageIdentifier.Finding, _ count: Int) -> Bool {
    if finding.language == english { return true }
    let need = count < 100 ? 1.7 * evident : evident
    return finding.marginToEnglish >= need
  }

  /// The language that the container states, without its region.
  private static func stated(_ article: Article) -> String? {
    let tag = article.metadata.language?.lowercased().prefix { $0.isASCII && $0.isLetter }
    return tag.flatMap { $0.count == 2 || $0.count == 3 ? String($0) : nil }
  }
}
