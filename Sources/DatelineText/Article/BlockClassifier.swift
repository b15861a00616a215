/// Says of each passage of an article what it is.
///
/// The strong passages, long sentences and more, are the body; what stands before the first is the
/// head, what stands after the last the tail. A rule that would be rash inside the body (a bare
/// name is a byline, a word alone is a menu) is safe in the head or the tail. What no rule claims
/// is body text.
struct BlockClassifier {
  let bytes: [UInt8]
  let passages: [Passage]
  /// The title that the container gives, folded.
  let knownTitle: [[UInt8]]
  var blocks: [Block] = []

  /// One passage with its mark taken off, and what was measured of it.
  struct Passage {
    var shape: PassageShape
    var mark: LineMark?
    /// Body text by its length, and no furniture by any rule of the body.
    var isStrong: Bool
    var span: ByteSpan { shape.span }
  }

  /// The blocks of the passages at `spans`.
  static func blocks(of text: SourceText, passages spans: [ByteSpan], title: String?) -> [Block] {
    var classifier = BlockClassifier(text: text, spans: spans, title: title)
    classifier.classify()
    return classifier.blocks
  }

  private init(text: SourceText, spans: [ByteSpan], title: String?) {
    bytes = text.bytes
    let titleText = SourceText(title ?? "")
    knownTitle = PassageShape(titleText.bytes, titleText.span).foldedWords
    passages = spans.map { span in
      let mark = LineMark(text.bytes, span)
      let length =
        switch mark {
        case .heading(let length), .item(let length): length
        case nil: 0
        }
      let shape = PassageShape(text.bytes, ByteSpan(Int(span.lower) + length, Int(span.upper)))
      let isStrong = shape.isStrong && mark == nil && FurnitureScore.anywhere(shape) == nil
      return Passage(shape: shape, mark: mark, isStrong: isStrong)
    }
  }

  private mutating func classify() {
    guard passages.count > 1 else {
      if let only = passages.first { addBody(only, mayHaveDateline: true, isFirst: true) }
      return
    }
    let body = bodyRange
    let comments = ReaderComments.start(of: passages) ?? passages.count
    classifyHead(upTo: body.lowerBound)
    for index in body {
      if index < comments {
        classifyBody(index, in: body)
      } else {
        add(.furniture(.comments), passages[index].span)
      }
    }
    classifyTail(from: body.upperBound)
  }

  /// From the first passage that is body text to the last.
  private var bodyRange: Range<Int> {
    let isSentence = { (passage: Passage) in
      passage.shape.endsSentence && passage.shape.words.count >= 4
        && FurnitureScore(passage.shape).afterBody == nil
    }
    guard
      let first = passages.firstIndex(where: \.isStrong) ?? passages.firstIndex(where: isSentence)
    else { return 0..<passages.count }
    var end = passages.count
    while end > first + 1 {
      let last = passages[end - 1]
      if last.isStrong, FurnitureScore(last.shape).afterBody == nil { break }
      end -= 1
    }
    return first..<end
  }

  mutating func add(_ kind: Block.Kind, _ span: ByteSpan) {
    guard !span.isEmpty else { return }
    blocks.append(Block(kind: kind, span: span))
  }

  /// Adds a paragraph, a list item or a heading, with a dateline before it cut off.
  mutating func addBody(_ passage: Passage, mayHaveDateline: Bool, isFirst: Bool) {
    var span = passage.span
    if mayHaveDateline, passage.mark == nil,
      let end = DatelineScanner.end(in: bytes, span, needsAgency: !isFirst)
    {
      add(.dateline, ByteSpan(Int(span.lower), end))
      span = trimmed(end..<Int(span.upper))
    }
    switch passage.mark {
    case .heading: add(.heading, span)
    case .item: add(.listItem, span)
    case nil: add(.paragraph, span)
    }
  }

