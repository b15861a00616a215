import ArgumentParser
import DatelineModel
import DatelineScreen

/// `dateline [PATH...]`: the browser, and what runs when no subcommand is named.
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Browse articles by time, by name and by claim (the default).")

  @OptionGroup var source: SourceOptions

  @Flag(help: "Use the mouse for choosing and scrolling.")
  var mouse = false

  @Flag(help: "Draw with ASCII alone.")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "Draw bars of time with ascii, blocks or braille.", valueName: "ascii|blocks|braille"),
    transform: { name in
      guard let pictures = Appearance.Pictures(rawValue: name) else {
        throw ValidationError("Bars are drawn with ascii, blocks or braille.")
      }
      return pictures
    })
  var pictures: Appearance.Pictures?

  @Flag(inversion: .prefixedNo, help: "Let the terminal follow addresses (OSC 8).")
  var links: Bool?

  @Flag(help: "Begin anew instead of where the last run ended.")
  var fresh = false

  @Flag(help: "Print lines instead of drawing a screen: for screen readers and plain terminals.")
  var linear = false

  @Flag(help: "Leave right-to-left text in its order of writing, for terminals that reorder it.")
  var terminalBidi = false

  @Option(
    help: ArgumentHelp(
      "Press these keys, print the screen that they lead to, and end; blanks part keys.",
      valueName: "keys"))
  var keys: String?

  @Option(
    help: ArgumentHelp("The size of that screen (default: 80x24).", valueName: "columnsxrows"),
    transform: { text in
      let parts = text.split(separator: "x").compactMap { Int($0) }
      guard parts.count == 2, (1...Self.widest).contains(parts[0]),
        (1...Self.widest).contains(parts[1])
      else { throw ValidationError("A size is written as columns and rows, such as 80x24.") }
      return ScreenSize(rows: parts[1], columns: parts[0])
    })
  var size: ScreenSize?

  @Flag(help: "Print that screen as JSON, with styles and the cursor.")
  var json = false

  /// The most columns or rows of a screen that is printed.
  private static let widest = 1000

  func validate() throws {
    guard keys == nil, size != nil || json else { return }
    throw ValidationError("--size and --json say how the screen of --keys is printed.")
  }

  func run() throws {
    var browser = Browser(inputs: source.inputs)
    browser.usesMouse = mouse
    browser.isASCII = ascii
    browser.pictures = pictures
    browser.links = links
    browser.beginsAnew = fresh
    browser.isLinear = linear
    browser.leavesOrderToTerminal = terminalBidi
    browser.script = keys.map {
      KeyScript.Request(
        keys: $0, size: size ?? ScreenSize(rows: 24, columns: 80), isJSON: json)
    }
    try browser.run()
  }
}
