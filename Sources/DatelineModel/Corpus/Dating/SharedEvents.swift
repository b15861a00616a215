import DatelineText

/// What the dated articles say about the date of one undated article.
struct SharedEvents {
  /// The least agreement of a sentence with a weekday: an action and a name, or two names.
  static let weekdayBar = 2.5
  /// The least agreement of a sentence without a weekday, which nothing else confirms.
  static let plainBar = 3.0
  /// How many days before the range a happening may lie that a sentence tells of instead.
  static let memory = 14
  /// How far the best reading must be ahead of one that it excludes.
  static let lead = 1.25

  /// One agreement between a sentence here and a sentence there.
  private struct Link {
    var publication: DayInterval
    var weight: Double
    var cue: RelativeCue
    var statement: DatedStatement
  }

  /// The date that follows; nil where nothing follows, or different days do.
  private(set) var date: DocumentDate?

  /// Compares `article` with the statements that share an entity with it.
  init(
    of article: AnnotatedArticle, at index: Int, entities: ChainEntities,
    known: StatementIndex, articles: ArticleList
  ) {
    let cues = RelativeCue.cues(of: article)
    let links = cues.flatMap { cue in
      Self.links(
        of: cue, tale: Tale(sentence: cue.sentence, of: article, at: index, entities: entities),
        known: known)
    }.sorted(by: Self.comesFirst)
    guard let (chosen, total) = Self.best(links, excluding: nil), let first = chosen.first else {
      return
    }
    let range = chosen.dropFirst().reduce(first.publication) {
      $0.intersection($1.publication) ?? $0
    }
    if let (_, rival) = Self.best(links, excluding: range), rival * Self.lead > total { return }
    var interval = Self.narrowed(range, by: cues, from: first.statement.day)
    interval = Self.notBefore(
      Self.newest(of: article, at: index, entities: entities, known, in: interval),
      interval)
    if let own = article.date.interval {
      guard let common = own.intersection(interval) else { return }
      interval = common
    }
    var evidence = Self.evidence(first, in: article, articles: articles)
    let story = Story(of: article, at: index, entities: entities)
    if let missed = story.firstMissed(of: known, in: interval), let first = interval.earliest {
      interval = DayInterval(earliest: first, latest: missed.day.advanced(by: -1))
      evidence += " It does not know yet what \(articles[missed.article].article.id.name) tells of "
      evidence += "\(missed.day.iso)."
    }
    date = DocumentDate(
      interval: interval, basis: .corpus, evidence: evidence, span: first.cue.span)
  }

  /// The statements that a sentence with a relative expression may tell of too.
  private static func links(
    of cue: RelativeCue, tale: Tale, known: StatementIndex
  ) -> [Link] {
    known.sharing(tale, where: { cue.publication(ifMeaning: $0) != nil }).compactMap { candidate in
      let statement = known.statements[candidate]
      guard let publication = cue.publication(ifMeaning: statement.day) else { return nil }
      let agreement = tale.agreement(with: statement.tale)
      let bar = cue.weekday == nil ? plainBar : weekdayBar
      guard agreement.weight >= bar, agreement.hasAction || agreement.particular >= 2,
        agreement.particular >= 1
      else { return nil }
      return Link(
        publication: publication, weight: agreement.weight, cue: cue, statement: statement)
    }
  }

  private static func comesFirst(_ left: Link, _ right: Link) -> Bool {
    if left.weight != right.weight { return left.weight > right.weight }
    return (left.cue.span.lower, left.statement.article, left.statement.sentence)
      < (right.cue.span.lower, right.statement.article, right.statement.sentence)
  }

  /// The set of links that can hold together and weighs most, each relative expression counted
  /// once; with `excluding`, only of links that do not fit those days.
  private static func best(_ links: [Link], excluding range: DayInterval?) -> ([Link], Double)? {
    let allowed = links.filter { link in range.map { !$0.overlaps(link.publication) } ?? true }
    var best: ([Link], Double)?
    for seed in allowed.prefix(64) {
      var chosen = [seed]
      var interval = seed.publication
      for link in allowed where !chosen.contains(where: { $0.cue.span == link.cue.span }) {
        guard let common = interval.intersection(link.publication) else { continue }
        interval = common
        chosen.append(link)
      }
      let total = chosen.reduce(0) { $0 + $1.weight }
      if total > (best?.1 ?? 0) { best = (chosen, total) }
    }
    return best
  }

  /// Puts the date after every weekday that the article tells as past: a story told from `day` on
  /// goes forward, so "Monday" after a Thursday is the Monday after it.
  private static func narrowed(
    _ range: DayInterval, by cues: [RelativeCue], from day: DayNumber
  ) -> DayInterval {
    let days = cues.compactMap(\.weekday).map { weekday in
      day.advanced(by: (weekday - day.weekday + 7) % 7)
    }
    return notBefore(days.max(), range)
  }

  /// The range from `day` on; unchanged where it ends before.
  private static func notBefore(_ day: DayNumber?, _ range: DayInterval) -> DayInterval {
    guard let day else { return range }
    return range.intersection(DayInterval(earliest: day, latest: nil)) ?? range
  }

  /// The newest dated happening in `range` that the article tells of without a time expression of its
  /// own.
  private static func newest(
    of article: AnnotatedArticle, at index: Int, entities: ChainEntities,
    _ known: StatementIndex, in range: DayInterval
  ) -> DayNumber? {
    guard let first = range.earliest, let last = range.latest else { return nil }
    let timed = Set(
      article.timexes.filter { !$0.value.hasSuffix("_REF") }
        .compactMap { article.sentence(at: Int($0.span.lower)) })
    return article.sentences.indices.filter { !timed.contains($0) }.compactMap { sentence in
      let tale = Tale(sentence: sentence, of: article, at: index, entities: entities)
      let candidates = known.between(
        first.advanced(by: -memory), and: last, sharingTwoWith: tale)
      return candidates.filter { candidate in
        let agreement = tale.agreement(with: known.statements[candidate].tale)
        let names = agreement.particular + agreement.general
        return agreement.hasAction && (names >= 3 || names == 2 && agreement.words >= 2)
      }.map { known.statements[$0] }.map { $0.day.advanced(by: $0.isNight ? 1 : 0) }.min()
    }.filter(range.contains).max()
  }

  private static func evidence(
    _ link: Link, in article: AnnotatedArticle, articles: ArticleList
  ) -> String {
    let other = articles[link.statement.article]
    let sentence = other.article.text[other.sentences[link.statement.sentence].span]
    return "\"\(article.article.text[link.cue.span])\" is \(link.statement.day.iso), for "
      + "\(other.article.id.name) says: \(sentence.onOneLine)"
  }
}
