/// What the rest of an article says of a word: how often it is written small, follows a title,
/// stands inside longer names and so on.
///
/// Counts over the whole article generalise to unseen names far better than the words around one
/// mention do: +5 F1 on unseen news in our experiments.
struct WordEvidence: Sendable {
  /// Written in lower case.
  var small: UInt16 = 0
  /// Written with a capital inside a sentence.
  var capital: UInt16 = 0
  /// Right after an honorific or office.
  var afterTitle: UInt16 = 0
  /// Its run stands before or after a verb of saying.
  var besideReporting: UInt16 = 0
  /// Its run stands after "in", "at", "from" …
  var afterPlaceWord: UInt16 = 0
  /// Its run has a given name as its first word and this is a later one.
  var afterGiven: UInt16 = 0
  /// It is the first of two or more words of a run.
  var first: UInt16 = 0
  /// It is the last of two or more words of a run.
  var last: UInt16 = 0
  /// It is a run of its own.
  var alone: UInt16 = 0
  /// It stands before a possessive mark.
  var possessive: UInt16 = 0
  /// Its run is listed as, or ends in a word for: a place, an organisation, a person's name.
  var inPlace: UInt16 = 0
  var inOrganization: UInt16 = 0
  var inPerson: UInt16 = 0
  /// It stands before a noun for people ("officials", "troops").
  var beforeGroupNoun: UInt16 = 0
  /// Its run stands after "the".
  var afterThe: UInt16 = 0
  /// Its run stands before a noun for a body ("party").
  var beforeBody: UInt16 = 0
  /// Its run stands after a noun for a body.
  var afterBody: UInt16 = 0
  /// Its run stands after a noun for a person ("analyst", "daughter").
  var afterPerson: UInt16 = 0
  /// Its run stands before a noun for an office ("leader").
  var beforeOffice: UInt16 = 0
  /// A comma and a number come after its run, as an age does.
  var aged: UInt16 = 0
  /// Its run stands after "of".
  var afterOf: UInt16 = 0
  /// It is the short form of a longer run: the classes of the last word of that run.
  var acronymHead: NameClass = []
  /// Whether it is the short form of a longer run.
  var isAcronym = false
}

/// The evidence for every capitalised word of an article.
struct NameContext: Sendable {
  private var slots: [UInt64]
  private var evidence: [WordEvidence]
  private let mask: Int

  /// Counts over all sentences of `document`. Cost: linear in the number of tokens.
  init(_ document: NameDocument) {
    let capitals = document.tokens.reduce(0) { $0 + ($1.shape.isCapital ? 1 : 0) }
    var size = 64
    while size < capitals * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    evidence = Array(repeating: WordEvidence(), count: size)
    mask = size - 1
    for token in document.tokens where token.shape.isCapital { reserve(token.word) }
    for sentence in document.sentences { count(sentence, of: document) }
    findAcronyms(in: document)
  }

  /// The evidence for the word with the hash `word`.
  @inline(__always)
  subscript(word: UInt64) -> WordEvidence { evidence[slot(word)] }

  @inline(__always)
  private func slot(_ word: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: word >> 24) & mask
    while slots[slot] != 0, slots[slot] != word { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func reserve(_ word: UInt64) { slots[slot(word)] = word }

  private mutating func update(_ word: UInt64, _ change: (inout WordEvidence) -> Void) {
    let slot = slot(word)
    if slots[slot] == word { change(&evidence[slot]) }
  }

  private mutating func count(_ sentence: Range<Int>, of document: NameDocument) {
    let tokens = document.tokens
    for index in sentence {
      let token = tokens[index]
      if token.shape == .lower {
        update(token.word) { $0.small &+= 1 }
      } else if token.shape.isCapital {
        let isInside = index > sentence.lowerBound
        let next = index + 1 < sentence.upperBound ? tokens[index + 1] : nil
        update(token.word) {
          if isInside { $0.capital &+= 1 }
          if next?.own.contains(.groupNoun) == true { $0.beforeGroupNoun &+= 1 }
        }
      }
    }
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let run = tokens[index].run
      guard !run.isEmpty else {
        index += 1
        continue
      }
      countRun(Int(run.lowerBound)..<Int(run.upperBound), in: sentence, of: document)
      index = Int(run.upperBound)
    }
  }

