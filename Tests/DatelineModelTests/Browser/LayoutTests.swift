import DatelineModel
import Testing

@Suite struct LayoutTests {
  @Test(arguments: Pane.allCases, [false, true])
  func `no two panes share a cell and none leaves the screen`(focus: Pane, isZoomed: Bool) {
    for rows in stride(from: 1, through: 60, by: 3) {
      for columns in stride(from: 1, through: 200, by: 9) {
        let size = ScreenSize(rows: rows, columns: columns)
        let layout = Layout(size: size, focus: focus, isZoomed: isZoomed)
        var owner: [[Int]] = Array(repeating: Array(repeating: 0, count: columns), count: rows)
        for rect in layout.frames.map(\.rect) + layout.rules + [layout.header, layout.status] {
          for row in rect.row..<(rect.row + rect.height) {
            for column in rect.column..<(rect.column + rect.width) {
              guard row < rows, column < columns else {
                Issue.record("a pane leaves the screen of \(rows)x\(columns)")
                return
              }
              owner[row][column] += 1
            }
          }
        }
        #expect(owner.allSatisfy { $0.allSatisfy { $0 <= 1 } }, "\(rows)x\(columns)")
        #expect(layout.frames.contains { $0.pane == focus })
      }
    }
  }

  @Test func `a small window shows one pane, an ordinary one three`() {
    #expect(Layout(size: ScreenSize(rows: 12, columns: 40), focus: .graph).frames.count == 1)
    #expect(Layout(size: ScreenSize(rows: 24, columns: 80), focus: .graph).frames.count == 3)
  }
}
