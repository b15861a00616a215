internal import Glibc

/// Reads HTML or XML into a `MarkupDocument`, forgiving every error.
///
/// For HTML it follows the tree construction of the HTML Standard where pages need it: elements
/// without end tags, paragraphs and cells that the next one closes, stray end tags. It does not
/// rebuild formatting elements that were closed out of order: they carry no text of their own.
struct MarkupParser {
  /// Which rules hold.
  enum Dialect {
    case html, xml
  }

  private let source: UnsafeBufferPointer<UInt8>
  private let dialect: Dialect
  private var nodes: [MarkupDocument.Node] = []
  private var open: [Int32] = []
  private var openCounts = [Int32](repeating: 0, count: 256)

  /// How deep elements may nest; what is deeper stays on this level.
  private static let depthLimit = 500

  /// The tree of `bytes`, which must be valid UTF-8. Cost: one pass.
  static func parse(_ bytes: [UInt8], as dialect: Dialect = .html) -> MarkupDocument {
    guard bytes.count < Int(Int32.max) else { return MarkupDocument(bytes: [], nodes: []) }
    let nodes = bytes.withUnsafeBufferPointer { source in
      var parser = MarkupParser(source: source, dialect: dialect)
      parser.parse()
      return parser.nodes
    }
    return MarkupDocument(bytes: bytes, nodes: nodes)
  }

  private init(source: UnsafeBufferPointer<UInt8>, dialect: Dialect) {
    self.source = source
    self.dialect = dialect
    nodes.reserveCapacity(source.count / 24)
  }

  private mutating func parse() {
    var index = 0
    var textStart = 0
    while let tag = find(UInt8(ascii: "<"), from: index), tag + 1 < source.count {
      let next = source[tag + 1]
      let isLetter = (next | 0x20) &- 0x61 < 26 || (dialect == .xml && next == UInt8(ascii: "_"))
      if isLetter {
        addText(textStart..<tag)
        index = startTag(at: tag + 1)
      } else if next == UInt8(ascii: "/") {
        addText(textStart..<tag)
        index = endTag(at: tag + 2)
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        addText(textStart..<tag)
        index = skipDeclaration(at: tag)
      } else {
        index = tag + 1
        continue
      }
      textStart = index
    }
    addText(textStart..<source.count)
    while !open.isEmpty { close() }
  }

  private func find(_ byte: UInt8, from index: Int) -> Int? {
    guard index < source.count, let base = source.baseAddress,
      let hit = memchr(base + index, Int32(byte), source.count - index)
    else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  private mutating func addText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    nodes.append(
      MarkupDocument.Node(
        tag: .text, parent: open.last ?? -1, end: Int32(nodes.count + 1),
        lower: Int32(range.lowerBound), upper: Int32(range.upperBound)))
  }

  /// Passes a comment, a declaration or a processing instruction; keeps the text of CDATA.
  private mutating func skipDeclaration(at tag: Int) -> Int {
    let rest = source[tag...]
    if rest.starts(with: "<!--".utf8) {
      return find(UInt8(ascii: "-"), twiceBeforeEndFrom: tag + 4).map { $0 + 3 } ?? source.count
    }
    if rest.starts(with: "<![CDATA[".utf8) {
      let end = find(UInt8(ascii: "]"), twiceBeforeEndFrom: tag + 9) ?? source.count
      if dialect == .xml { addText((tag + 9)..<end) }
      return min(end + 3, source.count)
    }
    return find(UInt8(ascii: ">"), from: tag).map { $0 + 1 } ?? source.count
  }

  /// Where the two bytes `mark` and a ">" after them begin.
  private func find(_ mark: UInt8, twiceBeforeEndFrom index: Int) -> Int? {
    var from = index + 2
    while let end = find(UInt8(ascii: ">"), from: from) {
      if source[end - 1] == mark, source[end - 2] == mark { return end - 2 }
      from = end + 1
    }
    return nil
  }

