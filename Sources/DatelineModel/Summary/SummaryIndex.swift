import DatelineText

/// The sentences of a corpus as a summary sees them: what words they have and what days they name.
struct SummaryIndex {
  /// One sentence.
  struct Line {
    /// The article and its sentence, as indices.
    var article: Int
    var sentence: Int
    /// The day of publication; nil where unknown.
    var published: DayNumber?
    /// The stems of the words, hashed, sorted, without repetition.
    var words: [UInt64]
    /// The number of tokens.
    var length: Int
    /// Names the text: equal texts have equal names.
    var text: UInt64
    /// The days that it names.
    var days: [DayNumber]
    /// Whether it names somebody or something, or is long enough to tell without a name.
    var isTelling: Bool
  }

  /// All sentences, by article and position.
  private(set) var lines: [Line] = []
  /// In how many different sentences each word stands.
  private(set) var frequencies: [UInt64: Int] = [:]
  /// The number of different sentences.
  private(set) var distinct = 0

  /// Indexes `articles`. Cost: linear in the text.
  init(_ articles: ArticleList) {
    var seen: Set<UInt64> = []
    for (index, article) in articles.enumerated() {
      let days = Self.days(of: article)
      for sentence in article.sentences.indices {
        let line = Self.line(article, index, sentence, days: days[sentence, default: []])
        if seen.insert(line.text).inserted {
          distinct += 1
          for word in line.words { frequencies[word, default: 0] += 1 }
        }
        lines.append(line)
      }
    }
  }

  /// The inverse document frequency of a word, sentences being the documents.
  func weight(_ word: UInt64) -> Double {
    Double(distinct).logarithm - Double(frequencies[word, default: 1]).logarithm
  }

  /// For each sentence: the single days that its time expressions name.
  private static func days(of article: AnnotatedArticle) -> [Int: [DayNumber]] {
    var days: [Int: [DayNumber]] = [:]
    for timex in article.timexes where timex.kind == .date || timex.kind == .time {
      guard let day = timex.interval?.earliest, timex.interval?.latest == day,
        let sentence = article.sentence(at: Int(timex.span.lower))
      else { continue }
      if !days[sentence, default: []].contains(day) { days[sentence, default: []].append(day) }
    }
    return days
  }

  private static func line(
    _ article: AnnotatedArticle, _ index: Int, _ position: Int, days: [DayNumber]
  ) -> Line {
    let sentence = article.sentences[position]
    let bytes = article.article.text.bytes
    var hash = ContentHash()
    hash.combine(bytes[sentence.span.range])
    let words = Set(
      article.tokens[sentence.tokens].compactMap { WordStem.hash(bytes[$0.span.range]) })
    return Line(
      article: index, sentence: position, published: article.date.anchor, words: words.sorted(),
      length: sentence.tokens.count, text: hash.value, days: days,
      isTelling: isTelling(article, position))
  }

  /// How many tokens a sentence that names nobody must have to tell something.
  private static let shortest = 12

  /// "Today is a new day." tells a reader of a timeline nothing.
  private static func isTelling(_ article: AnnotatedArticle, _ position: Int) -> Bool {
    article.sentences[position].tokens.count >= shortest
      || article.mentionIndices(inSentence: position).contains {
        article.mentions[$0].kind == .name
      }
  }
}

/// Names words by their stem, fast enough for every word of a corpus.
enum WordStem {
  /// A hash of the word's letters, folded, without the ending of a plural or of a verb form; nil
  /// for punctuation and single letters.
  static func hash(_ token: ArraySlice<UInt8>) -> UInt64? {
    token.withUnsafeBufferPointer { hash($0) }
  }

  private static func hash(_ token: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let end = stemEnd(token)
    guard end >= 2 else { return nil }
    var hash = ContentHash()
    hash.combine(loweringASCII: UnsafeBufferPointer(rebasing: token[..<end]))
    let isWord = token.contains { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC3
    }
    return isWord ? hash.value : nil
  }

  /// Where the stem of a word ends: before "ing", "ed", "es" or "s", and before an "e" that is left.
  private static func stemEnd(_ token: UnsafeBufferPointer<UInt8>) -> Int {
    var end = token.count
    func letter(_ back: Int) -> Unicode.Scalar { Unicode.Scalar(token[end - back] | 0x20) }
    if end >= 7, letter(3) == "i", letter(2) == "n", letter(1) == "g" {
      end -= 3
    } else if end >= 6, letter(2) == "e", letter(1) == "d" || letter(1) == "s" {
      end -= 2
    } else if end >= 4, letter(1) == "s", letter(2) != "s" {
      end -= 1
    }
    if end >= 5, letter(1) == "e" { end -= 1 }
    return end
  }
}

extension Double {
  /// The natural logarithm of a positive number, without the C library: by the series of the area
  /// tangent on the significand. Exact to the last few bits, and the same on every machine.
  var logarithm: Double {
    guard self > 0, isFinite else { return 0 }
    var significand = self.significand
    var exponent = Double(self.exponent)
    if significand > 1.5 {
      significand /= 2
      exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for index in 0..<16 {
      sum += term / Double(2 * index + 1)
      term *= square
    }
    return 2 * sum + exponent * 0.693_147_180_559_945_3
  }
}
