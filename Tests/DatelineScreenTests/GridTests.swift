import DatelineModel
import DatelineScreen
import TestSupport
import Testing

@Suite struct GridTests {
  private func written(_ text: String, columns: Int = 20) -> Grid {
    var grid = Grid(size: ScreenSize(rows: 1, columns: columns))
    grid.write(text, row: 0, column: 0, end: columns)
    return grid
  }

  @Test func `no control or invisible character is left in a cell`() {
    var text = "a".unicodeScalars
    for value in Array(0..<0x20) + Array(0x7F..<0xA0) + Array(0x200B...0x200F)
      + Array(0x2028...0x202E) + Array(0x2060...0x206F) + [0xAD, 0x61C, 0xFEFF]
    {
      text.append(Unicode.Scalar(UInt32(value)) ?? "?")
    }
    let grid = written(String(text), columns: 200)
    for cell in grid.cells {
      for scalar in cell.scalars {
        #expect(scalar >= 0x20 && !(0x7F..<0xA0 ~= scalar) && !(0x200B..<0x2010 ~= scalar))
        #expect(!(0x2028..<0x202F ~= scalar) && !(0x2060..<0x2070 ~= scalar) && scalar != 0xAD)
      }
    }
  }

  @Test func `a wide character that does not fit is left out whole`() {
    #expect(written("ab作", columns: 3).text(row: 0) == "ab")
    #expect(written("a作b", columns: 4).text(row: 0) == "a作b")
  }

  @Test func `combining marks join the cell before them`() {
    let grid = written("e\u{301}x")
    #expect(grid[0, 0].scalars == [0x65, 0x301])
    #expect(grid[0, 1].scalars == [0x78])
  }

  @Test func `a cell holds three marks and drops the rest`() {
    let grid = written("e" + String(repeating: "\u{301}", count: 50) + "x")
    #expect(grid[0, 0].scalars.count == 4)
    #expect(grid[0, 1].scalars == [0x78])
  }

  @Test func `only changed cells differ`() {
    let before = written("abc作d")
    #expect(GridDiff(from: before, to: before).changes.isEmpty)
    let changes = GridDiff(from: before, to: written("abc作e")).changes
    #expect(changes.map(\.column) == [5])
    #expect(GridDiff(from: nil, to: before).changes.count == 19)
  }

  @Test func `the words of the filter stand out in all rows that show them`() {
    var driver = BrowserDriver(rows: 40, columns: 130)
    driver.press("/ dock Enter")
    let grid = Screen.render(driver.model)
    var found = 0
    for row in 1..<38 {
      let text = grid.text(row: row).lowercased()
      guard text.contains("dockers") || text.contains("dock union") else { continue }
      guard !text.contains("why:"), !text.contains(" graph "), !text.contains("…  ") else {
        continue
      }
      #expect(grid.styles(row: row).contains("MMMM"), "\(text)")
      found += 1
    }
    #expect(found > 2)
  }

  @Test func `beside the pane that hears keys only linked rows have colours`() {
    var driver = BrowserDriver(rows: 24, columns: 130)
    driver.pressAndRest("<")
    let model = driver.model
    let grid = Screen.render(model)
    let list = model.layout.list(of: .timeline) ?? Rect(row: 0, column: 0, height: 0, width: 0)
    var (linked, others) = (0, 0)
    for row in 0..<list.height {
      guard let event = model.event(atRow: model.place.timeline.top + row) else { continue }
      let roles = Set(
        list.columns.dropFirst(2).map { grid[list.row + row, $0].style.role }
          .filter { $0 != .marker })
      let isLinked = event.articles.contains { $0 == model.place.articles.id }
      if isLinked { linked += 1 } else { others += 1 }
      #expect(roles.isSubset(of: [.plain, .dim]) != isLinked, "\(event.title)")
    }
    #expect(linked > 0 && others > 0)
  }

  @Test func `moving the selection changes two cells and the cursor`() {
    var driver = BrowserDriver()
    let before = Screen.render(driver.model)
    driver.press("j")
    let after = Screen.render(driver.model)
    let changes = GridDiff(from: before, to: after).changes
    #expect(changes.filter { $0.row > 1 }.count == 2)
    #expect(after.cursor.row == before.cursor.row + 1)
  }

  @Test(arguments: 0..<12) func `every frame of every size can be drawn with its cursor inside`(
    seed: UInt64
  ) {
    var random = TestSupport.SeededGenerator(seed: seed)
    var driver = BrowserDriver()
    let keys = Array("jknNg2341/dtpmrea?:[]zwv \u{8}l".unicodeScalars)
    for _ in 0..<60 {
      driver.send(.key(.character(keys.randomElement(using: &random) ?? "j")))
      driver.send(
        .resized(
          ScreenSize(
            rows: Int.random(in: 1...40, using: &random),
            columns: Int.random(in: 1...130, using: &random))))
      let grid = Screen.render(driver.model)
      #expect(grid.cursor.row < grid.size.rows && grid.cursor.column < grid.size.columns)
    }
  }
}
