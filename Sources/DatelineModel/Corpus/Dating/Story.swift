import DatelineText

/// All that an article tells, for what it does not know yet: a story that lacks the next great
/// happening between the same people and places was probably written before it.
struct Story {
  private let tales: [Tale]
  private let entities: Set<Int32>
  private let particular: Set<Int32>
  private let types: Tale.Types

  /// How many entities a happening must share with the story to belong to it.
  private static let shared = 3

  /// Reads `article`, which stands at `index` in the corpus.
  init(of article: AnnotatedArticle, at index: Int, entities: ChainEntities) {
    tales = article.sentences.indices.map {
      Tale(sentence: $0, of: article, at: index, entities: entities)
    }
    self.entities = tales.reduce(into: []) { $0.formUnion($1.entities) }
    particular = tales.reduce(into: []) { $0.formUnion($1.particular) }
    types = tales.reduce(into: []) { $0.formUnion($1.types) }
  }

  /// The first dated happening after the first day of `range` that belongs to the story and that no
  /// sentence of it tells; nil where there is none, or where the range has one day.
  func firstMissed(of known: StatementIndex, in range: DayInterval) -> DatedStatement? {
    guard let first = range.earliest, let last = range.latest, first < last else { return nil }
    return known.between(first.advanced(by: 1), and: last, naming: particular)
      .lazy.map { known.statements[$0] }
      .filter { belongs($0.tale) && !isTold($0.tale) }
      .min { ($0.day, $0.article, $0.sentence) < ($1.day, $1.article, $1.sentence) }
  }

  private func belongs(_ tale: Tale) -> Bool {
    !tale.types.isDisjoint(with: types) && tale.particular.contains(where: particular.contains)
      && tale.entities.count(where: entities.contains) >= Self.shared
  }

  private func isTold(_ tale: Tale) -> Bool {
    tales.contains { own in
      let agreement = own.agreement(with: tale)
      return agreement.hasAction && agreement.particular >= 1 && agreement.words >= 1
    }
  }
}
