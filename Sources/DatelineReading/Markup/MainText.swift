internal import DatelineText

/// Finds the element of a page that holds the article.
///
/// Paragraphs give points to the elements around them, fewer the farther away, and the element with
/// most points and few links is the article (after Arc90's Readability). Where pictures or
/// advertising cut an article into several elements, the one around them all is taken.
struct MainText {
  private let page: MarkupDocument
  private let segments: [PageSegment]
  private let hints: [ClassHints]
  /// Whether the page has several `<article>`s, so that each is one of many.
  private let hasManyArticles: Bool
  /// The first `<h1>`, where there is one.
  private let headline: Int?

  /// Looks at what `segmenter` cut.
  init(_ page: MarkupDocument, _ segmenter: PageSegmenter) {
    self.page = page
    segments = segmenter.segments
    hints = segmenter.hints
    hasManyArticles = page.nodes.lazy.filter { $0.tag == .article }.prefix(2).count > 1
    headline = page.nodes.firstIndex { $0.tag == .h1 }
  }

  /// The segments of the article's element, as a range; empty where the page has no prose.
  func range() -> Range<Int> {
    guard let top = topElement() else { return 0..<0 }
    return segmentRange(of: widened(top))
  }

  /// What the segment is worth as a paragraph.
  private func points(of segment: PageSegment) -> Double {
    guard segment.length >= 25, !page.nodes[segment.element].tag.isHeading else { return 0 }
    let points = 1 + Double(segment.commas) + min(Double(segment.length) / 100, 3)
    return points * (1 - segment.linkDensity)
  }

  /// The points of every element.
  private func scores() -> [Double] {
    var scores = [Double](repeating: 0, count: page.nodes.count)
    for segment in segments {
      let points = points(of: segment)
      guard points > 0 else { continue }
      // Bare text in a container counts for the container, a paragraph for its parent.
      var element = segment.element
      switch page.nodes[element].tag {
      case .div, .section, .article, .main, .td, .body: break
      default: element = Int(page.nodes[element].parent)
      }
      var level = 0
      while element >= 0, level < 5 {
        scores[element] += points / Double(level == 0 ? 1 : level == 1 ? 2 : level * 3)
        if hasManyArticles, page.nodes[element].tag == .article { break }
        element = Int(page.nodes[element].parent)
        level += 1
      }
    }
    return scores
  }

  private func weight(of element: Int) -> Double {
    var weight =
      switch page.nodes[element].tag {
      case .article: headline.map { contains(element, $0) } ?? false ? 40.0 : 20.0
      case .main: 10.0
      case .div: 5.0
      case .section, .blockquote, .td, .pre: 3.0
      case .ul, .ol, .li, .dl, .dd, .dt, .form, .address: -3.0
      case .body, .html: -10.0
      default: 0.0
      }
    if hints[element].contains(.body) { weight += 25 }
    if hints[element].contains(.certainBody) { weight += 25 }
    if !hints[element].isDisjoint(with: [.furniture, .aside, .header]) { weight -= 25 }
    return weight
  }

  private func contains(_ element: Int, _ node: Int) -> Bool {
    element <= node && node < Int(page.nodes[element].end)
  }

  private func topElement() -> Int? {
    let scores = scores()
    var best: (element: Int, score: Double)?
    for (element, score) in scores.enumerated() where score > 0 {
      let weighted = score + weight(of: element)
      guard weighted > best?.score ?? 0 else { continue }
      let final = weighted * (1 - linkDensity(of: element))
      if final > best?.score ?? 0 { best = (element, final) }
    }
    // A page without any template: all its paragraphs stand in the body.
    return best?.element
      ?? scores.indices.max { scores[$0] < scores[$1] }.flatMap { element in
        scores[element] > 0 ? element : nil
      }
  }

  private func linkDensity(of element: Int) -> Double {
    var (length, links) = (0, 0)
    for segment in segments[segmentRange(of: element)] {
      length += segment.length
      links += segment.linkLength
    }
    return length == 0 ? 0 : Double(links) / Double(length)
  }

  /// The outermost element around `top` that adds more of the same prose than anything else.
  private func widened(_ top: Int) -> Int {
    var chosen = top
    let containers = proseContainers(in: top)
    let names = Set(containers.keys.map(signature))
    var (prose, other) = amounts(of: top, names: names)
    var element = Int(page.nodes[top].parent)
    while element >= 0, !(hasManyArticles && page.nodes[chosen].tag == .article) {
      let (allProse, allOther) = amounts(of: element, names: names)
      let gain = allProse - prose
      let isCertain = page.nodes[chosen].tag == .article || hints[chosen].contains(.certainBody)
      if gain > (isCertain ? prose / 2 : prose / 8), gain > allOther - other {
        chosen = element
        (prose, other) = (allProse, allOther)
      }
      element = Int(page.nodes[element].parent)
    }
    return chosen
  }

  private static func isProse(_ segment: PageSegment) -> Bool {
    segment.length >= 80 && segment.linkDensity < 0.33
  }

  /// The element that a segment counts for: a paragraph's parent, else its own.
  private func container(of segment: PageSegment) -> Int {
    switch page.nodes[segment.element].tag {
    case .div, .section, .article, .main, .td, .body: segment.element
    default: max(Int(page.nodes[segment.element].parent), 0)
    }
  }

  /// How many paragraphs of prose each container inside `element` has.
  private func proseContainers(in element: Int) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for segment in segments[segmentRange(of: element)] where Self.isProse(segment) {
      counts[container(of: segment), default: 0] += 1
    }
    return counts
  }

  /// The tag of an element with its attributes: what elements made by one template share.
  private func signature(_ element: Int) -> ArraySlice<UInt8> {
    let node = page.nodes[element]
    let range = page.rawAttribute("class", of: element) ?? Int(node.lower)..<Int(node.lower)
    return page.bytes[range]
  }

  /// The characters of paragraphs inside `element`, and those of links and fragments. A lone
  /// paragraph in a container of another make than those of the article is a teaser.
  private func amounts(of element: Int, names: Set<ArraySlice<UInt8>>) -> (prose: Int, other: Int) {
    let containers = proseContainers(in: element)
    var (prose, other) = (0, 0)
    for segment in segments[segmentRange(of: element)] {
      let container = container(of: segment)
      if Self.isProse(segment),
        containers[container] ?? 0 > 1 || segment.length > 400
          || names.contains(signature(container))
      {
        prose += segment.length
      } else {
        other += segment.length
      }
    }
    return (prose, other)
  }

  /// The segments inside an element: they are in order of the page.
  private func segmentRange(of element: Int) -> Range<Int> {
    let lower = firstSegment(from: element)
    return lower..<max(firstSegment(from: Int(page.nodes[element].end)), lower)
  }

  private func firstSegment(from node: Int) -> Int {
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].nodes.lowerBound < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
