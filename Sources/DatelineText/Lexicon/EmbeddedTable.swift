import CDatelineData

/// The rows of an embedded list of tab-separated values.
struct EmbeddedTable: Sendable {
  /// The fields of each line that is neither empty nor a comment.
  let rows: [[Substring]]

  /// Cuts `data` into rows. Cost: one pass; meant for lists of some hundred lines.
  init(_ data: dateline_data) {
    let text = String(
      decoding: UnsafeBufferPointer(start: data.bytes, count: data.count), as: UTF8.self)
    rows = text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
      .map { line in
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { Substring($0) }
      }
  }

  /// The named days.
  static var holidays: EmbeddedTable { EmbeddedTable(dateline_lexicon_holidays()) }

  /// The days that follow the moon.
  static var movableDays: EmbeddedTable { EmbeddedTable(dateline_lexicon_movable()) }

  /// The terms of well-known offices.
  static var offices: EmbeddedTable { EmbeddedTable(dateline_lexicon_offices()) }

  /// The words of English time expressions.
  static var timeWords: EmbeddedTable { EmbeddedTable(dateline_lexicon_timewords()) }
}

extension StringProtocol {
  /// The parts between blanks. Cuts at bytes, which takes a tenth of the time that characters do.
  var words: [Substring] { parts(at: UInt8(ascii: " ")) }

  /// The parts between the bytes `separator`, an ASCII character; none of them is empty.
  func parts(at separator: UInt8, most: Int = .max) -> [Substring] {
    Substring(self).utf8.split(separator: separator, maxSplits: most - 1).map { Substring($0) }
  }
}
