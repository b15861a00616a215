/// Weighs the signs that a passage is furniture.
///
/// Text that is wrongly kept costs a little; body text that is wrongly dropped loses facts. So a
/// passage inside the body is furniture only when a listed phrase is all of it or begins a short
/// line, and one after the body only when strong signs or several weak ones agree.
package struct FurnitureScore {
  private let shape: PassageShape
  private let words: [[UInt8]]
  private let lexicon = FurnitureLexicon.embedded

  /// Looks at the passage of `shape`.
  package init(_ shape: PassageShape) {
    self.shape = shape
    words = shape.foldedWords
  }

  /// What the passage is by a rule that holds anywhere in an article.
  ///
  /// "Continue Reading", "ALSO READ: Truce holds in Doha" and "https://example.org/a" are
  /// furniture; "Share prices fell on Monday." is not.
  package static func anywhere(_ shape: PassageShape) -> Block.Furniture? {
    guard shape.isShort, shape.words.count <= 14 else { return nil }
    return FurnitureScore(shape).anywhere
  }

  private var anywhere: Block.Furniture? {
    if isBareLink { return .link }
    if let kind = lexicon.whole(words, .whole) { return kind }
    guard !shape.endsSentence, words.count <= 12 else { return nil }
    return lexicon.start(words, .start)
  }

  /// What a passage before the body is.
  package var beforeBody: Block.Furniture? {
    guard shape.isShort else { return nil }
    if isBareLink { return .link }
    if isTrail { return .navigation }
    if let kind = lexicon.whole(words, .whole) ?? lexicon.whole(words, .edge) { return kind }
    if words.isEmpty { return .other }
    if shape.words.count <= 8, !shape.endsSentence, let kind = lexicon.start(words, .start) {
      return kind
    }
    return shape.length < 200 && legalSigns >= 3 ? .legal : nil
  }

  /// What a passage after the body is.
  package var afterBody: Block.Furniture? {
    if let kind = beforeBody { return kind }
    if shape.words.count <= 25, let kind = lexicon.start(words, .start) { return kind }
    if let kind = lexicon.start(words, .tail) { return kind }
    return weighed
  }

  /// The kind whose signs weigh enough: a strong phrase counts 3, a weak one 2, and brackets round
  /// the whole, a link or handle, and the lack of a full stop 1 each.
  private var weighed: Block.Furniture? {
    if legalSigns >= 3 { return .legal }
    var weight = 0
    var kind: Block.Furniture?
    if let strong = lexicon.within(words, .within) {
      weight += 3
      kind = strong
    }
    let weak = lexicon.all(words, .hint)
    weight += weak.count * 2
    kind = kind ?? weak.first
    guard kind != nil else { return nil }
    if isBracketed { weight += 1 }
    if hasHandle { weight += 1 }
    if !shape.endsSentence, !isBracketed, words.count >= 4 { weight += 1 }
    // A long paragraph may mention one of the phrases in passing.
    return weight >= (shape.isShort && words.count <= 40 ? 3 : 5) ? kind : nil
  }

  /// 3 where a copyright sign stands in the passage.
  private var legalSigns: Int {
    let bytes = shape.bytes[shape.span.range.prefix(400)]
    return bytes.indices.contains { bytes[$0] == 0xC2 && bytes[$0...].starts(with: [0xC2, 0xA9]) }
      ? 3 : 0
  }

  private var isBracketed: Bool {
    shape.bytes[Int(shape.span.lower)] == UInt8(ascii: "(") && shape.lastClass == .closing
  }

  private var hasHandle: Bool {
    shape.words.contains { word in
      let bytes = shape.bytes[word.range]
      return bytes.contains(UInt8(ascii: "@")) || Self.isLink(bytes)
    }
  }

  /// Whether it is the trail of sections that leads to the page: "Home > World > Asia".
  private var isTrail: Bool {
    let marks = shape.words.indices.filter { Self.isTrailMark(shape.bytes[shape.words[$0].range]) }
    guard let first = marks.first, let last = marks.last, first > 0, last + 1 < shape.words.count
    else { return false }
    return marks.count > 1 || words.first.map { $0 == Array("home".utf8) } ?? false
  }

  /// ">", "›" or "»" alone.
  private static func isTrailMark(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual([0x3E]) || word.elementsEqual("›".utf8) || word.elementsEqual("»".utf8)
  }

  /// Whether links are all there is.
  private var isBareLink: Bool {
    !shape.words.isEmpty && shape.words.allSatisfy { Self.isLink(shape.bytes[$0.range]) }
  }

  /// Whether the word is a web address, with its scheme or as "www.example.org" or
  /// "example.org/contact".
  static func isLink(_ word: ArraySlice<UInt8>) -> Bool {
    if word.starts(with: "http://".utf8) || word.starts(with: "https://".utf8)
      || word.starts(with: "www.".utf8)
    {
      return true
    }
    guard word.count >= 6, let slash = word.firstIndex(of: UInt8(ascii: "/")) else { return false }
    let host = word[..<slash].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return host.count >= 2
      && host.allSatisfy { label in
        label.count >= 2
          && label.allSatisfy { byte in
            byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-")
          }
      }
  }
}
