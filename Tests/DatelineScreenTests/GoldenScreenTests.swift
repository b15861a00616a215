import DatelineModel
import DatelineScreen
import Glibc
import TestSupport
import Testing

/// Whole screens against recorded ones: the text, and below it a letter for each cell's style.
///
/// `RECORD_SCREENS=1 swift test --filter GoldenScreenTests` (or `make screens`) records them anew.
@Suite struct GoldenScreenTests {
  private static let scripts: [(name: String, keys: String)] = [
    ("first", ""), ("timeline", "2 < j j"), ("graph", "3 j"), ("entity", "g doc Enter"),
    ("matrix", "g doc Enter m"), ("ring", "g doc Enter r"), ("map", "3 L j"),
    ("path", "p lin Tab coa Enter"),
    ("claims", "4"), ("reader", "Enter n n"), ("sentence", "2 < j Enter"), ("wide", "j j j Enter"),
    ("hostile", "j j Enter"), ("filter", "/ lin"), ("narrowed", "d 3-5may Enter"), ("help", "?"),
    ("about", "a"), ("palette", ": ma"), ("furniture", "j Enter w"), ("nothing", "/ zzz Enter"),
    ("signs", "b # later Enter j i ask Enter"),
  ]
  private static let sizes = [
    ScreenSize(rows: 24, columns: 80), ScreenSize(rows: 12, columns: 40),
    ScreenSize(rows: 5, columns: 20), ScreenSize(rows: 60, columns: 200),
  ]

  static let cases = scripts.flatMap { script in
    sizes.map { (script.name, script.keys, $0.rows, $0.columns) }
  }

  @Test(arguments: cases) func `the screen is as recorded`(
    name: String, keys: String, rows: Int, columns: Int
  ) throws {
    var driver = BrowserDriver(rows: rows, columns: columns)
    driver.pressAndRest(keys)
    let shown = Self.text(of: Screen.render(driver.model))
    let file = GoldenFile("\(name)-\(columns)x\(rows).screen")
    if getenv("RECORD_SCREENS") != nil { try file.write(shown) }
    #expect(shown == file.content, "see \(file.path)")
  }

  @Test func `an ASCII screen holds ASCII alone where the articles do`() {
    var driver = BrowserDriver()
    for keys in ["", "2", "3", "g doc Enter r", "4", "?"] {
      driver.pressAndRest(keys)
      let grid = Screen.render(driver.model, appearance: Appearance(isASCII: true))
      for row in 0..<grid.size.rows {
        let drawn = grid.text(row: row).unicodeScalars.filter {
          (0x2500..<0x2600).contains($0.value)
        }
        #expect(drawn.isEmpty, "row \(row) after \(keys)")
      }
    }
  }

  /// Both layers and the cursor.
  private static func text(of grid: Grid) -> String {
    var lines = ["cursor \(grid.cursor.row) \(grid.cursor.column)"]
    for row in 0..<grid.size.rows { lines.append("|" + grid.text(row: row)) }
    lines.append("styles")
    for row in 0..<grid.size.rows { lines.append("|" + grid.styles(row: row)) }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A recorded screen beside this file.
private struct GoldenFile {
  let path: String

  init(_ name: String) {
    path =
      #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Screens/" + name
  }

  var content: String {
    guard let file = fopen(path, "r") else { return "(not recorded)" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  func write(_ text: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }
}
