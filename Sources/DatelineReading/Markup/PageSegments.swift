internal import DatelineText

/// One run of a page's text that no block element interrupts: a paragraph, a heading, a list item,
/// a link in a menu.
struct PageSegment {
  /// The innermost block element around it.
  var element: Int
  /// Its nodes.
  var nodes: Range<Int>
  /// Characters without repeated blanks.
  var length = 0
  /// Characters inside links.
  var linkLength = 0
  /// Commas and other marks inside sentences.
  var commas = 0

  /// The share of its characters that are inside links.
  var linkDensity: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }
}

/// A part of a page that is left out, and why.
struct RemovedPart {
  var node: Int
  var kind: Block.Furniture
}

/// Cuts a page into segments, leaving out what is never the article.
struct PageSegmenter {
  private let page: MarkupDocument
  /// The segments in order.
  private(set) var segments: [PageSegment] = []
  /// What was left out.
  private(set) var removed: [RemovedPart] = []
  /// For each element what its class says.
  private(set) var hints: [ClassHints]
  /// For each node the number of bytes of running text inside: long texts that are no links.
  private var proseLengths: [Int32]
  /// Whether an element holds what its class calls the article's body beyond doubt.
  private var holdsBody: [Bool]
  private var totalProse = 0

  /// Cuts `page`.
  init(_ page: MarkupDocument) {
    self.page = page
    hints = [ClassHints](repeating: [], count: page.nodes.count)
    proseLengths = [Int32](repeating: 0, count: page.nodes.count)
    holdsBody = [Bool](repeating: false, count: page.nodes.count)
    survey()
    cut()
  }

  /// Reads the hints of all elements and estimates where prose stands, from the innermost nodes
  /// outwards.
  private mutating func survey() {
    for index in page.nodes.indices.reversed() {
      let node = page.nodes[index]
      let parent = Int(node.parent)
      if node.tag == .text {
        if node.range.count >= 60, parent >= 0, !page.nodes[parent].tag.isInvisible {
          proseLengths[index] = Int32(node.range.count)
        }
      } else if node.tag.isInvisible || node.tag == .a {
        proseLengths[index] = 0
      } else if node.tag.isBlock || node.tag == .span || node.tag == .unknown {
        hints[index] = readHints(index)
        if hints[index].contains(.certainBody), proseLengths[index] > 200 {
          holdsBody[index] = true
        }
      }
      guard parent >= 0 else {
        totalProse += Int(proseLengths[index])
        continue
      }
      proseLengths[parent] += proseLengths[index]
      if holdsBody[index] { holdsBody[parent] = true }
    }
  }

  private mutating func cut() {
    var blockOf = [Int32](repeating: 0, count: page.nodes.count)
    var isLink = [Bool](repeating: false, count: page.nodes.count)
    var current: PageSegment?
    var index = 0
    while index < page.nodes.count {
      let node = page.nodes[index]
      let parent = Int(node.parent)
      let block = parent >= 0 ? blockOf[parent] : Int32(index)
      let inLink = parent >= 0 && isLink[parent]
      if node.tag == .text {
        add(index, block: Int(block), inLink: inLink, to: &current)
        index += 1
        continue
      }
      if let kind = removal(of: index) {
        if node.tag.isBlock { finish(&current) }
        if let kind = kind { removed.append(RemovedPart(node: index, kind: kind)) }
        index = Int(node.end)
        continue
      }
      blockOf[index] = node.tag.isBlock ? Int32(index) : block
      isLink[index] = inLink || node.tag == .a
      if node.tag.isBlock || (node.tag == .br && endsLine(index)) { finish(&current) }
      index += 1
    }
    finish(&current)
  }

  private mutating func finish(_ segment: inout PageSegment?) {
    if let segment, segment.length > 0 { segments.append(segment) }
    segment = nil
  }

  /// Whether another break follows this one, with nothing but blanks between.
  private func endsLine(_ index: Int) -> Bool {
    var next = index + 1
    while next < page.nodes.count {
      let node = page.nodes[next]
      if node.tag == .br { return true }
      guard node.tag == .text, page.bytes[node.range].allSatisfy({ $0 <= 0x20 }) else {
        return false
      }
      next += 1
    }
    return false
  }

