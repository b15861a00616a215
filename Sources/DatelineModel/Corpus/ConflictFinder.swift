import DatelineText

/// Finds pairs of claims that do not go together. Structural: same event or counted thing and
/// incompatible values, or assertion against denial. False alarms cost more than misses.
enum ConflictFinder {
  /// The pairs that clash, conflicts before tensions.
  static func conflicts(
    of claims: [CorpusClaim], timeline: [TimelineEvent], articles: [AnnotatedArticle],
    entities: EntityIndex
  ) -> [Conflict] {
    []
  }
}
