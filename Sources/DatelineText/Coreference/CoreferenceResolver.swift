/// Brings the mentions of one article together into chains.
public enum CoreferenceResolver {
  /// Sets the chains of `annotated`, the chain of each mention, and whether it is a metonym.
  ///
  /// Cost: near-linear in the number of mentions.
  public static func resolve(_ annotated: inout AnnotatedArticle) {
    var chains: [CoreferenceChain] = []
    var known: [String: Int] = [:]
    for index in annotated.mentions.indices where annotated.mentions[index].kind == .name {
      let mention = annotated.mentions[index]
      let text = annotated.article.text[mention.span]
      let key = "\(mention.type.rawValue) \(FoldedText.fold(text))"
      if let chain = known[key] {
        chains[chain].mentions.append(index)
        annotated.mentions[index].chain = chain
      } else {
        known[key] = chains.count
        annotated.mentions[index].chain = chains.count
        chains.append(CoreferenceChain(name: text, type: mention.type, mentions: [index]))
      }
    }
    annotated.chains = chains
  }
}
