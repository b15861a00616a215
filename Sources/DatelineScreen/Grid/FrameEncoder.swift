import DatelineModel

/// Turns what changed between two screens into bytes, for terminals that speak ECMA-48 as all of
/// today's do: what ncurses would send, in two thirds of the bytes.
///
/// ncurses goes to any place that lies eight columns on by its full address, and leaves a colour by
/// taking back each part of it. Here the cheapest way is looked for: a few columns forward, through
/// cells that stay as they are, or to the beginning of the next rows; blanks are written in whatever
/// colour is on, and cleared where that is shorter.
public struct FrameEncoder {
  /// How cells are drawn.
  public struct Look: Hashable, Sendable {
    /// Bold is 1, dim 2, underlined 4, reversed 8.
    public var attributes: Int
    /// One of 256 colours; nil for the terminal's own.
    public var color: Int?

    /// Makes a look.
    public init(attributes: Int = 0, color: Int? = nil) {
      self.attributes = attributes
      self.color = color
    }

    /// Ordinary text.
    public static let plain = Look()

    /// The numbers of SGR for its attributes, but for those that `before` has.
    public func codes(besides before: Look = .plain) -> [String] {
      [(1, "1"), (2, "2"), (4, "4"), (8, "7")].compactMap { bit, code in
        attributes & ~before.attributes & bit != 0 ? code : nil
      }
    }

    /// Whether a blank shows it.
    fileprivate var isSeenOnBlanks: Bool { attributes & 12 != 0 }
  }

  /// What is known of a terminal.
  public struct Terminal {
    /// How it draws a style.
    public var look: (Style) -> Look
    /// The columns that it gives a character.
    public var width: (UInt32) -> Int
    /// Whether it erases a number of cells (ECH).
    public var erasesCells: Bool

    /// Describes a terminal.
    public init(
      erasesCells: Bool, look: @escaping (Style) -> Look, width: @escaping (UInt32) -> Int
    ) {
      self.erasesCells = erasesCells
      self.look = look
      self.width = width
    }
  }

  private let terminal: Terminal
  private let old: Grid?
  private let new: Grid
  private let columns: Int
  private var bytes: [UInt8] = []
  /// Where the terminal's cursor is. In the column after the last one it waits to wrap.
  private var row = 0
  private var column = 0
  private var current = Look.plain

  /// The bytes that turn `old` into `new`, its cursor among them. Without an old screen of the same
  /// size all is drawn on a cleared one.
  ///
  /// Cost: one pass over the cells.
  public static func bytes(from old: Grid?, to new: Grid, on terminal: Terminal) -> [UInt8] {
    let old = old?.size == new.size ? old : nil
    var encoder = FrameEncoder(old, new, terminal)
    for row in 0..<new.size.rows { encoder.encode(row) }
    encoder.set(.plain)
    encoder.move(to: new.cursor.row, new.cursor.column)
    return encoder.bytes
  }

