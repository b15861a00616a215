public import DatelineModel
import DatelineText

/// A screen as cells: what the panes draw on and what is compared with the screen before.
///
/// Nothing of an article can steer the terminal: control characters, bidirectional controls and
/// other invisible ones are replaced or left out when text is written.
public struct Grid: Hashable, Sendable {
  /// The size.
  public let size: ScreenSize
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Where the real cursor stands: on the selected row.
  public var cursor: (row: Int, column: Int) {
    get { (cursorRow, cursorColumn) }
    set {
      cursorRow = max(0, min(newValue.row, size.rows - 1))
      cursorColumn = max(0, min(newValue.column, size.columns - 1))
    }
  }
  /// Text that leads to an address, where the terminal can follow one.
  public private(set) var links: [GridLink] = []
  /// Whether right-to-left text is laid out here; else the terminal does it.
  private let reordersText: Bool
  private var cursorRow = 0
  private var cursorColumn = 0

  /// Makes an empty screen.
  public init(size: ScreenSize, reordersText: Bool = true) {
    self.size = size
    self.reordersText = reordersText
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// The cell at a place on the screen.
  public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// Empties a rectangle; nothing in it leads anywhere any more.
  public mutating func clear(_ rect: Rect, style: Style = .plain) {
    links.removeAll { rect.contains(row: $0.row, column: $0.columns.lowerBound) }
    for row in rect.row..<(rect.row + rect.height) {
      fill(row: row, from: rect.column, to: rect.column + rect.width, with: " ", style: style)
    }
  }

  /// Fills a part of a row with one narrow character.
  public mutating func fill(
    row: Int, from first: Int, to end: Int, with scalar: Unicode.Scalar, style: Style
  ) {
    guard 0..<size.rows ~= row else { return }
    let first = max(0, first)
    let end = min(end, size.columns)
    guard first < end else { return }
    for column in first..<end {
      cells[row * size.columns + column] = Cell(scalar: scalar, width: 1, style: style)
    }
  }

  /// Writes one scalar before column `end`; returns the next free column, or nil where there was
  /// no room. A combining mark joins the cell before it.
  @discardableResult
  public mutating func put(
    _ scalar: Unicode.Scalar, row: Int, column: Int, end: Int, style: Style
  ) -> Int? {
    let end = min(end, size.columns)
    guard 0..<size.rows ~= row, column >= 0 else { return nil }
    guard let shown = Self.visible(scalar) else { return column }
    let width = DisplayWidth.of(shown)
    let index = row * size.columns + column
    guard width > 0 else {
      if column > 0 { addMark(shown, before: index) }
      return column
    }
    guard column + width <= end else { return nil }
    cells[index] = Cell(scalar: shown, width: width, style: style)
    if width == 2 { cells[index + 1] = .rightHalf(style) }
    return column + width
  }

  private mutating func addMark(_ mark: Unicode.Scalar, before index: Int) {
    let base = cells[index - 1].width == 0 && index >= 2 ? index - 2 : index - 1
    if cells[base].scalar > 0x20 { cells[base].add(mark: mark) }
  }

  /// Writes `text` before column `end`; returns the next free column. What does not fit is left
  /// out; what runs to the left is laid out within the field.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, row: Int, column: Int, end: Int, style: Style = .plain
  ) -> Int {
    if reordersText, BidiLine.isNeeded(text.unicodeScalars) {
      return write(
        text.unicodeScalars.map { StyledScalar(scalar: $0, style: style) }, row: row,
        column: column, end: end)
    }
    var column = column
    for scalar in text.unicodeScalars {
      guard let next = put(scalar, row: row, column: column, end: end, style: style) else {
        return column
      }
      column = next
    }
    return column
  }