  private mutating func add(_ index: Int, block: Int, inLink: Bool, to segment: inout PageSegment?)
  {
    if segment?.element != block { finish(&segment) }
    let (length, commas) = measure(page.nodes[index].range, hasText: (segment?.length ?? 0) > 0)
    guard segment != nil || length > 0 else { return }
    var grown = segment ?? PageSegment(element: block, nodes: index..<index)
    grown.nodes = grown.nodes.lowerBound..<(index + 1)
    grown.length += length
    grown.commas += commas
    if inLink { grown.linkLength += length }
    segment = grown
  }

  /// Characters with runs of blanks counted once, and commas.
  private func measure(_ range: Range<Int>, hasText: Bool) -> (length: Int, commas: Int) {
    page.bytes.withUnsafeBufferPointer { bytes in
      var (length, commas) = (0, 0)
      var wasBlank = !hasText
      for byte in bytes[range] {
        if byte <= 0x20 {
          if !wasBlank { length += 1 }
          wasBlank = true
        } else {
          if byte & 0xC0 != 0x80 { length += 1 }
          if byte == UInt8(ascii: ",") { commas += 1 }
          wasBlank = false
        }
      }
      return (length == 1 && wasBlank ? 0 : length, commas)
    }
  }
}

// MARK: - What is left out

extension PageSegmenter {
  /// Why element `index` is left out with everything inside; nil keeps it, an inner nil leaves it
  /// out without a trace.
  private func removal(of index: Int) -> Block.Furniture?? {
    let node = page.nodes[index]
    if node.tag.isInvisible { return .some(nil) }
    guard node.tag.isBlock || node.tag == .span || node.tag == .unknown else { return nil }
    if hints[index].contains(.hidden) { return .some(nil) }
    return holdsBody[index] ? nil : removal(of: index, node, hints[index])
  }

  private func removal(of index: Int, _ node: MarkupDocument.Node, _ hints: ClassHints)
    -> Block.Furniture??
  {
    let share = totalProse == 0 ? 0 : Double(proseLengths[index]) / Double(totalProse)
    switch node.tag {
    // A quotation may be of a post on a network, and be called so.
    case .html, .body, .main, .article, .blockquote: return nil
    case .nav, .menu: return share < 0.5 ? .some(.navigation) : nil
    case .aside, .footer: return share < 0.4 ? .some(.navigation) : nil
    case .form: return share < 0.4 ? .some(.other) : nil
    case .header: return proseLengths[index] == 0 || share < 0.2 ? .some(.navigation) : nil
    default: break
    }
    guard !hints.isDisjoint(with: [.furniture, .aside, .header]) else { return nil }
    if hints.contains(.body), share >= 0.3 || (!hints.contains(.furniture) && share > 0.1) {
      return nil
    }
    if hints.contains(.furniture) || hints.contains(.aside) {
      return share < 0.6 ? .some(hints.kind) : nil
    }
    // Authors, dates and credits are short.
    return share < 0.1 && node.range.count > 0 ? .some(hints.kind) : nil
  }

  /// Reads class, id, role and the attributes that hide an element.
  private func readHints(_ index: Int) -> ClassHints {
    var hints = ClassHints()
    var reader = AttributeReader(bytes: page.bytes, range: page.nodes[index].range)
    while let (name, value) = reader.next() {
      switch page.bytes[name].count {
      case 2 where matches(name, "id"), 5 where matches(name, "class"),
        4 where matches(name, "role"):
        hints.formUnion(ClassHints(names: page.bytes[value]))
      case 8 where matches(name, "itemprop"):
        if matches(value, "articlebody") { hints.formUnion([.body, .certainBody]) }
      case 5 where matches(name, "style"):
        if hides(page.bytes[value]) { hints.insert(.hidden) }
      case 6 where matches(name, "hidden"): hints.insert(.hidden)
      default: break
      }
    }
    return hints
  }

  private func matches(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { name in
      zip(page.bytes[range], name).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  private func hides(_ style: ArraySlice<UInt8>) -> Bool {
    let text = style.filter { $0 > 0x20 }.map { $0 | 0x20 }
    return text.starts(with: "display:none".utf8) || text.starts(with: "visibility:hidden".utf8)
  }
}
