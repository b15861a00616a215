/// Tells lines that are a date, alone or after a label, from text that mentions one.
package struct DateWords {
  private let shape: PassageShape
  private let lexicon = FurnitureLexicon.embedded

  /// Looks at the words of `shape`.
  package init(_ shape: PassageShape) { self.shape = shape }

  /// What one word can be in a date line.
  private enum Role {
    case month, weekday, number, year, numericDate, glue
  }

  /// The index of the first word from which on everything is one publication date; nil where the
  /// passage does not end in one.
  ///
  /// "24 October 2025" and "Updated: Oct 9, 2025 10:30 GMT" give 0; "By A. Writer Oct 9, 2025"
  /// gives 3; "It began on Oct 9" and "1939" give nil.
  package var start: Int? {
    guard shape.isShort, shape.words.count <= 24 else { return nil }
    var found: Int?
    var seen = (month: false, number: false, year: false, numeric: false)
    for index in shape.words.indices.reversed() {
      guard let role = role(of: shape.words[index]) else { break }
      switch role {
      case .month: seen.month = true
      case .year: seen.year = true
      case .number: seen.number = true
      case .numericDate: seen.numeric = true
      case .weekday, .glue: break
      }
      let isDate = seen.numeric || (seen.month && (seen.year || seen.number))
      if isDate, !shape.folded(shape.words[index]).isEmpty { found = index }
    }
    return found
  }

  /// Whether the passage is only a label of a date line, "Published" or "Posted on".
  var isBareLabel: Bool {
    guard shape.isShort, (1...3).contains(shape.words.count),
      shape.words.allSatisfy({ lexicon.contains(shape.folded($0), in: .label) })
    else { return false }
    return true
  }

  private func role(of word: ByteSpan) -> Role? {
    let folded = shape.folded(word)
    guard !folded.isEmpty else { return .glue }
    if lexicon.contains(folded, in: .month) { return .month }
    if lexicon.contains(folded, in: .weekday) { return .weekday }
    if lexicon.contains(folded, in: .label) || lexicon.contains(folded, in: .dateword) {
      return .glue
    }
    return number(in: shape.bytes[word.range])
  }

  /// "2025" is a year, "24th" and "10:30" numbers, "2025-10-09", "09/10/25" and "9.10.2025" dates.
  private func number(in word: ArraySlice<UInt8>) -> Role? {
    var groups: [Int] = []
    var letters = 0
    var hasSeparator = false
    var previousWasDigit = false
    for byte in word {
      let isDigit = byte &- 0x30 < 10
      if isDigit {
        if previousWasDigit, let last = groups.indices.last {
          groups[last] += 1
        } else {
          groups.append(1)
        }
      } else if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
        letters += 1
      } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      {
        if previousWasDigit { hasSeparator = true }
      }
      previousWasDigit = isDigit
    }
    guard !groups.isEmpty, letters <= 3 else { return nil }
    if hasSeparator, groups.count >= 3, groups[0] <= 4, groups[1] <= 2 { return .numericDate }
    if groups == [4], letters == 0 { return .year }
    return groups.allSatisfy { $0 <= 2 } ? .number : nil
  }
}