  private mutating func countRun(
    _ run: Range<Int>, in sentence: Range<Int>, of document: NameDocument
  ) {
    let tokens = document.tokens
    let beside = Beside(run, in: sentence, of: tokens)
    let covering = run.reduce(NameClass()) { $0.union(tokens[$1].covering) }
    let isPlace = !covering.isDisjoint(with: [.country, .city, .division, .region])
    let isOrganization =
      tokens[run.upperBound - 1].own.contains(.organizationHead)
      || !covering.isDisjoint(with: [.militant, .institution])
    let isNamed = tokens[run.lowerBound].own.contains(.given) && run.count > 1
    var isTitled = beside.isTitled
    for index in run where tokens[index].shape.isCapital {
      let token = tokens[index]
      let position = index - run.lowerBound
      update(token.word) {
        beside.count(into: &$0)
        if isTitled { $0.afterTitle &+= 1 }
        if isNamed && position > 0 { $0.afterGiven &+= 1 }
        if run.count == 1 { $0.alone &+= 1 }
        if run.count > 1 && position == 0 { $0.first &+= 1 }
        if run.count > 1 && index + 1 == run.upperBound { $0.last &+= 1 }
        if beside.isOwner && index + 1 == run.upperBound { $0.possessive &+= 1 }
        if isPlace { $0.inPlace &+= 1 }
        if isOrganization { $0.inOrganization &+= 1 }
        if isNamed || isTitled { $0.inPerson &+= 1 }
      }
      isTitled = !token.own.isDisjoint(with: [.honorific, .office])
    }
  }

  /// Finds words in capitals that are the initials of a run elsewhere in the article.
  private mutating func findAcronyms(in document: NameDocument) {
    var wanted: Set<UInt64> = []
    for token in document.tokens where token.shape == .allCapitals { wanted.insert(token.word) }
    guard !wanted.isEmpty else { return }
    let tokens = document.tokens
    for sentence in document.sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        let run = tokens[index].wideRun
        guard !run.isEmpty else {
          index += 1
          continue
        }
        noteInitials(of: Int(run.lowerBound)..<Int(run.upperBound), wanted, document)
        index = Int(run.upperBound)
      }
    }
  }

  private mutating func noteInitials(
    of run: Range<Int>, _ wanted: Set<UInt64>, _ document: NameDocument
  ) {
    guard run.count >= 2 else { return }
    let head = document.tokens[run.upperBound - 1].own
    for withJoints in [false, true] {
      var hash = PhraseHash()
      var letters = 0
      for index in run {
        let token = document.tokens[index]
        guard token.shape.isCapital || withJoints && token.shape == .lower else { continue }
        hash.append(UInt8(truncatingIfNeeded: token.affixes[0]) | 0x20)
        letters += 1
      }
      guard letters >= 2, wanted.contains(hash.value) else { continue }
      update(hash.value) {
        $0.isAcronym = true
        $0.acronymHead.formUnion(head)
      }
    }
  }

}

/// What stands beside a run of capitalised words.
private struct Beside {
  private let before: NameToken
  private let after: NameToken
  private let isAged: Bool

  init(_ run: Range<Int>, in sentence: Range<Int>, of tokens: [NameToken]) {
    let end = run.upperBound
    before = run.lowerBound > sentence.lowerBound ? tokens[run.lowerBound - 1] : NameToken()
    after = end < sentence.upperBound ? tokens[end] : NameToken()
    isAged =
      after.shape == .comma && end + 1 < sentence.upperBound && tokens[end + 1].shape == .number
  }

  /// Whether a form of address or an office comes right before.
  var isTitled: Bool { !before.own.isDisjoint(with: [.honorific, .office]) }
  /// Whether a possessive mark comes right after.
  var isOwner: Bool { after.word == Self.possessive }

  /// Adds what it says of every word of the run.
  func count(into evidence: inout WordEvidence) {
    let isBefore = before.shape == .lower
    let isAfter = after.shape == .lower
    if before.own.contains(.reporting) || after.own.contains(.reporting) {
      evidence.besideReporting &+= 1
    }
    if before.own.contains(.placeWord) { evidence.afterPlaceWord &+= 1 }
    if before.word == Self.the { evidence.afterThe &+= 1 }
    if before.word == Self.of { evidence.afterOf &+= 1 }
    if isBefore && before.own.contains(.organizationHead) { evidence.afterBody &+= 1 }
    if isAfter && after.own.contains(.organizationHead) { evidence.beforeBody &+= 1 }
    if isBefore && before.own.contains(.occupation) { evidence.afterPerson &+= 1 }
    if isAfter && after.own.contains(.office) { evidence.beforeOffice &+= 1 }
    if isAged { evidence.aged &+= 1 }
  }

  private static let the = PhraseHash(folding: "the").value
  private static let of = PhraseHash(folding: "of").value
  private static let possessive = PhraseHash(folding: "s").value
}
