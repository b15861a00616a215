/// Finds the events of an article.
///
/// Method: triggers from a lexicon of senses, checked against the frame that the dependency tree
/// gives them (passives turned round, subjects shared over coordination and control, relative
/// clauses, light verbs, nominalisations); what governs a trigger and the claim that it stands in
/// give its status; the nearest time expression in the tree its date.
enum EventTagger {
  /// The events of an article with these quantities, sentence by sentence; within a sentence what
  /// it chiefly tells comes first, its background after.
  ///
  /// Reads syntax, mentions, time expressions and claims, which must be there already.
  /// Cost: linear in the length of the text.
  static func events(in grammar: ArticleGrammar, _ quantities: [Quantity]) -> [EventMention] {
    let reader = EventReader(grammar, quantities)
    var time = NarrativeTime(of: grammar.article)
    return grammar.article.sentences.indices.flatMap { reader.events(inSentence: $0, &time) }
  }
}
