extension StringProtocol {
  /// The words with one blank between them: how lines were broken is no part of what is quoted.
  var onOneLine: String {
    var bytes = String(self)
    let isPlain = bytes.withUTF8 { bytes in
      // Most are a word or a few, with nothing to mend.
      var last: UInt8 = 0x20
      for byte in bytes {
        guard byte > 0x20 || (byte == 0x20 && last != 0x20), byte < 0x80 else { return false }
        last = byte
      }
      return last != 0x20
    }
    return isPlain ? bytes : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  /// How many characters there are: the same as `count`, which takes long to tell what one is.
  var length: Int { utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? utf8.count : count }

  /// Whether there are more than `limit` characters.
  func isLonger(than limit: Int) -> Bool { utf8.count > limit && length > limit }
}
