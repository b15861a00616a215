/// Dates an article from its own text and container.
///
/// Every sign gives an interval and a reason (`signs(of:)`). A printed, stated or addressed date is
/// taken as it is; without one the bounds are intersected and narrowed to the days after the last
/// date that a fresh story tells. Where that leaves more than a week the article stays undated: a
/// wrong date makes every weekday wrong.
public enum DocumentDater {
  /// The date of `annotated`, or `.unknown`.
  ///
  /// Of the exact signs the printed date goes first, unless the container states one that is more
  /// than ten days off: then something else was printed. A date that a page prints beside its text
  /// goes before a stamp of the day before or after.
  public static func date(of annotated: AnnotatedArticle) -> DocumentDate {
    date(of: annotated, TimexReading(annotated.article))
  }

  /// The date of an article whose time expressions were read already.
  static func date(
    of annotated: AnnotatedArticle, _ reading: @autoclosure () -> TimexReading
  ) -> DocumentDate {
    let exact = exactSigns(of: annotated.article)
    let printed = exact.first { $0.basis == .explicit && $0.strength == .exact }
    let stated = exact.first { $0.basis == .metadata }
    if let printed, let stated {
      return isNear(printed.interval, stated.interval) ? printed.date : stated.date
    }
    if printed == nil, let day = stated?.interval.earliest,
      let beside = RemovedDates.sign(in: annotated.article, near: day)
    {
      return beside.date
    }
    let best = printed ?? stated ?? exact.max { $0.strength < $1.strength }
    if let best = best ?? RemovedDates.onlySign(in: annotated.article) { return best.date }
    guard annotated.isAnalyzed else { return .unknown }
    return inferred(from: annotated.article, reading()) ?? .unknown
  }

  /// All signs of the date of `annotated`, in the order in which they are looked for: printed dates,
  /// the container's date, addresses and file name, links, copyright, told dates, offices.
  ///
  /// Cost: one pass over the text.
  public static func signs(of annotated: AnnotatedArticle) -> [DateSign] {
    let told = ToldDates(annotated.article, TimexReading(annotated.article))
    return exactSigns(of: annotated.article) + LinkDates.signs(in: annotated.article.text)
      + PrintedDates.copyright(in: annotated.article) + told.signs + told.checks.signs
  }

  /// The signs that are the date itself.
  private static func exactSigns(of article: Article) -> [DateSign] {
    PrintedDates.signs(in: article) + ContainerDates.signs(of: article)
  }

  /// The days that the bounds of `annotated` allow; nil where they exclude each other. Either end
  /// may be open.
  public static func bounds(of annotated: AnnotatedArticle) -> DayInterval? {
    common(signs(of: annotated).filter { $0.strength == .bound })
  }

  private static func isNear(_ left: DayInterval, _ right: DayInterval) -> Bool {
    guard let first = left.earliest, let second = right.earliest else { return false }
    return abs(first.distance(to: second)) <= 10
  }

  private static func common(_ signs: [DateSign]) -> DayInterval? {
    signs.reduce(DayInterval?.some(DayInterval(earliest: nil, latest: nil))) { interval, sign in
      interval?.intersection(sign.interval)
    }
  }

  /// The date of an article that states none: the days after the latest one that it tells, where it
  /// is a fresh story, within all bounds.
  private static func inferred(from article: Article, _ reading: TimexReading) -> DocumentDate? {
    let told = ToldDates(article, reading)
    let bounds = LinkDates.signs(in: article.text) + told.signs
    guard let common = common(bounds), let fresh = told.freshDay(within: common) else { return nil }
    let week = DayInterval(earliest: fresh.day, latest: fresh.day.advanced(by: 6))
    guard let interval = common.intersection(week) else { return nil }
    let reasons =
      [fresh.evidence] + bounds.map(\.evidence).filter { $0 != fresh.evidence }.prefix(2)
    return DocumentDate(
      interval: interval, basis: .inferred, evidence: reasons.joined(separator: " "),
      span: fresh.span)
  }
}
