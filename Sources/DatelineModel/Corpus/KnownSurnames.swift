import DatelineText

/// Links a surname that articles use alone to the one person whom the folder knows by it.
///
/// The rules of names link a surname only where one person of the folder bears it. In a large folder
/// somebody else always does; but where nine of ten mentions of full names with it are of one
/// person, an article that gives the surname alone means that person.
struct KnownSurnames {
  /// The share of the mentions of all bearers that one must have.
  static let share = 0.9
  /// In how many articles the full name must stand.
  static let leastArticles = 3

  /// For each surname: the name by which the person is known, as an index.
  private var bearers: [String: Int] = [:]
  /// For each linked set of names: how many of several words it has.
  private var fullNames: [Int: Int] = [:]
  private let nodes: EntityNodes

  /// Finds out who is known by which surname.
  init(_ nodes: EntityNodes, _ linker: inout AliasLinker) {
    self.nodes = nodes
    var mentions: [String: [Int: (mentions: Int, articles: Int)]] = [:]
    for (index, form) in nodes.forms.enumerated() where form.block == .person {
      let words = form.bareWords
      guard words.count > 1, !nodes.isolated.contains(index) else { continue }
      let root = linker.root(index)
      fullNames[root, default: 0] += 1
      var sum = mentions[words[words.count - 1], default: [:]][root, default: (0, 0)]
      sum.mentions += nodes.weights[index].mentions
      sum.articles += nodes.weights[index].articles
      mentions[words[words.count - 1], default: [:]][root] = sum
    }
    for (surname, persons) in mentions {
      let all = persons.values.reduce(0) { $0 + $1.mentions }
      let known = persons.first { person in
        Double(person.value.mentions) >= Self.share * Double(all)
          && person.value.articles >= Self.leastArticles
      }
      if let known { bearers[surname] = known.key }
    }
  }

  /// Links the surnames, and slips that begin with one ("Obama What").
  func link(_ linker: inout AliasLinker) {
    for (index, form) in nodes.forms.enumerated()
    where form.block == .person && !nodes.isolated.contains(index) {
      let words = form.bareWords
      guard let first = words.first, let bearer = bearers[first],
        words.count == 1 || isSlip(index, words),
        fullNames[linker.root(index), default: 0] == (words.count == 1 ? 0 : 1)
      else { continue }
      linker.unite(bearer, index, "the surname of one person in this folder")
    }
  }

  /// Whether what follows a surname is no name, in a form that one article alone uses.
  private func isSlip(_ index: Int, _ words: [String]) -> Bool {
    nodes.weights[index].articles == 1 && !nodes.forms[index].isNumbered
      && words.dropFirst().allSatisfy {
        NameLexicon.embedded.classes(of: $0).isDisjoint(with: [.given, .surname])
      }
  }
}
