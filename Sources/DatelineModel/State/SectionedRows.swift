/// Rows of a table under headings, as lists show them: a heading takes a row of its own.
///
/// Cost: four bytes a row, or nothing where the rows lie in a stored corpus; finding the row of a
/// position goes over the headings.
public struct SectionedRows: Hashable, Sendable {
  /// A heading and the rows of the table below it.
  struct Section: Hashable, Sendable {
    /// What is written above the rows.
    let heading: String
    /// Whether the rows are of conflicts, where claims are listed.
    let isConflicts: Bool
    /// The rows of the table.
    let rows: Table<UInt32>
    /// Whether they are in the order of the table.
    let isOrdered: Bool

    /// Whether both list the same under the same heading. Cost: nothing where they share their rows.
    static func == (left: Self, right: Self) -> Bool {
      left.heading == right.heading && left.isConflicts == right.isConflicts
        && (left.rows == right.rows || left.rows.elementsEqual(right.rows))
    }

    /// Hashes the heading and how many are listed: what is equal is as long.
    func hash(into hasher: inout Hasher) {
      hasher.combine(heading)
      hasher.combine(rows.count)
    }

    /// The place of `row` among them. Cost: a binary search where they are in order, else a pass.
    func place(of row: UInt32) -> Int? {
      guard isOrdered else { return rows.firstIndex(of: row) }
      let place = rows.partitioningIndex { $0 >= row }
      return place < rows.count && rows[place] == row ? place : nil
    }
  }

  /// The sections, none of them without rows.
  private(set) var sections: [Section] = []
  /// The position of each section's heading.
  private var starts: [Int] = []
  /// How many rows there are, headings among them.
  public private(set) var endIndex = 0

  /// Makes empty lists.
  public init() {}

  /// Adds a heading with rows below it; nothing happens where there are none.
  mutating func append(
    _ heading: String, isConflicts: Bool = false, isOrdered: Bool = false, _ rows: Table<UInt32>
  ) {
    guard !rows.isEmpty else { return }
    sections.append(
      Section(heading: heading, isConflicts: isConflicts, rows: rows, isOrdered: isOrdered))
    starts.append(endIndex)
    endIndex += 1 + rows.count
  }

  /// The position of `row` of the table; nil where it is not listed. Cost: a binary search in each
  /// section that is in order, a pass over others.
  func position(of row: Int, isConflict: Bool = false) -> Int? {
    for (section, start) in zip(sections, starts) where section.isConflicts == isConflict {
      if let place = section.place(of: UInt32(truncatingIfNeeded: row)) {
        return start + 1 + place
      }
    }
    return nil
  }
}

extension SectionedRows: RandomAccessCollection {
  /// The first row is 0.
  public var startIndex: Int { 0 }
  /// The row at `position`.
  public subscript(position: Int) -> ClaimRow {
    let index = starts.partitioningIndex { $0 > position } - 1
    let section = sections[index]
    guard position > starts[index] else { return .heading(section.heading) }
    let row = Int(section.rows[position - starts[index] - 1])
    return section.isConflicts ? .conflict(row) : .claim(row)
  }
}
