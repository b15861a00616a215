internal import DatelineText

/// Decides which segments of the article's element are the article, and what kind of block each is.
struct PageBlocks {
  /// One segment with its text.
  struct Piece {
    var segment: PageSegment
    var text: [UInt8]
    var kind: Block.Kind
    /// Whether it reads as a paragraph of prose.
    var isProse: Bool
    /// Why it is left out; nil keeps it.
    var removal: Block.Furniture?
  }

  private let page: MarkupDocument
  private let hints: [ClassHints]
  private(set) var pieces: [Piece] = []

  /// Judges `segments`, which lie inside the article's element.
  init(
    _ page: MarkupDocument, segments: ArraySlice<PageSegment>, hints: [ClassHints], title: String?
  ) {
    self.page = page
    self.hints = hints
    for segment in segments {
      guard let piece = piece(of: segment) else { continue }
      if !joinsRow(piece) { pieces.append(piece) }
    }
    judgePlaces()
    judgeHeadings(title: title)
  }

  private func piece(of segment: PageSegment) -> Piece? {
    let text = PageText.text(of: segment, in: page)
    guard !text.isEmpty else { return nil }
    let kind = kind(of: segment)
    let shape = PassageShape(text, ByteSpan(0, text.count))
    let isSentence = shape.endsSentence && shape.words.count >= 6
    let isProse =
      kind != .caption && kind != .heading
      && segment.linkDensity < (kind == .listItem ? 0.3 : 0.5)
      && (segment.length >= 100 || (isSentence && segment.length >= 40))
    var piece = Piece(segment: segment, text: text, kind: kind, isProse: isProse, removal: nil)
    piece.removal = removalAnywhere(piece, shape)
    if piece.removal != nil { piece.isProse = false }
    return piece
  }

  /// Adds the text of a table's cell to the cell before it in the same row; false for what is no
  /// short cell.
  private mutating func joinsRow(_ piece: Piece) -> Bool {
    guard piece.segment.length < 60, let last = pieces.last, last.removal == nil,
      let row = row(of: piece.segment), row == self.row(of: last.segment)
    else { return false }
    pieces[pieces.count - 1].text += " | ".utf8 + piece.text
    pieces[pieces.count - 1].segment.length += piece.segment.length
    pieces[pieces.count - 1].segment.linkLength += piece.segment.linkLength
    return true
  }

  /// The row of the cell that a segment stands in.
  private func row(of segment: PageSegment) -> Int32? {
    var element = segment.element
    for _ in 0..<3 {
      let node = page.nodes[element]
      if node.tag == .td || node.tag == .th { return node.parent }
      guard node.parent >= 0 else { return nil }
      element = Int(node.parent)
    }
    return nil
  }

  private func kind(of segment: PageSegment) -> Block.Kind {
    var element = segment.element
    var kind = Block.Kind.paragraph
    while element >= 0 {
      let tag = page.nodes[element].tag
      if tag.isHeading { return .heading }
      if tag == .figcaption || tag == .figure || tag == .caption
        || hints[element].contains(.caption)
      {
        return .caption
      }
      if tag == .li || tag == .dd || tag == .dt { kind = .listItem }
      if tag == .div || tag == .section || tag == .article || tag == .td { break }
      element = Int(page.nodes[element].parent)
    }
    return kind
  }

  /// Whether the segment is the only text of an element that holds a picture: a caption by another
  /// name.
  private func standsAlone(_ segment: PageSegment) -> Bool {
    guard segment.length < 400 else { return false }
    var element = segment.element
    for _ in 0..<3 {
      let node = page.nodes[element]
      guard node.parent >= 0, node.tag != .article, node.tag != .body, node.tag != .main else {
        return false
      }
      let range = element..<Int(node.end)
      guard range.count < 40 else { return false }
      let length = range.reduce(0) { $0 + (page.nodes[$1].tag == .text ? textLength($1) : 0) }
      guard length <= segment.length + segment.length / 4 + 12 else { return false }
      let hasPicture = range.contains {
        page.nodes[$0].tag == .img || page.nodes[$0].tag == .picture
      }
      if hasPicture, node.tag != .p { return true }
      element = Int(node.parent)
    }
    return false
  }

  private func textLength(_ index: Int) -> Int {
    page.bytes[page.nodes[index].range].lazy.filter { $0 > 0x20 && $0 & 0xC0 != 0x80 }.count
  }

  /// What takes a piece out wherever it stands.
  private func removalAnywhere(_ piece: Piece, _ shape: PassageShape) -> Block.Furniture? {
    if piece.kind == .caption || standsAlone(piece.segment) { return .other }
    let segment = piece.segment
    if segment.linkDensity > 0.5, segment.length < 200, !(shape.endsSentence && segment.length > 60)
    {
      return .navigation
    }
    return FurnitureScore.anywhere(shape)
  }

  /// Takes out what stands before the first and after the last paragraph and is none: dates,
  /// bylines, labels, notes. What shares its parent with prose has to be one of these to go.
  private mutating func judgePlaces() {
    guard let first = pieces.firstIndex(where: \.isProse) else { return }
    let parents = Set(pieces.filter(\.isProse).map { parent(of: $0) })
    for index in 0..<first where pieces[index].removal == nil && pieces[index].kind != .heading {
      let shape = PassageShape(pieces[index].text, ByteSpan(0, pieces[index].text.count))
      if shape.endsSentence, shape.words.count >= 4 { continue }
      if let kind = FurnitureScore(shape).beforeBody {
        pieces[index].removal = kind
      } else if !parents.contains(parent(of: pieces[index])) || DateWords(shape).start == 0
        || Byline(shape).labelled != nil
      {
        pieces[index].removal = .other
      }
    }
    var index = pieces.count
    while index > first + 1 {
      index -= 1
      guard pieces[index].removal == nil else { continue }
      let shape = PassageShape(pieces[index].text, ByteSpan(0, pieces[index].text.count))
      if let kind = FurnitureScore(shape).afterBody {
        pieces[index].removal = kind
      } else if pieces[index].isProse {
        break
      } else if pieces[index].kind == .heading || pieces[index].segment.linkDensity > 0.2
        || (!shape.endsSentence && !parents.contains(parent(of: pieces[index])))
      {
        pieces[index].removal = .other
      }
    }
  }

  private func parent(of piece: Piece) -> Int32 {
    page.nodes[piece.segment.element].parent
  }

  /// Takes out the title, which is no part of the text, and headings that nothing stands under.
  private mutating func judgeHeadings(title: String?) {
    let title = title.map { Array($0.utf8) } ?? []
    var hasText = false
    for index in pieces.indices.reversed() where pieces[index].removal == nil {
      guard pieces[index].kind == .heading else {
        hasText = true
        continue
      }
      let isTitle =
        page.nodes[pieces[index].segment.element].tag == .h1 || pieces[index].text == title
      if !hasText || isTitle { pieces[index].removal = .other }
      if isTitle { continue }
      hasText = false
    }
  }
}
