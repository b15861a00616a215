/// What an article says of its year without stating it: who is in office, and "twenty years after the
/// 2001 invasion". Weak, for stories tell of former times too: it confirms or chooses among years that
/// other signs leave open, and dates nothing alone.
struct YearChecks {
  /// One sign: the years that it allows, and why.
  struct Check {
    var years: ClosedRange<Int>
    var evidence: String
    var span: ByteSpan
  }

  /// The checks: offices in order of the text, then distances of years.
  let checks: [Check]
  /// The years that all offices and distances allow, in order; nil where there is no check.
  let years: [Int]?
  /// For each sign the spans of days, one of which must hold the article's.
  private let spans: [[DayInterval]]

  /// How far after the year that it names an anniversary may be told, in years.
  private static let slack = 1

  /// Looks for the signs in the extracted blocks of `article`, whose expressions are `candidates`.
  init(_ article: Article, candidates: [TimexCandidate]) {
    let blocks = article.blocks.filter(\.isExtracted).map(\.span)
    let holders = OfficeTerms.embedded.mentions(in: article.text, blocks: blocks)
    let distances = Self.distances(candidates, article)
    checks =
      holders.flatMap { holder in
        holder.terms.map { term in
          Check(
            years: term.years,
            evidence: "It speaks of \(article.text[holder.span]), in office "
              + "\(term.years.lowerBound) to \(term.years.upperBound).",
            span: holder.span)
        }
      } + distances
    let sets =
      holders.map { Set($0.terms.flatMap(\.years)) } + distances.map { Set($0.years) }
    let common = sets.dropFirst().reduce(sets.first) { common, next in
      common.map { $0.intersection(next) }
    }
    years = common.flatMap { $0.isEmpty ? nil : $0.sorted() }
    spans =
      holders.map { $0.terms.map(\.days) } + distances.map { [Self.days(of: $0.years)] }
  }

  /// Whether all offices were held on `day`, and all distances reach its year.
  func allow(_ day: DayNumber) -> Bool {
    spans.allSatisfy { $0.contains { $0.contains(day) } }
  }

  private static func days(of years: ClosedRange<Int>) -> DayInterval {
    DayInterval(
      earliest: CalendarPeriod.year(years.lowerBound).days.earliest,
      latest: CalendarPeriod.year(years.upperBound).days.latest)
  }

  /// The checks as signs of the document date, each a hint.
  var signs: [DateSign] {
    checks.map { check in
      DateSign(
        Self.days(of: check.years), .hint, .inferred, evidence: check.evidence, span: check.span)
    }
  }

  /// "Twenty years after the 2001 invasion": a length in years, "after" or "since", and the next
  /// expression within a few words, which states a year.
  private static func distances(_ candidates: [TimexCandidate], _ article: Article) -> [Check] {
    zip(candidates, candidates.dropFirst()).compactMap { length, year in
      guard case .duration(.year, .whole(let count)) = length.draft.meaning,
        let stated = year.statedYear, length.sentence == year.sentence,
        (5...200).contains(count), Int(year.span.lower) - Int(length.span.upper) <= 30,
        length.span.upper <= year.span.lower
      else { return nil }
      let between = article.text[ByteSpan(Int(length.span.upper), Int(year.span.lower))]
      let words = between.split(separator: " ").prefix(2)
      guard words.contains("after") || words.first == "since" || words.first == "on" else {
        return nil
      }
      let span = ByteSpan(Int(length.span.lower), Int(year.span.upper))
      return Check(
        years: (stated + count)...(stated + count + slack),
        evidence: "It tells \(article.text[span]).", span: span)
    }
  }
}
