/// Finds the quantities of an article: number, bounds, unit, and what is counted.
///
/// "more than 200 soldiers were killed" gives a minimum of 200 in deaths of soldiers;
/// dates, ages, scores and house numbers give nothing.
struct QuantityTagger {
  private let grammar: ArticleGrammar
  private let reader: NumberReader
  private let dated: [ByteSpan]

  private init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    reader = NumberReader(grammar)
    dated = grammar.article.timexes.filter { $0.kind == .date || $0.kind == .time }.map(\.span)
  }

  /// The quantities of an article, in order of the text.
  static func quantities(in grammar: ArticleGrammar) -> [Quantity] {
    let tagger = QuantityTagger(grammar)
    return grammar.article.sentences.flatMap { tagger.quantities(in: $0.tokens) }
  }

  private func quantities(in sentence: Range<Int>) -> [Quantity] {
    var found: [Quantity] = []
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      guard let reading = reader.number(at: token, before: sentence.upperBound),
        !isDate(reading.tokens)
      else {
        token += 1
        continue
      }
      let ranged = range(after: reading, before: sentence.upperBound) ?? reading
      if let quantity = quantity(of: ranged, in: sentence) { found.append(quantity) }
      token = ranged.tokens.upperBound
    }
    return found
  }

  private func isDate(_ tokens: Range<Int>) -> Bool {
    guard let span = grammar.span(tokens), !dated.isEmpty else { return false }
    var low = 0
    var high = dated.count
    while low < high {
      let middle = (low + high) / 2
      if dated[middle].upper <= span.lower { low = middle + 1 } else { high = middle }
    }
    return low < dated.count && dated[low].overlaps(span)
  }

  /// "10 to 20", "10-20", "between 10 and 20": the two ends of one reading.
  private func range(after first: NumberReader.Reading, before end: Int) -> NumberReader.Reading? {
    let joint = first.tokens.upperBound
    guard joint + 1 < end, !first.isArticle, let low = first.minimum, first.maximum != nil,
      let second = reader.number(at: joint + 1, before: end), let high = second.maximum, high > low,
      second.minimum == second.maximum, !second.isArticle
    else { return nil }
    let start = first.tokens.lowerBound
    // "rose from 12 to 19" ends at 19 and is no range.
    if start > 0, grammar.keys[start - 1] == QuantityWords.from { return nil }
    let isBetween =
      grammar.keys[joint] == NumberWords.and && start > 0
      && grammar.keys[start - 1] == QuantityWords.between
    guard isBetween || QuantityWords.rangeJoints.contains(grammar.keys[joint]) else { return nil }
    var whole = second
    whole.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    whole.minimum = low
    whole.maximum = high
    whole.isMoney = first.isMoney || second.isMoney
    return whole
  }

  private func quantity(of reading: NumberReader.Reading, in sentence: Range<Int>) -> Quantity? {
    let (bound, start) = bound(before: reading.tokens.lowerBound, from: sentence.lowerBound)
    guard let counted = counted(reading, in: sentence),
      let span = grammar.span(start..<reading.tokens.upperBound)
    else { return nil }
    var quantity = Quantity(
      span: span, minimum: reading.minimum, maximum: reading.maximum, unit: counted.unit,
      of: counted.of)
    switch bound {
    case .least: quantity.maximum = nil
    case .most:
      quantity.maximum = reading.maximum ?? reading.minimum
      quantity.minimum = nil
    case .about: break
    }
    return quantity
  }

  /// The bound that words before the number set, and where they begin.
  private func bound(before token: Int, from start: Int) -> (QuantityWords.Bound, Int) {
    for length in [3, 2, 1] where token - length >= start {
      let words = grammar.keys[(token - length)..<token]
      if let bound = QuantityWords.bounds[Array(words)] { return (bound, token - length) }
    }
    return (.about, token)
  }

  // MARK: What is counted

  private func counted(_ reading: NumberReader.Reading, in sentence: Range<Int>) -> (
    unit: String, of: ByteSpan?
  )? {
    let text = grammar.article.article.text
    if let glued = reading.gluedUnit {
      return QuantityWords.measures[WordKey(text.bytes, glued.range)].map { ($0, nil) }
    }
    if reading.isMoney { return ("dollars", nil) }
    let next = reading.tokens.upperBound
    if isMultiple(reading, before: sentence.upperBound) { return nil }
    if next < sentence.upperBound, let percent = QuantityWords.percents[grammar.keys[next]] {
      return (percent, nil)
    }
    guard let noun = noun(after: reading, in: sentence) else {
      guard !reading.isArticle else { return nil }
      let (_, start) = bound(before: reading.tokens.lowerBound, from: sentence.lowerBound)
      let unit =
        TollPhrase(grammar: grammar).unit(before: start, in: sentence)
        ?? harm(around: reading.tokens.lowerBound, in: sentence)
      return unit.map { ($0, nil) }
    }
    let span = grammar.article.tokens[noun].span
    if let measure = QuantityWords.measures[grammar.keys[noun]] {
      return isAge(noun, before: sentence.upperBound) ? nil : (measure, nil)
    }
    guard !reading.isArticle else { return nil }
    if let unit = QuantityWords.tolls[grammar.keys[noun]] { return (unit, nil) }
    let of = grammar.span(next..<(noun + 1)) ?? span
    let isPersonal =
      QuantityWords.isPerson(grammar.keys[noun]) || grammar.syntax(noun).partOfSpeech == .properNoun
    if isPersonal, let unit = harm(around: noun, in: sentence) {
      return (unit, of)
    }
    return (text[span].lowercased(), of)
  }

  /// Whether a number says how many times as much: "two or even three times higher", "ten times".
  private func isMultiple(_ reading: NumberReader.Reading, before end: Int) -> Bool {
    var token = reading.tokens.upperBound
    while token < min(end, reading.tokens.upperBound + Self.reachOfTimes) {
      if grammar.keys[token] == Self.times { return true }
      guard
        Self.betweenMultiples.contains(grammar.keys[token])
          || grammar.syntax(token).partOfSpeech == .numeral
      else { return false }
      token += 1
    }
    return false
  }

  private static let reachOfTimes = 4
  private static let times: WordKey = "times"
  private static let betweenMultiples: Set<WordKey> = ["or", "even", "to", "and"]

  /// Whether "old" follows a measure: "a 58-year-old man".
  private func isAge(_ noun: Int, before end: Int) -> Bool {
    (noun + 1..<min(noun + 3, end)).contains { grammar.keys[$0] == QuantityWords.old }
  }

  /// The noun that the number counts: over adjectives, "of the", and hyphens.
  private func noun(after reading: NumberReader.Reading, in sentence: Range<Int>) -> Int? {
    let next = reading.tokens.upperBound
    let head = grammar.syntax(reading.tokens.upperBound - 1).head
    if let head, grammar.relation(reading.tokens.upperBound - 1) == .nummod, head >= next,
      head < min(next + 6, sentence.upperBound)
    {
      return head
    }
    var last: Int?
    for token in next..<min(next + 5, sentence.upperBound) {
      let syntax = grammar.syntax(token)
      switch syntax.partOfSpeech {
      case .noun, .properNoun:
        last = token
        if syntax.form == .plural { return token }
      case .adjective, .determiner, .numeral: if last != nil { return last }
      case .other:
        if grammar.firstByte(token) == UInt8(ascii: "-") { continue }
        if grammar.isPunctuation(token) { return last }
        if QuantityWords.isCountable(grammar.keys[token]) { return token }
      case .adposition where grammar.keys[token] == NumberWords.of && last == nil: break
      case .punctuation where grammar.firstByte(token) == UInt8(ascii: "-"): break
      default: return last
      }
    }
    return last
  }

  /// What befell those counted: the unit of the nearest verb of harm, in the tree or, failing
  /// that, within six words.
  private func harm(around token: Int, in sentence: Range<Int>) -> String? {
    for child in grammar.children(token) {
      if let unit = QuantityWords.harms[grammar.keys[child]] { return unit }
    }
    var ancestor = grammar.syntax(token).head
    for _ in 0..<3 {
      guard let verb = ancestor else { break }
      if let unit = QuantityWords.harms[grammar.keys[verb]] { return unit }
      ancestor = grammar.syntax(verb).head
    }
    let near = max(sentence.lowerBound, token - 6)..<min(sentence.upperBound, token + 5)
    let close = near.filter { QuantityWords.harms[grammar.keys[$0]] != nil }
      .min { abs($0 - token) < abs($1 - token) }
    return close.flatMap { QuantityWords.harms[grammar.keys[$0]] }
  }
}
