internal import DatelineText

/// Packs what grammar says of tokens: the largest part of an annotation, and the most regular.
///
/// Each token's part of speech and form are coded in the context of the part of speech before, its
/// relation in that of its own part, the distance to its head in that of its relation.
struct SyntaxModels {
  private static let parts = PartOfSpeech.allCases.count
  private static let relationCount = DependencyRelation.allCases.count
  /// Parts of speech with forms: 17 x 9 = 153.
  private static let codeWidth = 8
  /// 49 relations.
  private static let relationWidth = 6
  /// Distances from -31 to 31 have a code of their own; the last stands for "further".
  private static let distanceWidth = 6
  private static let further = 63

  private var codes = BitModels(count: (parts + 1) << codeWidth)
  private var relations = BitModels(count: parts << relationWidth)
  private var distances = BitModels(count: relationCount << distanceWidth)
  private var plain = BitModels(count: 1 << 8)

  private static let forms = WordForm.allCases.count
  private static let relation = DependencyRelation.allCases
  private static let place = Dictionary(
    uniqueKeysWithValues: relation.enumerated().map { ($1, $0) })

  /// Codes all tokens.
  mutating func encode(_ syntax: [TokenSyntax]) -> [UInt8] {
    var coder = RangeEncoder()
    var before = Self.parts
    for (index, token) in syntax.enumerated() {
      let part = Int(token.partOfSpeech.rawValue)
      coder.encode(
        part * Self.forms + Int(token.form.rawValue), width: Self.codeWidth, &codes,
        base: before << Self.codeWidth)
      let relation = Self.place[token.relation] ?? 0
      coder.encode(
        relation, width: Self.relationWidth, &relations, base: part << Self.relationWidth)
      encode(distance: Self.distance(token.head, from: index), relation, &coder)
      before = part
    }
    return coder.finish()
  }

  private mutating func encode(distance: Int, _ relation: Int, _ coder: inout RangeEncoder) {
    let isNear = distance < Self.further
    coder.encode(
      isNear ? distance : Self.further, width: Self.distanceWidth, &distances,
      base: relation << Self.distanceWidth)
    guard !isNear else { return }
    for shift in [24, 16, 8, 0] {
      coder.encode(distance >> shift & 0xFF, width: 8, &plain, base: 0)
    }
  }

  /// Reads `count` tokens; nil where the bits make no sense.
  mutating func decode(_ bytes: ArraySlice<UInt8>, count: Int) -> [TokenSyntax]? {
    var coder = RangeDecoder(bytes)
    var syntax: [TokenSyntax] = []
    syntax.reserveCapacity(count)
    var before = Self.parts
    for index in 0..<count {
      let code = coder.decode(width: Self.codeWidth, &codes, base: before << Self.codeWidth)
      guard let part = PartOfSpeech(rawValue: UInt8(code / Self.forms)),
        let form = WordForm(rawValue: UInt8(code % Self.forms))
      else { return nil }
      before = Int(part.rawValue)
      let relation = coder.decode(
        width: Self.relationWidth, &relations, base: before << Self.relationWidth)
      guard relation < Self.relationCount else { return nil }
      let head = Self.head(decodeDistance(relation, &coder), from: index)
      if let head, !(0..<count).contains(head) { return nil }
      syntax.append(
        TokenSyntax(
          partOfSpeech: part, form: form, head: head, relation: Self.relation[relation]))
    }
    return syntax
  }

  private mutating func decodeDistance(_ relation: Int, _ coder: inout RangeDecoder) -> Int {
    let near = coder.decode(
      width: Self.distanceWidth, &distances, base: relation << Self.distanceWidth)
    guard near == Self.further else { return near }
    return (0..<4).reduce(0) { distance, _ in
      distance << 8 | coder.decode(width: 8, &plain, base: 0)
    }
  }

  /// 0 for a root; else odd for heads before and even for those after, or at, the token.
  private static func distance(_ head: Int?, from index: Int) -> Int {
    guard let head else { return 0 }
    return head < index ? 2 * (index - head) - 1 : 2 * (head - index) + 2
  }

  private static func head(_ distance: Int, from index: Int) -> Int? {
    guard distance > 0 else { return nil }
    return distance & 1 == 1 ? index - (distance + 1) / 2 : index + (distance - 2) / 2
  }
}

extension AnnotationWriter {
  /// Writes the descriptions of tokens.
  mutating func write(_ syntax: [TokenSyntax]) {
    number(syntax.count)
    var models = SyntaxModels()
    let packed = models.encode(syntax)
    number(packed.count)
    append(packed)
  }
}

extension AnnotationReader {
  /// Reads the descriptions of at most `limit` tokens.
  mutating func syntax(limit: Int) throws(AnnotationError) -> [TokenSyntax] {
    let count = try index(below: limit + 1)
    let packed = try slice(count: try self.count())
    var models = SyntaxModels()
    guard let syntax = models.decode(packed, count: count) else { throw malformed }
    return syntax
  }
}
