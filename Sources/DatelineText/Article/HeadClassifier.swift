extension BlockClassifier {
  /// Classifies the passages before `end`: menus, section names, title, byline, source, dates.
  mutating func classifyHead(upTo end: Int) {
    let title = titleIndex(upTo: end)
    var index = 0
    while index < end {
      let passage = passages[index]
      if index == title {
        add(.title, passage.span)
      } else if let dash = datelineEnd(index, upTo: end) {
        add(.dateline, passage.span.union(passages[dash].span))
        index = dash
      } else if !addHeaderLine(passage) {
        addCandidate(passage, index: index, title: title)
      }
      index += 1
    }
  }

  /// The title: what the container says, a Markdown heading, else the first line in the shape of
  /// one that no other rule claims; a line of four words and more goes before a shorter one.
  private func titleIndex(upTo end: Int) -> Int? {
    if !knownTitle.isEmpty,
      let index = (0..<end).first(where: { passages[$0].shape.foldedWords == knownTitle })
    {
      return index
    }
    if let index = (0..<end).first(where: { isMarkdownHeading(passages[$0]) }) { return index }
    var best: Int?
    for index in 0..<end where isTitleShaped(index, upTo: end) {
      if passages[index].shape.words.count >= 4 { return index }
      best = best ?? index
    }
    return best
  }

  private func isMarkdownHeading(_ passage: Passage) -> Bool {
    if case .heading = passage.mark { true } else { false }
  }

  private func isTitleShaped(_ index: Int, upTo end: Int) -> Bool {
    let passage = passages[index]
    let shape = passage.shape
    guard passage.mark == nil, shape.isShort, (2...32).contains(shape.words.count),
      shape.length <= 260, !shape.startsLower, shape.lastClass != .period,
      shape.lastClass != .colon, shape.lastClass != .comma
    else { return false }
    return datelineEnd(index, upTo: end) == nil && !isHeaderLine(shape)
  }

  /// Whether a rule other than that of the title claims the line.
  private func isHeaderLine(_ shape: PassageShape) -> Bool {
    let date = DateWords(shape)
    return date.start == 0 || date.isBareLabel || Byline(shape).labelled != nil
      || Byline(shape).isSource || FurnitureScore(shape).beforeBody != nil || isCaption(shape)
      || splitDate(shape) != nil
  }

  /// Adds a date, a byline, a source or furniture; false where the passage is none of them.
  private mutating func addHeaderLine(_ passage: Passage) -> Bool {
    let shape = passage.shape
    let date = DateWords(shape)
    if date.start == 0 || date.isBareLabel {
      add(.dateLine, passage.span)
    } else if let (kind, end, start) = splitDate(shape) {
      add(kind, ByteSpan(Int(shape.span.lower), end))
      add(.dateLine, ByteSpan(start, Int(shape.span.upper)))
    } else if let words = Byline(shape).labelled {
      if words == shape.words.count, let start = Byline(shape).publicationStart {
        addByline(shape, publicationFrom: start)
      } else {
        addByline(shape, words: words)
      }
    } else if Byline(shape).isSource {
      add(.source, passage.span)
    } else if let kind = FurnitureScore(shape).beforeBody {
      add(.furniture(kind), passage.span)
    } else if passage.mark == nil, isCaption(shape) {
      add(.caption, passage.span)
    } else {
      return false
    }
    return true
  }

  /// Adds a line that only its place explains: an author's name between title and body, a section
  /// name before the title, else a heading.
  private mutating func addCandidate(_ passage: Passage, index: Int, title: Int?) {
    let shape = passage.shape
    if let title, index > title, passage.mark == nil, Byline(shape).isBareName {
      add(.byline, passage.span)
    } else if let title, index < title, passage.mark == nil, shape.words.count <= 2, shape.isShort {
      add(.furniture(.navigation), passage.span)
    } else if passage.mark == nil, shape.isShort, !shape.endsSentence, title != nil {
      add(.heading, passage.span)
    } else {
      addBody(passage, mayHaveDateline: false, isFirst: false)
    }
  }

  /// A byline or source with a date after it on the same line: where the one ends and the other
  /// begins.
  private func splitDate(_ shape: PassageShape) -> (kind: Block.Kind, end: Int, start: Int)? {
    guard let start = DateWords(shape).start, start > 0,
      let last = shape.words[..<start].last(where: { !shape.folded($0).isEmpty })
    else { return nil }
    let end = endWithoutComma(last)
    let prefix = PassageShape(bytes, ByteSpan(Int(shape.span.lower), end))
    let begins = Int(shape.words[start].lower)
    if Byline(prefix).labelled == prefix.words.count { return (.byline, end, begins) }
    return Byline(prefix).isSource ? (.source, end, begins) : nil
  }

  /// The end of `word`, before a comma that hangs on it.
  private func endWithoutComma(_ word: ByteSpan) -> Int {
    Int(word.upper) - (bytes[Int(word.upper) - 1] == UInt8(ascii: ",") ? 1 : 0)
  }

  /// Adds an author and the publication behind the comma, which begins with word `start`.
  private mutating func addByline(_ shape: PassageShape, publicationFrom start: Int) {
    let end = endWithoutComma(shape.words[start - 1])
    add(.byline, ByteSpan(Int(shape.span.lower), end))
    add(.source, ByteSpan(Int(shape.words[start].lower), Int(shape.span.upper)))
  }

  /// The index of the passage that ends the dateline which begins with passage `index`: the passage
  /// itself where it ends in a dash, the next one where that is a lone dash.
  private func datelineEnd(_ index: Int, upTo end: Int) -> Int? {
    let shape = passages[index].shape
    if DatelineScanner.end(in: bytes, shape.span, needsAgency: false) == Int(shape.span.upper) {
      return index
    }
    let isPlace =
      shape.isShort && shape.words.count <= 8 && !shape.endsSentence
      && !shape.foldedWords.isEmpty
    guard isPlace, index + 1 < end, DatelineScanner.isDash(bytes, passages[index + 1].span) else {
      return nil
    }
    return index + 1
  }
}
