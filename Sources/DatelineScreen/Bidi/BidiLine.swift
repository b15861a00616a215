/// Lays one line of mixed left-to-right and right-to-left text out in the order in which a terminal
/// shows its cells.
///
/// Method: the Unicode Bidirectional Algorithm (Unicode Standard Annex #9), rules P2 to P3, W1 to
/// W7, N0 to N2, I1, I2 and L1 to L4. Explicit embeddings and isolates are left out, for their
/// control characters never reach a cell; each field of a pane is a paragraph of its own, so that
/// the text of one pane cannot turn that of another.
struct BidiLine {
  /// The indices of the scalars in order of display, from the left. A combining mark comes after
  /// its base.
  let order: [Int]
  /// For each scalar, in order of writing, whether it runs to the left.
  let isReversed: [Bool]

  /// Whether `scalars` hold anything that runs to the left; else the order is that of writing.
  static func isNeeded(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    scalars.contains { scalar in
      scalar.value >= 0x590
        && (scalar.value <= 0x8FF || 0xFB1D...0xFEFF ~= scalar.value
          || 0x10800...0x1EFFF ~= scalar.value)
        && [.right, .arabicLetter, .arabicNumber].contains(BidiClass(scalar))
    }
  }

  /// Lays out `scalars`. Cost: linear, but for the nesting of brackets.
  init(_ scalars: [Unicode.Scalar]) {
    let original = scalars.map { BidiClass($0) }
    let base = Self.baseLevel(original)
    var classes = original
    Self.resolveWeak(&classes, base: base)
    Self.resolveBrackets(scalars, &classes, base: base)
    Self.resolveNeutral(&classes, base: base)
    var levels = classes.map { Self.level(of: $0, base: base) }
    // L1: blanks at the end stand at the end of the line, in its direction.
    for index in original.indices.reversed() {
      guard original[index] == .whiteSpace else { break }
      levels[index] = base
    }
    order = Self.reordered(levels, original)
    isReversed = levels.map { $0 % 2 == 1 }
  }

  /// P2 and P3: the first strong character decides.
  private static func baseLevel(_ classes: [BidiClass]) -> Int {
    for kind in classes {
      if kind == .left { return 0 }
      if kind == .right || kind == .arabicLetter { return 1 }
    }
    return 0
  }

  private static func direction(_ level: Int) -> BidiClass { level % 2 == 0 ? .left : .right }

  /// W1 to W7.
  private static func resolveWeak(_ classes: inout [BidiClass], base: Int) {
    var previous = direction(base)
    for index in classes.indices {
      if classes[index] == .nonspacingMark { classes[index] = previous }
      previous = classes[index]
    }
    var strong = direction(base)
    for index in classes.indices {
      switch classes[index] {
      case .left, .right, .arabicLetter: strong = classes[index]
      case .europeanNumber: if strong == .arabicLetter { classes[index] = .arabicNumber }
      default: break
      }
    }
    for index in classes.indices where classes[index] == .arabicLetter { classes[index] = .right }
    resolveSeparators(&classes)
    strong = direction(base)
    for index in classes.indices {
      switch classes[index] {
      case .left, .right: strong = classes[index]
      case .europeanNumber: if strong == .left { classes[index] = .left }
      default: break
      }
    }
  }

