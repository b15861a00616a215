import DatelineModel
import Testing

@Suite struct RectTests {
  @Test func `a rectangle keeps its place and size`() {
    let rect = Rect(row: 1, column: 2, height: 3, width: 4)
    #expect([rect.row, rect.column, rect.height, rect.width] == [1, 2, 3, 4])
  }
}
