/// The messages of a compiled catalogue of translations (GNU gettext, file ending .mo).
struct MessageCatalog {
  /// Each message with its translation.
  let messages: [(original: String, translation: String)]

  /// Reads a little-endian catalogue; nil for other bytes.
  init?(_ bytes: [UInt8]) {
    func number(_ offset: Int) -> Int? {
      guard offset >= 0, offset + 4 <= bytes.count else { return nil }
      return (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    func string(_ table: Int, _ index: Int) -> String? {
      guard let length = number(table + 8 * index), let start = number(table + 8 * index + 4),
        start + length <= bytes.count
      else { return nil }
      // After a zero byte follow the plural forms.
      return String(decoding: bytes[start..<(start + length)].prefix { $0 != 0 }, as: UTF8.self)
    }
    guard number(0) == 0x9504_12DE, let count = number(8), let originals = number(12),
      let translations = number(16), count < bytes.count
    else { return nil }
    messages = (0..<count).compactMap { index in
      guard let original = string(originals, index), let translation = string(translations, index)
      else { return nil }
      return (original: original, translation: translation)
    }
  }

  /// The sentences of a message, as words alone; those that are mostly names of files, options and
  /// placeholders are left out.
  static func sentences(_ message: String) -> [String] {
    var sentences: [[Substring]] = [[]]
    for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) { sentences.append([]) }
      for word in line.split(whereSeparator: \.isWhitespace) {
        sentences[sentences.count - 1].append(word)
        if word.last.map({ ".!?。".contains($0) }) == true { sentences.append([]) }
      }
    }
    return sentences.compactMap { words in
      let plain = words.compactMap(plainWord)
      let text = plain.joined(separator: " ")
      guard plain.count >= 4, text.count >= 20, 10 * plain.count >= 7 * words.count else {
        return nil
      }
      return text
    }
  }

  /// A word without the marks around it; nil for what is none.
  private static func plainWord(_ word: Substring) -> String? {
    let bare = word.drop { $0.isPunctuation }
    let text = String(bare.reversed().drop { $0.isPunctuation }.reversed())
    let isPlain = text.allSatisfy { $0.isLetter || "'’-\u{200C}".contains($0) }
    return isPlain && !text.isEmpty ? text : nil
  }
}
