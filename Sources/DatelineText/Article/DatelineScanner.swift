/// Finds the newspaper's dateline at the start of a story: the place, perhaps the date and the
/// agency, and a dash.
///
/// "ISLAMABAD, Oct 13 (Reuters) -", "BAGHDAD, Iraq (AP)_", "WASHINGTON --", "KABUL:" and "(CNN) —"
/// are datelines; "The talks — the first in a year —" and "UPDATE 2 -" are not.
struct DatelineScanner {
  private let bytes: [UInt8]
  private let limit: Int
  private var index: Int
  private let lexicon = FurnitureLexicon.embedded

  private var placeWords = 0
  private var hasCapitalsOnly = true
  private var hasAgency = false
  private var hasDate = false

  /// The end of the dateline that begins `span`, its dash included; nil where there is none.
  ///
  /// Away from the first paragraph only a named agency is proof enough (`needsAgency`).
  static func end(in bytes: [UInt8], _ span: ByteSpan, needsAgency: Bool) -> Int? {
    var scanner = DatelineScanner(bytes: bytes, span: span)
    let end = scanner.scan()
    return needsAgency && !scanner.hasAgency ? nil : end
  }

  /// Whether `span` is nothing but dashes.
  static func isDash(_ bytes: [UInt8], _ span: ByteSpan) -> Bool {
    var index = Int(span.lower)
    while index < Int(span.upper) {
      let (kind, length) = CharacterClass.at(index, in: bytes)
      guard kind == .dash || kind == .hyphen || bytes[index] == UInt8(ascii: "_") else {
        return false
      }
      index += length
    }
    return span.count <= 9
  }

  private init(bytes: [UInt8], span: ByteSpan) {
    self.bytes = bytes
    index = Int(span.lower)
    limit = min(Int(span.upper), index + 140)
  }

  private mutating func scan() -> Int? {
    for _ in 0..<24 {
      skipSpace()
      guard index < limit else { return nil }
      if let end = dashEnd() { return accepts(endingIn: end) ? end : nil }
      if bytes[index] == UInt8(ascii: ":") {
        return placeWords > 0 && hasCapitalsOnly && !hasDate || hasAgency ? index + 1 : nil
      }
      guard passPunctuation() || passAgency() || passWord() else {
        return nil
      }
      if hasAgency, placeWords == 0, index < limit, isWordStart { return index }
    }
    return nil
  }

  private func accepts(endingIn end: Int) -> Bool {
    hasAgency || hasDate && placeWords > 0 || placeWords > 0 && hasCapitalsOnly
  }

  private var isWordStart: Bool { CharacterClass.at(index, in: bytes).class.isWord }

  private mutating func skipSpace() {
    while index < limit {
      let (kind, length) = CharacterClass.at(index, in: bytes)
      guard kind == .space else { return }
      index += length
    }
  }

  /// The end of the dash at the index: long dashes anywhere, "--" and "_", and "-" after a blank.
  private func dashEnd() -> Int? {
    let (kind, length) = CharacterClass.at(index, in: bytes)
    if kind == .dash { return index + length }
    if bytes[index] == UInt8(ascii: "_") { return index + 1 }
    guard kind == .hyphen else { return nil }
    var end = index + length
    while end < bytes.count, end < limit, bytes[end] == UInt8(ascii: "-") { end += 1 }
    let isFree = end >= limit || CharacterClass.at(end, in: bytes).class == .space
    return end - index > 1 || isFree ? end : nil
  }

  private mutating func passPunctuation() -> Bool {
    guard placeWords > 0 || hasAgency, [0x2C, 0x2F, 0x7C, 0x2E].contains(bytes[index]) else {
      return false
    }
    index += 1
    return true
  }

  /// Passes "(Reuters)", "(AP / CNN)" or "-LRB- AP -RRB-".
  private mutating func passAgency() -> Bool {
    let (open, close): ([UInt8], [UInt8])
    if bytes[index] == UInt8(ascii: "(") {
      (open, close) = ([0x28], [0x29])
    } else if bytes[index...].starts(with: "-LRB-".utf8) {
      (open, close) = (Array("-LRB-".utf8), Array("-RRB-".utf8))
    } else {
      return false
    }
    let start = index + open.count
    var end = start
    while end < limit, end - start < 40, !bytes[end...].starts(with: close) { end += 1 }
    guard end < limit, bytes[end...].starts(with: close), end > start else { return false }
    let shape = PassageShape(bytes, ByteSpan(start, end))
    let isKnown = lexicon.contains(phrase: shape.foldedWords, in: .source)
    let isName = shape.words.count <= 4 && shape.words.allSatisfy(shape.isCapitalised)
    guard isKnown || (isName && placeWords > 0) else { return false }
    hasAgency = true
    index = end + close.count
    return true
  }

  /// Passes one word of a place or a date.
  private mutating func passWord() -> Bool {
    let start = index
    var end = index
    while end < limit {
      let (kind, length) = CharacterClass.at(end, in: bytes)
      let joins =
        kind == .apostrophe || kind == .period
        || (kind == .hyphen && joinsWord(end, length))
        || (kind == .colon && end + 1 < limit && bytes[end - 1] &- 0x30 < 10
          && bytes[end + 1] &- 0x30 < 10)
      guard kind.isWord && bytes[end] != UInt8(ascii: "_") || (joins && end > start) else { break }
      end += length
    }
    guard end > start else { return false }
    let word = ByteSpan(start, end)
    let shape = PassageShape(bytes, word)
    let folded = shape.folded(word)
    if placeWords > 0 || hasAgency, isDateWord(folded) {
      hasDate = hasDate || !lexicon.contains(folded, in: .dateword)
    } else {
      // What follows a comma ("BAGHDAD, Iraq") need not be in capitals.
      let followsComma = bytes[..<start].hasComma(before: start)
      guard !hasDate || followsComma || shape.isAllCapitals(word), placeWords < 7,
        shape.firstClass(word) == .upper || isParticle(folded),
        !(placeWords == 0 && lexicon.contains(folded, in: .notplace))
      else { return false }
      if !followsComma, !shape.isAllCapitals(word) { hasCapitalsOnly = false }
      if placeWords == 0, end - start < 3, !shape.isAllCapitals(word) { return false }
      placeWords += 1
    }
    index = end
    return true
  }

  private func joinsWord(_ offset: Int, _ length: Int) -> Bool {
    offset + length < limit && CharacterClass.at(offset + length, in: bytes).class.isLetter
      && !bytes[offset...].starts(with: "-LRB-".utf8)
  }

  private func isDateWord(_ folded: [UInt8]) -> Bool {
    lexicon.contains(folded, in: .month) || lexicon.contains(folded, in: .weekday)
      || lexicon.contains(folded, in: .dateword)
      || folded.allSatisfy { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ":") }
  }

  private func isParticle(_ folded: [UInt8]) -> Bool {
    placeWords > 0 && lexicon.contains(folded, in: .bylineword)
  }
}

extension ArraySlice<UInt8> {
  /// Whether the last byte before `end` that is no blank is a comma.
  fileprivate func hasComma(before end: Int) -> Bool {
    var index = end - 1
    while index >= startIndex, self[index] == 0x20 { index -= 1 }
    return index >= startIndex && self[index] == UInt8(ascii: ",")
  }
}
