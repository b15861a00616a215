/// The tokens of one block, with the readings that several rules share.
///
/// Indices outside the tokens are allowed everywhere and give a token that is nothing.
struct TimexCursor: Sendable {
  /// The tokens.
  let tokens: [TimexToken]

  private static let nothing = TimexToken(
    lower: 0, upper: 0, classes: .mark, number: 0, digits: 0, mark: TimexToken.breakMark,
    form: .spaced, letters: 0)

  /// The token at `index`, or one that is nothing.
  @inline(__always)
  subscript(index: Int) -> TimexToken {
    tokens.indices.contains(index) ? tokens[index] : Self.nothing
  }

  /// Whether the token at `index` is in `classes`.
  @inline(__always)
  func has(_ index: Int, _ classes: WordClass) -> Bool { self[index].isAny(classes) }

  /// Whether the token at `index` is the mark `mark`.
  @inline(__always)
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    UInt32(self[index].mark) == mark.value
  }

  /// Whether the token at `index` is the word `word`, of which the first eight letters count.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    let token = self[index]
    return token.isWord && token.upper - token.lower == word.utf8CodeUnitCount
      && token.letters == PackedWord(word).low
  }

  /// Whether the token at `index` is one of `words`.
  func isWord(_ index: Int, in words: [StaticString]) -> Bool {
    words.contains { isWord(index, $0) }
  }

  /// Whether nothing stands between the token at `index` and the one before.
  func isTight(_ index: Int) -> Bool {
    !self[index].form.contains(.spaced)
  }

  /// Whether a hyphen joins the tokens on both sides of `index`.
  func isHyphen(_ index: Int) -> Bool {
    isMark(index, "-") && isTight(index) && isTight(index + 1)
  }

  /// Whether the word at `index` has a capital in the middle of a sentence, as in a title.
  func isTitled(_ index: Int) -> Bool {
    let form = self[index].form
    return form.contains(.capital) && form.isDisjoint(with: [.allCapitals, .sentenceStart])
  }

  /// Whether the token at `index` begins a sentence.
  func isSentenceStart(_ index: Int) -> Bool { self[index].form.contains(.sentenceStart) }

  /// The index after an optional full stop of an abbreviation.
  func skippingStop(_ index: Int) -> Int {
    isMark(index, ".") && isTight(index) ? index + 1 : index
  }

  /// The index after an optional comma.
  func skippingComma(_ index: Int) -> Int { isMark(index, ",") ? index + 1 : index }

  /// The index after an optional hyphen.
  func skippingHyphen(_ index: Int) -> Int { isHyphen(index) ? index + 1 : index }

  /// The index after an optional "the".
  func skippingThe(_ index: Int) -> Int { has(index, .the) ? index + 1 : index }
}

// MARK: - Numbers

extension TimexCursor {
  /// A number in words below a million ("twenty-four", "two hundred and ten").
  func spelledNumber(at index: Int) -> (value: Int, next: Int)? {
    guard self[index].isAny(.cardinal) else { return nil }
    var total = 0
    var group = 0
    var next = index
    while self[next].isAny(.cardinal), next - index < 12 {
      let value = self[next].value
      switch value {
      case 1000: (total, group) = (total + max(group, 1) * 1000, 0)
      case 100: group = max(group, 1) * 100
      case 1..<10 where group % 10 != 0, 10..<100 where group % 100 != 0:
        return (total + group, next)
      default: group += value
      }
      next += 1
      let joint = isHyphen(next) || isWord(next, "and") ? next + 1 : next
      let isTail = self[joint].isAny(.cardinal) && self[joint].value < 100 && group % 10 == 0
      if joint > next, isTail, isHyphen(next) || group >= 100 || total > 0 { next = joint }
    }
    return (total + group, next)
  }

  /// A number in digits or in words.
  func number(at index: Int) -> (value: Int, next: Int)? {
    let token = self[index]
    if token.classes == .digits, !token.form.contains(.decimal) {
      return (token.value, index + 1)
    }
    return spelledNumber(at: index)
  }

  /// An amount before a unit: a number, "a", "several", "a couple of", "two and a half".
  func amount(at index: Int) -> (amount: Amount, next: Int)? {
    if let number = number(at: index) { return half(after: number) }
    if self[index].isAny(.digits), self[index].form.contains(.decimal) {
      return (.decimal(self[index].value, Int(self[index].letters)), index + 1)
    }
    if self[index].isAny(.article) {
      if has(index + 1, .vague) { return vague(at: index + 1) }
      if isWord(index + 1, "number"), isWord(index + 2, "of") { return (.vague, index + 3) }
      if let scaled = spelledNumber(at: index + 1), self[index + 1].value >= 100 {
        return (.whole(scaled.value), scaled.next)
      }
      return (.whole(1), index + 1)
    }
    return self[index].isAny(.vague) ? vague(at: index) : nil
  }

