internal import CDatelineData

/// Reads an embedded lexicon: lines of tab-separated columns, "#" begins a comment line.
enum LexiconTable {
  /// The columns of each line that holds something.
  static func rows(_ data: dateline_data) -> [[Substring]] {
    let text = String(
      decoding: UnsafeBufferPointer(start: data.bytes, count: data.count), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      line.first == "#"
        ? nil : line.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }
}
