import DatelineText

/// How the labels of a corpus are read.
enum NameConvention {
  /// Where names begin and end is taken from the corpus, our types.
  case plain
  /// As plain, with the ends of names that a machine set brought right.
  case ours
  /// As ours, but countries are of the type that the corpus gives them.
  case own
}

/// What one training corpus annotates, and how its labels become ours.
struct NameCorpus {
  /// Its name, which is also that of its files.
  let name: String
  /// Types that it does not annotate: its O may hide a name of these.
  let missing: Set<EntityType>
  /// How often each of its sentences counts.
  var weight = 1
  /// Whether its names were for the most part set by machine.
  var isSilver = false

  /// The open corpora that names are learnt from.
  static let all = [
    NameCorpus(name: "gmb", missing: [.event, .miscellaneous], isSilver: true),
    NameCorpus(name: "ewt", missing: [.group]),
    NameCorpus(name: "docred", missing: []),
    NameCorpus(name: "wikigold", missing: []),
    NameCorpus(name: "politics", missing: [.group], weight: 3),
    NameCorpus(name: "gum", missing: [.group]),
  ]

  /// The training documents of the corpus in `folder`.
  func documents(in folder: String) throws -> [ColumnCorpus.Document] {
    if name == "gum" {
      let sentences = try GumNames.documents(path: "\(folder)/ner/gum.coref.train.conllu.gz")
      return ColumnCorpus(documents: sentences).documents
    }
    return try ColumnCorpus(path: "\(folder)/ner/\(name).train.tsv").documents
  }

  /// The sets of tags that one document's own tokens may bear, as bits, sentence by sentence.
  func allowed(_ document: ColumnCorpus.Document, as convention: NameConvention) -> [[UInt16]] {
    let given = document.sentences.flatMap(\.tags)
    let tags = harmonized(document, as: convention)
    let tokens = document.given
    precondition(given.count == tags.count, "every word has a tag")
    return document.own.sentences.map { sentence in
      sentence.map { index in
        if given[tokens[index]] == GumNames.open { return ~0 }
        let tag = tags[tokens[index]]
        guard let type = tag.type else { return hidden(index, in: document.own) }
        let isFirst = index == 0 || tokens[index - 1] != tokens[index]
        let own = tag.isBegin && isFirst ? NameTag.begin(type) : .inside(type)
        return 1 << UInt16(own.rawValue)
      }
    }
  }

  /// The tags that a word outside of the names of the corpus may bear: O, and those of a type that
  /// the corpus leaves out where the word looks like one.
  private func hidden(_ index: Int, in document: NameDocument) -> UInt16 {
    var tags: UInt16 = 1
    for (type, entity) in NameTag.types.enumerated() where missing.contains(entity) {
      guard document.mayBe(entity, index) else { continue }
      tags |= 1 << UInt16(NameTag.begin(type).rawValue)
      tags |= 1 << UInt16(NameTag.inside(type).rawValue)
    }
    return tags
  }

  /// The tags of a document's words in our six types, over all its sentences.
  private func harmonized(_ document: ColumnCorpus.Document, as convention: NameConvention)
    -> [NameTag]
  {
    var result: [NameTag] = []
    for sentence in document.sentences {
      var tags = sentence.tags.map { NameTag(name: $0) ?? .outside }
      var start = 0
      while start < tags.count {
        guard let type = tags[start].type else {
          start += 1
          continue
        }
        var end = start + 1
        while end < tags.count, tags[end] == .inside(type) { end += 1 }
        let found = start..<end
        let name =
          isSilver && convention != .plain
          ? NameEdges.trimmed(found, of: NameTag.types[type], in: sentence.words) : found
        for index in found { tags[index] = .outside }
        if let number = kind(of: name, type, in: sentence, as: convention) {
          for index in name {
            tags[index] = index == name.lowerBound ? .begin(number) : .inside(number)
          }
        }
        start = end
      }
      result += tags
    }
    return result
  }

  /// The number of the type that the name `range`, of type number `type` in the corpus, has with us;
  /// nil where it is of none, or empty.
  private func kind(
    of range: Range<Int>, _ type: Int, in sentence: ColumnCorpus.Sentence,
    as convention: NameConvention
  ) -> Int? {
    guard let start = range.first else { return nil }
    let isAddressed = start > 0 && Self.forms.contains(sentence.words[start - 1])
    if isAddressed, range.count == 1 { return NameTag.types.firstIndex(of: .person) }
    if convention == .own, isSilver, [.organization, .group].contains(NameTag.types[type]) {
      return type
    }
    let phrase = sentence.words[range].joined(separator: " ")
    return NameTag.types.firstIndex(of: retyped(NameTag.types[type], phrase))
  }

  /// Forms of address, after which a single name is a person's whatever a label says.
  private static let forms: Set<String> = ["Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms"]

  /// Brings what a corpus calls nationality, place, event or other thing into line.
  private func retyped(_ type: EntityType, _ phrase: String) -> EntityType {
    let classes = NameLexicon.embedded.classes(of: phrase)
    switch type {
    case .location, .miscellaneous:
      if classes.contains(.demonym), classes.isDisjoint(with: [.country, .region]) {
        return .group
      }
      if type == .miscellaneous, isEvent(phrase) { return .event }
      return type
    case .group:
      return classes.contains(.country) && !classes.contains(.demonym) ? .location : type
    case .person where name == "gum" && classes.contains(.demonym):
      return .group
    case .organization, .person:
      // These corpora call some countries bodies.
      return ["gmb", "gum"].contains(name) && classes.contains(.country)
        && classes.isDisjoint(with: [.given, .surname]) ? .location : type
    default: return type
    }
  }

  private func isEvent(_ phrase: String) -> Bool {
    guard let last = phrase.split(separator: " ").last(where: { $0.utf8.count > 3 }) else {
      return false
    }
    return NameLexicon.embedded.classes(of: String(last)).contains(.eventHead)
  }
}