  /// Writes scalars of several styles before column `end`, laid out as one line; returns the next
  /// free column. The real cursor goes to the one that asks for it.
  @discardableResult
  mutating func write(_ run: [StyledScalar], row: Int, column: Int, end: Int) -> Int {
    let needsShaping = reordersText && ArabicShaping.isNeeded(run.lazy.map(\.scalar))
    let run = fitting(
      needsShaping ? ArabicShaping.shaped(run) : run, columns: min(end, size.columns) - column)
    var column = column
    var order = Array(run.indices)
    var isReversed: [Bool]?
    if reordersText, BidiLine.isNeeded(run.lazy.map(\.scalar)) {
      let line = BidiLine(run.map(\.scalar))
      order = line.order
      isReversed = line.isReversed
    }
    for index in order {
      let part = run[index]
      if part.holdsCursor { cursor = (row, column) }
      let scalar = isReversed?[index] == true ? BidiLine.mirrored(part.scalar) : part.scalar
      column = put(scalar, row: row, column: column, end: end, style: part.style) ?? column
    }
    return column
  }

  /// Lets the words that a filter asks for stand out in some columns of a row.
  mutating func mark(_ hits: FilterHits, row: Int, columns: Range<Int>) {
    var bytes: [UInt8] = []
    var owners: [Int] = []
    for column in columns {
      for value in self[row, column].scalars where value != 0 {
        guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
          continue
        }
        for byte in encoded {
          bytes.append(byte)
          owners.append(column)
        }
      }
    }
    for span in hits.spans(in: bytes) {
      for column in Set(owners[span.range]).sorted() {
        let index = row * size.columns + column
        cells[index].style.role = .match
        if cells[index].width == 2 { cells[index + 1].style.role = .match }
      }
    }
  }

  /// Lets cells lead to `address`; nothing happens where there are none, or where it holds anything
  /// but printable ASCII.
  mutating func link(row: Int, columns: Range<Int>, to address: String) {
    guard !columns.isEmpty, !address.isEmpty, address.utf8.allSatisfy({ 0x21..<0x7F ~= $0 }) else {
      return
    }
    links.append(GridLink(row: row, columns: columns, address: address))
  }

  /// The beginning of `run` that fits into so many columns.
  private func fitting(_ run: [StyledScalar], columns: Int) -> ArraySlice<StyledScalar> {
    var width = 0
    for (index, part) in run.enumerated() {
      width += Self.visible(part.scalar).map { DisplayWidth.of($0) } ?? 0
      if width > columns { return run[..<index] }
    }
    return run[...]
  }

  /// The stand-in for what must not reach a terminal; nil for what is left out.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    if 0x20..<0x7F ~= value { return scalar }
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85, 0xA0, 0x2028, 0x2029: return " "
    case 0..<0x20, 0x7F..<0xA0: return "\u{FFFD}"
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0x61C,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      return nil
    case 0xE000...0xF8FF: return "\u{FFFD}"
    default: return scalar
    }
  }
}

/// Cells of one row that lead to an address.
public struct GridLink: Hashable, Sendable {
  /// The row.
  public var row: Int
  /// The columns.
  public var columns: Range<Int>
  /// The address.
  public var address: String
}

/// One scalar of a line with the style of its cell.
struct StyledScalar {
  var scalar: Unicode.Scalar
  var style: Style
  /// Whether the real cursor stands here.
  var holdsCursor = false
}

extension Grid {
  /// The text of a row without trailing blanks.
  public func text(row: Int) -> String {
    var text = String.UnicodeScalarView()
    for column in 0..<size.columns {
      for value in self[row, column].scalars where value != 0 {
        text.append(Unicode.Scalar(value) ?? " ")
      }
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The style letters of a row without trailing blanks: upper case for the current mark,
  /// underscores for plain highlighted text.
  public func styles(row: Int) -> String {
    var letters = ""
    for column in 0..<size.columns {
      let style = self[row, column].style
      if style.isCurrent {
        letters += "@"
      } else if style.isHighlighted, style.role == .plain {
        letters += "_"
      } else {
        letters.append(style.role.letter)
      }
    }
    while letters.last == " " { letters.removeLast() }
    return letters
  }
}