  private init(_ old: Grid?, _ new: Grid, _ terminal: Terminal) {
    self.terminal = terminal
    self.old = old
    self.new = new
    columns = new.size.columns
    if let old {
      (row, column) = old.cursor
    } else {
      write("\u{1B}[H\u{1B}[2J")
    }
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  // MARK: Rows

  private mutating func encode(_ row: Int) {
    let textEnd = endOfText(row)
    var column = 0
    while column < textEnd {
      guard isChanged(row, column) else {
        column += 1
        continue
      }
      // Of a wide character nothing but the whole can be written.
      if new[row, column].width == 0, column > 0 { column -= 1 }
      let blanks = blankRun(row, column, end: textEnd)
      move(to: row, column)
      if blanks > 9, terminal.erasesCells, !current.isSeenOnBlanks {
        write("\u{1B}[\(blanks)X")
        column += blanks
      } else {
        put(new[row, column])
        column += max(1, Int(new[row, column].width))
      }
    }
    clearEnd(of: row, from: textEnd)
  }

  /// Clears what stands behind the text of a row.
  private mutating func clearEnd(of row: Int, from end: Int) {
    guard let first = (end..<columns).first(where: { isChanged(row, $0) }),
      let last = (first..<columns).last(where: { isChanged(row, $0) })
    else { return }
    move(to: row, first)
    if current.isSeenOnBlanks { set(.plain) }
    if last - first < 3 {
      for column in first...last { put(new[row, column]) }
    } else {
      write("\u{1B}[K")
    }
  }

  /// The column after the last cell of a row that shows anything.
  private func endOfText(_ row: Int) -> Int {
    var end = columns
    while end > 0, isBlank(new[row, end - 1]) { end -= 1 }
    return end
  }

  /// How many blank cells follow from `column` on.
  private func blankRun(_ row: Int, _ column: Int, end: Int) -> Int {
    (column..<end).prefix { isBlank(new[row, $0]) }.count
  }

  private func isBlank(_ cell: Cell) -> Bool {
    cell.scalar == 0x20 && !cell.hasMarks && !terminal.look(cell.style).isSeenOnBlanks
  }

  private func isChanged(_ row: Int, _ column: Int) -> Bool {
    let cell = new[row, column]
    let before = old?[row, column] ?? .blank
    guard cell != before else { return false }
    if isBlank(cell), isBlank(before) { return false }
    return !cell.hasSameText(as: before) || terminal.look(cell.style) != terminal.look(before.style)
  }

  // MARK: Cells

  private mutating func put(_ cell: Cell) {
    let look = terminal.look(cell.style)
    let isPlainBlank = cell.scalar == 0x20 && !cell.hasMarks && !look.isSeenOnBlanks
    if !isPlainBlank || current.isSeenOnBlanks { set(isPlainBlank ? .plain : look) }
    let width = max(1, Int(cell.width))
    if cell.scalar < 0x7F || terminal.width(cell.scalar) == width {
      for value in cell.scalars {
        if let scalar = Unicode.Scalar(value) { append(scalar) }
      }
    } else {
      // Where the terminal has another width a stand-in keeps the columns.
      bytes.append(contentsOf: repeatElement(0x3F, count: width))
    }
    column += width
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Lets what is written from now on look so.
  private mutating func set(_ look: Look) {
    guard look != current else { return }
    let isTakenBack =
      current.attributes & ~look.attributes != 0 || current.color != nil && look.color == nil
    let before = isTakenBack ? Look.plain : current
    // A missing number is a zero.
    var codes = isTakenBack && look != .plain ? [""] : []
    codes += look.codes(besides: before)
    if let color = look.color, color != before.color { codes.append(Self.code(ofColor: color)) }
    write("\u{1B}[\(codes.joined(separator: ";"))m")
    current = look
  }

  private static func code(ofColor color: Int) -> String {
    switch color {
    case ..<8: "3\(color)"
    case ..<16: "9\(color - 8)"
    default: "38;5;\(color)"
    }
  }

  // MARK: Moving

  /// Brings the cursor to a place, the shortest way.
  private mutating func move(to row: Int, _ column: Int) {
    guard row != self.row || column != self.column else { return }
    var best = Array("\u{1B}[\(row + 1);\(column + 1)H".utf8)
    if row == self.row, column > self.column {
      shorten(&best, Self.forward(column - self.column))
      if let through = cells(self.column..<column) { shorten(&best, through) }
    } else if row == self.row, self.column < columns {
      shorten(&best, Array(repeating: 0x08, count: self.column - column))
    }
    if row >= self.row, row - self.row < 4 {
      let start: [UInt8] = [0x0D] + Array(repeating: 0x0A, count: row - self.row)
      shorten(&best, start + Self.forward(column))
      if let through = cells(0..<column, of: row) { shorten(&best, start + through) }
    }
    bytes += best
    (self.row, self.column) = (row, column)
  }

  private func shorten(_ best: inout [UInt8], _ other: [UInt8]) {
    if other.count < best.count { best = other }
  }

  private static func forward(_ count: Int) -> [UInt8] {
    count == 0 ? [] : Array((count == 1 ? "\u{1B}[C" : "\u{1B}[\(count)C").utf8)
  }

  /// The bytes of a few cells that look like what is being written, in the row of the cursor or
  /// another; nil where one does not, or may not be there yet.
  private func cells(_ range: Range<Int>, of row: Int? = nil) -> [UInt8]? {
    guard range.count < 5 else { return nil }
    var bytes: [UInt8] = []
    for column in range {
      let cell = new[row ?? self.row, column]
      guard cell.scalar < 0x7F, cell.width == 1, !cell.hasMarks else { return nil }
      let look = terminal.look(cell.style)
      let fits =
        cell.scalar == 0x20 && !look.isSeenOnBlanks ? !current.isSeenOnBlanks : look == current
      guard fits else { return nil }
      bytes.append(UInt8(truncatingIfNeeded: cell.scalar))
    }
    return bytes
  }
}