  /// W4 to W6.
  private static func resolveSeparators(_ classes: inout [BidiClass]) {
    for index in classes.indices.dropFirst().dropLast() {
      let (before, after) = (classes[index - 1], classes[index + 1])
      guard before == after else { continue }
      let joins =
        classes[index] == .commonSeparator
        ? before == .europeanNumber || before == .arabicNumber
        : classes[index] == .europeanSeparator && before == .europeanNumber
      if joins { classes[index] = before }
    }
    var index = 0
    while index < classes.count {
      guard classes[index] == .europeanTerminator else {
        index += 1
        continue
      }
      var end = index
      while end < classes.count, classes[end] == .europeanTerminator { end += 1 }
      let joins =
        (index > 0 && classes[index - 1] == .europeanNumber)
        || (end < classes.count && classes[end] == .europeanNumber)
      for place in index..<end { classes[place] = joins ? .europeanNumber : .otherNeutral }
      index = end
    }
    for index in classes.indices
    where classes[index] == .commonSeparator || classes[index] == .europeanSeparator {
      classes[index] = .otherNeutral
    }
  }

  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "“": "”", "‘": "’", "「": "」", "（": "）",
  ]

  /// N0, for the common brackets: a pair takes the direction of what it holds, so that it stays
  /// one.
  private static func resolveBrackets(
    _ scalars: [Unicode.Scalar], _ classes: inout [BidiClass], base: Int
  ) {
    var open: [(close: Unicode.Scalar, index: Int)] = []
    for index in scalars.indices {
      if let close = pairs[scalars[index]] {
        guard open.count < 63 else { return }
        open.append((close, index))
      } else if let match = open.lastIndex(where: { $0.close == scalars[index] }) {
        let start = open[match].index
        open.removeSubrange(match...)
        let inside = classes[(start + 1)..<index].map(strength)
        let own = direction(base)
        if inside.contains(own) {
          (classes[start], classes[index]) = (own, own)
        } else if let other = inside.compactMap({ $0 }).first {
          let before = classes[..<start].reversed().lazy.compactMap(strength).first ?? own
          let chosen = before == other ? other : own
          (classes[start], classes[index]) = (chosen, chosen)
        }
      }
    }
  }

  /// The direction that a resolved class shows to neutrals; nil for neutrals.
  private static func strength(_ kind: BidiClass) -> BidiClass? {
    switch kind {
    case .left: .left
    case .right, .arabicLetter, .europeanNumber, .arabicNumber: .right
    default: nil
    }
  }

  /// N1 and N2.
  private static func resolveNeutral(_ classes: inout [BidiClass], base: Int) {
    var index = 0
    while index < classes.count {
      guard strength(classes[index]) == nil else {
        index += 1
        continue
      }
      var end = index
      while end < classes.count, strength(classes[end]) == nil { end += 1 }
      let before = index > 0 ? strength(classes[index - 1]) : direction(base)
      let after = end < classes.count ? strength(classes[end]) : direction(base)
      let chosen = before == after ? before ?? direction(base) : direction(base)
      for place in index..<end { classes[place] = chosen }
      index = end
    }
  }

  /// I1 and I2.
  private static func level(of kind: BidiClass, base: Int) -> Int {
    switch kind {
    case .left: base % 2 == 0 ? base : base + 1
    case .right: base % 2 == 0 ? base + 1 : base
    case .europeanNumber, .arabicNumber: base % 2 == 0 ? base + 2 : base + 1
    default: base
    }
  }

  /// L2, with the marks put behind their bases again (L3).
  private static func reordered(_ levels: [Int], _ classes: [BidiClass]) -> [Int] {
    // A base and its marks move together.
    var clusters: [Range<Int>] = []
    for index in levels.indices {
      if classes[index] == .nonspacingMark, let last = clusters.last {
        clusters[clusters.count - 1] = last.lowerBound..<(index + 1)
      } else {
        clusters.append(index..<(index + 1))
      }
    }
    let highest = levels.max() ?? 0
    guard highest > 0 else { return Array(levels.indices) }
    for level in stride(from: highest, through: 1, by: -1) {
      var start = 0
      while start < clusters.count {
        guard levels[clusters[start].lowerBound] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < clusters.count, levels[clusters[end].lowerBound] >= level { end += 1 }
        clusters[start..<end].reverse()
        start = end
      }
    }
    return clusters.flatMap { Array($0) }
  }

  /// L4: the mirror image of a bracket that runs to the left.
  static func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    mirrors[scalar] ?? scalar
  }

  private static let mirrors: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»",
    "»": "«", "‹": "›", "›": "‹",
  ]
}
