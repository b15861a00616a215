/// Reads numbers written in digits and words: "2,400", "1.5 million", "two dozen", "scores".
struct NumberReader {
  /// A number as it was read.
  struct Reading: Equatable {
    /// The tokens that it takes up.
    var tokens: Range<Int>
    /// The least value that fits.
    var minimum: Double?
    /// The greatest value that fits.
    var maximum: Double?
    /// A unit glued to the number by a hyphen ("48-hour"): its bytes.
    var gluedUnit: ByteSpan?
    /// Whether a currency sign stands before it.
    var isMoney = false
    /// Whether it is the word "a" or "one", which counts only before a unit of measure.
    var isArticle = false
  }

  private let grammar: ArticleGrammar
  private let bytes: [UInt8]

  /// Reads the numbers of one article.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    bytes = grammar.article.article.text.bytes
  }

  /// The number that begins at `token` and ends before `end`; nil where none does.
  ///
  /// Matches "more than two dozen" from "two"; bounds before the number are the caller's.
  func number(at token: Int, before end: Int) -> Reading? {
    guard mayBegin(at: token) else { return nil }
    if let vague = vagueNumber(at: token, before: end) { return vague }
    var index = token
    var isMoney = false
    if grammar.firstByte(index) == UInt8(ascii: "$"), grammar.article.tokens[index].span.count == 1
    {
      isMoney = true
      index += 1
    }
    guard index < end else { return nil }
    if let digits = digits(at: index) {
      return scaled(digits, from: token, next: index + 1, before: end, isMoney: isMoney)
    }
    return words(at: index, before: end)
  }

  /// Whether a number can begin with the token: a quick look that spares most words the rest.
  private func mayBegin(at token: Int) -> Bool {
    if NumberWords.mayBegin(grammar.keys[token]) { return true }
    let first = grammar.firstByte(token)
    return first &- 0x30 < 10 || first == UInt8(ascii: "$") || first == UInt8(ascii: ".")
      || first == UInt8(ascii: ",")
      || bytes[grammar.article.tokens[token].span.range].contains(UInt8(ascii: "-"))
  }

  /// "dozens", "hundreds of thousands": a lower bound of twice the word, as plural demands.
  private func vagueNumber(at token: Int, before end: Int) -> Reading? {
    if let unit = NumberWords.plurals[grammar.keys[token]] {
      var value = unit * 2
      var next = token + 1
      if next + 1 < end, grammar.keys[next] == NumberWords.of,
        let second = NumberWords.plurals[grammar.keys[next + 1]]
      {
        value *= second
        next += 2
      }
      return Reading(tokens: token..<next, minimum: value, maximum: nil)
    }
    if grammar.keys[token] == NumberWords.tens, token + 2 < end,
      grammar.keys[token + 1] == NumberWords.of,
      let second = NumberWords.plurals[grammar.keys[token + 2]]
    {
      return Reading(tokens: token..<(token + 3), minimum: 20 * second, maximum: nil)
    }
    return nil
  }

  /// The value of a token of digits, and what is glued to it.
  private func digits(at token: Int) -> (value: Double, rest: ByteSpan?)? {
    let range = grammar.article.tokens[token].span.range
    var index = range.lowerBound
    if index < range.upperBound, bytes[index] == UInt8(ascii: "$") { index += 1 }
    var value = 0.0
    var fraction = 0.0
    var digitCount = 0
    while index < range.upperBound {
      let byte = bytes[index]
      if byte >= 0x30 && byte <= 0x39 {
        digitCount += 1
        let digit = Double(byte - 0x30)
        if fraction > 0 {
          value += digit * fraction
          fraction /= 10
        } else {
          value = value * 10 + digit
        }
      } else if byte == UInt8(ascii: "."), fraction == 0 {
        fraction = 0.1
      } else if byte != UInt8(ascii: ",") {
        break
      }
      index += 1
    }
    guard digitCount > 0, digitCount < 16 else { return nil }
    return (value, index < range.upperBound ? ByteSpan(index, range.upperBound) : nil)
  }

  private func scaled(
    _ digits: (value: Double, rest: ByteSpan?), from first: Int, next: Int, before end: Int,
    isMoney: Bool
  ) -> Reading? {
    var reading = Reading(
      tokens: first..<next, minimum: digits.value, maximum: digits.value, isMoney: isMoney)
    if let rest = digits.rest {
      if isOrdinal(rest), next < end, grammar.keys[next] == NumberWords.anniversary {
        return reading
      }
      guard bytes[Int(rest.lower)] == UInt8(ascii: "-") || rest.count == 1 else { return nil }
      if rest.count == 1 {
        guard let factor = NumberWords.suffixes[bytes[Int(rest.lower)] | 0x20] else { return nil }
        reading.minimum = digits.value * factor
        reading.maximum = reading.minimum
      } else {
        reading.gluedUnit = ByteSpan(Int(rest.lower) + 1, Int(rest.upper))
      }
      return reading
    }
    return multiplied(reading, before: end)
  }

  /// Whether digits are followed by the ending of an ordinal; only anniversaries count by them.
  private func isOrdinal(_ rest: ByteSpan) -> Bool {
    NumberWords.ordinalEndings.contains(WordKey(bytes, rest.range))
  }

  /// Takes in the scale words that follow: "1.5 million", "two dozen".
  private func multiplied(_ reading: Reading, before end: Int) -> Reading {
    var reading = reading
    while reading.tokens.upperBound < end,
      let factor = NumberWords.scales[grammar.keys[reading.tokens.upperBound]]
    {
      reading.minimum = reading.minimum.map { $0 * factor }
      reading.maximum = reading.minimum
      reading.tokens = reading.tokens.lowerBound..<(reading.tokens.upperBound + 1)
    }
    return reading
  }

  /// A number in words: "nine", "a hundred", "twenty-five", "two hundred and six".
  private func words(at token: Int, before end: Int) -> Reading? {
    var total = 0.0
    var group = 0.0
    var index = token
    var isArticle = false
    while index < end {
      let key = grammar.keys[index]
      if let value = NumberWords.units[key] ?? hyphenated(index) {
        group += value
      } else if let scale = NumberWords.scales[key] {
        guard index > token else { return nil }
        group = max(group, 1) * scale
        if scale >= 1000 {
          total += group
          group = 0
        }
      } else if index == token, NumberWords.articles.contains(key) {
        group = 1
        isArticle = true
      } else if !isInner(index, after: token, before: end) {
        break
      }
      index += 1
    }
    guard index > token else { return nil }
    isArticle = isArticle && index == token + 1
    return Reading(
      tokens: token..<index, minimum: total + group, maximum: total + group, isArticle: isArticle)
  }

  /// "and" in "two hundred and six", the hyphen in "twenty - five".
  private func isInner(_ index: Int, after token: Int, before end: Int) -> Bool {
    guard index > token, index + 1 < end, NumberWords.units[grammar.keys[index + 1]] != nil,
      let last = NumberWords.units[grammar.keys[index - 1]]
        ?? NumberWords.scales[
          grammar.keys[
            index - 1]]
    else { return false }
    return grammar.keys[index] == NumberWords.and && last >= 100
      || grammar.firstByte(index) == UInt8(ascii: "-") && last >= 20 && last < 100
  }

  private func hyphenated(_ token: Int) -> Double? {
    let range = grammar.article.tokens[token].span.range
    guard let hyphen = bytes[range].firstIndex(of: UInt8(ascii: "-")),
      let tens = NumberWords.units[WordKey(bytes, range.lowerBound..<hyphen)], tens >= 20,
      let unit = NumberWords.units[WordKey(bytes, (hyphen + 1)..<range.upperBound)], unit < 10
    else { return nil }
    return tens + unit
  }
}

