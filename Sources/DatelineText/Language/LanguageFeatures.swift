/// What a text shows of its language: how often each hashed run of letters stands in it, for each
/// script that languages share, and how many letters of other scripts there are.
///
/// The runs are of one to four letters within a word, its ends marked, and the word as a whole.
public struct LanguageFeatures: Sendable {
  /// The number of places of a script's table, as a power of two.
  static func bits(of script: LetterScript.Shared) -> UInt32 {
    switch script {
    case .latin: 13
    case .cyrillic: 12
    case .arabic: 11
    }
  }

  /// For each shared script: the places that occur, with their counts, in order.
  private(set) var places: [[(place: Int, count: Int)]]
  /// For each shared script: its letters.
  private(set) var letters: [Int]
  /// The letters of the languages that have a script of their own.
  private(set) var own: [String: Int] = [:]
  /// The letters that few languages of their script have, such as the Urdu "ے".
  private(set) var rare: [UInt32: Int] = [:]

  private static let longest = 4
  private static let end: UInt32 = 0x5F
  /// Longer words are addresses or the like.
  private static let longestWord = 40

  /// Reads valid UTF-8. Cost: linear, about 5 MB/s; meant for some kilobytes.
  public init(_ bytes: some Sequence<UInt8>) {
    let scripts = LetterScript.Shared.allCases
    letters = scripts.map { _ in 0 }
    places = []
    var counts = scripts.map { [UInt16](repeating: 0, count: 1 << Int(Self.bits(of: $0))) }
    var word: [UInt32] = [Self.end]
    var script = LetterScript.Shared.latin
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
      if script == .latin, scalar.value < 0x80 {
        let small = scalar.value | 0x20
        if small &- 0x61 < 26 {
          letters[script.rawValue] += 1
          word.append(small)
        } else if word.count > 1 {
          Self.count(&word, &counts[script.rawValue], script)
        }
        continue
      }
      let found = LetterScript(scalar.value)
      if let shared = found?.shared {
        if shared != script { Self.count(&word, &counts[script.rawValue], script) }
        script = shared
        letters[shared.rawValue] += 1
        let letter = LetterScript.folded(scalar.value)
        if shared != .latin { rare[letter, default: 0] += 1 }
        word.append(letter)
      } else {
        if word.count > 1 { Self.count(&word, &counts[script.rawValue], script) }
        if let language = found?.language { own[language, default: 0] += 1 }
      }
    }
    Self.count(&word, &counts[script.rawValue], script)
    places = zip(counts, letters).map { $1 == 0 ? [] : Self.occurring($0) }
  }

  /// The places that occur with their counts, in order. Most do not, so four are passed at once.
  private static func occurring(_ counts: [UInt16]) -> [(place: Int, count: Int)] {
    var places: [(place: Int, count: Int)] = []
    counts.withUnsafeBytes { bytes in
      for first in stride(from: 0, to: counts.count, by: 4)
      where bytes.loadUnaligned(fromByteOffset: 2 * first, as: UInt64.self) != 0 {
        for place in first..<(first + 4) where counts[place] > 0 {
          places.append((place, Int(counts[place])))
        }
      }
    }
    return places
  }

  /// Counts the runs of one word, and empties it.
  private static func count(
    _ word: inout [UInt32], _ counts: inout [UInt16], _ script: LetterScript.Shared
  ) {
    defer { word.removeSubrange(1...) }
    guard word.count > 1, word.count <= longestWord else { return }
    word.append(end)
    let shift = 32 - bits(of: script)
    func add(_ hash: UInt32) {
      let place = Int((hash &* 0x9E37_79B1) >> shift)
      if counts[place] < .max { counts[place] += 1 }
    }
    word.withUnsafeBufferPointer { word in
      for start in word.indices {
        var hash: UInt32 = 0x811C_9DC5
        for length in 1...min(longest, word.count - start) {
          hash = (hash ^ word[start + length - 1]) &* 0x0100_0193
          if length > 1 || word[start] != end { add(hash) }
        }
      }
    }
    if word.count > longest {
      add(word.reduce(0x2545_F491) { ($0 ^ $1) &* 0x0100_0193 })
    }
  }

  /// How many letters there are in all.
  var total: Int { letters.reduce(0, +) + own.values.reduce(0, +) }
}
