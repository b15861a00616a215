/// How a token is written.
package enum WordShape: UInt8, Hashable, Sendable {
  case mark, lower, capitalized, allCapitals, initial, mixed, number, alphanumeric, hyphen
  case apostrophe, openBracket, closeBracket, quote, comma, period

  /// Whether a name may begin with such a word.
  var isCapital: Bool {
    switch self {
    case .capitalized, .allCapitals, .initial, .mixed: true
    default: false
    }
  }
}

/// The part of a token in a name with its short form in brackets behind it ("Food and Agriculture
/// Organization (FAO)").
package enum SpelledPart: UInt8, Hashable, Sendable { case none, first, later, short }

/// What is known of one token before any name is.
package struct NameToken: Sendable {
  /// The hash of the folded word, or of the bytes of a mark.
  var word: UInt64 = 0
  /// How it is written.
  var shape: WordShape = .mark
  /// The classes of the word alone.
  var own: NameClass = []
  /// The classes of the longest listed names that cover it.
  var covering: NameClass = []
  /// The classes of the longest listed names that begin with it.
  var beginning: NameClass = []
  /// Hashes of its first two to four and last two to four letters, as written.
  var affixes: SIMD8<UInt32> = .zero
  /// The number of tokens of the longest listed name that begins with it.
  var phraseLength: Int32 = 0
  /// The run of capitalised words that holds it; empty for other words.
  var run: Range<Int32> = 0..<0
  /// The same, with "of", "the", "for" and such between names.
  var wideRun: Range<Int32> = 0..<0
  /// What kinds of thing it mostly means as a common word.
  var kinds: UInt32 = 0
  /// Its part in a name whose initials stand in brackets behind it.
  var spelled: SpelledPart = .none
}

