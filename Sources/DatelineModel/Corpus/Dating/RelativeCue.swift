import DatelineText

/// A time expression that says where its day lies from the day of publication.
struct RelativeCue {
  /// The forms that are understood.
  enum Form: Equatable {
    /// "Saturday", "on Saturday night": the last such day, or today.
    case weekday(Int)
    /// "last Thursday": the last such day before today.
    case lastWeekday(Int)
    /// "this week": the days of the week so far.
    case thisWeek
    case yesterday
    case today
  }

  var form: Form
  /// The sentence, as an index.
  var sentence: Int
  var span: ByteSpan

  /// Reads the time expressions of `article`; what lies ahead of publication is left out.
  static func cues(of article: AnnotatedArticle) -> [RelativeCue] {
    article.timexes.compactMap { timex in
      guard let sentence = article.sentence(at: Int(timex.span.lower)),
        let form = form(SearchText.key(article.article.text[timex.span])),
        !isAhead(timex.span, sentence, article)
      else { return nil }
      return RelativeCue(form: form, sentence: sentence, span: timex.span)
    }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static func form(_ text: String) -> Form? {
    let words = text.split { !$0.isLetter }.map(String.init)
    if words.contains("next") || words.contains("every") { return nil }
    if let weekday = words.compactMap({ weekdays.firstIndex(of: $0) }).first {
      return words.contains("last") ? .lastWeekday(weekday + 1) : .weekday(weekday + 1)
    }
    if words.suffix(2) == ["this", "week"] { return .thisWeek }
    if words.contains("yesterday") || words == ["last", "night"] { return .yesterday }
    if words.contains("today") || words == ["this", "morning"] { return .today }
    return nil
  }

  /// Whether the sentence speaks of the future before the expression: "will meet on Monday".
  private static func isAhead(_ span: ByteSpan, _ sentence: Int, _ article: AnnotatedArticle)
    -> Bool
  {
    let before = article.tokens[article.sentences[sentence].tokens]
      .filter { $0.span.upper <= span.lower }.suffix(8)
      .map { SearchText.key(article.article.text[$0.span]) }
    return before.contains {
      ["will", "shall", "to", "scheduled", "expected", "upcoming"].contains($0)
    }
      && !before.contains { ["said", "told", "announced", "had", "was", "were"].contains($0) }
  }

  /// The days on which the article may have been published if the expression means `day`; nil where
  /// it cannot mean that day.
  func publication(ifMeaning day: DayNumber) -> DayInterval? {
    func from(_ first: Int, to last: Int) -> DayInterval {
      DayInterval(earliest: day.advanced(by: first), latest: day.advanced(by: last))
    }
    switch form {
    case .weekday(let weekday): return weekday == day.weekday ? from(0, to: 6) : nil
    case .lastWeekday(let weekday): return weekday == day.weekday ? from(1, to: 7) : nil
    case .thisWeek: return from(0, to: 7 - day.weekday)
    case .yesterday: return from(1, to: 1)
    case .today: return from(0, to: 0)
    }
  }

  /// The weekday that it names, Monday being 1; nil where it names none.
  var weekday: Int? {
    switch form {
    case .weekday(let weekday), .lastWeekday(let weekday): weekday
    case .thisWeek, .yesterday, .today: nil
    }
  }
}
