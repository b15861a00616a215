import DatelineText

/// The tags and marks that the user's decisions leave on each subject.
struct SubjectTags {
  private var names: [Decision.Subject: Set<String>] = [:]
  private var marked: Set<Decision.Subject> = []

  /// Replays `decisions` in order.
  init(_ decisions: [Decision]) {
    for decision in decisions {
      switch decision {
      case .tag(let subject, let name, true):
        names[subject, default: []].insert(SearchText.key(name))
      case .tag(let subject, let name, false): names[subject]?.remove(SearchText.key(name))
      case .mark(let subject, true): marked.insert(subject)
      case .mark(let subject, false): marked.remove(subject)
      case .setDate, .merge, .split, .rename, .retype, .rejectEntity, .rejectEvent, .redateEvent,
        .retypeEvent, .addEvent, .note:
        break
      }
    }
  }

  /// Tags and mark of an article.
  func of(article: ArticleID) -> (names: Set<String>, isMarked: Bool) {
    of { if case .article(let anchor) = $0 { anchor.article == article } else { false } }
  }

  /// Tags and mark of an entity.
  func of(entity: EntityID) -> (names: Set<String>, isMarked: Bool) {
    of { $0 == .entity(entity) }
  }

  /// Tags and mark of an event: those whose quoted words stand in one of its supports.
  func of(event: TimelineEvent, in corpus: Corpus) -> (names: Set<String>, isMarked: Bool) {
    of { subject in
      guard case .event(let anchor) = subject else { return false }
      return event.supports.contains { support in
        guard support.provenance.article == anchor.article,
          let article = corpus.article(support.provenance.article)
        else { return false }
        return QuoteMatch.stands(anchor, in: support.provenance.span, of: article)
      }
    }
  }

  private func of(_ isSubject: (Decision.Subject) -> Bool)
    -> (names: Set<String>, isMarked: Bool)
  {
    var found: Set<String> = []
    for (subject, tags) in names where isSubject(subject) { found.formUnion(tags) }
    return (found, marked.contains(where: isSubject))
  }
}
