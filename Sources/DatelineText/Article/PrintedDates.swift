/// Dates that the page prints: the date line, a date in the byline or the dateline, the year of the
/// copyright.
enum PrintedDates {
  /// The dates printed beside title and byline.
  static func signs(in article: Article) -> [DateSign] {
    let opening = article.blocks.first { $0.kind == .paragraph }
    return leftStamps(in: article.text)
      + article.blocks.compactMap { block in
        switch block.kind {
        case .dateLine: sign(in: block.span, article, "The page prints")
        case .byline: sign(in: block.span, article, "The byline prints")
        case .dateline: sign(in: block.span, article, "The dateline prints")
        default: block == opening ? openingSign(in: block.span, article) : nil
        }
      }
  }

  /// The day of `"datePublished":"2025-10-24T10:00:00Z"` in structured data that stayed in the text.
  private static func leftStamps(in text: SourceText) -> [DateSign] {
    starts(of: Array("\"datePublished\"".utf8), in: text.bytes).prefix(1).compactMap { start in
      let value = text.bytes[start..<min(start + 80, text.count)].split(
        separator: UInt8(ascii: "\""), maxSplits: 4, omittingEmptySubsequences: false)
      guard value.count >= 4, let day = DateStamp.day(in: String(decoding: value[3], as: UTF8.self))
      else { return nil }
      return DateSign(
        DayInterval(day), .exact, .explicit,
        evidence: "Structured data in the text says it was published \(day.iso).",
        span: ByteSpan(value[3].startIndex, value[3].endIndex))
    }
  }

  /// A full date that opens the story without being part of its first sentence: "Thursday, May 7,
  /// 2015 On Tuesday, the government …".
  private static func openingSign(in span: ByteSpan, _ article: Article) -> DateSign? {
    let head = ByteSpan(Int(span.lower), min(Int(span.upper), Int(span.lower) + 60))
    let bytes = article.text.bytes
    guard let first = TimexTagger.timexes(in: article.text, blocks: [head], anchor: nil).first,
      !first.isRelative, first.span.lower == span.lower, let interval = first.interval,
      interval.earliest == interval.latest,
      let next = bytes[Int(first.span.upper)..<Int(span.upper)].first(where: { $0 > 32 }),
      next &- 65 < 26 || next >= 128
    else { return nil }
    return DateSign(
      interval, .exact, .explicit, evidence: "The story opens with \(article.text[first.span]).",
      span: first.span)
  }

  private static func sign(in span: ByteSpan, _ article: Article, _ phrase: String) -> DateSign? {
    let timexes = TimexTagger.timexes(in: article.text, blocks: [span], anchor: nil)
    let days = timexes.filter { !$0.isRelative && $0.interval?.earliest == $0.interval?.latest }
    guard let first = days.first, let interval = first.interval, interval.earliest != nil else {
      return nil
    }
    let isUpdate = isUpdate(article.text.bytes[Int(span.lower)..<Int(first.span.lower)])
    let words = article.text[first.span]
    return DateSign(
      interval, isUpdate ? .updated : .exact, .explicit,
      evidence: isUpdate ? "The page was updated \(words)." : "\(phrase) \(words).",
      span: first.span)
  }

  /// Whether the words before a date call it that of a change.
  private static func isUpdate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.split { ($0 | 32) &- 97 >= 26 }.map { $0.map { $0 | 32 } }
    let updates = ["updated", "modified", "update", "revised", "edited"].map { Array($0.utf8) }
    let publications = ["published", "posted", "issued"].map { Array($0.utf8) }
    return words.contains(where: updates.contains) && !words.contains(where: publications.contains)
  }

  /// The latest year of a copyright line: the page is hardly younger.
  static func copyright(in article: Article) -> [DateSign] {
    let bytes = article.text.bytes
    let marks =
      starts(of: Array("©".utf8), in: bytes) + starts(of: Array("opyright".utf8), in: bytes)
    return marks.sorted().compactMap { start in
      let window = start..<min(start + 40, bytes.count)
      guard let year = year(in: bytes[window]) else { return nil }
      let last = DayNumber(year: year.value, month: 12, day: 31)
      return DateSign(
        DayInterval(earliest: nil, latest: last), .hint, .explicit,
        evidence: "The copyright line names \(year.value).", span: year.span)
    }
  }

  private static func year(in bytes: ArraySlice<UInt8>) -> (value: Int, span: ByteSpan)? {
    var index = bytes.startIndex
    while index + 4 <= bytes.endIndex {
      let digits = bytes[index..<(index + 4)]
      let isAlone = index + 4 == bytes.endIndex || bytes[index + 4] &- 48 >= 10
      if isAlone, digits.allSatisfy({ $0 &- 48 < 10 }),
        index == 0 || bytes.startIndex == index
          || bytes[index - 1] &- 48 >= 10
      {
        let value = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
        if (1990...2199).contains(value) { return (value, ByteSpan(index, index + 4)) }
      }
      index += 1
    }
    return nil
  }

  /// The offsets at which `needle` begins.
  static func starts(of needle: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard let first = needle.first, bytes.count >= needle.count else { return [] }
    var found: [Int] = []
    for index in 0...(bytes.count - needle.count) where bytes[index] == first {
      if bytes[index..<(index + needle.count)].elementsEqual(needle) { found.append(index) }
    }
    return found
  }
}
