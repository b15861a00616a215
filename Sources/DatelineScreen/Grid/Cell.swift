/// One cell of the screen: a character with its combining marks, or the right half of a wide one.
public struct Cell: Hashable, Sendable {
  /// The character; 0 in the right half of a wide one.
  public private(set) var scalar: UInt32
  /// Up to three combining marks, 21 bits each, the first lowest.
  private var packedMarks: UInt64 = 0
  /// How it looks.
  public var style: Style
  /// The columns that it takes: 1 or 2; 0 for a right half.
  public private(set) var width: UInt8

  /// Makes a cell.
  init(scalar: Unicode.Scalar, width: Int, style: Style) {
    self.scalar = scalar.value
    self.width = UInt8(width)
    self.style = style
  }

  /// An empty cell.
  static let blank = Cell(scalar: " ", width: 1, style: .plain)

  /// The right half of a wide character.
  static func rightHalf(_ style: Style) -> Cell {
    var cell = Cell(scalar: " ", width: 0, style: style)
    cell.scalar = 0
    return cell
  }

  /// Adds a combining mark; beyond three they are left out, as a terminal cell holds few.
  mutating func add(mark: Unicode.Scalar) {
    for index in 0..<3 where packedMarks >> (21 * UInt64(index)) == 0 {
      packedMarks |= UInt64(mark.value) << (21 * UInt64(index))
      return
    }
  }

  /// Whether it has combining marks.
  var hasMarks: Bool { packedMarks != 0 }

  /// Whether both show the same characters.
  func hasSameText(as other: Cell) -> Bool {
    scalar == other.scalar && packedMarks == other.packedMarks && width == other.width
  }

  /// The character and its marks.
  public var scalars: [UInt32] {
    var result = [scalar]
    var rest = packedMarks
    while rest != 0 {
      result.append(UInt32(rest & 0x1F_FFFF))
      rest >>= 21
    }
    return result
  }
}
