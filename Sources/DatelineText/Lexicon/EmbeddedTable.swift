import CDatelineData

/// The rows of an embedded list of tab-separated values.
struct EmbeddedTable: Sendable {
  /// The fields of each line that is neither empty nor a comment.
  let rows: [[Substring]]

  /// Cuts `data` into rows. Cost: one pass; meant for lists of some hundred lines.
  init(_ data: dateline_data) {
    let text = String(
      decoding: UnsafeBufferPointer(start: data.bytes, count: data.count), as: UTF8.self)
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
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
