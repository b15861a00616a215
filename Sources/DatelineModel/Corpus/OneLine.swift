extension StringProtocol {
  /// The words with one blank between them: how lines were broken is no part of what is quoted.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
