/// A name as it is compared with others: its words folded, and the keys that variants share.
package struct NameForm: Hashable, Sendable {
  /// The kinds of entity that are never merged with one another.
  package enum Block: UInt8, Hashable, Sendable {
    case person, organization, place, group, event, other
  }

  /// The name as written.
  package let text: String
  /// Its kind.
  package let block: Block
  /// Its folded words.
  package let words: [String]
  /// Whether it is one word in capitals, such as "TTP".
  package let isAcronym: Bool

  /// Makes the form of `text`.
  package init(_ text: String, type: EntityType) {
    self.text = text
    block = Block(type)
    words = FoldedText.fold(text).words.map(String.init)
    let letters = text.utf8.filter { $0 != UInt8(ascii: ".") }
    isAcronym =
      letters.count >= 2 && letters.count <= 7
      && letters.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == UInt8(ascii: "-") }
  }

  /// The folded name.
  package var folded: String { words.joined(separator: " ") }

  /// The folded name without "the" before it.
  package var withoutArticle: String {
    words.count > 1 && words[0] == "the" ? words.dropFirst().joined(separator: " ") : folded
  }

  /// The folded name without the ending of the plural; nil where it has none.
  package var singular: String? {
    let name = folded
    guard name.utf8.count > 4, name.hasSuffix("s"), !name.hasSuffix("ss") else { return nil }
    return String(name.dropLast())
  }

  /// The folded words without particles such as "al" and without "Jr."; a ruler keeps the number
  /// ("Abdullah II"), which makes a single word a full name.
  package var bareWords: [String] {
    let kept = words.filter { !Self.particles.contains($0) }
    if kept.count == 1, isNumbered { return kept + words.suffix(1) }
    return kept.isEmpty ? words : kept
  }

  /// Whether the name ends in a number above one, as rulers' and juniors' names do.
  package var isNumbered: Bool {
    words.count > 1 && words.last.map { $0 != "i" && Self.numerals.contains($0) } == true
  }

  /// What transliterations of a name share: "Tehreek-e-Taliban" and "Tehrik-i-Taliban" are "thrk
  /// tlbn". Nil where too little is left to tell names apart.
  package var skeleton: String? {
    guard let last = words.last, !Self.numerals.contains(last),
      !words.contains(where: { $0.utf8.contains { $0 < 0x3A } })
    else { return nil }
    let parts = bareWords.filter { $0.utf8.count > 1 }.map(Self.consonants)
    let letters = parts.reduce(0) { $0 + $1.utf8.count }
    guard parts.count > 1 ? letters >= 5 : letters >= 4 && block == .organization else {
      return nil
    }
    return parts.joined(separator: " ")
  }

  /// The initials: of capitalised words, and of all words; hyphens part words.
  package var initials: Set<String> {
    guard words.count > 1, !isAcronym else { return [] }
    var capitals = ""
    var all = ""
    for word in text.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "–" || $0 == "(" }) {
      guard let first = word.first, first.isLetter else { continue }
      all.append(contentsOf: first.lowercased())
      if first.isUppercase { capitals.append(contentsOf: first.lowercased()) }
    }
    return [FoldedText.fold(capitals), FoldedText.fold(all)]
  }

  private static let numerals: Set<String> = ["i", "ii", "iii", "iv", "v", "vi", "x"]

  private static let particles: Set<String> = [
    "al", "el", "ul", "ur", "ud", "e", "i", "bin", "ibn", "the", "jr", "ii", "iii",
  ]

  private static func consonants(_ word: String) -> String {
    var result: [UInt8] = []
    for (index, byte) in word.utf8.enumerated() {
      var letter = byte
      switch byte {
      case UInt8(ascii: "q"), UInt8(ascii: "c"): letter = UInt8(ascii: "k")
      case UInt8(ascii: "y"): letter = UInt8(ascii: "i")
      default: break
      }
      let isVowel = [0x61, 0x65, 0x69, 0x6F, 0x75].contains(letter)
      if isVowel && index > 0 || letter == result.last { continue }
      result.append(isVowel ? 0x61 : letter)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension NameForm.Block {
  /// The kind of an entity type.
  package init(_ type: EntityType) {
    self =
      switch type {
      case .person: .person
      case .organization: .organization
      case .geopolitical, .location, .facility: .place
      case .group: .group
      case .event: .event
      case .miscellaneous: .other
      }
  }
}

/// Sets of numbers that are brought together step by step (union by smaller number, with path
/// halving).
package struct UnionFind: Sendable {
  private var parents: [Int]

  /// Makes `count` sets of one number each.
  package init(count: Int) { parents = Array(0..<count) }

  /// The smallest number of the set that holds `index`.
  package mutating func find(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  /// Brings two sets together; returns whether they were apart.
  @discardableResult
  package mutating func unite(_ left: Int, _ right: Int) -> Bool {
    let left = find(left)
    let right = find(right)
    guard left != right else { return false }
    parents[max(left, right)] = min(left, right)
    return true
  }
}
