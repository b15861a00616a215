/// Names and brackets: short forms, meanings and factions behind a name.
extension NameAssembler {
  /// Takes a bracket into the name of a party: "Muslim League (Nawaz)".
  mutating func joinBrackets() {
    var result: [AssembledName] = []
    for name in names {
      if let last = result.last, last.type == .organization, last.sentence == name.sentence,
        name.type == .person || name.type == .organization, name.tokens.count == 1,
        name.tokens.lowerBound == last.tokens.upperBound + 1,
        document.tokens[last.tokens.upperBound].shape == .openBracket,
        name.tokens.upperBound < document.sentences[name.sentence].upperBound,
        document.tokens[name.tokens.upperBound].shape == .closeBracket,
        document.tokens[name.tokens.lowerBound].shape == .capitalized,
        Self.parties.contains(document.tokens[last.tokens.upperBound - 1].word)
      {
        result[result.count - 1].tokens = last.tokens.lowerBound..<(name.tokens.upperBound + 1)
      } else {
        result.append(name)
      }
    }
    names = result
  }

  private static let parties: Set<UInt64> = Set(
    ["party", "league", "front", "movement", "congress", "alliance", "union", "faction"].map {
      PhraseHash(folding: $0).value
    })

  /// Makes one name of the words whose initials stand in brackets behind them: "Armed Conflict
  /// Location and Event Data (ACLED)".
  mutating func joinSpelled() {
    var found: [AssembledName] = []
    for (number, sentence) in document.sentences.enumerated() {
      for open in sentence where document.tokens[open].shape == .openBracket {
        guard open + 1 < sentence.upperBound, document.tokens[open + 1].spelled == .short,
          let range = spelledRange(before: open, in: sentence), range.count > 2
        else { continue }
        let type = tags[open + 1].type.map { NameTag.types[$0] } ?? .organization
        found.append(
          AssembledName(
            tokens: range, type: type == .person ? .organization : type, role: nil, sentence: number
          ))
      }
    }
    put(found)
  }

  private func spelledRange(before end: Int, in sentence: Range<Int>) -> Range<Int>? {
    var start = end - 1
    while start > sentence.lowerBound, document.tokens[start].spelled == .later { start -= 1 }
    return document.tokens[start].spelled == .first ? start..<end : nil
  }

  /// Makes one name of a bracket that says what a foreign name means: "Hezbollah (Party of God)".
  mutating func joinMeanings() {
    var found: [AssembledName] = []
    for name in names where name.type != .person && name.tokens.count <= 4 {
      let sentence = document.sentences[name.sentence]
      let start = name.tokens.upperBound + 1
      guard start + 2 < sentence.upperBound, document.tokens[start - 1].shape == .openBracket,
        document.tokens[start].shape == .capitalized
      else { continue }
      let run = document.tokens[start].wideRun
      guard Int(run.lowerBound) == start, run.count >= 3, Int(run.upperBound) < sentence.upperBound,
        document.tokens[Int(run.upperBound)].shape == .closeBracket,
        isForeign(name.tokens), isMeaning(start..<Int(run.upperBound))
      else { continue }
      found.append(
        AssembledName(
          tokens: start..<Int(run.upperBound), type: name.type, role: nil, sentence: name.sentence))
    }
    put(found)
  }

  /// Whether a name holds a word that is neither common nor the head of names of bodies and places.
  private func isForeign(_ range: Range<Int>) -> Bool {
    range.contains {
      document.tokens[$0].own.isDisjoint(with: .generic) && !document.tokens[$0].isMark
    }
      && range.allSatisfy {
        document.tokens[$0].own.isDisjoint(with: [.organizationHead, .polityHead, .facilityHead])
      }
  }

  /// Whether a phrase begins with a common word and has "of" in it.
  private func isMeaning(_ range: Range<Int>) -> Bool {
    !document.tokens[range.lowerBound].own.isDisjoint(with: [.common, .organizationHead])
      && range.contains { document.tokens[$0].word == Self.of }
  }

  /// Puts each name of `found` in place of all names inside it, unless one goes beyond it.
  private mutating func put(_ found: [AssembledName]) {
    guard !found.isEmpty else { return }
    var result: [AssembledName] = []
    var next = names.startIndex
    for name in found {
      while next < names.endIndex, names[next].tokens.upperBound <= name.tokens.lowerBound {
        result.append(names[next])
        next += 1
      }
      var end = next
      while end < names.endIndex, name.tokens.contains(names[end].tokens) { end += 1 }
      let isCrossed = end < names.endIndex && names[end].tokens.overlaps(name.tokens)
      let isBehind = result.last.map { $0.tokens.upperBound > name.tokens.lowerBound } ?? false
      guard !isCrossed && !isBehind else { continue }
      result.append(name)
      next = end
    }
    names = result + names[next...]
  }
}
