import DatelineModel
import DatelineScreen
import TestSupport
import Testing

/// What is sent, fed to a terminal, shows what was drawn.
@Suite struct FrameEncoderTests {
  private static func look(of style: Style) -> FrameEncoder.Look {
    var look = FrameEncoder.Look()
    switch style.role {
    case .plain, .dim, .rule, .hint, .marker: break
    case .title: look.attributes = 4
    case .focusedTitle: look.attributes = 8
    case .heading, .prompt: look.attributes = 1
    default: look.color = Int(style.role.rawValue) * 9
    }
    if style.isHighlighted { look.attributes |= 1 }
    if style.isCurrent { look.attributes |= 8 }
    return look
  }

  private static func terminal(erasesCells: Bool = true) -> FrameEncoder.Terminal {
    FrameEncoder.Terminal(
      erasesCells: erasesCells, look: look,
      width: { Unicode.Scalar($0).map { DisplayWidth.of($0) } ?? -1 })
  }

  @Test(arguments: 0..<12) func `the terminal shows every frame as it was drawn`(seed: UInt64) {
    var random = TestSupport.SeededGenerator(seed: seed)
    let columns = [80, 130, 20, 61][Int(seed % 4)]
    var driver = BrowserDriver(rows: seed % 3 == 0 ? 14 : 24, columns: columns)
    let kind = Self.terminal(erasesCells: seed % 2 == 0)
    var screen = TinyTerminal(driver.model.size)
    var last: Grid?
    for step in 0..<120 {
      let scalar = driver.wander(&random, step: step)
      let grid = Screen.render(driver.model)
      screen.take(FrameEncoder.bytes(from: last, to: grid, on: kind))
      #expect(screen.shows(grid, Self.look), "after key \(step), \(scalar)")
      #expect(screen.isAt(grid.cursor) && screen.look == .plain)
      last = grid
    }
  }

  @Test func `nothing is sent where nothing changed`() {
    let grid = Screen.render(BrowserDriver().model)
    #expect(FrameEncoder.bytes(from: grid, to: grid, on: Self.terminal()).isEmpty)
  }

  @Test func `moving the selection by a row takes a handful of bytes`() {
    var driver = BrowserDriver()
    let before = Screen.render(driver.model)
    driver.press("j")
    let after = Screen.render(driver.model)
    #expect(FrameEncoder.bytes(from: before, to: after, on: Self.terminal()).count <= 6)
  }

  @Test func `what a terminal has another width for is not sent`() {
    var grid = Grid(size: ScreenSize(rows: 1, columns: 10))
    grid.write("a作b", row: 0, column: 0, end: 10)
    let kind = FrameEncoder.Terminal(erasesCells: true, look: Self.look, width: { _ in -1 })
    let text = String(decoding: FrameEncoder.bytes(from: nil, to: grid, on: kind), as: UTF8.self)
    #expect(text.contains("a??b"))
  }

  @Test func `a window of another size is cleared and drawn whole`() {
    let small = Grid(size: ScreenSize(rows: 2, columns: 10))
    let grid = Grid(size: ScreenSize(rows: 3, columns: 10))
    let text = String(
      decoding: FrameEncoder.bytes(from: small, to: grid, on: Self.terminal()), as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}[H\u{1B}[2J"))
  }
}

/// As much of a terminal as frames need.
private struct TinyTerminal {
  private struct Shown: Equatable {
    var scalars: [UInt32] = [0x20]
    var look = FrameEncoder.Look.plain
  }

  private var cells: [[Shown]]
  private var row = 0
  private var column = 0
  private(set) var look = FrameEncoder.Look.plain

  init(_ size: ScreenSize) {
    cells = Array(repeating: Array(repeating: Shown(), count: size.columns), count: size.rows)
  }

  func isAt(_ place: (row: Int, column: Int)) -> Bool { place == (row, column) }

  func shows(_ grid: Grid, _ look: (Style) -> FrameEncoder.Look) -> Bool {
    for row in 0..<grid.size.rows {
      for column in 0..<grid.size.columns {
        let cell = grid[row, column]
        var wanted = Shown(scalars: cell.scalars, look: look(cell.style))
        var there = cells[row][column]
        for blank in [0x20, 0] where wanted.scalars == [UInt32(blank)] {
          if wanted.look.attributes & 12 == 0 || blank == 0 { wanted.look = .plain }
          if there.look.attributes & 12 == 0 || blank == 0 { there.look = .plain }
        }
        if wanted != there { return false }
      }
    }
    return true
  }

  mutating func take(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}":
        _ = rest.popFirst()
        let numbers = rest.prefix { $0 == ";" || ("0"..."9").contains($0) }
        rest = rest.dropFirst(numbers.count)
        perform(
          rest.popFirst() ?? "?",
          String(numbers).split(separator: ";", omittingEmptySubsequences: false).map {
            Int($0) ?? 0
          })
      case "\r": column = 0
      case "\n": row += 1
      case "\u{08}": column -= 1
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = DisplayWidth.of(scalar)
    guard width > 0 else {
      let base = cells[row][column - 1].scalars == [0] ? column - 2 : column - 1
      cells[row][base].scalars.append(scalar.value)
      return
    }
    // A frame never wraps.
    #expect(column + width <= cells[row].count)
    guard column + width <= cells[row].count else { return }
    cells[row][column] = Shown(scalars: [scalar.value], look: look)
    if width == 2 { cells[row][column + 1] = Shown(scalars: [0], look: look) }
    column += width
  }

  private mutating func perform(_ letter: Unicode.Scalar, _ numbers: [Int]) {
    let count = max(1, numbers.first ?? 1)
    switch letter {
    case "H": (row, column) = numbers.count == 2 ? (numbers[0] - 1, numbers[1] - 1) : (0, 0)
    case "C": column += count
    case "J": for row in cells.indices { erase(row, 0..<cells[row].count) }
    case "K": erase(row, column..<cells[row].count)
    case "X": erase(row, column..<min(cells[row].count, column + count))
    case "m": set(numbers)
    default: Issue.record("unknown sequence \(letter)")
    }
  }

  private mutating func erase(_ row: Int, _ columns: Range<Int>) {
    #expect(look.attributes & 12 == 0)
    for column in columns { cells[row][column] = Shown() }
  }

  private mutating func set(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: look = .plain
      case 1: look.attributes |= 1
      case 2: look.attributes |= 2
      case 4: look.attributes |= 4
      case 7: look.attributes |= 8
      case 30...37: look.color = number - 30
      case 90...97: look.color = number - 82
      case 38:
        rest = rest.dropFirst()
        look.color = rest.popFirst()
      default: Issue.record("unknown attribute \(number)")
      }
    }
  }
}
