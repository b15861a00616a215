internal import DatelineModel
internal import DatelineText

/// For each of some keys the rows of each table that have it, to be written.
///
/// Form of a key: a byte with a bit for each table that has rows; for each of these a number, twice
/// the count of bytes and 1 where they are a bit for each row, and the bytes: the distance of each
/// row from the one before, or the bits, whichever are fewer.
struct Postings {
  /// The rows of one table.
  private struct Rows {
    /// For each key the distances of its rows.
    var gaps: [[UInt8]] = []
    /// For each key its last row.
    var last: [Int32] = []

    mutating func add(_ key: Int, row: Int32) -> Bool {
      while last.count <= key {
        last.append(-1)
        gaps.append([])
      }
      guard last[key] != row else { return false }
      var gap = UInt32(bitPattern: row &- last[key])
      last[key] = row
      while gap >= 0x80 {
        gaps[key].append(UInt8(truncatingIfNeeded: gap) | 0x80)
        gap >>= 7
      }
      gaps[key].append(UInt8(gap))
      return true
    }
  }

  private var tables = [Rows](repeating: Rows(), count: CorpusTable.allCases.count)

  /// Notes that a row has a key; returns whether that was not known. Rows come in order.
  mutating func add(_ key: Int, _ table: CorpusTable, row: Int) -> Bool {
    tables[table.rawValue].add(key, row: Int32(truncatingIfNeeded: row))
  }

  /// The bytes of a key.
  func bytes(_ key: Int) -> [UInt8] {
    var mask: UInt8 = 0
    var output = AnnotationWriter(SourceText(""))
    for (index, rows) in tables.enumerated() where key < rows.last.count && rows.last[key] >= 0 {
      mask |= 1 << UInt8(index)
      let gaps = rows.gaps[key]
      let width = Int(rows.last[key]) / 8 + 1
      if width < gaps.count {
        output.number(width << 1 | 1)
        output.append(Self.bits(gaps, width: width))
      } else {
        output.number(gaps.count << 1)
        output.append(gaps)
      }
    }
    return [mask] + output.bytes
  }

  private static func bits(_ gaps: [UInt8], width: Int) -> [UInt8] {
    var bits = [UInt8](repeating: 0, count: width)
    gaps.withUnsafeBytes { gaps in
      forEachRow(gaps) { bits[$0 >> 3] |= 1 << UInt8($0 & 7) }
    }
    return bits
  }

  /// Calls `body` with each row of `gaps`.
  private static func forEachRow(_ gaps: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    var row = -1
    var gap = 0
    var shift = 0
    for byte in gaps {
      gap |= Int(byte & 0x7F) << shift
      guard byte < 0x80 else {
        // Longer ones come from damaged bytes.
        shift = min(shift + 7, 35)
        continue
      }
      row += gap
      body(row)
      (gap, shift) = (0, 0)
    }
  }

  /// Adds the rows of a table that have the key whose bytes these are. Bytes of another form add
  /// what they may, or nothing.
  static func insert(
    _ bytes: UnsafeRawBufferPointer, of table: CorpusTable, into rows: inout RowSet
  ) {
    guard let mask = bytes.first else { return }
    var place = 1
    for index in 0...table.rawValue where mask >> UInt8(index) & 1 == 1 {
      guard let size = number(bytes, &place), size >> 1 <= bytes.count - place else { return }
      let end = place + (size >> 1)
      if index == table.rawValue {
        let part = UnsafeRawBufferPointer(rebasing: bytes[place..<end])
        if size & 1 == 1 {
          rows.insert(bits: part)
        } else {
          forEachRow(part) { rows.insert($0) }
        }
      }
      place = end
    }
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> Int? {
    var number = 0
    var shift = 0
    while place < bytes.count, shift < 42 {
      let byte = bytes[place]
      place += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }
}
