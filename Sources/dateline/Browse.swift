import ArgumentParser
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

  func run() throws {
    var browser = Browser(inputs: source.inputs)
    browser.usesMouse = mouse
    browser.isASCII = ascii
    browser.pictures = pictures
    browser.links = links
    browser.beginsAnew = fresh
    browser.isLinear = linear
    browser.leavesOrderToTerminal = terminalBidi
    try browser.run()
  }
}