/// The tokens of one article as the name tagger sees them.
package struct NameDocument: Sendable {
  /// The text.
  package let bytes: [UInt8]
  /// Where the tokens stand in it.
  package let spans: [Range<Int>]
  /// The sentences, as ranges of tokens.
  package let sentences: [Range<Int>]
  /// What is known of each token.
  package private(set) var tokens: [NameToken]
  /// The number of tokens.
  package var tokenCount: Int { tokens.count }

  /// Reads the tokens of `bytes`. Cost: linear in the number of bytes.
  package init(bytes: [UInt8], spans: [Range<Int>], sentences: [Range<Int>]) {
    self.bytes = bytes
    self.spans = spans
    self.sentences = sentences
    tokens = Array(repeating: NameToken(), count: spans.count)
    let lexicon = NameLexicon.embedded
    bytes.withUnsafeBufferPointer { text in
      for index in spans.indices { readWord(index, text, lexicon) }
      for index in spans.indices where tokens[index].affixes != .zero {
        tokens[index].own = lexicon.classes(tokens[index].word)
      }
      readKinds()
      for sentence in sentences {
        restoreCase(in: sentence, text)
        raisePlaces(in: sentence, text, lexicon)
        matchPhrases(in: sentence, text, lexicon)
        findRuns(in: sentence)
        findShortForms(in: sentence, text)
      }
    }
  }

  /// Whether a word that a corpus does not annotate may be part of a name of `type`: what looks like a
  /// people, what is in a run with a word for an event, any capitalised word in a run of several.
  package func mayBe(_ type: EntityType, _ index: Int) -> Bool {
    let run = tokens[index].wideRun
    switch type {
    case .group: return PeopleWord.mayBe(index, in: self)
    case .event: return run.contains { tokens[Int($0)].own.contains(.eventHead) }
    case .miscellaneous: return run.count > 1
    default: return true
    }
  }

  private mutating func readWord(
    _ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ lexicon: NameLexicon
  ) {
    let word = UnsafeBufferPointer(rebasing: text[spans[index]])
    var hash = PhraseHash()
    hash.append(folding: word)
    var token = NameToken()
    token.shape = NameDocument.shape(of: word)
    if hash.isEmpty {
      for byte in word { hash.append(byte) }
      token.word = hash.value
    } else {
      token.word = hash.value
      lexicon.prefetch(hash.value)
      token.affixes = NameDocument.affixes(of: word)
    }
    tokens[index] = token
  }

  /// Looks up the kinds of capitalised words and of the words beside them.
  private mutating func readKinds() {
    let kinds = WordKinds.embedded
    for index in tokens.indices where tokens[index].shape.isCapital {
      for beside in max(0, index - 1)...min(index + 1, tokens.count - 1)
      where tokens[beside].affixes != .zero {
        tokens[beside].kinds = kinds[tokens[beside].word]
      }
    }
  }

  /// In a sentence of capitals alone, takes words that are known to be common for small ones.
  private mutating func restoreCase(in sentence: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    var capitals = 0
    for index in sentence {
      switch tokens[index].shape {
      case .lower, .capitalized, .mixed: return
      case .allCapitals: capitals += 1
      default: break
      }
    }
    guard capitals >= 3 else { return }
    for index in sentence where tokens[index].shape == .allCapitals {
      let isCommon = !tokens[index].own.isDisjoint(with: [.common, .function, .calendar])
      tokens[index].shape = isCommon ? .lower : .capitalized
      var word = text[spans[index]].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      if !isCommon { word[0] = text[spans[index].lowerBound] }
      tokens[index].affixes = word.withUnsafeBufferPointer { NameDocument.affixes(of: $0) }
    }
  }

  /// Takes listed places in small letters for capitalised ones where the writer spares capitals, or
  /// after a word for a place: "i live in new york".
  private mutating func raisePlaces(
    in sentence: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ lexicon: NameLexicon
  ) {
    let isCareless = isCareless(sentence)
    var isRaised = false
    for index in sentence where tokens[index].shape == .lower {
      let isAfterPlace =
        index > sentence.lowerBound && (isRaised || tokens[index - 1].own.contains(.placeWord))
      isRaised = false
      guard isCareless || isAfterPlace else { continue }
      let length = placeLength(from: index, in: sentence, text, lexicon)
      guard length > 0 else { continue }
      for word in index..<(index + length) { tokens[word].shape = .capitalized }
      isRaised = true
    }
  }

  /// Whether a sentence begins with a small letter, or has "i" for "I".
  private func isCareless(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first else { return false }
    return tokens[first].shape == .lower
      || sentence.contains { tokens[$0].word == Self.pronoun && tokens[$0].shape == .lower }
  }

  private static let pronoun = PhraseHash(folding: "i").value

  /// The number of words in small letters from `start` on that are a listed place: several words, or
  /// one that is nothing else.
  private func placeLength(
    from start: Int, in sentence: Range<Int>, _ text: UnsafeBufferPointer<UInt8>,
    _ lexicon: NameLexicon
  ) -> Int {
    var classes = tokens[start].own
    var length = isPlace(classes) && classes.subtracting([.names, .goesOn]).isEmpty ? 1 : 0
    var hash = PhraseHash()
    hash.append(folding: UnsafeBufferPointer(rebasing: text[spans[start]]))
    var end = start + 1
    while classes.contains(.goesOn), end < sentence.upperBound, end - start < 4,
      tokens[end].shape == .lower
    {
      hash.append(folding: UnsafeBufferPointer(rebasing: text[spans[end]]))
      classes = lexicon.classes(hash.value)
      end += 1
      if isPlace(classes) { length = end - start }
    }
    return length
  }

  private func isPlace(_ classes: NameClass) -> Bool {
    !classes.isDisjoint(with: [.country, .division, .city])
  }

  /// Marks the longest listed names in a sentence, from every capitalised word on.
  private mutating func matchPhrases(
    in sentence: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ lexicon: NameLexicon
  ) {
    for start in sentence where tokens[start].shape.isCapital {
      var hash = PhraseHash()
      var classes = tokens[start].own
      var end = start
      var longest = (end: start, classes: classes.intersection(.names))
      hash.append(folding: UnsafeBufferPointer(rebasing: text[spans[start]]))
      while classes.contains(.goesOn), end + 1 < sentence.upperBound, end - start < 9 {
        end += 1
        let isMark = tokens[end].own.isEmpty && tokens[end].affixes == .zero
        if isMark {
          guard tokens[end].shape == .hyphen || tokens[end].shape == .apostrophe else { break }
          continue
        }
        hash.append(folding: UnsafeBufferPointer(rebasing: text[spans[end]]))
        classes = lexicon.classes(hash.value)
        if !classes.isDisjoint(with: .names) {
          longest = (end, classes.intersection(.names))
        }
      }
      guard !longest.classes.isEmpty else { continue }
      tokens[start].beginning = longest.classes
      tokens[start].phraseLength = Int32(longest.end + 1 - start)
      for index in start...longest.end { tokens[index].covering.formUnion(longest.classes) }
    }
  }

  /// Finds the runs of capitalised words in a sentence.
  private mutating func findRuns(in sentence: Range<Int>) {
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      guard belongsToRun(start, in: sentence) else {
        start += 1
        continue
      }
      let end = runEnd(from: start, in: sentence, isJoint: isNarrowJoint)
      for index in start..<end { tokens[index].run = Int32(start)..<Int32(end) }
      start = end
    }
    start = sentence.lowerBound
    while start < sentence.upperBound {
      guard !tokens[start].run.isEmpty else {
        start += 1
        continue
      }
      let end = runEnd(from: start, in: sentence, isJoint: isWideJoint)
      for index in start..<end { tokens[index].wideRun = Int32(start)..<Int32(end) }
      start = end
    }
  }

  private func belongsToRun(_ index: Int, in sentence: Range<Int>) -> Bool {
    let token = tokens[index]
    guard token.shape.isCapital else { return false }
    return !token.own.contains(.function) || token.shape == .allCapitals
      || index > sentence.lowerBound && tokens[index - 1].shape.isCapital
  }

  /// The end of the run that begins at `start`: capitalised words with at most three joints between.
  private func runEnd(from start: Int, in sentence: Range<Int>, isJoint: (Int) -> Bool) -> Int {
    var end = start + 1
    var ahead = end
    while ahead < sentence.upperBound, ahead - end <= 3 {
      if belongsToRun(ahead, in: sentence) {
        ahead += 1
        end = ahead
      } else if isJoint(ahead) {
        ahead += 1
      } else {
        break
      }
    }
    return end
  }

  /// Finds names with their short form in brackets behind them.
  private mutating func findShortForms(
    in sentence: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    guard sentence.count >= 5 else { return }
    for open in (sentence.lowerBound + 2)..<(sentence.upperBound - 2)
    where tokens[open].shape == .openBracket {
      let short = open + 1
      guard [.allCapitals, .mixed].contains(tokens[short].shape),
        let start = spelledStart(
          of: UnsafeBufferPointer(rebasing: text[spans[short]]), before: open, in: sentence, text)
      else { continue }
      for index in start..<open { tokens[index].spelled = index == start ? .first : .later }
      tokens[short].spelled = .short
    }
  }

  /// Where the words before `end` begin whose initials are the capitals of `short`: small words
  /// between them count for nothing, every capitalised one counts.
  private func spelledStart(
    of short: UnsafeBufferPointer<UInt8>, before end: Int, in sentence: Range<Int>,
    _ text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let letters = short.filter { $0 &- 0x41 < 26 }
    guard (2...8).contains(letters.count) else { return nil }
    var left = letters.count
    var index = end
    while index > sentence.lowerBound, end - index < 14 {
      index -= 1
      guard tokens[index].shape.isCapital else {
        guard tokens[index].shape == .lower || tokens[index].shape == .hyphen else { return nil }
        continue
      }
      guard text[spans[index].lowerBound] == letters[left - 1] else { return nil }
      left -= 1
      if left == 0 { return index }
    }
    return nil
  }

  private func isNarrowJoint(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.shape == .hyphen { return true }
    return token.shape == .lower
      && (token.own.contains(.particle) || NameDocument.foreign.contains(token.word))
  }

  /// Small words between the parts of names in other languages.
  private static let foreign: Set<UInt64> = Set(
    """
    des du et und fur pour por para per och og voor ya wa au aux sur sous vom zum zur nad na pri dei \
    degli delle della dello
    """.split(separator: " ").map { PhraseHash(folding: String($0)).value })

  private func isWideJoint(_ index: Int) -> Bool {
    isNarrowJoint(index) || NameDocument.joints.contains(tokens[index].word)
  }

  private static let joints: Set<UInt64> = Set(
    ["of", "the", "for", "on", "to", "in", "against"].map { PhraseHash(folding: $0).value }
      + [markHash("&"), PhraseHash(folding: "s").value])

  private static func markHash(_ mark: String) -> UInt64 {
    var hash = PhraseHash()
    for byte in mark.utf8 { hash.append(byte) }
    return hash.value
  }
}
