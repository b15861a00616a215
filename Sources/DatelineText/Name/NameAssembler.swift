/// A name under assembly.
struct AssembledName: Hashable, Sendable {
  /// Its tokens.
  var tokens: Range<Int>
  /// Its type.
  var type: EntityType
  /// The tokens of the title or office before or after it.
  var role: Range<Int>?
  /// The number of its sentence.
  var sentence: Int
}

/// Makes names of tags: boundaries, one type for one name, roles.
struct NameAssembler {
  /// The names found so far, in order of the text.
  private(set) var names: [AssembledName] = []
  private let document: NameDocument
  private let tags: [NameTag]
  private let lexicon = NameLexicon.embedded

  /// Prepares the names of `document`, whose tokens bear `tags`.
  init(_ document: NameDocument, tags: [NameTag]) {
    self.document = document
    self.tags = tags
  }

  /// Does all steps.
  mutating func assemble() {
    collect()
    names = names.compactMap(trimmed)
    voteOnTypes()
    for index in names.indices {
      names[index].type = PlaceTyper.type(of: names[index], in: document)
      names[index].role = role(of: names[index])
    }
  }

  // MARK: - Boundaries

  private mutating func collect() {
    for (number, sentence) in document.sentences.enumerated() {
      var start = sentence.lowerBound
      while start < sentence.upperBound {
        guard let type = tags[start].type else {
          start += 1
          continue
        }
        var end = start + 1
        while end < sentence.upperBound, tags[end] == .inside(type) { end += 1 }
        names.append(
          AssembledName(tokens: start..<end, type: NameTag.types[type], role: nil, sentence: number)
        )
        start = end
      }
    }
  }

  /// The name without articles, titles, marks and possessives at its ends; nil where nothing stays.
  private func trimmed(_ name: AssembledName) -> AssembledName? {
    var name = name
    var range = name.tokens
    let tokens = document.tokens
    func isTitle(_ index: Int) -> Bool {
      !tokens[index].own.isDisjoint(with: [.honorific, .office])
        && tokens[index].own.isDisjoint(with: [.given, .particle])
    }
    while range.count > 1 {
      let first = tokens[range.lowerBound]
      let isArticle = first.word == Self.the || first.isMark && first.shape != .openBracket
      guard isArticle || name.type == .person && isTitle(range.lowerBound) else { break }
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while range.count > 1 {
      let last = tokens[range.upperBound - 1]
      let isEnd = last.isMark && last.shape != .closeBracket && last.shape != .period
      guard isEnd || last.word == Self.possessive && last.shape != .initial else { break }
      range = range.lowerBound..<(range.upperBound - 1)
    }
    guard range.contains(where: { tokens[$0].shape != .mark && !tokens[$0].isMark }) else {
      return nil
    }
    name.tokens = range
    return name
  }

  private static let the = PhraseHash(folding: "the").value
  private static let possessive = PhraseHash(folding: "s").value

  // MARK: - Types

  /// Gives each name the type that most of its mentions have.
  private mutating func voteOnTypes() {
    var votes: [UInt64: [EntityType: Int]] = [:]
    for name in names {
      votes[document.phrase(name.tokens), default: [:]][name.type, default: 0] += 1
    }
    for index in names.indices {
      let own = names[index].type
      guard let tally = votes[document.phrase(names[index].tokens)], tally.count > 1 else {
        continue
      }
      let winner = tally.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
      if let winner, winner.value > tally[own, default: 0] * 2 { names[index].type = winner.key }
    }
  }

  // MARK: - Roles

  /// The title or office right before a person's name ("Foreign Minister"), or right after it
  /// between commas.
  private func role(of name: AssembledName) -> Range<Int>? {
    guard name.type == .person else { return nil }
    let sentence = document.sentences[name.sentence]
    let tokens = document.tokens
    var start = name.tokens.lowerBound
    if start > sentence.lowerBound, tokens[start - 1].shape == .comma { start -= 1 }
    let end = start
    while start > sentence.lowerBound {
      let before = tokens[start - 1]
      let isWord = !before.own.isDisjoint(with: [.honorific, .office, .officeModifier, .occupation])
      let isJoint =
        before.shape == .period && start > sentence.lowerBound + 1
        && tokens[start - 2].own.contains(.honorific)
      guard isWord || isJoint || before.shape == .hyphen else { break }
      guard tags[start - 1] == .outside || isWord else { break }
      start -= 1
    }
    while start < end, tokens[start].isMark { start += 1 }
    let isOffice = (start..<end).contains {
      !tokens[$0].own.isDisjoint(with: [.honorific, .office, .occupation])
    }
    return start < end && isOffice ? start..<end : nil
  }
}

extension NameToken {
  /// Whether it holds no letter or digit.
  var isMark: Bool { affixes == .zero }
}