  /// Where the tag that begins at `index` has its ">", quotes passed over.
  private func tagEnd(from index: Int) -> Int {
    var index = index
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: ">") { return index }
      if byte == UInt8(ascii: "=") {
        var value = index + 1
        while value < source.count, source[value] <= 0x20 { value += 1 }
        if value < source.count,
          source[value] == UInt8(ascii: "\"") || source[value] == UInt8(ascii: "'"),
          let close = find(source[value], from: value + 1)
        {
          index = close + 1
          continue
        }
      }
      index += 1
    }
    return source.count
  }

  private func name(at index: Int) -> Range<Int> {
    var end = index
    while end < source.count, !MarkupDocument.endsName(source[end]) { end += 1 }
    return index..<end
  }

  /// Adds the element whose tag begins at `index`; returns where its content begins.
  private mutating func startTag(at index: Int) -> Int {
    let name = name(at: index)
    let end = tagEnd(from: name.upperBound)
    let after = min(end + 1, source.count)
    guard dialect == .html else {
      let isEmpty = end > index && source[end - 1] == UInt8(ascii: "/")
      push(.unknown, index..<end)
      if isEmpty { close() }
      return after
    }
    let tag = MarkupTag(name: source[name])
    closeImplied(before: tag)
    push(tag, index..<end)
    if tag.isVoid {
      close()
    } else if tag.isRawText {
      let textEnd = rawTextEnd(from: after, name: name)
      if tag == .title || tag == .script || tag == .textarea { addText(after..<textEnd) }
      close()
      return find(UInt8(ascii: ">"), from: textEnd).map { $0 + 1 } ?? source.count
    }
    return after
  }

  /// Where the end tag of a script or the like begins.
  private func rawTextEnd(from index: Int, name: Range<Int>) -> Int {
    var index = index
    while let tag = find(UInt8(ascii: "<"), from: index) {
      let start = tag + 2
      if start + name.count <= source.count, source[tag + 1] == UInt8(ascii: "/"),
        zip(source[start..<(start + name.count)], source[name]).allSatisfy({
          $0 | 0x20 == $1 | 0x20
        })
      {
        return tag
      }
      index = tag + 1
    }
    return source.count
  }

  private mutating func push(_ tag: MarkupTag, _ range: Range<Int>) {
    let index = Int32(nodes.count)
    nodes.append(
      MarkupDocument.Node(
        tag: tag, parent: open.last ?? -1, end: index + 1, lower: Int32(range.lowerBound),
        upper: Int32(range.upperBound)))
    open.append(index)
    openCounts[Int(tag.rawValue)] += 1
    // The element is closed at once, so that what follows stays on this level.
    if open.count > Self.depthLimit { close() }
  }

  private mutating func close() {
    guard let index = open.popLast() else { return }
    nodes[Int(index)].end = Int32(nodes.count)
    openCounts[Int(nodes[Int(index)].tag.rawValue)] -= 1
  }
}

// MARK: - Which elements end where

extension MarkupParser {
  private func isOpen(_ tag: MarkupTag) -> Bool { openCounts[Int(tag.rawValue)] > 0 }

  private func tag(_ level: Int) -> MarkupTag { nodes[Int(open[level])].tag }

  /// Closes everything up to the innermost open `tag`, unless an element at which `stops` is true
  /// lies between. Cost: bounded by the depth limit.
  private mutating func closeNearest(_ target: MarkupTag, stops: (MarkupTag) -> Bool) {
    guard isOpen(target) else { return }
    for level in open.indices.reversed() {
      let tag = tag(level)
      if tag == target {
        while open.count > level { close() }
        return
      }
      if stops(tag) { return }
    }
  }

  /// Closes what the start of `tag` ends without saying so.
  private mutating func closeImplied(before tag: MarkupTag) {
    switch tag {
    case .li: closeNearest(.li) { $0 == .ul || $0 == .ol || $0.isBarrier || $0 == .menu }
    case .dt, .dd:
      closeNearest(.dt) { $0 == .dl || $0.isBarrier }
      closeNearest(.dd) { $0 == .dl || $0.isBarrier }
    case .td, .th:
      closeNearest(.td) { $0 == .tr || $0 == .table }
      closeNearest(.th) { $0 == .tr || $0 == .table }
    case .tr:
      closeNearest(.tr) { $0 == .table }
    case .tbody, .thead, .tfoot:
      for part in [MarkupTag.tbody, .thead, .tfoot] { closeNearest(part) { $0 == .table } }
    case .option, .optgroup: closeNearest(.option) { $0 == .select }
    case .a: closeNearest(.a) { $0.isBlock || $0.isBarrier }
    case .body: closeNearest(.head) { _ in false }
    default: break
    }
    if tag.isBlock { closeNearest(.p) { $0.isBarrier || $0 == .button } }
    if tag.isHeading, let last = open.indices.last, self.tag(last).isHeading { close() }
  }

  /// Closes what the end tag at `index` names; returns where the text after it begins.
  private mutating func endTag(at index: Int) -> Int {
    let name = name(at: index)
    let after = find(UInt8(ascii: ">"), from: name.upperBound).map { $0 + 1 } ?? source.count
    guard dialect == .html else {
      closeNamed(name)
      return after
    }
    let tag = MarkupTag(name: source[name])
    guard tag != .unknown else {
      closeNamed(name)
      return after
    }
    if tag.isBlock || tag.isBarrier {
      let isTablePart = tag == .table || tag == .tr || tag == .tbody || tag == .td || tag == .th
      closeNearest(tag) { $0.isBarrier && !isTablePart }
    } else {
      closeNearest(tag) { $0.isBlock || $0.isBarrier }
    }
    return after
  }

  /// Closes the innermost open element whose name is written at `name`.
  private mutating func closeNamed(_ name: Range<Int>) {
    guard isOpen(.unknown) else { return }
    for level in open.indices.reversed() {
      let node = nodes[Int(open[level])]
      if dialect == .html, node.tag.isBlock || node.tag.isBarrier { return }
      let start = Int(node.lower)
      let isSame =
        node.tag == .unknown && start + name.count <= Int(node.upper)
        && source[start..<(start + name.count)].elementsEqual(source[name])
        && (start + name.count == Int(node.upper)
          || MarkupDocument.endsName(source[start + name.count]))
      if isSame {
        while open.count > level { close() }
        return
      }
    }
  }
}
