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
  var names: [AssembledName] = []
  let document: NameDocument
  let tags: [NameTag]
  private let lexicon = NameLexicon.embedded

  /// Prepares the names of `document`, whose tokens bear `tags`.
  init(_ document: NameDocument, tags: [NameTag]) {
    self.document = document
    self.tags = tags
  }

  /// Does all steps.
  mutating func assemble() {
    collect()
    addAliases()
    addListed()
    joinListed()
    joinSpelled()
    joinMeanings()
    joinBrackets()
    names = names.compactMap(trimmed).filter { !isOfficeTail($0) && !isNoName($0) }
    cutHeadlines()
    voteOnTypes()
    nameBearersOfSurnames()
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
        && (tokens[index].own.isDisjoint(with: [.given, .particle])
          || document.bytes[document.spans[index].upperBound - 1] == UInt8(ascii: "."))
    }
    if name.type == .person { range = withoutGreeting(withoutOffice(range)) }
    while range.count > 1 {
      let first = tokens[range.lowerBound]
      let isArticle = first.word == Self.the || first.isMark && first.shape != .openBracket
      guard isArticle || name.type == .person && isTitle(range.lowerBound) else { break }
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while range.count > 1 {
      let last = tokens[range.upperBound - 1]
      let isEnd = last.isMark && last.shape != .closeBracket && last.shape != .period
      let isOffice =
        name.type != .person && range.upperBound == name.tokens.upperBound
        && last.own.contains(.officeModifier) && isOfficeAhead(range.upperBound, name.sentence)
      guard
        isEnd || isOffice || last.word == Self.possessive && last.shape != .initial
          || isTail(last, of: name.type)
      else { break }
      range = range.lowerBound..<(range.upperBound - 1)
    }
    guard range.contains(where: { tokens[$0].shape != .mark && !tokens[$0].isMark }) else {
      return nil
    }
    name.tokens = range
    return name
  }

  /// Whether the last word of a person or place is none of its name: a common word in small letters
  /// ("Mubarak resigns"), the first word of what follows ("Middle East The"), a month or weekday.
  private func isTail(_ last: NameToken, of type: EntityType) -> Bool {
    guard type == .person || type == .location,
      last.own.isDisjoint(with: [.given, .surname, .particle, .suffix])
    else { return false }
    if last.shape == .lower {
      let isCommon =
        last.kinds != 0 || !last.own.isDisjoint(with: [.common, .function, .reporting])
      return type == .person && isCommon
    }
    return last.shape == .capitalized && !last.own.isDisjoint(with: [.function, .calendar])
  }

  /// The part of a person's name after a word that calls on them ("Sorry Jack") and before a dash
  /// that stands free ("Mubarak - Mubarak").
  private func withoutGreeting(_ range: Range<Int>) -> Range<Int> {
    let (tokens, spans) = (document.tokens, document.spans)
    var range = range
    while range.count > 1, Self.greetings.contains(tokens[range.lowerBound].word) {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    let dash = range.dropFirst().dropLast().first { index in
      tokens[index].isMark && tokens[index].shape == .hyphen
        && spans[index - 1].upperBound < spans[index].lowerBound
        && spans[index].upperBound < spans[index + 1].lowerBound
        && tokens[index - 1].own.isDisjoint(with: .particle)
    }
    return dash.map { range.lowerBound..<$0 } ?? range
  }

  private static let greetings: Set<UInt64> = Set(
    "hey hi hello sorry thanks oh ok okay yes no wow please bye welcome"
      .split(separator: " ").map { PhraseHash(folding: String($0)).value })

  /// The part of a person's name after an office inside it ("U.S. Vice President Dick Cheney").
  private func withoutOffice(_ range: Range<Int>) -> Range<Int> {
    let tokens = document.tokens
    let title = range.dropLast().last { index in
      tokens[index].own.contains(.office) && tokens[index].own.isDisjoint(with: [.given, .surname])
    }
    guard let title else { return range }
    let isOffice = (range.lowerBound...title).allSatisfy { index in
      let token = tokens[index]
      return token.isMark
        || !token.own.isDisjoint(
          with: [.office, .officeModifier, .honorific, .function, .organizationHead, .polityHead])
        || !token.covering.isDisjoint(with: [.country, .demonym])
    }
    return isOffice ? (title + 1)..<range.upperBound : range
  }

  /// Whether the token after a name is an office, so that the end of the name belongs to it
  /// ("Taliban Foreign" before "Minister").
  private func isOfficeAhead(_ index: Int, _ sentence: Int) -> Bool {
    index < document.sentences[sentence].upperBound
      && document.tokens[index].own.contains(.office)
      && document.tokens[index].shape == .capitalized
  }

  /// Adds the capitalised words that the text gives as another name of a person ("Qadir alias King").
  private mutating func addAliases() {
    var result: [AssembledName] = []
    for (position, name) in names.enumerated() {
      result.append(name)
      guard name.type == .person else { continue }
      let sentence = document.sentences[name.sentence]
      var next = name.tokens.upperBound
      if next < sentence.upperBound, document.tokens[next].shape == .comma { next += 1 }
      guard let start = aliasStart(next, in: sentence), document.tokens[start].shape.isCapital,
        position + 1 == names.count || names[position + 1].tokens.lowerBound > start
      else { continue }
      let end = max(start + 1, Int(document.tokens[start].run.upperBound))
      guard position + 1 == names.count || names[position + 1].tokens.lowerBound >= end else {
        continue
      }
      result.append(
        AssembledName(tokens: start..<end, type: .person, role: nil, sentence: name.sentence))
    }
    names = result
  }

  /// The token after "alias", "aka" or "also known as" at `index`; nil where none of them stands.
  private func aliasStart(_ index: Int, in sentence: Range<Int>) -> Int? {
    guard index + 1 < sentence.upperBound else { return nil }
    switch document.text(of: index..<(index + 1)).lowercased() {
    case "alias", "aka", "a.k.a.": return index + 1
    case "also" where index + 3 < sentence.upperBound:
      return document.text(of: (index + 1)..<(index + 3)).lowercased() == "known as"
        ? index + 3 : nil
    default: return nil
    }
  }

  /// Whether a name is the end of an office: "Army Staff" in "Chief of Army Staff".
  private func isOfficeTail(_ name: AssembledName) -> Bool {
    let tokens = document.tokens
    let start = name.tokens.lowerBound
    guard name.type == .organization, start - 2 >= document.sentences[name.sentence].lowerBound,
      tokens[start - 1].word == Self.of, tokens[start - 2].own.contains(.office)
    else { return false }
    return name.tokens.allSatisfy {
      !tokens[$0].own.isDisjoint(with: [.officeModifier, .office])
        || tokens[$0].word == Self.staff || tokens[$0].own.contains(.function)
    }
  }

  /// Whether what the model took for a people, an event or another thing is none: a common word or a
  /// mark of the page ("Policy"), a time of day, a compound in small letters ("anti-Mubarak"), an
  /// article alone.
  private func isNoName(_ name: AssembledName) -> Bool {
    let first = document.tokens[name.tokens.lowerBound]
    if name.tokens.count == 1, Self.articles.contains(first.word) { return true }
    guard [.group, .event, .miscellaneous].contains(name.type) else { return false }
    if name.tokens.count == 1, first.shape == .mixed,
      document.bytes[document.spans[name.tokens.lowerBound]].contains(UInt8(ascii: "-"))
    {
      return document.bytes[document.spans[name.tokens.lowerBound].lowerBound] >= 0x61
    }
    if name.type == .miscellaneous {
      // What text mostly writes in small letters is a thing like others ("the Internet").
      return name.tokens.count == 1 && first.shape == .capitalized && first.own.contains(.common)
    }
    let isDated = name.tokens.contains { document.tokens[$0].shape == .number }
    let page: NameClass = [.common, .function, .calendar, .honorific, .office]
    let names: NameClass = [.demonym, .eventHead, .region, .institution, .militant]
    return (name.tokens.count == 1 || isDated)
      && name.tokens.allSatisfy { index in
        let token = document.tokens[index]
        return token.isMark || token.shape == .number
          || !token.own.isDisjoint(with: page) && token.own.isDisjoint(with: names)
      }
  }

  /// The Arabic article, which in capitals looks like Alabama.
  private static let articles: Set<UInt64> = [
    PhraseHash(folding: "al").value, PhraseHash(folding: "el").value,
  ]

  static let of = PhraseHash(folding: "of").value
  private static let staff = PhraseHash(folding: "staff").value

  /// Makes one name of the names and gaps that one listed name of several words covers ("Jammu and
  /// Kashmir").
  private mutating func joinListed() {
    let strong: NameClass = [.country, .region, .institution, .militant]
    var result: [AssembledName] = []
    for name in names {
      if let last = result.last, last.tokens.upperBound > name.tokens.lowerBound { continue }
      var name = name
      let sentence = document.sentences[name.sentence]
      let least = max(sentence.lowerBound, name.tokens.lowerBound - 4)
      for start in least...name.tokens.lowerBound {
        let token = document.tokens[start]
        let end = start + Int(token.phraseLength)
        guard token.phraseLength > 1, end >= name.tokens.upperBound,
          end - start > name.tokens.count,
          !token.beginning.isDisjoint(with: strong), result.last?.tokens.contains(start) != true
        else { continue }
        name.tokens = start..<end
        if !token.beginning.isDisjoint(with: [.country, .region]) { name.type = .location }
        if name.type == .group || name.type == .person { name.type = .organization }
        break
      }
      result.append(name)
    }
    names = result
  }

  /// In sentences of title case every word looks like a name: keeps there the part of a name that
  /// running text or a list knows, and drops names of common words unless their initials stand behind
  /// them.
  private mutating func cutHeadlines() {
    let isTitleCase = document.sentences.map { NameFeatures.isTitleCase($0, document.tokens) }
    guard isTitleCase.contains(true) else { return }
    var known: Set<UInt64> = []
    for name in names where !isTitleCase[name.sentence] {
      known.insert(document.phrase(name.tokens))
    }
    names = names.compactMap { name in
      guard isTitleCase[name.sentence], name.tokens.count <= 12,
        document.tokens[name.tokens.lowerBound].spelled != .first,
        !known.contains(document.phrase(name.tokens))
      else {
        return name
      }
      for length in stride(from: name.tokens.count - 1, to: 0, by: -1) {
        for start in name.tokens.lowerBound...(name.tokens.upperBound - length) {
          let part = start..<(start + length)
          if known.contains(document.phrase(part)) {
            // "Anna Lind" beside "Lind" is whole; "Mubarak resigns" beside "Mubarak" is not.
            if name.tokens.allSatisfy({ part.contains($0) || isNameWord($0) }) { return name }
            var name = name
            name.tokens = part
            return name
          }
        }
      }
      let isCommon = name.tokens.allSatisfy {
        !document.tokens[$0].own.isDisjoint(with: [.common, .function])
          && document.tokens[$0].covering.isDisjoint(with: [.country, .region, .demonym])
      }
      return isCommon ? nil : name
    }
  }

  /// Whether a word is written as a name and is a given name or no common word.
  private func isNameWord(_ index: Int) -> Bool {
    let token = document.tokens[index]
    return token.shape == .capitalized
      && (token.own.contains(.given)
        || token.own.isDisjoint(with: [.common, .function, .reporting, .office, .honorific]))
  }

  private static let the = PhraseHash(folding: "the").value
  private static let possessive = PhraseHash(folding: "s").value

  // MARK: - Types

  /// Gives each name the type that most of its mentions have.
  private mutating func voteOnTypes() {
    var votes: [UInt64: [EntityType: Int]] = [:]
    for name in names {
      let phrase = document.phrase(name.tokens)
      if votes[phrase] == nil, isPlace(phrase) { votes[phrase, default: [:]][.location] = 3 }
      votes[phrase, default: [:]][name.type, default: 0] += 1
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

  /// Takes a single word for a person where it ends the name of a person of several words before it
  /// ("Amir Khan al-Muttaqi ... Muttaqi's visit"), and no list knows it as a body.
  private mutating func nameBearersOfSurnames() {
    var surnames: Set<UInt64> = []
    for index in names.indices {
      let tokens = names[index].tokens
      let last = document.tokens[tokens.upperBound - 1]
      if names[index].type == .person, tokens.count > 1 {
        surnames.insert(last.word)
      } else if [.organization, .miscellaneous].contains(names[index].type), tokens.count == 1,
        last.shape == .capitalized, surnames.contains(last.word),
        last.own.isDisjoint(with: [.institution, .militant, .business, .demonym])
      {
        names[index].type = .person
      }
    }
  }

  /// Whether a list knows the phrase as a place that is hardly ever anything else.
  private func isPlace(_ phrase: UInt64) -> Bool {
    let classes = lexicon.classes(phrase)
    return !classes.isDisjoint(with: [.country, .region, .division])
      && classes.isDisjoint(with: [.given, .surname, .demonym, .institution, .militant, .common])
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
