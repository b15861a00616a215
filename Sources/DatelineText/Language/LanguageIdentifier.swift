/// Tells in which language a text is.
///
/// Method: a script that one language writes names it; languages that share a script are told apart
/// by a linear model over runs of letters, trained on the translations of free software
/// (`weights/language.md`), and in the Cyrillic and Arabic scripts by letters that only some of
/// them have.
public enum LanguageIdentifier {
  /// A language and how sure it is.
  public struct Finding: Hashable, Sendable {
    /// The language as a BCP 47 tag.
    public var language: String
    /// How far it is ahead of the next one: 0 is a tie.
    public var margin: Float
    /// How far it is ahead of English; 1 where the text is not in Latin letters.
    public var marginToEnglish: Float
  }

  /// The language of `text`, valid UTF-8; nil where it has hardly any letters.
  ///
  /// Cost: linear, about 5 MB/s; meant for some kilobytes.
  public static func language(of text: some Sequence<UInt8>) -> Finding? {
    language(of: LanguageFeatures(text), model: .embedded)
  }

  /// The language of a text by a model that is being trained.
  public static func language(of features: LanguageFeatures, model: LanguageModel) -> Finding? {
    guard features.total >= 3 else { return nil }
    let own = features.own.values.reduce(0, +)
    if own * 2 > features.total, let language = ownLanguage(features.own) {
      return Finding(language: language, margin: 1, marginToEnglish: 1)
    }
    let scripts = LetterScript.Shared.allCases
    guard
      let script = scripts.max(by: { features.letters[$0.rawValue] < features.letters[$1.rawValue] }
      )
    else { return nil }
    if script == .arabic, let language = byLetters(features) {
      return Finding(language: language, margin: 1, marginToEnglish: 1)
    }
    var scores = model.scores(features, script)
    if script == .cyrillic {
      scores = scores.map { ($0.language, $0.score - foreign($0.language, features)) }
    }
    let ranked = scores.sorted { ($1.score, $0.language) < ($0.score, $1.language) }
    guard let best = ranked.first else { return nil }
    let second = ranked.dropFirst().first?.score ?? best.score - 1
    let english = scores.first { $0.language == "en" }?.score ?? best.score - 1
    return Finding(
      language: best.language, margin: best.score - second,
      marginToEnglish: best.score - english)
  }

  /// The language of most letters of scripts of their own; a text with kana is Japanese however
  /// many Han it has.
  private static func ownLanguage(_ own: [String: Int]) -> String? {
    let han = own["zh"] ?? 0
    if let kana = own["ja"], kana * 8 > han { return "ja" }
    if let hangul = own["ko"], hangul * 2 > han { return "ko" }
    return own.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The languages of the Arabic script with letters that the others lack.
  private static func byLetters(_ features: LanguageFeatures) -> String? {
    let all = features.letters[LetterScript.Shared.arabic.rawValue]
    func share(_ letters: [UInt32]) -> Int { letters.reduce(0) { $0 + (features.rare[$1] ?? 0) } }
    let marks: [(String, [UInt32])] = [
      ("ps", [0x67C, 0x689, 0x693, 0x696, 0x69A, 0x6AB, 0x6CD, 0x6D0]),
      ("ug", [0x6D0, 0x6C7, 0x6C8, 0x6CB, 0x6AD]),
      ("ku", [0x6CE, 0x6C6, 0x6D5, 0x695, 0x6B5]),
      ("ur", [0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6C1, 0x6D2]),
      ("sd", [0x67B, 0x680, 0x67A, 0x67D, 0x68A, 0x68D, 0x6BB, 0x6B1]),
    ]
    let best = marks.map { ($0.0, share($0.1)) }.max { ($0.1, $1.0) < ($1.1, $0.0) }
    guard let best, best.1 * 33 > all else { return nil }
    return best.0
  }

  /// What letters that a Cyrillic language lacks take from its score.
  private static func foreign(_ language: String, _ features: LanguageFeatures) -> Float {
    let all = features.letters[LetterScript.Shared.cyrillic.rawValue]
    let lacked: [UInt32] =
      switch language {
      case "ru": [0x454, 0x456, 0x457, 0x491, 0x45E, 0x458, 0x459, 0x45A, 0x45B, 0x452, 0x45F]
      case "uk": [0x44B, 0x44D, 0x451, 0x44A, 0x45E, 0x458, 0x459, 0x45A, 0x45B, 0x452, 0x45F]
      case "bg":
        [
          0x44B, 0x44D, 0x451, 0x454, 0x456, 0x457, 0x491, 0x45E, 0x458, 0x459, 0x45A, 0x45B,
          0x452, 0x45F,
        ]
      case "sr": [0x439, 0x449, 0x44A, 0x44B, 0x44C, 0x44D, 0x44E, 0x44F, 0x451, 0x456, 0x457]
      default: []
      }
    let count = lacked.reduce(0) { $0 + (features.rare[$1] ?? 0) }
    return count * 100 > all ? 1 : 0
  }
}