/// The words that numbers are made of.
enum NumberWords {
  /// "of", as in "tens of thousands".
  static let of: WordKey = "of"
  /// "tens", as in "tens of thousands".
  static let tens: WordKey = "tens"
  /// "and", as in "two hundred and six".
  static let and: WordKey = "and"
  /// The one noun that ordinals count.
  static let anniversary: WordKey = "anniversary"
  /// What makes digits an ordinal.
  static let ordinalEndings: Set<WordKey> = ["st", "nd", "rd", "th"]
  /// The words that may stand for one.
  static let articles: Set<WordKey> = ["a", "an"]
  /// The cardinal numbers below a hundred.
  static let units: [WordKey: Double] = {
    let small =
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
      + "sixteen seventeen eighteen nineteen"
    var units: [WordKey: Double] = [:]
    for (value, word) in small.words.enumerated() {
      units[WordKey(word)] = Double(value)
    }
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    for (index, word) in tens.words.enumerated() {
      units[WordKey(word)] = Double(index * 10 + 20)
    }
    return units
  }()
  /// The words that multiply.
  static let scales: [WordKey: Double] = [
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000,
    "billion": 1_000_000_000, "trillion": 1_000_000_000_000, "lakh": 100_000, "crore": 10_000_000,
  ]
  /// The plurals that stand for a number of their own.
  static let plurals: [WordKey: Double] = [
    "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1_000_000,
    "billions": 1_000_000_000,
  ]
  /// Whether the word may be the first of a number: some others pass, too.
  static func mayBegin(_ key: WordKey) -> Bool { beginnings[Int(key.value >> 52)] }

  /// For each value of the highest bits of a key, whether a word of numbers has it.
  private static let beginnings: [Bool] = {
    var beginnings = [Bool](repeating: false, count: 1 << 12)
    for key in [tens] + Array(articles) + Array(units.keys) + Array(plurals.keys) {
      beginnings[Int(key.value >> 52)] = true
    }
    return beginnings
  }()
  /// The letters glued to digits that multiply ("$5m").
  static let suffixes: [UInt8: Double] = [
    UInt8(ascii: "k"): 1000, UInt8(ascii: "m"): 1_000_000, UInt8(ascii: "b"): 1_000_000_000,
  ]
}
