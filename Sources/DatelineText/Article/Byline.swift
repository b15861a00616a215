/// Tells lines that name the author.
package struct Byline {
  private let shape: PassageShape
  private let lexicon = FurnitureLexicon.embedded

  /// Looks at the words of `shape`.
  package init(_ shape: PassageShape) { self.shape = shape }

  /// The number of words of a byline with its label at the start of the passage: all of them, or
  /// those before a dash that a note about the author follows; nil where there is none.
  ///
  /// "By Uzma Ehtasham", "By A. Writer in Kabul" and "By A. Writer - Writer is a journalist" are
  /// bylines; "By Friday the rebels had reached the town" is not.
  package var labelled: Int? {
    let label = labelLength
    guard label > 0 else { return nil }
    var names = 0
    for index in shape.words.indices.dropFirst(label) {
      let word = shape.words[index]
      let folded = shape.folded(word)
      if folded.isEmpty {
        if names > 0, DatelineScanner.isDash(shape.bytes, word) { return index }
        continue
      }
      guard index - label < 14 else { return nil }
      if shape.initial(word) == .upper {
        names +=
          lexicon.contains(folded, in: .month) || lexicon.contains(folded, in: .weekday) ? 0 : 1
      } else if !lexicon.contains(folded, in: .bylineword) {
        return nil
      }
    }
    guard names > 0 || (shape.words.count > label && isDesk(shape.words[label...])) else {
      return nil
    }
    return shape.isShort && !endsLikeSentence ? shape.words.count : nil
  }

  /// Whether the passage can be an author's name or desk where nothing but its place says so:
  /// "Dr. Zayar", "Web Desk", "A. B. Writer and C. Other, Kabul".
  var isBareName: Bool {
    guard shape.isShort, (1...6).contains(shape.words.count), !endsLikeSentence else {
      return false
    }
    if isDesk(shape.words[...]) { return true }
    guard shape.words.count >= 2 else { return false }
    return shape.words.allSatisfy { word in
      let folded = shape.folded(word)
      let isName =
        shape.initial(word) == .upper && !shape.bytes[word.range].contains { $0 &- 0x30 < 10 }
      return isName && !lexicon.contains(folded, in: .functionword)
        || folded.elementsEqual("and".utf8)
    }
  }

  /// Whether the passage names a publication or agency and nothing else.
  var isSource: Bool {
    guard shape.isShort, (1...5).contains(shape.words.count), !shape.endsSentence else {
      return false
    }
    if lexicon.contains(phrase: shape.foldedWords, in: .source) { return true }
    guard shape.words.count >= 2, let last = shape.words.last,
      shape.words.allSatisfy({ shape.initial($0) == .upper })
    else { return false }
    return lexicon.contains(shape.folded(last), in: .sourceend)
  }

  /// The place of the word with which a publication begins behind the author and a comma: "By Ines
  /// Falk, Harbour Courier"; nil where there is none.
  var publicationStart: Int? {
    let label = labelLength
    guard label > 0,
      let comma = shape.words.lastIndex(where: { shape.bytes[Int($0.upper) - 1] == 0x2C }),
      comma > label, comma + 1 < shape.words.count
    else { return nil }
    let rest = ByteSpan(Int(shape.words[comma + 1].lower), Int(shape.span.upper))
    return Byline(PassageShape(shape.bytes, rest)).isSource ? comma + 1 : nil
  }

  /// The number of words of the label: "By", "Written by:".
  private var labelLength: Int {
    let folded = shape.words.prefix(3).map(shape.folded)
    for count in stride(from: min(3, folded.count), to: 0, by: -1) {
      if lexicon.contains(phrase: folded.prefix(count), in: .byline) { return count }
    }
    return 0
  }

  private func isDesk(_ words: ArraySlice<ByteSpan>) -> Bool {
    lexicon.contains(phrase: words.map(shape.folded), in: .desk)
  }

  /// Whether a full stop ends the passage that does not belong to an initial or abbreviation.
  private var endsLikeSentence: Bool {
    guard shape.endsSentence, let last = shape.words.last else { return false }
    return last.count > 4
  }
}
