/// Links the places of an article to the gazetteer, each by the company it keeps.
enum PlaceLinker {
  /// Sets the place of every chain that the gazetteer knows.
  static func link(_ annotated: inout AnnotatedArticle) {
    let company = countries(of: annotated)
    for index in annotated.chains.indices where annotated.chains[index].type == .geopolitical {
      let name = annotated.chains[index].name
      if let country = KnownNames.embedded.country(named: name) {
        annotated.chains[index].place = PlaceLink(name: country.name, country: country.code)
      } else {
        annotated.chains[index].place = PlaceGazetteer.embedded.place(named: name, among: company)
      }
    }
  }

  /// How often the article speaks of each country, its people or its capital.
  private static func countries(of annotated: AnnotatedArticle) -> [String: Int] {
    let known = KnownNames.embedded
    var counts: [String: Int] = [:]
    for chain in annotated.chains {
      let country =
        known.country(named: chain.name) ?? known.country(ofPeople: chain.name)
        ?? known.country(ofSeat: chain.name)
      if let country { counts[country.code, default: 0] += chain.mentions.count }
    }
    return counts
  }
}
