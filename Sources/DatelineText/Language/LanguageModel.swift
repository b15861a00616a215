internal import CDatelineData

/// The weights by which languages of one script are told apart: a linear model over hashed runs of
/// letters, one signed byte for each place and language.
///
/// Layout, for each shared script in order: the number of languages (u8), their tags (two ASCII
/// letters each), the score of one quantum (f32, little-endian), then for each place the weights of
/// all languages.
public struct LanguageModel: Sendable {
  /// The model of one script.
  public struct Table: Sendable {
    /// The languages as BCP 47 tags.
    public var languages: [String]
    /// What one quantum of weight is worth.
    public var scale: Float
    /// For each place the weights of all languages.
    public var weights: [Int8]

    /// Makes the model of one script.
    public init(languages: [String], scale: Float, weights: [Int8]) {
      self.languages = languages
      self.scale = scale
      self.weights = weights
    }
  }

  /// For each shared script its table.
  private let tables: [Table]

  /// The embedded model; without languages where its bytes are damaged.
  static let embedded: LanguageModel = {
    let data = dateline_weights_language()
    let bytes = Array(UnsafeBufferPointer(start: data.bytes, count: data.count))
    return LanguageModel(stored: bytes) ?? LanguageModel(tables: [])
  }()

  /// Makes a model of the tables of the shared scripts, in their order.
  public init(tables: [Table]) { self.tables = tables }

  /// Reads stored bytes; nil where they are not a model.
  init?(stored bytes: [UInt8]) {
    var tables: [Table] = []
    var offset = 0
    for script in LetterScript.Shared.allCases {
      guard offset < bytes.count else { return nil }
      let count = Int(bytes[offset])
      let size = count << Int(LanguageFeatures.bits(of: script))
      let start = offset + 1 + 2 * count + 4
      guard start + size <= bytes.count else { return nil }
      let tags = (0..<count).map {
        String(decoding: bytes[(offset + 1 + 2 * $0)..<(offset + 3 + 2 * $0)], as: UTF8.self)
      }
      let scale = bytes[(start - 4)..<start].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      tables.append(
        Table(
          languages: tags, scale: Float(bitPattern: scale),
          weights: bytes[start..<(start + size)].map { Int8(bitPattern: $0) }))
      offset = start + size
    }
    guard offset == bytes.count else { return nil }
    self.tables = tables
  }

  /// The model as bytes.
  public var stored: [UInt8] {
    tables.flatMap { table -> [UInt8] in
      let scale = (0..<4).map { UInt8(truncatingIfNeeded: table.scale.bitPattern >> (8 * $0)) }
      return [UInt8(table.languages.count)] + table.languages.flatMap { Array($0.utf8) } + scale
        + table.weights.map { UInt8(bitPattern: $0) }
    }
  }

  /// The languages of `script` with their scores, in the order of the table; a score does not grow
  /// with the length of the text.
  func scores(_ features: LanguageFeatures, _ script: LetterScript.Shared)
    -> [(language: String, score: Float)]
  {
    guard tables.indices.contains(script.rawValue) else { return [] }
    let table = tables[script.rawValue]
    let count = table.languages.count
    var sums = [Float](repeating: 0, count: count)
    var norm: Float = 0
    sums.withUnsafeMutableBufferPointer { sums in
      table.weights.withUnsafeBufferPointer { weights in
        for (place, times) in features.places[script.rawValue] {
          let value = Float(times).squareRoot()
          norm += value * value
          let row = UnsafeBufferPointer(rebasing: weights[(place * count)..<(place + 1) * count])
          for language in 0..<count { sums[language] += value * Float(row[language]) }
        }
      }
    }
    let factor = norm > 0 ? table.scale / norm.squareRoot() : 0
    return zip(table.languages, sums).map { ($0, $1 * factor) }
  }
}

extension LanguageFeatures {
  /// The places of a script that occur, with the square roots of their counts as a vector of length
  /// one, for training. Scripts are numbered: Latin, Cyrillic, Arabic.
  public func unitVector(of script: Int) -> [(place: Int, value: Float)] {
    let norm = Float(places[script].reduce(0) { $0 + $1.count }).squareRoot()
    return places[script].map { ($0.place, Float($0.count).squareRoot() / max(norm, 1)) }
  }

  /// The number of places that the table of a script has; scripts are numbered Latin, Cyrillic,
  /// Arabic.
  public static func placeCount(of script: Int) -> Int {
    1 << Int(bits(of: LetterScript.Shared.allCases[script]))
  }
}
