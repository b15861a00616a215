/// The script of a letter, and the language where the script has only one of any reach in news.
struct LetterScript: Hashable, Sendable {
  /// Scripts that several languages share.
  enum Shared: Int, Hashable, Sendable, CaseIterable {
    case latin, cyrillic, arabic
  }

  /// The script, where languages share it.
  let shared: Shared?
  /// The language that writes it, where it is one.
  let language: String?

  /// The letters of shared scripts.
  private static let sharedRanges: [(ClosedRange<UInt32>, Shared)] = [
    (0x41...0x5A, .latin), (0x61...0x7A, .latin), (0xC0...0xD6, .latin), (0xD8...0xF6, .latin),
    (0xF8...0x24F, .latin), (0x1E00...0x1EFF, .latin), (0x400...0x52F, .cyrillic),
    (0x620...0x64A, .arabic), (0x66E...0x6D5, .arabic), (0x6EE...0x6FF, .arabic),
    (0x750...0x77F, .arabic), (0xFB50...0xFDFF, .arabic), (0xFE70...0xFEFC, .arabic),
  ]

  /// The letters of scripts with one language, as BCP 47 names it. Kana and Hangul settle what Han
  /// alone leaves open.
  private static let ownRanges: [(ClosedRange<UInt32>, String)] = [
    (0x370...0x3FF, "el"), (0x1F00...0x1FFF, "el"), (0x531...0x587, "hy"), (0x5D0...0x5EA, "he"),
    (0x900...0x963, "hi"), (0x980...0x9E3, "bn"), (0xA01...0xA75, "pa"), (0xA81...0xAE3, "gu"),
    (0xB82...0xBD7, "ta"), (0xC00...0xC63, "te"), (0xC80...0xCE3, "kn"), (0xD00...0xD63, "ml"),
    (0xD81...0xDF3, "si"), (0xE01...0xE4E, "th"), (0xE81...0xEDF, "lo"), (0x1000...0x103F, "my"),
    (0x10A0...0x10FF, "ka"), (0x1100...0x11FF, "ko"), (0x1200...0x135A, "am"),
    (0x1780...0x17D3, "km"), (0x3041...0x30FF, "ja"), (0x3400...0x9FFF, "zh"),
    (0xAC00...0xD7A3, "ko"), (0xF900...0xFAFF, "zh"), (0x20000...0x323AF, "zh"),
  ]

  /// The script of `scalar`; nil for what is no letter or of a script unknown here.
  init?(_ scalar: UInt32) {
    if let found = Self.sharedRanges.first(where: { $0.0.contains(scalar) }) {
      (shared, language) = (found.1, nil)
    } else if let found = Self.ownRanges.first(where: { $0.0.contains(scalar) }) {
      (shared, language) = (nil, found.1)
    } else {
      return nil
    }
  }

  /// `scalar` as a small letter: the Latin and Cyrillic letters of living languages.
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: scalar + 32
    case 0x400...0x40F: scalar + 80
    case 0x130: 0x69
    case 0x178: 0xFF
    case 0x139...0x148, 0x179...0x17E: scalar + scalar % 2
    case 0x100...0x177, 0x1A0...0x1A5, 0x1DE...0x24F, 0x1E00...0x1EFF, 0x460...0x4BF, 0x4D0...0x52F:
      scalar | 1
    case 0x1AF: 0x1B0
    default: scalar
    }
  }
}