  /// The half in "two and a half", "2 1/2", "two-and-a-half".
  private func half(after number: (value: Int, next: Int)) -> (amount: Amount, next: Int) {
    let next = number.next
    if has(next, .digits), self[next].number == 1, isMark(next + 1, "/"), self[next + 2].number == 2
    {
      return (.andHalf(number.value), next + 3)
    }
    let and = skippingHyphen(next)
    if isWord(and, "and") {
      let article = skippingHyphen(and + 1)
      let half = has(article, .article) ? skippingHyphen(article + 1) : article
      if has(half, .half) { return (.andHalf(number.value), half + 1) }
    }
    return (.whole(number.value), next)
  }

  private func vague(at index: Int) -> (amount: Amount, next: Int) {
    let next = isWord(index + 1, "of") ? index + 2 : index + 1
    if isWord(index, "couple") { return (.whole(2), next) }
    if isWord(index, "dozen") { return (.whole(12), next) }
    return (.vague, next)
  }

  /// An ordinal number in digits or words ("18th", "eighteenth", "twenty-first").
  func ordinal(at index: Int) -> (value: Int, next: Int)? {
    let token = self[index]
    if token.isAny([.ordinal, .digitOrdinal]) { return (token.value, index + 1) }
    if token.isAny(.cardinal), token.value % 10 == 0, token.value < 100, isHyphen(index + 1),
      self[index + 2].isAny(.ordinal), self[index + 2].value < 10
    {
      return (token.value + self[index + 2].value, index + 3)
    }
    return nil
  }
}

// MARK: - Parts of dates

extension TimexCursor {
  /// A month's name with the full stop of its abbreviation.
  func month(at index: Int) -> (month: Int, next: Int)? {
    let token = self[index]
    guard token.isAny(.month) else { return nil }
    return (token.value, token.isAny(.abbreviation) ? skippingStop(index + 1) : index + 1)
  }

  /// A day of the month in digits ("9", "9th") or in ordinal words ("eighth").
  func dayOfMonth(at index: Int) -> (day: Int, next: Int)? {
    let token = self[index]
    if token.classes == .digits {
      let isDay = token.digits <= 2 && (1...31).contains(token.value)
      guard isDay, token.form.isDisjoint(with: [.decimal, .grouped]) else { return nil }
      return (token.value, index + 1)
    }
    guard let ordinal = ordinal(at: index), (1...31).contains(ordinal.value) else { return nil }
    return (ordinal.value, ordinal.next)
  }

  /// A year in four digits that stands where a year is expected.
  func plainYear(at index: Int) -> (year: Int, next: Int)? {
    let token = self[index]
    guard token.classes == .digits, token.digits == 4, (1000...2199).contains(token.value),
      token.form.isDisjoint(with: [.decimal, .grouped])
    else { return nil }
    return (token.value, index + 1)
  }

  /// A year in two digits after an apostrophe ("'89").
  func shortYear(at index: Int) -> (year: Int, next: Int)? {
    guard isMark(index, "'"), isTight(index + 1) else { return nil }
    let token = self[index + 1]
    guard token.classes == .digits, token.digits == 2 else { return nil }
    return (Self.fullYear(token.value), index + 2)
  }

  /// The year meant by two digits: those up to 49 are of this century.
  static func fullYear(_ short: Int) -> Int { short < 50 ? 2000 + short : 1900 + short }

  /// A unit of time.
  func unit(at index: Int) -> (unit: TimeUnit, isPlural: Bool, next: Int)? {
    let token = self[index]
    guard token.isAny(.unit), let unit = TimeUnit(rawValue: token.isAny(.ordinal) ? 0 : token.value)
    else { return nil }
    return (unit, token.isAny(.plural), index + 1)
  }

  /// A weekday's name, with the full stop of its abbreviation.
  func weekday(at index: Int) -> (weekday: Int, next: Int)? {
    let token = self[index]
    guard token.isAny(.weekday) else { return nil }
    return (token.value, token.isAny(.abbreviation) ? skippingStop(index + 1) : index + 1)
  }
}