  /// The range without white space at its start.
  func trimmed(_ range: Range<Int>) -> ByteSpan {
    var lower = range.lowerBound
    while lower < range.upperBound {
      let (kind, length) = CharacterClass.at(lower, in: bytes)
      guard kind == .space else { break }
      lower += length
    }
    return ByteSpan(min(lower, range.upperBound), range.upperBound)
  }
}

// MARK: - The body and what follows it

extension BlockClassifier {
  /// How many passages after the first may begin with a dateline that names its agency.
  private static let datelineReach = 4

  private mutating func classifyBody(_ index: Int, in body: Range<Int>) {
    let passage = passages[index]
    if let kind = FurnitureScore.anywhere(passage.shape), !passage.isStrong {
      add(.furniture(kind), passage.span)
    } else if passage.shape.isShort, !passage.shape.hasWords {
      add(.furniture(.other), passage.span)
    } else if passage.mark == nil, isCaption(passage.shape) {
      add(.caption, passage.span)
    } else if passage.mark == nil, index > body.lowerBound, isHeading(index) {
      add(.heading, passage.span)
    } else {
      addBody(
        passage, mayHaveDateline: index - body.lowerBound <= Self.datelineReach,
        isFirst: index == body.lowerBound)
    }
  }

  /// Whether the passage is a short line that stands over body text.
  private func isHeading(_ index: Int) -> Bool {
    let shape = passages[index].shape
    guard shape.isShort, shape.words.count <= 14, shape.length <= 120, index + 1 < passages.count
    else { return false }
    switch shape.lastClass {
    case .comma, .colon, .symbol, .dash: return false
    case .terminal:
      return shape.words.count <= 9 && shape.words.first.map(shape.firstClass) == .upper
    case .space, .lower, .upper, .letter, .digit, .period, .ellipsis, .hyphen, .slash, .apostrophe,
      .quote, .opening, .closing, .ampersand:
      return !shape.endsSentence
    }
  }

  /// Whether the passage is a picture's caption: by the label before it or the credit after it.
  func isCaption(_ shape: PassageShape) -> Bool {
    guard shape.isShort, shape.length <= 400 else { return false }
    let words = shape.lastFoldedWords(5)
    guard let first = shape.firstFoldedWord, words.count >= 2 else { return false }
    let lexicon = FurnitureLexicon.embedded
    let text = shape.bytes[shape.span.range]
    if lexicon.contains(first, in: .captionstart), text.prefix(20).contains(UInt8(ascii: ":")) {
      return true
    }
    if text.starts(with: "FILE -".utf8) || text.starts(with: "FILE PHOTO".utf8) { return true }
    return (1...4).contains { count in
      words.count > count
        && lexicon.contains(phrase: words.suffix(count), in: .captionend)
    }
  }

  private mutating func classifyTail(from start: Int) {
    var isListOfLinks = false
    for index in start..<max(passages.count, start) {
      let passage = passages[index]
      let shape = passage.shape
      let kind = FurnitureScore(shape).afterBody
      if DateWords(shape).start == 0 {
        add(.dateLine, passage.span)
      } else if let words = Byline(shape).labelled {
        addByline(shape, words: words)
      } else if let kind {
        add(.furniture(kind), passage.span)
        isListOfLinks = kind == .navigation
      } else if isListOfLinks, shape.isShort, !shape.endsSentence, shape.words.count <= 20 {
        add(.furniture(.navigation), passage.span)
      } else {
        isListOfLinks = false
        if isCaption(shape) {
          add(.caption, passage.span)
        } else {
          addBody(passage, mayHaveDateline: false, isFirst: false)
        }
      }
    }
  }

  /// Adds a byline, and the note about its author that follows after a dash.
  mutating func addByline(_ shape: PassageShape, words: Int) {
    guard words < shape.words.count else {
      add(.byline, shape.span)
      return
    }
    add(.byline, ByteSpan(Int(shape.span.lower), Int(shape.words[words - 1].upper)))
    let after = Int(shape.words[words].upper)
    add(.furniture(.biography), trimmed(after..<Int(shape.span.upper)))
  }
}
